"""The search index of a portal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from trangtin.portal.model import Portal
from trangtin.search.abbreviations import Abbreviations
from trangtin.search.index import Index
from trangtin.search.records import findable_in


def search_index(portal: Portal, address: Callable[[str], str], cache: Path) -> Index:
    """The search index, none of it made yet; its files are named relative to the search page.

    `address` gives the address of a page's path relative to the site's root. What was read is kept in `cache`.
    """
    own = ((pair.short, pair.full) for pair in portal.settings.search.abbreviations)
    abbreviations = Abbreviations.known_and(own)
    return Index(findable_in(portal), abbreviations, address, portal.settings.unit.name, cache)
