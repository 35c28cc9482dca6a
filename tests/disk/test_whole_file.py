"""Files written whole, and files written together: all or none."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from trangtin.disk.whole_file import write_together, write_whole


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "a/b"
    write_whole(file, b"one")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"one", 0o644)
    file.chmod(0o640)
    write_whole(file, b"two")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"two", 0o640)
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("step", ["replace", "chmod"])
def test_after_an_error_the_old_file_stands_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(self: Path, other: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    old = tmp_path / "old"
    old.write_bytes(b"old")
    file = old if step == "replace" else tmp_path / "new"
    monkeypatch.setattr(Path, step, full)
    with pytest.raises(OSError, match="No space left") as told:
        write_whole(file, b"new")
    assert told.value.filename == str(file)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("old", b"old")]


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to("old")
    write_whole(link, b"new")
    assert not link.is_symlink()
    assert (link.read_bytes(), (tmp_path / "old").read_bytes()) == (b"new", b"old")


def test_all_are_written_with_their_folders(tmp_path: Path) -> None:
    write_together({tmp_path / "a/b/1": b"1", tmp_path / "a/2": b"2"})
    assert ((tmp_path / "a/b/1").read_bytes(), (tmp_path / "a/2").read_bytes()) == (b"1", b"2")


def test_one_in_the_way_and_none_is_written(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write_together({tmp_path / "a/b/1": b"1", tmp_path / "there": b"new"})
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("there", b"old")]


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_that_comes_at_the_same_moment_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    """Somebody makes the file between the look and the writing."""
    target = tmp_path / "there"
    link = Path.hardlink_to

    def late(self: Path, other: Path) -> None:
        self.write_bytes(b"theirs")
        if not has_links:
            raise PermissionError
        link(self, other)

    monkeypatch.setattr(Path, "hardlink_to", late)
    with pytest.raises(FileExistsError):
        write_together({target: b"ours"})
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("there", b"theirs")]


def test_without_links_files_are_written_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: Path, other: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refused)
    write_together({tmp_path / "a/new": b"ours"})
    assert (tmp_path / "a/new").read_bytes() == b"ours"


def test_a_link_that_leads_nowhere_is_named_and_not_the_file_below_it(tmp_path: Path) -> None:
    (tmp_path / "dangling").symlink_to("nowhere")
    with pytest.raises(NotADirectoryError) as told:
        write_together({tmp_path / "dangling/a.md": b"a"})
    assert told.value.filename == str(tmp_path / "dangling")
