"""Builds that run beside each other, that were edited into or did not end; and what a real build opens."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import trangtin_theme
from tests.host.conftest import REPOSITORY
from tests.standing.test_last_build import SAID, append, build, last, new_portal, write, write_down
from trangtin.drawing.font_files import FOLDERS
from trangtin.standing.configured import read_configured
from trangtin.standing.last_build import LastBuild

pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere no time of a file tells that it was replaced")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return new_portal(tmp_path / "portal")


def test_an_edit_while_a_build_runs_is_not_lost(root: Path) -> None:
    build(root, meanwhile=lambda: append("plans/2021/a/01.md")(root))
    assert last(root).messages() is None


def test_a_file_written_right_before_a_build_might_be_written_again_unseen(root: Path) -> None:
    def written_just_now() -> LastBuild:
        append("plans/2021/a/01.md")(root)
        return last(root)

    one = written_just_now()
    with one.replaced() as keep:
        keep(SAID)
    assert last(root).messages() is None


def test_a_build_that_did_not_end(root: Path) -> None:
    build(root)
    with last(root).replaced():
        write(root / "site/index.html", "")
        write_down(root, root / "site")
    assert last(root).messages() is None
    build(root)
    assert last(root).messages() is not None


@pytest.mark.parametrize("does_end_later", [False, True])
def test_two_builds_at_once(root: Path, does_end_later: bool) -> None:
    first, second = last(root), last(root)
    with first.replaced() as keep_first:
        with second.replaced() as keep_second:
            write(root / "site/index.html", "")
            if does_end_later:
                keep_first(SAID)
            else:
                keep_second(SAID)
            assert last(root).messages() is None
        if not does_end_later:
            keep_first(SAID)
    assert last(root).messages() is None
    build(root)
    assert last(root).messages() is not None


def test_each_folder_of_a_site_is_its_own(root: Path) -> None:
    build(root, site="../ngoai")
    assert last(root, site="../ngoai").messages() is not None
    assert last(root, site="../ngoai").site == root.parent / "ngoai"
    assert last(root).messages() is None


_AUDITED = """
import os, sys
from pathlib import Path
opened = set()
def hook(event, words):
    if event in ("open", "os.listdir", "os.scandir") and isinstance(words[0], (str, bytes)):
        opened.add(os.path.realpath(os.fsdecode(words[0])))
sys.addaudithook(hook)
from trangtin.cli.main import main
main(["build"], standalone_mode=False)
Path(sys.argv[1]).write_text("\\n".join(sorted(opened)), "utf-8", "surrogateescape")
"""


@pytest.mark.slow
def test_a_build_opens_nothing_that_is_not_looked_at(tmp_path: Path) -> None:
    """Content, program, libraries, fonts, and what the build itself writes: nothing else decides what a site is."""
    root = (tmp_path / "portal").resolve()
    shutil.copytree(REPOSITORY / "tests/sites/so-xay-dung", root, ignore=shutil.ignore_patterns(".cache", "site"))
    environment = {**os.environ, "TRANGTIN_TODAY": "2026-11-21", "TRANGTIN_PROCESSES": "1"}
    command = [sys.executable, "-c", _AUDITED, str(tmp_path / "opened")]
    subprocess.run(command, cwd=root, env=environment, check=True, capture_output=True, timeout=300)
    opened = (tmp_path / "opened").read_text("utf-8", "surrogateescape").splitlines()
    places = read_configured(root / "mkdocs.yml")
    assert places is not None
    fonts = [root / Path(each).expanduser() for each in FOLDERS]
    libraries = [Path(each) for each in (*filter(None, sys.path), *trangtin_theme.__path__)]
    known = [str(each.resolve()) for each in (*places.read, *fonts, *libraries)]
    written = (f"{root}/site", f"{root}/.cache", f"{root}/.site.new-")
    machine = ("/dev", "/proc", "/sys", "/usr/share/zoneinfo", str(REPOSITORY / "plugins"))
    assert str(root / "mkdocs.yml") in opened
    assert str(root / "site_src") in opened
    looked_at = {str(root), str(root / "mkdocs.yml")}
    assert {each for each in opened if not each.startswith((*known, *written, *machine))} <= looked_at
