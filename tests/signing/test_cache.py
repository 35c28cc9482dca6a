"""An unchanged file is never opened again; everything that could change a report makes a new one."""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.blank import BLANK_PDF
from tests.signing.papers import Pens, paper
from trangtin.signing import reading
from trangtin.signing.cache import ReportCache
from trangtin.signing.reading import read_file_report
from trangtin.signing.report import FileReport
from trangtin.signing.trust import TrustStore

NOBODY = TrustStore()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Sizes of the files that were read for a report."""
    sizes: list[int] = []
    real = reading.read_file_report

    def counted(data: bytes, trust: TrustStore, *, signed_content: bytes | None = None) -> FileReport:
        sizes.append(len(data))
        return real(data, trust, signed_content=signed_content)

    monkeypatch.setattr(reading, "read_file_report", counted)
    return sizes


def ask(root: Path, file: Path, trust: TrustStore = NOBODY) -> FileReport:
    with ReportCache(root / ".cache", root, trust) as reports:
        return dict(reports.reports_of([file]))[file]


def old(file: Path) -> None:
    """As if nobody had touched it for a day."""
    os.utime(file, (file.stat().st_atime, file.stat().st_mtime - 86400))


def test_a_report_survives_the_disk(tmp_path: Path, opened: list[int], pens: Pens) -> None:
    file = tmp_path / "12.pdf"
    file.write_bytes(pens.sign(paper(), tsa="tsa"))
    store = TrustStore((pens.pki["root"].der,))
    assert ask(tmp_path, file, store) == ask(tmp_path, file, store)
    assert len(opened) == 1


def test_an_untouched_file_is_not_even_hashed(
    tmp_path: Path, opened: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "12.pdf"
    file.write_bytes(BLANK_PDF)
    old(file)
    first = ask(tmp_path, file)
    monkeypatch.setattr(hashlib, "file_digest", lambda *_: pytest.fail("hashed"))
    assert ask(tmp_path, file) == first


def test_a_time_set_back_hides_no_change(tmp_path: Path) -> None:
    file = tmp_path / "12.pdf"
    file.write_bytes(BLANK_PDF)
    old(file)
    first, seen = ask(tmp_path, file), file.stat()
    file.write_bytes(BLANK_PDF.replace(b"Tep mau", b"Tep moi"))
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert ask(tmp_path, file).sha256 != first.sha256


def test_whatever_changes_makes_a_new_report(tmp_path: Path, opened: list[int]) -> None:
    file = tmp_path / "12.pdf"
    file.write_bytes(BLANK_PDF)
    ask(tmp_path, file)
    ask(tmp_path, file, TrustStore(allow_sha1=True))
    assert len(opened) == 2
    same_size = BLANK_PDF.replace(b"Tep mau", b"Tep moi")
    file.write_bytes(same_size)  # within the clock's grain: time and size may be the same
    assert ask(tmp_path, file).text != ()
    assert len(opened) == 3


def test_a_p7s_depends_on_the_file_beside_it(tmp_path: Path, pens: Pens) -> None:
    file = tmp_path / "12.pdf"
    file.write_bytes(BLANK_PDF)
    beside = tmp_path / "12.pdf.p7s"
    beside.write_bytes(pens.detached(BLANK_PDF))
    assert str(ask(tmp_path, beside).state) == "intact"
    file.write_bytes(paper())
    assert str(ask(tmp_path, beside).state) == "broken"


@pytest.mark.parametrize("damage", [b"", b"{", b"\0" * 50, b'{"size": 1}'])
def test_damaged_entries_are_made_anew(tmp_path: Path, opened: list[int], damage: bytes) -> None:
    file = tmp_path / "12.pdf"
    file.write_bytes(BLANK_PDF)
    first = ask(tmp_path, file)
    for entry in (tmp_path / ".cache").rglob("*.json"):
        entry.write_bytes(damage)
    assert ask(tmp_path, file) == first
    assert len(opened) == 2


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    file = tmp_path / "12.pdf"
    file.write_bytes(BLANK_PDF)
    (tmp_path / ".cache").write_text("một tệp, không phải thư mục", encoding="utf-8")
    assert ask(tmp_path, file).pages == 1


def test_a_picture_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "12.pdf"
    file.write_bytes(BLANK_PDF)
    nothing = tmp_path / "hong.pdf"
    nothing.write_bytes(b"%PDF-1.7")
    for _ in range(2):
        with ReportCache(tmp_path / ".cache", tmp_path, NOBODY) as reports:
            ((drawn, picture),) = reports.pictures_of([file, nothing])
            assert drawn == file
            assert isinstance(picture, Path)
            assert picture.read_bytes().startswith(b"RIFF")
        monkeypatch.setattr("trangtin.signing.pages.first_page_webp", lambda _: pytest.fail("drawn again"))


def test_a_picture_is_given_where_none_can_be_kept(tmp_path: Path) -> None:
    file = tmp_path / "12.pdf"
    file.write_bytes(BLANK_PDF)
    (tmp_path / ".cache").write_text("một tệp, không phải thư mục", encoding="utf-8")
    with ReportCache(tmp_path / ".cache", tmp_path, NOBODY) as reports:
        ((_, picture),) = reports.pictures_of([file])
    assert isinstance(picture, bytes)
    assert picture.startswith(b"RIFF")


def test_many_files_are_read_by_many_processes_with_the_same_result(tmp_path: Path, pens: Pens) -> None:
    store = TrustStore((pens.pki["root"].der,), (pens.pki["sub"].der,))
    signed = pens.sign(paper(), tsa="tsa")
    files = [tmp_path / f"{number}.pdf" for number in range(70)]
    for number, file in enumerate(files):
        file.write_bytes(signed if number % 10 == 0 else BLANK_PDF.replace(b"Tep mau", b"Tep %03d" % number))
    with ReportCache(tmp_path / ".cache", tmp_path, store) as reports:
        together = dict(reports.reports_of(files))
    assert list(together) == files
    assert together[files[10]] == read_file_report(signed, store)
    assert [str(together[file].state) for file in files[:11]] == ["intact", *["unsigned"] * 9, "intact"]


def test_builds_at_once(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.pdf" for number in range(8)]
    for number, file in enumerate(files):
        file.write_bytes(paper(1, number=f"{number + 1}/KH-TCT"))
    with ThreadPoolExecutor(8) as pool:
        reports = list(pool.map(lambda file: ask(tmp_path, file), files * 4))
    assert reports[:8] == reports[8:16] == reports[24:]
    assert not list((tmp_path / ".cache").rglob(".*"))


def test_a_missing_file_is_the_callers_fault(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        ask(tmp_path, tmp_path / "khong-co.pdf")
