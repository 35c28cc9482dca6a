"""Papers that were taken back by others, and on which days that showed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from trangtin.portal.catalogue import Catalogue
from trangtin.portal.relations import Relation, RelationKind, Relations


class Recalls:
    """Who took back what, on any day.

    What a recalled paper replaced holds again, what it amended stands as it stood: a recall (Nghị định 30/2020/NĐ-CP,
    Điều 18) says that the paper should not have gone out. Papers that recall each other in a circle are told as a
    problem.
    """

    def __init__(self, catalogue: Catalogue, relations: Relations) -> None:
        """Nothing is worked out before somebody asks."""
        self._catalogue = catalogue
        self._relations = relations

    def counting(self, path: str) -> Iterator[Relation]:
        """What papers that count declare towards one."""
        return (each for each in self._relations.pointing_at(path) if self._catalogue.counts(each.source))

    def since(self, relation: Relation) -> date | None:
        """The first day of a relation's effect; None where its paper has no date."""
        later = self._catalogue.documents[relation.source].head
        return later.effective or later.date

    def is_off(self, relation: Relation) -> bool:
        """Whether the paper that declares it was taken back, by one that was not: it does nothing to any other."""
        return self._is_recalled(relation.source, frozenset({relation.target or ""}), self._catalogue.today)

    def turns(self, relation: Relation) -> Iterator[date]:
        """The days up to today on which it was announced, began, was undone by a recall, or held again after that was.

        A later paper shows from the day it was published, and does what it does from the day it takes effect.
        """
        shown, since = self._shown(relation), self.since(relation)
        if since is None:
            return
        ends = frozenset({relation.target or ""})

        def told(day: date) -> tuple[bool, bool]:
            is_seen = shown is None or shown <= day
            is_told = is_seen and not self._is_recalled(relation.source, ends, day)
            return is_told, is_told and since <= day

        days = {since, shown or since, *self._days(relation.source, ends)}
        for day in sorted(days):
            if day <= self._catalogue.today and told(day) != told(day - timedelta(days=1)):
                yield day

    def _shown(self, relation: Relation) -> date | None:
        later = self._catalogue.documents[relation.source].head
        return later.published or later.date

    def _is_recalled(self, path: str, passed: frozenset[str], day: date) -> bool:
        return any(
            since <= day and not self._is_recalled(source, passed | {path}, day)
            for source, since in self._of(path, passed)
        )

    def _days(self, path: str, passed: frozenset[str]) -> Iterator[date]:
        """The days of the recalls that reach it, of those that reach these, and so on, come to anything or not."""
        for source, since in self._of(path, passed):
            yield since
            yield from self._days(source, passed | {path})

    def _of(self, path: str, passed: frozenset[str]) -> Iterator[tuple[str, date]]:
        """The papers that recall it, each with the first day on which readers see it do so."""
        for relation in self.counting(path):
            since = self.since(relation)
            if relation.kind is RelationKind.RECALLS and relation.source not in passed and since is not None:
                yield relation.source, max(since, self._shown(relation) or since)
