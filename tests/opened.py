"""Portals that stand in a folder, as all layers below the host see them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from trangtin.content.options.configuration import read_config
from trangtin.portal.model import Portal
from trangtin.repository import Repository, open_portal

REPOSITORY = Path(__file__).parents[1]
TODAY = date(2026, 11, 21)


def opened(root: Path, today: date = TODAY) -> Repository:
    """The portal in a folder, by its own `mkdocs.yml`, and what was read for it."""
    config = read_config((root / "mkdocs.yml").read_text(encoding="utf-8"))
    assert config.problems == ()
    assert config.settings is not None
    return open_portal(root, config.layout, config.settings, today)


def sample_portal() -> Portal:
    """The sample portal of this repository."""
    return opened(REPOSITORY).portal
