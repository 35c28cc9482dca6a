"""An unchanged file is never opened again; everything that could change a report makes a new one."""

from __future__ import annotations

import hashlib
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.blank import BLANK_PDF
from tests.settled import settle
from tests.signing.papers import Pens, paper
from trangtin.disk.shelf import Shelved
from trangtin.signing import reading
from trangtin.signing.cache import ReportCache
from trangtin.signing.reading import read_file
from trangtin.signing.report import FileReading, FileReport
from trangtin.signing.validation.trust import TrustStore

NOBODY = TrustStore()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Sizes of the files that were opened."""
    sizes: list[int] = []
    real = reading.read_file

    def counted(
        data: bytes, trust: TrustStore, *, signed_content: bytes | None = None, sha256: str | None = None
    ) -> FileReading:
        sizes.append(len(data))
        return real(data, trust, signed_content=signed_content, sha256=sha256)

    monkeypatch.setattr(reading, "read_file", counted)
    return sizes


def ask(root: Path, file: Path, trust: TrustStore = NOBODY) -> FileReport:
    with ReportCache(root / ".cache", root, trust) as reports:
        return dict(reports.reports_of([file]))[file]


@pytest.mark.parametrize("processes", ["1", "2"])
def test_files_may_be_looked_at_ahead(
    tmp_path: Path, processes: str, opened: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRANGTIN_PROCESSES", processes)
    files = [tmp_path / f"{number}.pdf" for number in range(120)]
    for number, file in enumerate(files):
        file.write_bytes(BLANK_PDF + b"\n" * number)
    old(*files)
    with ReportCache(tmp_path / ".cache", tmp_path, NOBODY) as reports:
        reports.begin(files[:110])
        found = dict(reports.reports_of(files))
    assert {file: report.size for file, report in found.items()} == {file: file.stat().st_size for file in files}
    opened.clear()
    with ReportCache(tmp_path / ".cache", tmp_path, NOBODY) as reports:
        reports.begin(files)
        assert dict(reports.reports_of(files)) == found
    assert not opened


def old(*files: Path) -> None:
    """As if nobody had touched them for a day."""
    for file in files:
        os.utime(file, (file.stat().st_atime, file.stat().st_mtime - 86400))
    settle()


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
    monkeypatch.setattr(hashlib, "sha256", lambda *_: pytest.fail("hashed"))
    assert ask(tmp_path, file) == first


def test_a_file_that_was_only_touched_is_not_opened(tmp_path: Path, opened: list[int]) -> None:
    """As after a new checkout of the portal."""
    file = tmp_path / "12.pdf"
    file.write_bytes(BLANK_PDF)
    first = ask(tmp_path, file)
    old(file)
    assert ask(tmp_path, file) == first
    assert len(opened) == 1


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
    for name in ("index.json", "readings.sqlite"):
        (tmp_path / ".cache" / name).write_bytes(damage)
    assert ask(tmp_path, file) == first
    assert len(opened) == 2


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    file = tmp_path / "12.pdf"
    file.write_bytes(BLANK_PDF)
    (tmp_path / ".cache").write_text("một tệp, không phải thư mục", encoding="utf-8")
    assert ask(tmp_path, file).pages == 1


def pictures(root: Path, *files: Path) -> dict[Path, Shelved]:
    with ReportCache(root / ".cache", root, NOBODY) as cache:
        reports = dict(cache.reports_of(files))
        return dict(cache.pictures_of({file: reports[file].sha256 for file in files if reports[file].picture_size}))


def test_a_file_is_opened_once_for_its_report_and_its_picture(
    tmp_path: Path, opened: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, same = tmp_path / "12.pdf", tmp_path / "12-ban-sao.pdf"
    file.write_bytes(BLANK_PDF)
    same.write_bytes(BLANK_PDF)
    broken = tmp_path / "hong.pdf"
    broken.write_bytes(b"%PDF-1.7")
    pictures(tmp_path, file)
    monkeypatch.setattr("trangtin.signing.inside.pages.picture_of", lambda *_: pytest.fail("drawn again"))
    drawn = pictures(tmp_path, file, same, broken)
    assert drawn.keys() == {file, same}
    for picture in drawn.values():
        assert picture.read().startswith(b"\x89PNG")
        assert picture.sha256 == hashlib.sha256(picture.read()).hexdigest()
    assert opened == [len(BLANK_PDF), len(broken.read_bytes())]


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_picture_that_is_not_kept_any_more_is_drawn_again(tmp_path: Path, is_kept: bool) -> None:
    """Another build has dropped it, or the folder cannot be written to."""
    file, cache = tmp_path / "12.pdf", tmp_path / ".cache"
    file.write_bytes(BLANK_PDF)
    if not is_kept:
        cache.write_text("một tệp, không phải thư mục", encoding="utf-8")
    picture = pictures(tmp_path, file)[file]
    assert bool(picture.sha256) is is_kept
    first = picture.read()
    if is_kept:
        (cache / "readings.sqlite").unlink()
    assert picture.read() == first
    assert first.startswith(b"\x89PNG")


def test_what_no_build_reads_any_more_goes(tmp_path: Path, opened: list[int]) -> None:
    files = [tmp_path / f"{number}.pdf" for number in range(3)]
    for number, file in enumerate(files):
        file.write_bytes(paper(1, number=f"{number}/KH-TCT"))

    def look(*some: Path, are_all: bool) -> None:
        with ReportCache(tmp_path / ".cache", tmp_path, NOBODY) as reports:
            assert [file for file, _ in reports.reports_of(some, are_all=are_all)] == list(some)

    look(*files, are_all=True)
    look(files[0], are_all=False)
    look(*files, are_all=True)
    assert len(opened) == 3
    look(files[0], are_all=True)
    look(*files, are_all=True)
    assert len(opened) == 5


def test_files_that_are_gone_leave_no_hash_behind(tmp_path: Path) -> None:
    files = [tmp_path / "1.pdf", tmp_path / "2.pdf", tmp_path / "2.pdf.p7s"]
    for file in files:
        file.write_bytes(BLANK_PDF)
    old(*files)

    def names() -> set[str]:
        return set(json.loads((tmp_path / ".cache/index.json").read_text()))

    for some, are_all, left in (
        (files, True, {"1.pdf", "2.pdf", "2.pdf.p7s"}),
        (files[:1], False, {"1.pdf", "2.pdf", "2.pdf.p7s"}),
        (files[2:], True, {"2.pdf", "2.pdf.p7s"}),  # what a file signs is looked at with it
        (files[2:], True, {"2.pdf", "2.pdf.p7s"}),
    ):
        with ReportCache(tmp_path / ".cache", tmp_path, NOBODY) as reports:
            assert len(list(reports.reports_of(some, are_all=are_all))) == len(some)
        assert names() == left


def test_many_files_are_read_by_many_processes_with_the_same_result(tmp_path: Path, pens: Pens) -> None:
    store = TrustStore((pens.pki["root"].der,), (pens.pki["sub"].der,))
    signed = pens.sign(paper(), tsa="tsa")
    files = [tmp_path / f"{number}.pdf" for number in range(70)]
    for number, file in enumerate(files):
        file.write_bytes(signed if number % 10 == 0 else BLANK_PDF.replace(b"Tep mau", b"Tep %03d" % number))
    with ReportCache(tmp_path / ".cache", tmp_path, store) as reports:
        together = dict(reports.reports_of(files))
    assert list(together) == files
    assert together[files[10]] == read_file(signed, store).report
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
