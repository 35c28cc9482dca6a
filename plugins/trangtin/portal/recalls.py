"""Papers that were taken back by others, and on which days that showed."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property

from trangtin.portal.catalogue import Catalogue
from trangtin.portal.relations import Relation, RelationKind, Relations

_Spell = tuple[date, bool]
"""From this day on the paper counts as taken back, or no longer does."""


class Recalls:
    """Who took back what, on any day.

    What a recalled paper replaced holds again, what it amended stands as it stood: a recall (Nghị định 30/2020/NĐ-CP,
    Điều 18) says that the paper should not have gone out. So a recall that was recalled takes nothing back either.
    """

    def __init__(self, catalogue: Catalogue, relations: Relations) -> None:
        """Nothing is worked out yet."""
        self._catalogue = catalogue
        self._relations = relations

    def since(self, relation: Relation) -> date | None:
        """The first day of a relation's effect; None where its paper has no date."""
        later = self._catalogue.documents[relation.source].head
        return later.effective or later.date

    def is_off(self, relation: Relation) -> bool:
        """Whether the paper that declares it was taken back by today: it does nothing to any other."""
        return self._is_recalled(relation.source, self._catalogue.today)

    def turns(self, relation: Relation) -> Iterator[date]:
        """The days up to today on which it was announced, began, was undone by a recall, or held again after that was.

        A later paper shows from the day it was published, and does what it does from the day it takes effect.
        """
        shown, since = self._shown(relation), self.since(relation)
        if since is None:
            return

        def state_on(day: date) -> tuple[bool, bool]:
            is_seen = shown is None or shown <= day
            is_said = is_seen and not self._is_recalled(relation.source, day)
            return is_said, is_said and since <= day

        days = {since, shown or since, *(day for day, _ in self._spells.get(relation.source, ()))}
        for day in sorted(days):
            if day <= self._catalogue.today and state_on(day) != state_on(day - timedelta(days=1)):
                yield day

    def _shown(self, relation: Relation) -> date | None:
        later = self._catalogue.documents[relation.source].head
        return later.published or later.date

    def _is_recalled(self, path: str, day: date) -> bool:
        return _state_on(self._spells.get(path, ()), day)

    @cached_property
    def _spells(self) -> Mapping[str, tuple[_Spell, ...]]:
        """The spells of each paper that was ever taken back, those first whose recalls nobody takes back.

        Of papers that recall each other in a circle (reported as a problem), those count that are decided already.
        """
        found: dict[str, tuple[_Spell, ...]] = {}
        for path in self._decided_first():
            decided = [each for each in self._recalls[path] if each[0] in found or each[0] not in self._recalls]
            found[path] = tuple(_changes(decided, found))
        return found

    def _decided_first(self) -> Iterator[str]:
        waiting = {
            path: {source for source, _ in made if source in self._recalls} for path, made in self._recalls.items()
        }
        recalled_by: dict[str, list[str]] = defaultdict(list)
        for path, sources in waiting.items():
            for source in sources:
                recalled_by[source].append(path)
        ready = sorted(path for path, sources in waiting.items() if not sources)
        while waiting:
            if not ready:  # a circle
                ready.append(min(waiting))
            path = ready.pop()
            if waiting.pop(path, None) is None:
                continue
            yield path
            for later in recalled_by[path]:
                if later in waiting:
                    waiting[later].discard(path)
                    if not waiting[later]:
                        ready.append(later)

    @cached_property
    def _recalls(self) -> Mapping[str, list[tuple[str, date]]]:
        """The papers that recall each one, with the first day on which readers see them do so."""
        found: dict[str, list[tuple[str, date]]] = defaultdict(list)
        for relation in self._relations.all:
            since = self.since(relation) if relation.kind is RelationKind.RECALLS else None
            if since is not None and relation.target is not None and self._catalogue.counts(relation.source):
                found[relation.target].append((relation.source, max(since, self._shown(relation) or since)))
        return dict(found)


def _changes(recalls: list[tuple[str, date]], known: Mapping[str, tuple[_Spell, ...]]) -> Iterator[_Spell]:
    days = {since for _, since in recalls} | {day for source, _ in recalls for day, _ in known.get(source, ())}
    was = False
    for day in sorted(days):
        now = any(since <= day and not _state_on(known.get(source, ()), day) for source, since in recalls)
        if now != was:
            yield day, now
        was = now


def _state_on(spells: tuple[_Spell, ...], day: date) -> bool:
    at = bisect_right(spells, day, key=lambda spell: spell[0])
    return at > 0 and spells[at - 1][1]
