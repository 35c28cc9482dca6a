"""What builds ask for stays, what none has asked for in a long time goes."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from trangtin.disk.kept_files import LONG, is_kept, keep, sweep


def put(folder: Path, name: str, age: float) -> Path:
    """A file that was last used so many seconds ago."""
    file = folder / name[:2] / name
    assert keep(file, name.encode())
    used = time.time() - age
    os.utime(file, (used, used))
    return file


def test_what_nobody_used_for_long_goes(tmp_path: Path) -> None:
    old, young, used = (
        put(tmp_path, "aa.png", 2 * LONG),
        put(tmp_path, "aab.png", LONG / 2),
        put(tmp_path, "b.png", 2 * LONG),
    )
    assert is_kept(used)
    sweep(tmp_path)
    assert [file.exists() for file in (old, young, used)] == [False, True, True]
    assert used.read_bytes() == b"b.png"


def test_what_says_where_all_is_stays(tmp_path: Path) -> None:
    index = put(tmp_path, "aa.png", 2 * LONG).replace(tmp_path / "index.json")
    sweep(tmp_path)
    assert index.is_file()


def test_what_a_killed_build_left_goes_too(tmp_path: Path) -> None:
    left = put(tmp_path, "aa.png", 2 * LONG).replace(tmp_path / "aa" / ".half.tmp")
    sweep(tmp_path)
    assert not left.exists()


def test_a_use_is_not_written_down_again_and_again(tmp_path: Path) -> None:
    file = put(tmp_path, "aa.png", 60)
    before = file.stat().st_mtime_ns
    assert is_kept(file)
    assert file.stat().st_mtime_ns == before


@pytest.mark.parametrize("missing", ["aa/aa.png", "none/aa.png"])
def test_what_is_not_there_is_not_kept(tmp_path: Path, missing: str) -> None:
    (tmp_path / "aa").mkdir()
    assert not is_kept(tmp_path / missing)


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "aa").write_text("no folder", encoding="utf-8")
    assert not keep(tmp_path / "aa" / "aa.png", b"")
    sweep(tmp_path / "aa")
