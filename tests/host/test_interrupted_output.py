"""Builds that were killed, that run beside each other or may not write: the last site stands."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from mkdocs.exceptions import PluginError

from tests.host.test_output import FIRST, SECOND, Site, beside, build, fill, opened, standing
from trangtin.host.folder import moving_in
from trangtin.host.folder.output import Output
from trangtin.signing.manifest import NAME

pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere all is written anew")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    build(folder, FIRST)
    assert standing(folder) == FIRST
    return folder


class Killed(BaseException):
    """Whatever ends a build that no code of ours gets to hear of."""


def test_a_build_that_gives_up(folder: Path) -> None:
    output, _ = opened(folder)
    fill(output, SECOND)
    output.discard()
    assert standing(folder) == FIRST
    assert beside(folder) == []


@pytest.mark.parametrize("left", [".site.old", ".site.new-a"])
def test_what_a_killed_build_left_goes_and_what_a_running_one_makes_stays(folder: Path, left: str) -> None:
    (folder.parent / left / "a").mkdir(parents=True)
    running, made_in = opened(folder)
    assert beside(folder) == [made_in.name]
    build(folder, FIRST)
    assert beside(folder) == [made_in.name]
    running.discard()


@pytest.mark.parametrize("moves", range(7))
def test_a_build_killed_while_it_moves_in(folder: Path, moves: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has no record is made anew, be it old or new."""
    done = 0

    def counting(name: str) -> None:
        works = getattr(os, name)

        def step(*values: Any) -> None:
            nonlocal done
            if done == moves:
                raise Killed
            done += 1
            works(*values)

        monkeypatch.setattr(os, name, step)

    output, _ = opened(folder)
    fill(output, SECOND)
    with monkeypatch.context(), pytest.raises(Killed):
        counting("replace")
        counting("unlink")
        output.finish()
        raise Killed
    monkeypatch.undo()
    output.discard()
    found = standing(folder)
    assert all(found[address] in {FIRST.get(address), SECOND.get(address)} for address in found)
    assert FIRST.keys() & SECOND.keys() <= found.keys()
    build(folder, FIRST)
    assert standing(folder) == FIRST
    build(folder, SECOND)
    assert standing(folder) == SECOND


def test_another_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    works = os.replace

    def between_disks(source: str, target: str) -> None:
        if Path(source).parent != Path(target).parent:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        works(source, target)

    monkeypatch.setattr(os, "replace", between_disks)
    monkeypatch.setattr(os, "rename", between_disks)
    build(folder, SECOND)
    assert standing(folder) == SECOND
    shutil.rmtree(folder)
    build(folder, FIRST)
    assert standing(folder) == FIRST


def test_where_nobody_may_write_beside_the_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    works = Output._new_folder

    def only_inside(self: Output, where: Path) -> Path:
        if where != folder:
            raise PermissionError(errno.EACCES, "Permission denied")
        return works(self, where)

    monkeypatch.setattr(Output, "_new_folder", only_inside)
    build(folder, SECOND)
    assert standing(folder) == SECOND
    assert {entry.name for entry in folder.iterdir()} == {"index.html", "a", "d", NAME}


@pytest.mark.parametrize(("other", "is_told"), [(SECOND, True), (FIRST, False), ({**FIRST, "e.html": "E"}, False)])
def test_two_builds_at_once(folder: Path, other: Site, is_told: bool) -> None:
    one, _ = opened(folder)
    fill(one, {**FIRST, "index.html": "Trang chủ của một"})
    build(folder, other)
    if is_told:  # what was to stay is another file now
        with pytest.raises(PluginError, match="một lần dựng khác"):
            one.finish()
        one.discard()
        assert standing(folder) == other
    else:
        one.finish()
        assert standing(folder) == {**FIRST, "index.html": "Trang chủ của một"}
    build(folder, FIRST)
    assert standing(folder) == FIRST


def test_two_builds_of_which_one_was_killed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, _ = opened(folder)
    fill(one, {**FIRST, "index.html": "Trang chủ của một"})
    other, _ = opened(folder)
    fill(other, SECOND)
    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(moving_in, "_delete", lambda *_: (_ for _ in ()).throw(Killed))
        other.finish()
    other.discard()
    one.finish()  # nothing was moved yet
    assert standing(folder) == {**FIRST, "index.html": "Trang chủ của một"}


def test_what_cannot_be_written_ends_the_build_in_words(tmp_path: Path) -> None:
    output = Output(tmp_path / "site", tmp_path / "record")
    (output.open() / "a.html").mkdir()
    with pytest.raises(PluginError, match=r"không đọc hoặc ghi được '.*a\.html'.*rồi dựng lại"):
        output.put("a.html", b"A")
    output.discard()
