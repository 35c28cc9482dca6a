"""Who has what to do, and how it stands on a day: tasks given by documents and works registered in campaigns, alike.

Why a task counts as done, and since when: docs/decisions/0016-when-a-task-is-done.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from trangtin.content.campaign import Campaign, Undertaking, Work
from trangtin.content.document import Document, Task
from trangtin.content.entry import Entry
from trangtin.content.evidence import EvidenceHead
from trangtin.content.values.place import is_web
from trangtin.content.values.vocabulary import Labelled, WorkStatus
from trangtin.portal.attachments import Attachments
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.entry_memory import EntryMemory
from trangtin.portal.statements import Statement, Statements
from trangtin.portal.succession import Turn, turns_of, whose_turn
from trangtin.portal.validity import Validity


class AssignmentState(Labelled):
    """How an assignment stands on a day; what needs somebody's attention first."""

    OVERDUE = ("qua-han", "Quá hạn")
    DUE_SOON = ("sap-den-han", "Sắp đến hạn")
    DOING = ("dang-lam", "Đang làm")
    NOT_DUE = ("chua-den-han", "Chưa đến hạn")
    UNDATED = ("chua-xong", "Chưa xong")
    """Has no due date and was not begun: nobody can say that its day did not come yet."""
    DONE_LATE = ("xong-muon", "Xong muộn")
    DONE_ON_TIME = ("xong-dung-han", "Xong đúng hạn")
    DONE = ("xong", "Đã xong")
    """The day it was done, or the day it was due, is not known."""
    CANCELLED = ("da-huy", "Đã hủy")

    @property
    def in_sums(self) -> str:
        """What many of them are called beside other states: a bare `chưa xong` would seem to hold what is overdue."""
        return f"{self.label} (không ghi hạn)" if self is AssignmentState.UNDATED else self.label

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do because it was done."""
        done = AssignmentState.DONE, AssignmentState.DONE_ON_TIME, AssignmentState.DONE_LATE
        return self in done

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do it."""
        return not self.is_done and self is not AssignmentState.CANCELLED


@dataclass(frozen=True, slots=True)
class Assignment:
    """One thing one sub-unit has to do."""

    source: str
    """Path of the document or campaign it comes from."""
    number: int
    """Its place there, from 1."""
    id: str | None
    """Its id there, if the editor gave it one."""
    unit: str
    """Id of the sub-unit it counts for everywhere: where the one it was given to was merged, the one that does it
    today, and once done the one whose work it was on that day."""
    what: str
    given: date | None
    """The day from which it could be done (`Catalogue.given_on`); sub-units bear their names of that day."""
    due: date | None
    state: AssignmentState
    done: date | None
    """The day it was done, where it is done and the day is known."""
    days_late: int
    """Days from the due date to the day it was done, or to today while it is overdue; else 0."""
    evidence: tuple[str, ...]
    """Repository paths of public pages, published files (`file:` before their path), or web addresses."""
    is_work: bool
    """True for a registered work, False for a task."""
    campaign: str | None
    """Slug of the campaign."""
    received_from: str | None = None
    """Id of the sub-unit it was given to, where that was merged and left it to `unit`."""

    @property
    def key(self) -> str:
        """What it is named by all over the portal: `plans/2021/bau-cu/12.md#3`, `…/index.md#tu-sach`."""
        return f"{self.source}#{self.name}"

    @property
    def name(self) -> str:
        """Its id, else its number: what stands behind the `#` of `evidence_for`."""
        return self.id or str(self.number)


class _Known(NamedTuple):
    """What other entries say of one task, and of who does it."""

    own: tuple[str, ...]
    """What the evidence in the plan leads to."""
    own_days: tuple[date, ...]
    """The days of the pages among it."""
    said: tuple[Statement, ...]
    """What public pages say of it."""
    turns: tuple[Turn, ...]
    """Whose work it is, one after the other."""


class _Frame(NamedTuple):
    """What the assignments of one document or campaign share."""

    today: date
    soon: int
    """Days before the due date from which it is near."""
    given: date | None
    is_off: bool
    """Whether the document lost its force or its campaign was taken back, and with it what is left open."""
    campaign: str | None


