"""What other documents do to one: the relations that count today, and what they leave of its force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trangtin.portal.catalogue import Catalogue
from trangtin.portal.recalls import Recalls
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
    """Seen from the other end: from when the declaring document has this effect; None if it has none (no date, or
    recalled itself)."""
    turns: tuple[date, ...] = ()
    """Seen from the other end: the days up to today on which it was announced, began, was undone by a recall, or held
    again after that was undone; of what changes nothing of this document's state (`IMPLEMENTS`) none."""


class Bearings:
    """What bears on each document, worked out once: the portal and its checks ask of the same ones."""

    def __init__(self, catalogue: Catalogue, relations: Relations) -> None:
        """Nothing is worked out before somebody asks."""
        self._catalogue = catalogue
        self._relations = relations
        self._recalls = Recalls(catalogue, relations)
        self._known: dict[str, tuple[Bearing, ...]] = {}

    def on(self, path: str) -> tuple[Bearing, ...]:
        """What a document declares, then what public ones declare of it.

        A withdrawn document bears on nothing, seen from either end.
        """
        found = self._known.get(path)
        if found is None:
            once: dict[object, Bearing] = {}
            for each in self._made(path):  # some name a paper by its number and by its path too
                once.setdefault((each.kind, each.is_forward, each.target or each.text), each)
            found = self._known[path] = tuple(once.values())
        return found

    def endings(self, path: str) -> Iterator[Bearing]:
        """Those of them that recall or replace it: now, from some day on, or without any effect."""
        ending = {RelationKind.REPLACES, RelationKind.RECALLS}
        return (each for each in self.on(path) if each.kind in ending and not each.is_forward)

    def validity_of(self, path: str) -> Validity:
        """Its force today, after all that bears on it."""
        endings = (Ending(each.since, each.kind is RelationKind.RECALLS) for each in self.endings(path))
        return validity_on(self._catalogue.today, self._catalogue.documents[path].head, endings)

    def recalled_on(self, path: str) -> date | None:
        """The first day on which it counts as recalled; None while it does not."""
        recalls = (each.since for each in self.endings(path) if each.kind is RelationKind.RECALLS)
        return min((day for day in recalls if day is not None and day <= self._catalogue.today), default=None)

    def _made(self, path: str) -> Iterator[Bearing]:
        if not self._catalogue.documents[path].head.is_withdrawn:
            for relation in self._relations.declared_by(path):
                if relation.target is None or self._catalogue.is_public(relation.target):
                    yield Bearing(relation.kind, True, relation.target, relation.text)
        recalls = self._recalls
        for relation in self._relations.pointing_at(path):
            if not self._catalogue.counts(relation.source):
                continue
            since = None if recalls.is_off(relation) else recalls.since(relation)
            turns = () if relation.kind is RelationKind.IMPLEMENTS else tuple(recalls.turns(relation))
            yield Bearing(relation.kind, False, relation.source, relation.text, since, turns)
