"""What other documents do to one: the relations that count today, and what they leave of its force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

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


def bearings_of(catalogue: Catalogue, relations: Relations, path: str) -> Iterator[Bearing]:
    """What a document declares, then what public ones declare of it.

    A withdrawn document bears on nothing, seen from either end.
    """
    if not catalogue.documents[path].head.is_withdrawn:
        for relation in relations.declared_by(path):
            if relation.target is None or catalogue.is_public(relation.target):
                yield Bearing(relation.kind, True, relation.target, relation.text)
    for relation in _counting(catalogue, relations, path):
        is_off = _is_recalled(catalogue, relations, relation.source, frozenset({path}))
        since = None if is_off else _since(catalogue, relation)
        yield Bearing(relation.kind, False, relation.source, relation.text, since)


def _counting(catalogue: Catalogue, relations: Relations, path: str) -> Iterator[Relation]:
    for relation in relations.pointing_at(path):
        if catalogue.is_public(relation.source) and not catalogue.documents[relation.source].head.is_withdrawn:
            yield relation


def _since(catalogue: Catalogue, relation: Relation) -> date | None:
    later = catalogue.documents[relation.source].head
    return later.effective or later.date


def _is_recalled(catalogue: Catalogue, relations: Relations, path: str, passed: frozenset[str]) -> bool:
    """Whether it was taken back, by a paper that was not: from then on it does nothing to any other.

    What was replaced holds again, what was amended stands as it stood: a recall (Nghị định 30/2020/NĐ-CP, Điều 18) says
    that the paper should not have gone out. Papers that recall each other in a circle are told as a problem.
    """
    return any(
        relation.kind is RelationKind.RECALLS
        and relation.source not in passed
        and (since := _since(catalogue, relation)) is not None
        and since <= catalogue.today
        and not _is_recalled(catalogue, relations, relation.source, passed | {path})
        for relation in _counting(catalogue, relations, path)
    )


def validity_of(catalogue: Catalogue, document: Document, bearings: Iterable[Bearing]) -> Validity:
    """Its force today, after all that bears on it."""
    endings = (
        Ending(bearing.since, bearing.kind is RelationKind.RECALLS)
        for bearing in bearings
        if bearing.kind in {RelationKind.REPLACES, RelationKind.RECALLS} and not bearing.is_forward
    )
    return validity_on(catalogue.today, document, endings)
