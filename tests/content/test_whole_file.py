"""Files written together: all or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from trangtin.content.whole_file import write_together


def test_all_are_written_with_their_folders(tmp_path: Path) -> None:
    write_together({tmp_path / "a/b/1": b"1", tmp_path / "a/2": b"2"})
    assert ((tmp_path / "a/b/1").read_bytes(), (tmp_path / "a/2").read_bytes()) == (b"1", b"2")


def test_one_in_the_way_and_none_is_written(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write_together({tmp_path / "a/b/1": b"1", tmp_path / "there": b"new"})
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("there", b"old")]
