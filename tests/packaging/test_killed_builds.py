"""A build that is killed leaves caches and a folder from which the next one makes the right site."""

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

pytestmark = pytest.mark.packaging

KILLS, DOCUMENTS = 20, 90
COMMAND = [sys.executable, "-m", "trangtin", "build"]
ENVIRONMENT = {
    "TRANGTIN_TODAY": "2026-11-21",
    "SOURCE_DATE_EPOCH": "1795000000",
    "TRANGTIN_PROCESSES": "2",
    "NO_MKDOCS_2_WARNING": "1",
}


def start(root: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(COMMAND, cwd=root, env={**os.environ, **ENVIRONMENT}, start_new_session=True)


def built(root: Path) -> dict[str, bytes]:
    assert start(root).wait(timeout=300) == 0
    site = root / "site"
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


@pytest.mark.skipif(os.name != "posix", reason="kills a build with the processes it started, as POSIX groups them")
def test_a_build_that_is_killed_at_any_moment(tmp_path: Path) -> None:
    root = tmp_path / "portal"
    portals.write(root, DOCUMENTS)
    started = time.monotonic()
    before = built(root)
    lasts = time.monotonic() - started
    chance = random.Random(8)
    document = sorted(root.glob("plans/*/*/*-tct.md"))[7]
    original = document.read_text(encoding="utf-8")
    for kill in range(KILLS):
        # Every second kill hits a build that has nothing in its caches, the others one after an edit.
        if kill % 2:
            shutil.rmtree(root / ".cache", ignore_errors=True)
        document.write_text(original + f"\n\nĐoạn thêm lần {kill}.\n", encoding="utf-8")
        build = start(root)
        time.sleep(chance.uniform(0.2, lasts))
        if build.poll() is None:
            os.killpg(build.pid, signal.SIGKILL)
        build.wait(timeout=300)
        if kill % 5 == 4:
            document.write_text(original, encoding="utf-8")
            assert built(root) == before, f"after kill {kill + 1}"
    assert [entry.name for entry in root.iterdir() if entry.name.startswith(".")] == [".cache"]
