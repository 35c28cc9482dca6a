"""What a portal is built with, listed by the script of its own repository."""

from __future__ import annotations

import json
import subprocess
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.packaging.environment import Environment

pytestmark = pytest.mark.packaging


def test_the_list_of_components_has_all_that_is_installed(fresh: Environment, tmp_path: Path) -> None:
    fresh.run("trangtin", "init", "trang", "--yes", "--name", "Sở Mẫu", "--symbol", "SM", folder=tmp_path)
    (tmp_path / "trang/.venv").symlink_to(fresh.folder)
    words = ["bash", str(tmp_path / "trang/.ci/portal"), "sbom"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    listed = json.loads((tmp_path / "trang/bao-cao/sbom.json").read_text("utf-8"))
    found = {each["name"].lower(): each["version"] for each in listed["components"]}
    assert {name: found.get(name) for name in ("trangtin", "mkdocs")} == {
        name: version(name) for name in ("trangtin", "mkdocs")
    }
