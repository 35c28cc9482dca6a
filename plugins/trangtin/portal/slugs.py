"""The last part of a document's address: generated, never asked for."""

from __future__ import annotations

import hashlib
from collections import Counter
from functools import lru_cache

from trangtin.content.abbreviated import issuer_key, spelt_out
from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.text import slug
from trangtin.portal.catalogue import Catalogue


def document_slugs(catalogue: Catalogue) -> dict[str, str]:
    """Slug by path: number, type and symbol; without a number the file's name; with the issuer added on a collision.

    A collision within one year renames all who collide, so that no address depends on the order of files. Drafts take
    part, so that publishing one moves nobody else.
    """
    plain = {entry.path: _plain(entry) for entry in catalogue.reading.documents}
    years = {entry.path: catalogue.year_of(entry) for entry in catalogue.reading.documents}
    taken = Counter((years[path], name) for path, name in plain.items())
    return {
        entry.path: plain[entry.path]
        if taken[years[entry.path], plain[entry.path]] == 1
        else f"{plain[entry.path]}-{slug(catalogue.issuer_of(entry.head))}"
        for entry in catalogue.reading.documents
    }


def _plain(entry: Entry[Document]) -> str:
    number = entry.head.number
    return (number.slug if number is not None else slug(entry.stem)) or "van-ban"


@lru_cache(maxsize=10_000)  # few bodies issue many documents
def issuer_slug(name: str) -> str:
    """The address part of a body: its name in full, or cut and marked where it is long, so that no two share one.

    `UBND tỉnh` and `Ủy ban nhân dân tỉnh` are one body, in one list.
    """
    name = spelt_out(name)
    whole = slug(name, longest=200)
    if len(whole) <= _LONGEST and whole:
        return whole
    mark = hashlib.sha256(issuer_key(name).encode()).hexdigest()[:6]
    return f"{slug(name, longest=_LONGEST)}-{mark}".strip("-")


_LONGEST = 80
