"""Sizes of pictures are made once, and what is kept is what would be made."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest

from tests.drawing.test_resized import photograph
from trangtin.disk.kept_files import LONG
from trangtin.drawing import resized_store
from trangtin.drawing.resized import Sizes, sizes_of
from trangtin.drawing.resized_store import KeptSizes, sizes_of_files


@pytest.fixture
def files(tmp_path: Path) -> dict[Path, str]:
    found = {}
    for name, width in (("a", 900), ("b", 500), ("c", 900)):
        file = tmp_path / f"{name}.jpg"
        file.write_bytes(photograph(width, 90) if name != "c" else (tmp_path / "a.jpg").read_bytes())
        found[file] = hashlib.sha256(file.read_bytes()).hexdigest()
    return found


def contents(sizes: KeptSizes) -> list[bytes]:
    return [each.source.read_bytes() if isinstance(each.source, Path) else each.source for each in sizes.files]


def test_a_picture_is_opened_once_and_its_double_never(
    files: dict[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRANGTIN_PROCESSES", "1")
    opened: list[int] = []

    def counted(data: bytes) -> Sizes:
        opened.append(len(data))
        return sizes_of(data)

    monkeypatch.setattr(resized_store, "sizes_of", counted)
    folder = tmp_path / "kept"
    first = sizes_of_files(files, folder)
    assert len(opened) == 2
    assert sizes_of_files(files, folder) == first
    assert len(opened) == 2
    one, _, double = (contents(each) for each in first.values())
    assert one == double


def test_a_file_that_was_lost_is_made_again(files: dict[Path, str], tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    before = {file: contents(sizes) for file, sizes in sizes_of_files(files, folder).items()}
    lost = next(folder.rglob("*.webp"))
    lost.unlink()
    assert {file: contents(sizes) for file, sizes in sizes_of_files(files, folder).items()} == before
    assert lost.is_file()


def test_where_nothing_can_be_kept_the_bytes_are_the_same(files: dict[Path, str], tmp_path: Path) -> None:
    kept = [contents(sizes) for sizes in sizes_of_files(files, tmp_path / "kept").values()]
    (tmp_path / "taken").write_text("no folder", encoding="utf-8")
    unkept = sizes_of_files(files, tmp_path / "taken")
    assert [contents(sizes) for sizes in unkept.values()] == kept


def test_hashes_are_those_of_the_files(files: dict[Path, str], tmp_path: Path) -> None:
    for sizes in sizes_of_files(files, tmp_path / "kept").values():
        told = [each.sha256 for each in sizes.files]
        assert told == [hashlib.sha256(data).hexdigest() for data in contents(sizes)]


def test_sizes_that_no_build_asked_for_in_a_long_time_go(files: dict[Path, str], tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    first, second, _ = files
    gone, stays = (sizes_of_files({file: files[file]}, folder)[file] for file in (first, second))
    long_ago = time.time() - 2 * LONG
    for kept in folder.glob("*/*"):
        os.utime(kept, (long_ago, long_ago))
    other = tmp_path / "other.jpg"
    other.write_bytes(photograph(400, 60))
    sizes_of_files({second: files[second], other: hashlib.sha256(other.read_bytes()).hexdigest()}, folder)
    there = [
        [isinstance(each.source, Path) and each.source.is_file() for each in sizes.files] for sizes in (gone, stays)
    ]
    assert [set(each) for each in there] == [{False}, {True}]
