"""The same wheel and content under ProperDocs, the continuation of MkDocs 1.x: docs/decisions/properdocs.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packaging.environment import ROOT, Environment

pytestmark = pytest.mark.properdocs


@pytest.fixture(scope="module")
def properdocs(wheel: Path) -> Environment:
    # Kept between runs: only the wheel is new each time.
    return Environment.make(ROOT / ".cache" / "properdocs", ROOT / "locks" / "properdocs.txt", wheel)


def test_the_sample_portal_builds(properdocs: Environment, tmp_path: Path) -> None:
    words = ["build", "--strict", "-f", "mkdocs.yml", "--site-dir", str(tmp_path)]
    done = properdocs.run("properdocs", *words, folder=ROOT)
    assert "WARNING" not in done.stderr
    for page in ("van-ban/2021/12-kh-tct", "phong-trao", "tin-tuc"):
        assert (tmp_path / page / "index.html").is_file()
