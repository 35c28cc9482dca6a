"""What other documents do to one: the relations that count today, and what they leave of its force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from trangtin.content.document import Document
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.relations import Relation, RelationKind, Relations
from trangtin.portal.validity import Ending, Validity, validity_on


@dataclass(frozen=True, slots=True)
class Bearing:
    """Another document's bearing on this one, seen from this one."""

    kind: RelationKind
    is_forward: bool
    """True if this document declares it."""
    target: str | None
    """Path of the other document; None where it is not in this portal."""
    text: str
    """The other document as typed, for when there is no target."""
    since: date | None = None
    """From when the declaring document has this effect; None if it has none (no date, or recalled itself)."""
    turns: tuple[date, ...] = ()
    """The days up to today on which it was announced, began, was undone by a recall, or held again after that was."""


def bearings_of(catalogue: Catalogue, relations: Relations, path: str) -> Iterator[Bearing]:
    """What a document declares, then what public ones declare of it.

    A withdrawn document bears on nothing, seen from either end.
    """
    if not catalogue.documents[path].head.is_withdrawn:
        for relation in relations.declared_by(path):
            if relation.target is None or catalogue.is_public(relation.target):
                yield Bearing(relation.kind, True, relation.target, relation.text)
    ends = frozenset({path})
    for relation in _counting(catalogue, relations, path):
        is_off = _is_recalled(catalogue, relations, relation.source, ends, catalogue.today)
        since = None if is_off else _since(catalogue, relation)
        turns = tuple(_turns(catalogue, relations, relation, ends))
        yield Bearing(relation.kind, False, relation.source, relation.text, since, turns)


def _counting(catalogue: Catalogue, relations: Relations, path: str) -> Iterator[Relation]:
    for relation in relations.pointing_at(path):
        if catalogue.is_public(relation.source) and not catalogue.documents[relation.source].head.is_withdrawn:
            yield relation


def _since(catalogue: Catalogue, relation: Relation) -> date | None:
    later = catalogue.documents[relation.source].head
    return later.effective or later.date


def _shown(catalogue: Catalogue, relation: Relation) -> date | None:
    later = catalogue.documents[relation.source].head
    return later.published or later.date


def _turns(catalogue: Catalogue, relations: Relations, relation: Relation, passed: frozenset[str]) -> Iterator[date]:
    """A later paper shows from the day it was published, and does what it does from the day it takes effect."""
    shown, since = _shown(catalogue, relation), _since(catalogue, relation)
    if since is None:
        return

    def told(day: date) -> tuple[bool, bool]:
        is_seen = shown is None or shown <= day
        is_told = is_seen and not _is_recalled(catalogue, relations, relation.source, passed, day)
        return is_told, is_told and since <= day

    days = {since, shown or since, *_recall_days(catalogue, relations, relation.source, passed)}
    for day in sorted(days):
        if day <= catalogue.today and told(day) != told(day - timedelta(days=1)):
            yield day


def _is_recalled(catalogue: Catalogue, relations: Relations, path: str, passed: frozenset[str], day: date) -> bool:
    """Whether it was taken back, by a paper that was not: from then on it does nothing to any other.

    What was replaced holds again, what was amended stands as it stood: a recall (Nghị định 30/2020/NĐ-CP, Điều 18) says
    that the paper should not have gone out. Papers that recall each other in a circle are told as a problem.
    """
    return any(
        since <= day and not _is_recalled(catalogue, relations, source, passed | {path}, day)
        for source, since in _recalls(catalogue, relations, path, passed)
    )


def _recall_days(catalogue: Catalogue, relations: Relations, path: str, passed: frozenset[str]) -> Iterator[date]:
    """The days of the recalls that reach it, of those that reach these, and so on, whether they came to anything."""
    for source, since in _recalls(catalogue, relations, path, passed):
        yield since
        yield from _recall_days(catalogue, relations, source, passed | {path})


def _recalls(
    catalogue: Catalogue, relations: Relations, path: str, passed: frozenset[str]
) -> Iterator[tuple[str, date]]:
    """The papers that recall it, each with the first day on which readers see it do so."""
    for relation in _counting(catalogue, relations, path):
        since = _since(catalogue, relation)
        if relation.kind is RelationKind.RECALLS and relation.source not in passed and since is not None:
            yield relation.source, max(since, _shown(catalogue, relation) or since)


def validity_of(catalogue: Catalogue, document: Document, bearings: Iterable[Bearing]) -> Validity:
    """Its force today, after all that bears on it."""
    endings = (
        Ending(bearing.since, bearing.kind is RelationKind.RECALLS)
        for bearing in bearings
        if bearing.kind in {RelationKind.REPLACES, RelationKind.RECALLS} and not bearing.is_forward
    )
    return validity_on(catalogue.today, document, endings)
