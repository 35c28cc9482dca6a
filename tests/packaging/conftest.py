"""The wheel, built once, and a fresh environment that has it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.packaging.environment import ROOT, Environment, build_wheel


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def fresh(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    return Environment.make(tmp_path_factory.mktemp("environment"), ROOT / "locks" / "run.txt", wheel)


@pytest.fixture(scope="session")
def unit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a new unit has: the content and its settings, none of our code."""
    folder = tmp_path_factory.mktemp("unit")
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    for name in ("plans", "site_src"):
        shutil.copytree(ROOT / name, folder / name)
    return folder
