"""What `import` does not take, or cannot write: said in words, and nothing half done is left."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.test_import import invoke, new_portal, word_file
from tests.importer.layouts import letter, plan
from tests.importer.word import Word, center_head
from trangtin.importer.delivery import Delivery, PlacedFile
from trangtin.importer.intake import intake_of
from trangtin.importer.refusal import Refusal


@pytest.fixture
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = new_portal(tmp_path / "trang")
    monkeypatch.chdir(root)
    monkeypatch.setenv("TRANGTIN_TODAY", "2026-11-21")
    return root


def test_an_unknown_campaign_is_misuse(portal: Path, tmp_path: Path) -> None:
    result = invoke(word_file(tmp_path, letter(7).word.data()), "--campaign", "bau-cuu")
    assert result.exit_code == 2
    assert "có phải ý bạn là 'bau-cu'?" in result.output


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


def test_a_broken_zip_stops_no_other_file(portal: Path, tmp_path: Path) -> None:
    broken = word_file(tmp_path, b"PK\x03\x04 hong", "goi.zip")
    result = invoke(broken, word_file(tmp_path, plan(7).word.data()))
    assert result.exit_code == 1
    assert f"{broken}: tệp .zip hỏng hoặc bị cắt cụt → " in result.output
    assert "Đã nhập 1 bài, 1 tệp không nhập được." in result.output


def test_a_file_in_a_folder_is_weighed_before_it_is_read(portal: Path, tmp_path: Path) -> None:
    folder = tmp_path / "nang"
    folder.mkdir()
    with (folder / "a.pdf").open("wb") as file:
        file.truncate(200_000_000)  # takes no room on the disk
    (source,) = intake_of([folder]).sources
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

    monkeypatch.setattr("trangtin.importer.pdf.scan.program", lambda: None)
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
