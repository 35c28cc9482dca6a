from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.search.asking import Script, script
from trangtin.content.options.configuration import read_config
from trangtin.portal.model import Portal
from trangtin.repository import open_portal

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def asked() -> Iterator[Script]:
    """The page's script, running."""
    with script() as running:
        yield running


@pytest.fixture(scope="session")
def sample() -> Portal:
    """The sample portal on a fixed day."""
    return portal_in(REPOSITORY)


def portal_in(root: Path) -> Portal:
    config = read_config((root / "mkdocs.yml").read_text(encoding="utf-8"))
    assert config.settings is not None
    return open_portal(root, config.layout, config.settings, date(2026, 11, 21)).portal
