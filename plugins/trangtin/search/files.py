"""All files of a portal's search index: its records, read, weighed and cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from trangtin.portal.model import Portal
from trangtin.search.abbreviations import Abbreviations
from trangtin.search.index import index_files
from trangtin.search.records import records_of


def search_files(portal: Portal, address: Callable[[str], str], cache: Path) -> Iterable[tuple[str, bytes]]:
    """The files of the search index as (name relative to the search page, bytes).

    `address` gives the address of a page's path relative to the site's root. What was read is kept in `cache`.
    """
    own = ((pair.short, pair.full) for pair in portal.settings.search.abbreviations)
    abbreviations = Abbreviations.known_and(own)
    return index_files(records_of(portal), abbreviations, address, portal.settings.unit.name, cache)
