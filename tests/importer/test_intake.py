"""Names of files as they are told, and zips that are not what they say."""

from __future__ import annotations

import unicodedata
import zipfile
from pathlib import Path

import pytest

from trangtin.importer.intake import intake_of
from trangtin.importer.refusal import Refusal


@pytest.mark.skipif("\\" in str(Path("a/b")), reason="no such names on Windows")
def test_a_line_end_in_a_name_stays_out_of_messages(tmp_path: Path) -> None:
    (tmp_path / "a\nb.txt").write_text("KẾ HOẠCH", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("d\r\ne.txt", "KẾ HOẠCH")
    found = intake_of([tmp_path, tmp_path / "a\nb.txt", tmp_path / "c.zip"]).sources
    assert [source.file_name for source in found] == ["a b.txt", "a b.txt", "d e.txt"]
    assert [source.read().decode() for source in found] == ["KẾ HOẠCH"] * 3
    assert not any("\n" in source.name or "\r" in source.name for source in found)


@pytest.mark.parametrize(
    ("size", "claimed", "told"),
    [
        (160_000_000, 160_000_000, "lớn bất thường"),
        (1_000_000, 2_000_000_000, "lớn bất thường"),
        (1_000_000, 10, "không giải nén được"),
    ],
    ids=["huge", "says it is huge", "says it is small"],
)
def test_a_member_that_unpacks_to_very_much_is_refused_alone(
    size: int, claimed: int, told: str, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", bytes(size))
        archive.filelist[0].file_size = claimed
    (tmp_path / "b.txt").write_text("KẾ HOẠCH", encoding="utf-8")
    bomb, other = intake_of([tmp_path / "a.zip", tmp_path / "b.txt"]).sources
    with pytest.raises(Refusal, match=told):
        bomb.read()
    assert other.read().decode() == "KẾ HOẠCH"


def test_a_zip_of_very_many_files_is_refused_without_reading_one(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for number in range(5_001):
            archive.writestr(f"{number}.txt", "")
    (source,) = intake_of([tmp_path / "a.zip"]).sources
    with pytest.raises(Refusal, match="lớn bất thường"):
        source.read()


def test_what_is_no_paper_is_named_not_forgotten(tmp_path: Path) -> None:
    for name in ("a.docx", "b.xlsx", "IMG_1.HEIC", "c.zip", ".an", "~$a.docx"):
        (tmp_path / name).write_bytes(b"x")
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as archive:
        archive.writestr("e/f.pptx", "x")
        archive.writestr("e/g.pdf", "x")
    intake = intake_of([tmp_path, tmp_path / "d.zip"])
    assert [source.file_name for source in intake.sources] == ["a.docx", "g.pdf"]
    assert intake.passed_over == ("IMG_1.HEIC", "b.xlsx", "c.zip", "d.zip", "f.pptx")
    assert [source.file_name for source in intake_of([tmp_path / "b.xlsx"]).sources] == ["b.xlsx"]  # it is refused


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (unicodedata.normalize("NFD", "Kế hoạch.txt").encode(), "Kế hoạch.txt"),
        (b"Ke\x82.txt", "Keé.txt"),
        (b"Ke hoach.txt", "Ke hoach.txt"),
    ],
    ids=["macOS", "DOS", "ASCII"],
)
def test_names_in_a_zip_that_does_not_say_how_they_are_written(written: bytes, name: str, tmp_path: Path) -> None:
    place = "x" * len(written)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(place, "KẾ HOẠCH")
    path = tmp_path / "b.zip"
    path.write_bytes((tmp_path / "a.zip").read_bytes().replace(place.encode(), written))
    (source,) = intake_of([path]).sources
    assert (source.file_name, source.read().decode()) == (name, "KẾ HOẠCH")
