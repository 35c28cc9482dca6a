"""What is still to be done: whose paper was taken back, and what shows that a task or work is done.

Asked by the model and by the checks, so that editors are told of what pages show and of nothing else. Why a task
counts as done, and since when: docs/decisions/0016-when-a-task-is-done.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from trangtin.content.campaign import Campaign, Undertaking
from trangtin.content.values.place import is_web
from trangtin.content.values.vocabulary import WorkStatus
from trangtin.portal.attachments import Attachments
from trangtin.portal.bearings import Bearings
from trangtin.portal.catalogue import Catalogue, said_on
from trangtin.portal.statements import Holder, Statement, Statements


class Proof(NamedTuple):
    """What shows that one task or work is done."""

    own: tuple[str, ...]
    """What the evidence in the plan leads to."""
    own_days: tuple[date, ...]
    """The days of the pages among it."""
    said: tuple[Statement, ...]
    """What pages say of it."""

    def done(self, item: Undertaking, given: date | None, today: date) -> Done:
        """Whether it is done on `today`, and since when; what is said of a day to come does not count yet."""
        if not self._is_done(item):
            return Done(False, None)
        day = self._day(item, given)
        return Done(True, day) if day is None or day <= today else Done(False, None)

    def _is_done(self, item: Undertaking) -> bool:
        """Whether it counts as done. A page that says so decides; evidence of its own may show only how far it is."""
        match item.status:
            case WorkStatus.DONE:
                return True
            case WorkStatus.CANCELLED:
                return False
            case WorkStatus.DOING:
                return bool(self.said)
            case _:
                return bool(self.said or self.own) or item.done is not None

    def _day(self, item: Undertaking, given: date | None) -> date | None:
        """The day it was done: as the plan says, else as a page says, else the day of the first evidence."""
        if item.done is not None:
            return item.done
        exact = [each.day for each in self.said if each.is_exact and each.day]
        days = exact or [*self.own_days, *(each.day for each in self.said if each.day)]
        # A paper older than the plan may bear a task out, but it is not the day on which it was done.
        return min((day for day in days if given is None or day >= given), default=None)


class Done(NamedTuple):
    """Whether something is done, and the day it was, where that is known."""

    is_done: bool
    day: date | None


class OpenWork:
    """Tells of every task and work whether somebody still has to do it."""

    def __init__(
        self, catalogue: Catalogue, attachments: Attachments, statements: Statements, bearings: Bearings
    ) -> None:
        """Nothing is worked out before somebody asks."""
        self._catalogue = catalogue
        self._attachments = attachments
        self._statements = statements
        self._bearings = bearings

    def is_off(self, holder: Holder) -> bool:
        """Whether nobody has to do what it leaves open: it or its campaign was withdrawn, or a later paper replaced it.

        A later paper replaces it from that paper's first day on.
        """
        head = holder.head
        if head.is_withdrawn or isinstance(head, Campaign):
            return head.is_withdrawn
        campaign = self._catalogue.campaign_entry(self._catalogue.documents[holder.path])
        is_gone = campaign is not None and campaign.head.is_withdrawn
        return is_gone or self._bearings.validity_of(holder.path).is_superseded

    def is_open(self, holder: Holder, number: int, item: Undertaking) -> bool:
        """Whether somebody still has to do task `number` (from 1), for all that can be read.

        What a page shows whose head has faults, nobody knows; the faults are reported at the page alone.
        """
        if item.status is WorkStatus.CANCELLED or self.is_off(holder) or self._names_broken(holder, item):
            return False
        return not self._is_done(holder, number, item, self.proof_of(holder, number, item))

    def is_open_again(self, holder: Holder, number: int, item: Undertaking) -> bool:
        """Whether it would be done, had no page been withdrawn."""
        if not self.is_open(holder, number, item):
            return False
        once = self._proof(holder, number, item, self._catalogue.is_public)
        return self._is_done(holder, number, item, once)

    def proof_of(self, holder: Holder, number: int, item: Undertaking) -> Proof:
        """What shows today that it is done: neither drafts nor what was withdrawn."""
        return self._proof(holder, number, item, self._catalogue.counts)

    def _is_done(self, holder: Holder, number: int, item: Undertaking, proof: Proof) -> bool:
        return proof.done(item, self._catalogue.given_on(holder), self._catalogue.today).is_done

    def _proof(self, holder: Holder, number: int, item: Undertaking, counts: Callable[[str], bool]) -> Proof:
        said = tuple(each for each in self._statements.about(holder.path, number) if counts(each.source))
        if not item.evidence:
            return Proof((), (), said)
        own = tuple(target for text in item.evidence if (target := self._target(holder.path, text, counts)))
        return Proof(own, tuple(self._days_of(own)), said)

    def _target(self, path: str, text: str, counts: Callable[[str], bool]) -> str | None:
        """The page, file or address that an evidence entry names; None for what does not count."""
        if is_web(text):
            return text
        target = self._catalogue.reading.layout.resolve(path, text)
        if target in self._catalogue.entries:
            return target if counts(target) else None
        if target in self._attachments.held_back and not self._catalogue.is_public(path):
            return target  # goes out with the plan that names it
        return self._attachments.target(target)

    def _days_of(self, targets: tuple[str, ...]) -> Iterator[date]:
        for target in targets:
            if (day := said_on(self._catalogue.entries.get(target))) is not None:
                yield day

    def _names_broken(self, holder: Holder, item: Undertaking) -> bool:
        resolve, entries = self._catalogue.reading.layout.resolve, self._catalogue.entries
        named = [resolve(holder.path, text) for text in item.evidence if not is_web(text)]
        return any(path in self._catalogue.broken or (path in entries and entries[path].unread) for path in named)
