"""The command `import`: where files go, what is told, and that nothing is ever overwritten."""

from __future__ import annotations

import hashlib
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from tests.importer.layouts import letter, plan, revised
from tests.importer.score import LAYOUTS
from tests.importer.word import Word, center_head, para, table
from trangtin.cli.main import main
from trangtin.importer.delivery import Delivery, PlacedFile
from trangtin.importer.intake import sources_in
from trangtin.importer.refusal import Refusal

CONFIG = "site_name: Mẫu\ndocs_dir: site_src\nplugins: [{trangtin: {unit: {name: Sở Xây dựng}}}]\n"


@pytest.fixture
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "trang"
    (root / "plans/2026/bau-cu").mkdir(parents=True)
    (root / "site_src/don-vi").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (root / "plans/2026/bau-cu/index.md").write_text(
        "---\ntitle: Bầu cử\nstart: 1/3/2026\nend: 30/5/2026\n---\n", encoding="utf-8"
    )
    (root / "site_src/don-vi/van-phong.md").write_text("---\nunit: {name: Văn phòng}\n---\n", encoding="utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setenv("TRANGTIN_TODAY", "2026-11-21")
    return root


def invoke(*words: object) -> Result:
    return CliRunner().invoke(main, ["import", *map(str, words)], catch_exceptions=False)


def head_of(file: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8").split("---\n")[1])
    return found


def word_file(folder: Path, data: bytes, name: str = "van-ban.docx") -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def test_into_the_folder_of_its_year_and_accepted_by_check(portal: Path, tmp_path: Path) -> None:
    paper = plan(7)
    result = invoke(word_file(tmp_path, paper.word.data()))
    assert result.exit_code == 0, result.output
    stem = paper.number.lower().replace("/", "-")
    document, original = portal / f"plans/2026/{stem}.md", portal / f"plans/2026/{stem}.docx"
    assert original.read_bytes() == paper.word.data()
    head = head_of(document)
    (declared,) = head["files"]
    assert declared == {
        "path": original.name,
        "role": "toan-van",
        "sha256": hashlib.sha256(paper.word.data()).hexdigest(),
    }
    assert head["issuer"] == "Sở Xây dựng"
    assert head["tasks"][0]["unit"] == "van-phong"
    checked = CliRunner().invoke(main, ["check"], catch_exceptions=False)
    assert checked.exit_code == 0, checked.output


@pytest.mark.parametrize("held", [True, False])
def test_what_a_decision_replaces_is_written_where_the_portal_has_it(portal: Path, tmp_path: Path, held: bool) -> None:
    if held:
        (portal / "plans/2026/cu.md").write_text(
            "---\ntype: QĐ\nnumber: 08/QĐ-SXD\ndate: 2/3/2026\ntitle: Quy chế cũ\n---\n\n**Điều 1.** Ban hành.\n",
            encoding="utf-8",
        )
    text = "SỞ XÂY DỰNG\nSố: 9/QĐ-SXD\nMẫu, ngày 05 tháng 4 năm 2026\nQUYẾT ĐỊNH\nVề việc ban hành Quy chế\n\n"
    text += "Điều 1. Ban hành Quy chế.\n\nĐiều 2. Quyết định này thay thế Quyết định số 08/QĐ-SXD ngày 02/3/2026.\n"
    result = invoke(word_file(tmp_path, text.encode(), "moi.txt"))
    assert result.exit_code == 0, result.output
    head = head_of(portal / "plans/2026/9-qd-sxd.md")
    assert head.get("replaces") == (["08/QĐ-SXD"] if held else None)
    assert any(line.startswith("replaces (") and "08/QĐ-SXD" in line for line in head["review"])
    assert "TT302" not in CliRunner().invoke(main, ["check"], catch_exceptions=False).output


def test_into_a_campaign(portal: Path, tmp_path: Path) -> None:
    result = invoke(word_file(tmp_path, letter(7).word.data()), "--campaign", "bau-cu")
    assert result.exit_code == 0, result.output
    assert len(list((portal / "plans/2026/bau-cu").glob("*.md"))) == 2


def test_an_unknown_campaign_is_misuse(portal: Path, tmp_path: Path) -> None:
    result = invoke(word_file(tmp_path, letter(7).word.data()), "--campaign", "bau-cuu")
    assert result.exit_code == 2
    assert "có phải ý bạn là 'bau-cu'?" in result.output


def test_out_needs_no_portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    source = word_file(tmp_path, letter(7).word.data())
    assert invoke(source, "--out", tmp_path / "ra").exit_code == 0
    assert len(list((tmp_path / "ra").glob("*.md"))) == 1
    assert invoke(source).exit_code == 2


def test_dry_run_writes_nothing(portal: Path, tmp_path: Path) -> None:
    result = invoke(word_file(tmp_path, plan(7).word.data()), "--dry-run")
    assert result.exit_code == 0
    assert "type: KH" in result.output
    assert not list((portal / "plans/2026").glob("*.md"))


def test_nothing_is_overwritten_and_the_difference_is_shown(portal: Path, tmp_path: Path) -> None:
    paper = plan(7)
    source = word_file(tmp_path, paper.word.data())
    assert invoke(source).exit_code == 0
    document = next((portal / "plans/2026").glob("*.md"))
    edited = document.read_text(encoding="utf-8").replace("place:", "place: Nơi khác #")
    document.write_text(edited, encoding="utf-8")
    result = invoke(source)
    assert result.exit_code == 1
    assert "không ghi đè" in result.output
    assert "-place: Nơi khác" in result.output
    assert document.read_text(encoding="utf-8") == edited


def test_an_original_of_the_same_name_is_not_overwritten(portal: Path, tmp_path: Path) -> None:
    paper = plan(7)
    stem = paper.number.lower().replace("/", "-")
    (portal / f"plans/2026/{stem}.docx").write_bytes(b"khac")
    assert invoke(word_file(tmp_path, paper.word.data())).exit_code == 1
    assert (portal / f"plans/2026/{stem}.docx").read_bytes() == b"khac"
    assert not list((portal / "plans/2026").glob("*.md"))


@pytest.mark.parametrize(("data", "suffix"), [(plan(7).word.data(), ".docx"), ("KẾ HOẠCH\n\nMột.".encode(), ".txt")])
def test_an_original_without_an_ending_gets_the_one_of_its_bytes(
    data: bytes, suffix: str, portal: Path, tmp_path: Path
) -> None:
    result = invoke(word_file(tmp_path, data, "van-ban"))
    assert result.exit_code == 0, result.output
    (document,) = (portal / "plans/2026").glob("*.md")
    (file,) = head_of(document)["files"]
    assert file["path"] == f"{document.stem}{suffix}"
    assert document.with_name(file["path"]).read_bytes() == data


def test_an_original_with_something_hidden_is_not_offered_to_readers(portal: Path, tmp_path: Path) -> None:
    paper = revised(7)
    result = invoke(word_file(tmp_path, paper.word.data()))
    assert result.exit_code == 0, result.output
    document = next((portal / "plans/2026").glob("*.md"))
    text = document.read_text(encoding="utf-8")
    assert not any(secret in text for secret in paper.truth.secrets)
    head = head_of(document)
    assert "files" not in head
    assert any(line.startswith("files: ") for line in head["review"])
    assert CliRunner().invoke(main, ["check"], catch_exceptions=False).exit_code == 0


def test_an_original_with_personal_data_is_not_offered_to_readers(portal: Path, tmp_path: Path) -> None:
    paper = plan(7)
    rows = [["TT", "Họ và tên", "Ngày sinh"], ["1", "Nguyễn Văn A", "12/3/1985"]]
    paper.word.add(table([[para(text) for text in row] for row in rows], [500, 3000, 2000], ruled=True))
    result = invoke(word_file(tmp_path, paper.word.data()))
    assert result.exit_code == 0, result.output
    document = next((portal / "plans/2026").glob("*.md"))
    head = head_of(document)
    assert "files" not in head
    (told,) = (line for line in head["review"] if line.startswith("files: "))
    assert "cũng có ngày sinh → " in told
    assert f"- {{path: {document.stem}.docx, role: toan-van}}" in told
    assert "1985" not in told


@pytest.mark.parametrize("campaign", [None, "bau-cu"])
def test_a_story_becomes_a_draft_of_a_news_item(portal: Path, tmp_path: Path, campaign: str | None) -> None:
    paper = Word()
    paper.add(*center_head("LỄ PHÁT ĐỘNG BẦU CỬ"), para(f"Sáng 20/11, Trường tổ chức lễ phát động. {'Đông vui. ' * 9}"))
    source = word_file(tmp_path, paper.data(), "Tin lễ.docx")
    result = invoke(source, *(("--campaign", campaign) if campaign else ()))
    assert result.exit_code == 0, result.output
    assert "trông như một tin" in result.output
    (document,) = (portal / "site_src/tin-tuc/2026").iterdir()
    head = head_of(document)
    assert (head["title"], head["draft"], head.get("campaign")) == ("LỄ PHÁT ĐỘNG BẦU CỬ", True, campaign)
    assert not {"type", "issuer", "files"} & set(head)
    assert CliRunner().invoke(main, ["check"], catch_exceptions=False).exit_code == 0
    assert invoke(source, "--as", "van-ban").exit_code == 0
    assert (portal / "plans/2026/tin-le.docx").exists()


def test_a_folder_and_a_zip_in_one_go(portal: Path, tmp_path: Path) -> None:
    folder = tmp_path / "nhieu"
    folder.mkdir()
    word_file(folder, plan(7).word.data(), "a.docx")
    word_file(folder, b"PK hong", "hong.docx")
    word_file(folder, b"x", "~$a.docx")
    packed = tmp_path / "goi.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("trong/thu.docx", letter(7).word.data())
        archive.writestr("anh.png", b"x")
    result = invoke(folder, packed)
    assert result.exit_code == 1
    assert "Đã nhập 2 văn bản, 1 tệp không nhập được." in result.output
    assert len(list((portal / "plans/2026").glob("*.md"))) == 2


def test_two_files_of_one_number(portal: Path, tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        word_file(tmp_path, plan(7).word.data(), name)
    result = invoke(tmp_path / "a.docx", tmp_path / "b.docx")
    assert result.exit_code == 1
    assert "cùng tên với văn bản" in result.output


@pytest.mark.parametrize("mark", ["MẬT", "Độ mật: Tuyệt mật"])
@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_a_secret_paper_is_refused(portal: Path, tmp_path: Path, mark: str, more: tuple[str, ...]) -> None:
    paper = Word()
    paper.add(*center_head(mark, "SỞ XÂY DỰNG", "Số: 12/KH-SXD", "KẾ HOẠCH", "Phát động thi đua"))
    before = sorted((portal / "plans").rglob("*"))
    result = invoke(word_file(tmp_path, paper.data()), *more)
    assert result.exit_code == 1
    assert f"có dấu chỉ mức độ mật hoặc phạm vi lưu hành “{mark}”, không được đưa lên trang → " in result.output
    assert sorted((portal / "plans").rglob("*")) == before


def test_a_draft_with_nothing_left_to_review_is_said_to_go_out(portal: Path, tmp_path: Path) -> None:
    clean, doubtful = LAYOUTS["numbered"](7), revised(7)
    result = invoke(
        word_file(tmp_path, clean.word.data(), "sach.docx"), word_file(tmp_path, doubtful.word.data(), "ra.docx")
    )
    assert result.exit_code == 0, result.output
    heads = {file.name: head_of(file) for file in (portal / "plans/2026").glob("*.md")}
    ready = [name for name, head in heads.items() if "review" not in head]
    assert len(heads) == 2
    assert len(ready) == 1
    said = "không còn gì phải rà: sẽ được đăng khi đưa vào kho"
    assert f"  {said}; hãy đối chiếu với bản in trước đó\n" in result.output
    assert f"1 văn bản {said}: {ready[0]}.\n" in result.output


def test_check_fix_leaves_a_fresh_draft_as_it_is(portal: Path, tmp_path: Path) -> None:
    assert invoke(word_file(tmp_path, revised(7).word.data())).exit_code == 0
    (document,) = (portal / "plans/2026").glob("*.md")
    text = document.read_text(encoding="utf-8")
    fixed = CliRunner().invoke(main, ["check", "--fix", str(document)], catch_exceptions=False)
    assert "xếp lại thứ tự khóa" not in fixed.output
    assert document.read_text(encoding="utf-8") == text


def test_a_broken_zip_stops_no_other_file(portal: Path, tmp_path: Path) -> None:
    broken = word_file(tmp_path, b"PK\x03\x04 hong", "goi.zip")
    result = invoke(broken, word_file(tmp_path, plan(7).word.data()))
    assert result.exit_code == 1
    assert f"{broken}: tệp .zip hỏng hoặc bị cắt cụt → " in result.output
    assert "Đã nhập 1 văn bản, 1 tệp không nhập được." in result.output


def test_a_file_in_a_folder_is_weighed_before_it_is_read(portal: Path, tmp_path: Path) -> None:
    folder = tmp_path / "nang"
    folder.mkdir()
    with (folder / "a.pdf").open("wb") as file:
        file.truncate(200_000_000)  # takes no room on the disk
    (source,) = sources_in([folder])
    tracemalloc.start()
    try:
        with pytest.raises(Refusal, match="tệp nặng 200 MB"):
            source.read()
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


@contextmanager
def no_room_for(size: int) -> Iterator[None]:
    """The system refuses to write a file of so many bytes, as on a full disk."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size - 1, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize(("text", "data"), [("văn bản", b"goc" * 1000), ("văn bản " * 1000, b"goc")])
def test_where_one_of_both_cannot_be_written_neither_stays(tmp_path: Path, text: str, data: bytes) -> None:
    original = PlacedFile(tmp_path / "moi/2026/a.docx", data)
    with no_room_for(3000), pytest.raises(OSError):
        Delivery(tmp_path / "moi/2026/a.md", text, (original,)).write()
    assert list(tmp_path.iterdir()) == []


def test_an_original_that_was_there_before_stays_where_the_document_cannot_be_written(tmp_path: Path) -> None:
    original = PlacedFile(tmp_path / "a.docx", b"goc")
    original.path.write_bytes(original.data)
    with no_room_for(3000), pytest.raises(OSError):
        Delivery(tmp_path / "a.md", "văn bản " * 1000, (original,)).write()
    assert [file.name for file in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.docx", b"", "tệp rỗng"),
        ("a.docx", b"khong phai zip", "không phải Word"),
        ("a.pdf", b"khong phai pdf", "không phải PDF"),
        ("a.xlsx", b"x", "không nhập được loại tệp"),
        ("a.png", b"x", "--ocr"),
    ],
)
def test_refusals_say_what_to_do(portal: Path, tmp_path: Path, name: str, data: bytes, says: str) -> None:
    result = invoke(word_file(tmp_path, data, name))
    assert result.exit_code == 1
    assert says in result.output
    assert "→" in result.output


def test_old_word_files_without_libreoffice(portal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trangtin.importer.office.program", lambda: None)
    result = invoke(word_file(tmp_path, b"{\\rtf1 a}", "a.rtf"))
    assert result.exit_code == 1
    assert "Lưu dưới dạng" in result.output


def test_scans_without_tesseract(portal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import Image

    monkeypatch.setattr("trangtin.importer.scan.program", lambda: None)
    Image.new("RGB", (50, 50)).save(tmp_path / "a.png")
    result = invoke(tmp_path / "a.png", "--ocr")
    assert result.exit_code == 1
    assert "tesseract" in result.output


def test_an_empty_name_is_no_folder(portal: Path) -> None:
    (portal / "ghi-chu.txt").write_text("Ghi chú", encoding="utf-8")
    result = invoke("")
    assert result.exit_code == 2
    assert "tên tệp để trống" in result.output
    assert not list(portal.rglob("ghi-chu.md"))


def test_once_more_the_same_file_is_no_failure(portal: Path, tmp_path: Path) -> None:
    file = word_file(tmp_path, plan(7).word.data())
    assert invoke(file).exit_code == 0
    again = invoke(file)
    assert again.exit_code == 0, again.output
    assert "không phải làm gì thêm" in again.output
    assert "Đã nhập 0 văn bản, 1 văn bản đã có từ trước, 0 tệp không nhập được." in again.output
