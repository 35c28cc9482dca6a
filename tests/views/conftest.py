from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from trangtin.content.options.configuration import read_config
from trangtin.portal.model import Portal
from trangtin.repository import open_portal

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def sample() -> Portal:
    """The sample portal on a fixed day."""
    config = read_config((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
    assert config.settings is not None
    return open_portal(REPOSITORY, config.layout, config.settings, date(2026, 11, 21)).portal
