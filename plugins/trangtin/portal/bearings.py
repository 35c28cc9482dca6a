"""What other documents do to one: the relations that count today, and what they leave of its force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from trangtin.content.document import Document
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.relations import RelationKind, Relations
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
    """From when the declaring document has this effect; None if it has none (no date, or withdrawn)."""


def bearings_of(catalogue: Catalogue, relations: Relations, path: str) -> Iterator[Bearing]:
    """What a document declares, then what public ones declare of it.

    A withdrawn document bears on nothing, seen from either end.
    """
    if not catalogue.documents[path].head.is_withdrawn:
        for relation in relations.declared_by(path):
            if relation.target is None or catalogue.is_public(relation.target):
                yield Bearing(relation.kind, True, relation.target, relation.text)
    for relation in relations.pointing_at(path):
        later = catalogue.documents[relation.source].head
        if catalogue.is_public(relation.source) and not later.is_withdrawn:
            yield Bearing(relation.kind, False, relation.source, relation.text, later.effective or later.date)


def validity_of(catalogue: Catalogue, document: Document, bearings: Iterable[Bearing]) -> Validity:
    """Its force today, after all that bears on it."""
    endings = (
        Ending(bearing.since, bearing.kind is RelationKind.RECALLS)
        for bearing in bearings
        if bearing.kind in {RelationKind.REPLACES, RelationKind.RECALLS} and not bearing.is_forward
    )
    return validity_on(catalogue.today, document, endings)
