"""Who has what to do, and how it stands on a day: tasks given by documents and works registered in campaigns, alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from trangtin.content.campaign import Campaign, Undertaking, Work
from trangtin.content.document import Document, Task
from trangtin.content.entry import Entry
from trangtin.content.values.vocabulary import Labelled, WorkStatus
from trangtin.portal.entry_memory import EntryMemory
from trangtin.portal.open_work import Proof
from trangtin.portal.resolved import Resolved
from trangtin.portal.statements import Holder
from trangtin.portal.succession import Turn, turns_of, whose_turn


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
    state_for_readers: AssignmentState
    """Another than `state` only in a preview, where drafts show that it is done."""
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
    received_from: str | None
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

    proof: Proof
    proof_for_readers: Proof
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
    is_off_for_readers: bool
    campaign: str | None


class Assignments:
    """Makes the assignments of documents and campaigns on the catalogue's day."""

    def __init__(self, known: Resolved, memory: EntryMemory[tuple[Assignment, ...]]) -> None:
        """Keep what all of them need; `memory` has those that were made before."""
        self._catalogue = known.catalogue
        self._open_work = known.open_work
        self._for_readers = known.for_readers.open_work
        self._memory = memory
        self._turns: dict[str, tuple[Turn, ...]] = {}

    def of_document(self, entry: Entry[Document]) -> tuple[Assignment, ...]:
        """The tasks a document gives; those left open are off once it, or its campaign, was taken back or replaced."""
        return self._made(entry, entry.head.tasks, self._catalogue.campaign_of(entry)) if entry.head.tasks else ()

    def of_campaign(self, entry: Entry[Campaign], slug: str) -> tuple[Assignment, ...]:
        """The works registered in a campaign."""
        return self._made(entry, entry.head.works, slug)

    def _made(self, entry: Holder, items: Sequence[Task | Work], slug: str | None) -> tuple[Assignment, ...]:
        """They follow from the entry and from what is `around` it: nearly always as after the last edit."""
        catalogue = self._catalogue
        given, is_off = catalogue.given_on(entry), self._open_work.is_off(entry)
        is_off_for_readers = self._for_readers.is_off(entry) if self._has_drafts else is_off
        frame = _Frame(catalogue.today, catalogue.settings.due_soon_days, given, is_off, is_off_for_readers, slug)
        known = [self._known(entry, number, item) for number, item in enumerate(items, start=1)]
        around = frame, known
        made = self._memory.get(entry, around)
        if made is None:
            numbered = enumerate(zip(items, known, strict=True), start=1)
            made = tuple(_assignment(entry.path, number, item, each, frame) for number, (item, each) in numbered)
            self._memory.put(entry, around, made)
        return made

    def _known(self, entry: Holder, number: int, item: Task | Work) -> _Known:
        turns = self._turns.get(item.unit)
        if turns is None:
            turns = self._turns[item.unit] = turns_of(self._catalogue.public_units, item.unit)
        proof = self._open_work.proof_of(entry, number, item)
        for_readers = self._for_readers.proof_of(entry, number, item) if self._has_drafts else proof
        return _Known(proof, for_readers, turns)

    @property
    def _has_drafts(self) -> bool:
        return self._for_readers is not self._open_work


def _assignment(path: str, number: int, item: Task | Work, known: _Known, frame: _Frame) -> Assignment:
    is_done, done = known.proof.done(item, frame.given, frame.today)
    state = _state(item, is_done, done, frame)
    for_readers = known.proof_for_readers.done(item, frame.given, frame.today)
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
        state_for_readers=_state(item, *for_readers, frame._replace(is_off=frame.is_off_for_readers)),
        done=done,
        days_late=_days_late(state, item.due, done or frame.today),
        evidence=tuple(dict.fromkeys([*known.proof.own, *(each.source for each in known.proof.said)])),
        is_work=isinstance(item, Work),
        campaign=frame.campaign,
        received_from=item.unit if unit != item.unit else None,
    )


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