class Assignments:
    """Makes the assignments of documents and campaigns on the catalogue's day."""

    def __init__(
        self,
        catalogue: Catalogue,
        attachments: Attachments,
        statements: Statements,
        memory: EntryMemory[tuple[Assignment, ...]],
    ) -> None:
        """Keep what all of them need; `memory` has those that were made before."""
        self._catalogue = catalogue
        self._attachments = attachments
        self._statements = statements
        self._memory = memory
        self._turns: dict[str, tuple[Turn, ...]] = {}

    def of_document(self, entry: Entry[Document], validity: Validity) -> tuple[Assignment, ...]:
        """The tasks a document gives; those left open are off once it, or its campaign, was taken back or replaced."""
        if not entry.head.tasks:
            return ()
        slug = self._catalogue.campaign_of(entry)
        is_off = validity.is_superseded or self._is_gone(slug)
        return self._made(entry, entry.head.tasks, self._catalogue.given_on(entry), is_off, slug)

    def of_campaign(self, entry: Entry[Campaign], slug: str) -> tuple[Assignment, ...]:
        """The works registered in a campaign."""
        return self._made(entry, entry.head.works, entry.head.start, False, slug)

    def _is_gone(self, slug: str | None) -> bool:
        campaign = self._catalogue.campaigns.get(slug or "")
        return campaign is not None and campaign.head.is_withdrawn

    def _made(
        self,
        entry: Entry[Document] | Entry[Campaign],
        items: Sequence[Task | Work],
        given: date | None,
        is_off: bool,
        slug: str | None,
    ) -> tuple[Assignment, ...]:
        """They follow from the entry and from what is `around` it: nearly always as after the last edit."""
        settings = self._catalogue.settings
        frame = _Frame(self._catalogue.today, settings.due_soon_days, given, is_off, slug)
        known = [self._known(entry.path, number, item) for number, item in enumerate(items, start=1)]
        around = frame, known
        made = self._memory.get("assignments", entry, around)
        if made is None:
            numbered = enumerate(zip(items, known, strict=True), start=1)
            made = tuple(_assignment(entry.path, number, item, each, frame) for number, (item, each) in numbered)
            self._memory.put("assignments", entry, around, made)
        return made

    def _known(self, path: str, number: int, item: Task | Work) -> _Known:
        said = tuple(each for each in self._statements.about(path, number) if self._catalogue.counts(each.source))
        turns = self._turns.get(item.unit)
        if turns is None:
            turns = self._turns[item.unit] = turns_of(self._catalogue.public_units, item.unit)
        if not item.evidence:
            return _Known((), (), said, turns)
        own = tuple(target for text in item.evidence if (target := self._target(path, text)))
        return _Known(own, tuple(self._days_of(own)), said, turns)

    def _target(self, path: str, text: str) -> str | None:
        """The page, file or address that an evidence entry names; None for what is not public or was taken back."""
        if is_web(text):
            return text
        target = self._catalogue.reading.layout.resolve(path, text)
        if target in self._catalogue.entries:
            return target if self._catalogue.counts(target) else None
        return self._attachments.target(target)

    def _days_of(self, targets: Sequence[str]) -> Iterator[date]:
        for target in targets:
            entry = self._catalogue.entries.get(target)
            if entry is not None and isinstance(entry.head, EvidenceHead) and entry.head.said_on:
                yield entry.head.said_on


def _assignment(path: str, number: int, item: Task | Work, known: _Known, frame: _Frame) -> Assignment:
    is_done = _is_done(item, bool(known.own), bool(known.said))
    done = _day_done(item, known, frame.given) if is_done else None
    if done is not None and done > frame.today:  # told ahead: not yet
        is_done, done = False, None
    state = _state(item, is_done, done, frame)
    counted_on = frame.today if state.is_open else done
    # What was given up, or done on a day that nobody knows, stays with whom it was given to.
    unit = whose_turn(known.turns, counted_on) if counted_on is not None else item.unit
    return Assignment(
        source=path,
        number=number,
        id=item.id,
        unit=unit,
        what=item.title if isinstance(item, Work) else item.do,
        given=frame.given,
        due=item.due,
        state=state,
        done=done,
        days_late=_days_late(state, item.due, done or frame.today),
        evidence=tuple(dict.fromkeys([*known.own, *(each.source for each in known.said)])),
        is_work=isinstance(item, Work),
        campaign=frame.campaign,
        received_from=item.unit if unit != item.unit else None,
    )


def _day_done(item: Undertaking, known: _Known, given: date | None) -> date | None:
    """As the plan says, else as a page says, else the day of the first evidence: from then on it stood as done."""
    if item.done is not None:
        return item.done
    exact = [each.day for each in known.said if each.is_exact and each.day]
    days = exact or [*known.own_days, *(each.day for each in known.said if each.day)]
    # A paper older than the plan may bear a task out, but it is not the day on which it was done.
    return min((day for day in days if given is None or day >= given), default=None)


def _is_done(item: Undertaking, has_evidence: bool, is_said: bool) -> bool:
    """What is only begun may have evidence of its own to show how far it is; what pages say closes it."""
    match item.status:
        case WorkStatus.DONE:
            return True
        case WorkStatus.CANCELLED:
            return False
        case WorkStatus.DOING:
            return is_said
        case _:
            return is_said or has_evidence or item.done is not None


def _state(item: Undertaking, is_done: bool, done: date | None, frame: _Frame) -> AssignmentState:
    if is_done:
        if item.due is None or done is None:
            return AssignmentState.DONE
        return AssignmentState.DONE_LATE if done > item.due else AssignmentState.DONE_ON_TIME
    if frame.is_off or item.status is WorkStatus.CANCELLED:
        return AssignmentState.CANCELLED
    if item.due is not None and item.due < frame.today:
        return AssignmentState.OVERDUE
    if item.due is not None and (item.due - frame.today).days <= frame.soon:
        return AssignmentState.DUE_SOON
    if item.status is WorkStatus.DOING:
        return AssignmentState.DOING
    return AssignmentState.UNDATED if item.due is None else AssignmentState.NOT_DUE


def _days_late(state: AssignmentState, due: date | None, day: date) -> int:
    if due is None or state not in (AssignmentState.OVERDUE, AssignmentState.DONE_LATE):
        return 0
    return (day - due).days
