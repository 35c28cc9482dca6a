"""Small pages to search in."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from trangtin.portal.model import Portal
from trangtin.search.abbreviations import Abbreviations
from trangtin.search.index import Index
from trangtin.search.record import FACETS, Field, SearchRecord, findable
from trangtin.search.records import findable_in
from trangtin.views.targets import AddressOf

NOWHERE = Path(os.devnull, "cache")
"""A folder of caches in which nothing is ever found or kept."""
ABBREVIATIONS = Abbreviations.known_and([("TCT", "Trường Chính trị")])


def records_of(portal: Portal) -> list[SearchRecord]:
    """Every page that can be found."""
    return [page.make() for page in findable_in(portal)]


def page(title: str = "", body: str = "", number: str = "", day: date | None = None, name: str = "a") -> SearchRecord:
    """A page as `records` would make it."""
    return SearchRecord(
        target=f"plans/{name}.md",
        title=title,
        line="",
        day=day,
        fields=tuple((field, text) for field, text in ((Field.TITLE, title), *_numbered(number)) if text),
        facets=(None,) * len(FACETS),
        body=body,
        is_printed=True,
        opening=(),
        closing=(),
    )


def _numbered(number: str) -> Sequence[tuple[Field, str]]:
    if not number:
        return ()
    digits, _, symbol = number.partition("/")
    return (Field.NUMBER, number), (Field.NUMBER, f"{digits} {symbol.replace('-', '')}"), (Field.NAMES, f"số {number}")


def index_of(
    records: Sequence[SearchRecord], folder: Path = NOWHERE, address: AddressOf = lambda target: target
) -> Index:
    return Index([findable(record) for record in records], ABBREVIATIONS, address, "Trang mẫu", folder)


def publish(folder: Path, records: Sequence[SearchRecord]) -> Path:
    """The index of these pages, on disk."""
    for name, data in index_of(records).files():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder
