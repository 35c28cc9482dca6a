"""The last part of a document's address: generated, never asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from trangtin.content.abbreviated import issuer_key
from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.text import slug
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.issuers import mark_of


def document_slugs(catalogue: Catalogue) -> dict[str, str]:
    """Slug by path: number, type and symbol; without a number the file's name; with the issuer added on a collision.

    A collision within one year renames all who collide, so that no address depends on the order of files; where the
    names of two issuers differ in accents alone, both get a mark as well. Drafts take part, so that publishing one
    moves nobody else.
    """
    documents = catalogue.reading.documents
    issuers = {entry.path: catalogue.issuing.issuer_of(entry.head) for entry in documents}
    years = {entry.path: catalogue.year_of(entry) for entry in documents}
    plain = {entry.path: plain_slug(entry) for entry in documents}
    named = _told_apart(plain, years, {path: slug(issuer) for path, issuer in issuers.items()})
    keys = {path: issuer_key(issuer) for path, issuer in issuers.items()}
    bodies = {path: {keys[other] for other in same} for same in _colliding(named, years) for path in same}
    marks = {path: mark_of(keys[path]) for path, found in bodies.items() if len(found) > 1}
    return {path: f"{name}-{marks[path]}" if path in marks else name for path, name in named.items()}


def _told_apart(names: Mapping[str, str], years: Mapping[str, int | None], more: Mapping[str, str]) -> dict[str, str]:
    apart = {path: f"{names[path]}-{more[path]}" for same in _colliding(names, years) for path in same}
    return {**names, **apart}


def _colliding(names: Mapping[str, str], years: Mapping[str, int | None]) -> Iterator[list[str]]:
    """The paths of each group that share a name in a year."""
    groups: dict[tuple[int | None, str], list[str]] = defaultdict(list)
    for path, name in names.items():
        groups[years[path], name].append(path)
    return (paths for paths in groups.values() if len(paths) > 1)


def plain_slug(entry: Entry[Document]) -> str:
    """The slug of a document that collides with no other."""
    number = entry.head.number
    return (number.slug if number is not None else slug(entry.stem)) or "van-ban"
