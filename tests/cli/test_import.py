"""The command `import`: where files go, what is told, and that nothing is ever overwritten."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from tests.importer.layouts import letter, plan, revised
from tests.importer.score import LAYOUTS
from tests.importer.word import Word, center_head, para, table
from trangtin.cli.main import main

CONFIG = "site_name: Mẫu\ndocs_dir: site_src\nplugins: [{trangtin: {unit: {name: Sở Xây dựng}}}]\n"


def new_portal(root: Path) -> Path:
    (root / "plans/2026/bau-cu").mkdir(parents=True)
    (root / "site_src/don-vi").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (root / "plans/2026/bau-cu/index.md").write_text(
        "---\ntitle: Bầu cử\nstart: 1/3/2026\nend: 30/5/2026\n---\n", encoding="utf-8"
    )
    (root / "site_src/don-vi/van-phong.md").write_text("---\nunit: {name: Văn phòng}\n---\n", encoding="utf-8")
    return root


@pytest.fixture
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = new_portal(tmp_path / "trang")
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


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        ("", True),
        (", short_name: Trường THCS Mẫu Đơn", False),
        (", former: [Trường THCS Mẫu Đơn]", False),
        (", short_name: THCS Mẫu Đơn", True),
    ],
)
def test_an_issuer_in_short_is_asked_about_and_taken_for_the_unit_only_when_told(
    portal: Path, tmp_path: Path, facts: str, asked: bool
) -> None:
    unit = f"unit: {{name: Trường Trung học cơ sở Mẫu Đơn{facts}}}"
    (portal / "mkdocs.yml").write_text(CONFIG.replace("unit: {name: Sở Xây dựng}", unit), encoding="utf-8")
    text = "UBND XÃ MẪU\nTRƯỜNG THCS MẪU ĐƠN\nSố: 9/KH-THCS\nMẫu, ngày 05 tháng 4 năm 2026\nKẾ HOẠCH\nThi đua\n\n"
    text += "Trường THCS Mẫu Đơn phát động phong trào thi đua.\n\n1. Các tổ thực hiện.\n"
    result = invoke(word_file(tmp_path, text.encode(), "moi.txt"))
    assert result.exit_code == 0, result.output
    head = head_of(portal / "plans/2026/9-kh-thcs.md")
    assert head["issuer"] == "Trường THCS Mẫu Đơn"  # as on the paper, until somebody says otherwise
    found = [line for line in head["review"] if "có phải chính đơn vị" in line]
    assert found == (
        [
            "issuer (Cơ quan ban hành): “Trường THCS Mẫu Đơn” có phải chính đơn vị (“Trường Trung học cơ sở Mẫu Đơn”)"
            " không? Phải thì bỏ 'issuer' (và 'level' nếu có); để lần sau không hỏi nữa thì ghi tên ấy vào 'short_name'"
            " hoặc 'former' của 'unit' trong mkdocs.yml. Không phải thì giữ nguyên"
        ]
        if asked
        else []
    )


def test_into_a_campaign(portal: Path, tmp_path: Path) -> None:
    result = invoke(word_file(tmp_path, letter(7).word.data()), "--campaign", "bau-cu")
    assert result.exit_code == 0, result.output
    assert len(list((portal / "plans/2026/bau-cu").glob("*.md"))) == 2


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
    assert "Đã nhập 2 bài, 1 tệp không nhập được." in result.output
    assert len(list((portal / "plans/2026").glob("*.md"))) == 2


def test_what_is_no_paper_in_a_folder_is_told(portal: Path, tmp_path: Path) -> None:
    folder = tmp_path / "nhan"
    folder.mkdir()
    word_file(folder, plan(7).word.data())
    (folder / "IMG_2311.HEIC").write_bytes(b"x")
    result = invoke(folder)
    assert result.exit_code == 0, result.output
    assert "Bỏ qua 1 tệp không nhập được thành bài: IMG_2311.HEIC." in result.output


def test_two_files_of_one_number(portal: Path, tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        word_file(tmp_path, plan(7).word.data(), name)
    result = invoke(tmp_path / "a.docx", tmp_path / "b.docx")
    assert result.exit_code == 1
    assert "cùng tên với văn bản" in result.output


def test_a_draft_with_nothing_left_to_review_is_said_to_go_out(portal: Path, tmp_path: Path) -> None:
    clean, doubtful = LAYOUTS["numbered"](7), revised(7)
    body = f"---\nunit: {{name: {str(clean.truth.fields['issuer']).title()}}}\n---\n"
    (portal / "site_src/don-vi/ban.md").write_text(body, encoding="utf-8")
    result = invoke(
        word_file(tmp_path, clean.word.data(), "sach.docx"), word_file(tmp_path, doubtful.word.data(), "ra.docx")
    )
    assert result.exit_code == 0, result.output
    heads = {file.name: head_of(file) for file in (portal / "plans/2026").glob("*.md")}
    ready = [name for name, head in heads.items() if "review" not in head]
    for head in heads.values():  # the day of publishing is asked for at the end of what is to be done anyway
        assert "review" not in head or head["review"][-1].startswith("published (Ngày đăng): ")
        assert "published" not in head
    assert len(heads) == 2
    assert len(ready) == 1
    said = "không còn gì phải rà: sẽ được đăng khi đưa vào kho"
    assert f"  {said}; hãy đối chiếu với bản in trước đó\n" in result.output
    assert f"1 bài {said}: {ready[0]}.\n" in result.output


def test_check_fix_leaves_a_fresh_draft_as_it_is(portal: Path, tmp_path: Path) -> None:
    assert invoke(word_file(tmp_path, revised(7).word.data())).exit_code == 0
    (document,) = (portal / "plans/2026").glob("*.md")
    text = document.read_text(encoding="utf-8")
    fixed = CliRunner().invoke(main, ["check", "--fix", str(document)], catch_exceptions=False)
    assert "xếp lại thứ tự khóa" not in fixed.output
    assert document.read_text(encoding="utf-8") == text


def test_once_more_the_same_file_is_no_failure(portal: Path, tmp_path: Path) -> None:
    file = word_file(tmp_path, plan(7).word.data())
    assert invoke(file).exit_code == 0
    again = invoke(file)
    assert again.exit_code == 0, again.output
    assert "không phải làm gì thêm" in again.output
    assert "Đã nhập 0 bài, 1 bài đã có từ trước, 0 tệp không nhập được." in again.output
