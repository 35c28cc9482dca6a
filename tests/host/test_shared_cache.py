"""One cache under builds that are killed, and under builds that run at once: every site is what its files say."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from benchmarks import portals
from tests.host.test_rebuild import tree
from trangtin.disk.kept_files import CACHE

PATIENCE = 300
KILLS = 3

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="no process groups, and links need rights"),
]


def start(root: Path) -> subprocess.Popen[str]:
    environment = {"TRANGTIN_TODAY": "2026-11-21", "SOURCE_DATE_EPOCH": "1795000000", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=root,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def site_of(process: subprocess.Popen[str], root: Path) -> dict[str, bytes]:
    told = process.communicate(timeout=PATIENCE)[1]
    assert process.returncode == 0, told
    return tree(root / "site")


def edit(root: Path, words: str) -> None:
    """Another name for a campaign, another text in a document: most pages change, not all."""
    campaign = min(root.glob("plans/*/*/index.md"))
    campaign.write_text(campaign.read_text("utf-8").replace("\ntitle: ", f"\ntitle: {words} ", 1), "utf-8")
    document = min(campaign.parent.glob("*-tct.md"))
    document.write_text(f"{document.read_text('utf-8')}\n{words}.\n", "utf-8")


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes], float]:
    """A portal never built, the site that a build from nothing makes of it once edited, and how long that took."""
    root, edited = (tmp_path_factory.mktemp(name) / "portal" for name in ("typed", "edited"))
    portals.write(root, 45)
    shutil.copytree(root, edited)
    edit(edited, "Tên mới")
    started = time.monotonic()
    return root, site_of(start(edited), edited), time.monotonic() - started


def test_a_build_that_is_killed_leaves_nothing_wrong(
    tmp_path: Path, portal: tuple[Path, dict[str, bytes], float]
) -> None:
    typed, expected, seconds = portal
    root = tmp_path / "portal"
    shutil.copytree(typed, root)
    chance = random.Random(8)
    for number in range(KILLS):
        process = start(root)
        time.sleep(seconds * chance.uniform(0.2, 0.95))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate(timeout=PATIENCE)
        if number == 0:  # what was kept is of other texts from here on
            edit(root, "Tên mới")
    assert site_of(start(root), root) == expected


def test_a_build_that_is_killed_leaves_the_last_site(
    tmp_path: Path, portal: tuple[Path, dict[str, bytes], float]
) -> None:
    typed, expected, _ = portal
    root = tmp_path / "portal"
    shutil.copytree(typed, root)
    before = site_of(start(root), root)
    edit(root, "Tên mới")
    process = start(root)
    until = time.monotonic() + PATIENCE
    while not any(root.glob(".site.new-*/*/index.html")) and time.monotonic() < until:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=PATIENCE)
    assert any(root.glob(".site.new-*"))
    assert tree(root / "site") == before
    assert site_of(start(root), root) == expected
    assert not any(root.glob(".site.new-*"))


def test_two_builds_at_once_share_a_cache(tmp_path: Path, portal: tuple[Path, dict[str, bytes], float]) -> None:
    """As runners of CI do whose branches differ."""
    typed, expected, _ = portal
    roots = [tmp_path / name / "portal" for name in ("a", "b")]
    for root in roots:
        shutil.copytree(typed, root)
        (root / CACHE.parent).mkdir()
        (root / CACHE).symlink_to(tmp_path / "kept", target_is_directory=True)
    (tmp_path / "kept").mkdir()
    edit(roots[1], "Tên mới")
    for _ in range(2):
        running = [start(root) for root in roots]
        first, second = (site_of(process, root) for process, root in zip(running, roots, strict=True))
        assert second == expected
        assert first.keys() == second.keys()
        assert not any(b"T\xc3\xaan m\xe1\xbb\x9bi" in data for data in first.values())
