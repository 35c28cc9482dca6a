"""Locks say what is installed by version and hash, and never from where: every machine has its own mirror."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.packaging.environment import ROOT

LOCKS = sorted((ROOT / "locks").glob("*.txt"))
NPM_LOCK = ROOT / "tests" / "browser" / "package-lock.json"


def names(requirements: list[str]) -> set[str]:
    found = (re.match(r"[\w.-]+", line) for line in requirements)
    return {re.sub(r"[-_.]+", "-", each[0]).lower() for each in found if each}


@pytest.mark.parametrize("lock", [*LOCKS, NPM_LOCK], ids=lambda file: file.name)
def test_no_address(lock: Path) -> None:
    assert not re.search(r"://|--index|--find-links|file:|\"resolved\"", lock.read_text("utf-8"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda file: file.name)
def test_every_package_has_hashes(lock: Path) -> None:
    blocks = re.split(r"\n(?=\w)", lock.read_text("utf-8"))
    packages = [block for block in blocks if not block.startswith("#")]
    assert packages
    assert [block.splitlines()[0] for block in packages if "--hash=sha256:" not in block] == []


def test_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    plain = {name: names([each for each in groups[name] if isinstance(each, str)]) for name in groups}
    runtime = names(project["project"]["dependencies"])
    wanted = {
        "run": runtime,
        "build": plain["build"],
        "dev": runtime | plain["build"] | plain["dev"],
        "properdocs": runtime | plain["properdocs"],
        "audit": plain["audit"],
    }
    for name, expected in wanted.items():
        locked = names((ROOT / "locks" / f"{name}.txt").read_text("utf-8").splitlines())
        assert expected - locked == set(), f"{name}: make lock"
