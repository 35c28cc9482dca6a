"""One line of time per campaign: what was set, what was done, what is to come."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from trangtin.content.campaign import Anchor, Campaign, Milestone
from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.text import fold
from trangtin.content.values.vocabulary import Labelled
from trangtin.portal.assignments import Assignment, AssignmentState


class EventKind(Labelled):
    """What an event is; on one day they stand in this order."""

    START = ("bat-dau", "Bắt đầu")
    ANCHOR = ("ngay-moc", "Ngày mốc")
    PHASE_END = ("het-giai-doan", "Hết giai đoạn")
    PHASE = ("giai-doan", "Giai đoạn")
    MILESTONE = ("moc", "Mốc")
    DOCUMENT = ("van-ban", "Văn bản")
    REPORT = ("bao-cao", "Báo cáo")
    AWARD = ("khen-thuong", "Khen thưởng")
    NEWS = ("tin", "Tin")
    TASK_DUE = ("han-viec", "Hạn nhiệm vụ")
    WORK_DUE = ("han-cong-trinh", "Hạn công trình, phần việc")
    END = ("ket-thuc", "Kết thúc")
    REPORT_DUE = ("han-bao-cao", "Hạn báo cáo")


@dataclass(frozen=True, slots=True)
class Event:
    """Something on one day."""

    day: date
    kind: EventKind
    title: str
    target: str | None = None
    """Path of the page that tells more."""
    unit: str | None = None
    """Id of the sub-unit concerned."""
    state: AssignmentState | None = None
    """For due dates: how the assignment stands."""
    until: date | None = None
    """For phases: the last day."""


_ORDER = {kind: index for index, kind in enumerate(EventKind)}


def timeline_of(
    campaign: Entry[Campaign],
    documents: Iterable[Entry[Document]],
    news: Iterable[Entry[News]],
    assignments: Iterable[Assignment],
    superseded: Collection[str] = (),
    stopped_on: date | None = None,
) -> tuple[Event, ...]:
    """All events of a campaign by day; those of one day in the order of `EventKind`.

    Of `superseded` documents (paths) it tells that they were issued, and none of the steps that they set.
    Of what was set for the day `stopped_on`, on which the campaign was called off, or for a later one nothing came.
    What two places tell of one day in the same words, or as the end of the campaign and of a phase, is one event; of a
    step that a paper sets too it is the paper that tells more.
    """
    events = [*_own(campaign.head), *_news(news), *_due(assignments)]
    for entry in documents:
        events += _issued(entry)
        if entry.path not in superseded:
            events += _milestones(entry.head.milestones, campaign.head.anchor, entry.path)
    last = stopped_on or date.max
    told = (event for event in _each_once(events) if event.day < last or event.kind not in _SET)
    return tuple(sorted(told, key=lambda event: (event.day, _ORDER[event.kind], event.title)))


def _each_once(events: Sequence[Event]) -> Iterator[Event]:
    anchors = {(event.day, fold(event.title)) for event in events if event.kind is EventKind.ANCHOR}
    papers = {_words(event): event.target for event in events if event.kind in _STEPS and event.target}
    steps = {(day, words): paper for (day, kind, _, words), paper in papers.items() if kind is EventKind.MILESTONE}
    last = next(event.day for event in events if event.kind is EventKind.END)
    ended = dict.fromkeys(event.title for event in events if event.kind is EventKind.PHASE_END and event.day == last)
    met = set[object]()
    for event in events:
        if event.kind is EventKind.ANCHOR:
            yield replace(event, target=steps.get((event.day, fold(event.title))))
        elif event.kind is EventKind.END and ended:
            yield replace(event, title=f"{event.title}; hết giai đoạn: {'; '.join(ended)}")
        elif event.kind not in _STEPS:
            yield event
        elif not (
            _words(event) in met
            or (event.kind is EventKind.MILESTONE and (event.day, fold(event.title)) in anchors)
            or (event.kind is EventKind.PHASE_END and event.day == last)
        ):
            met.add(_words(event))
            yield replace(event, target=papers.get(_words(event)))


_STEPS = {EventKind.MILESTONE, EventKind.PHASE, EventKind.PHASE_END}


_SET = {*_STEPS, EventKind.START, EventKind.ANCHOR, EventKind.END, EventKind.REPORT_DUE}
"""What a campaign and its papers set before it comes; the last days of tasks have states of their own."""


def _words(event: Event) -> tuple[date, EventKind, date | None, str]:
    """A step in words by which two places are seen to tell of the same."""
    return event.day, event.kind, event.until, fold(event.title)


def _own(head: Campaign) -> Iterator[Event]:
    yield Event(head.start, EventKind.START, "Bắt đầu phong trào")
    yield Event(head.end, EventKind.END, "Kết thúc phong trào")
    if head.report_due:
        yield Event(head.report_due, EventKind.REPORT_DUE, "Hạn báo cáo tổng kết")
    if head.anchor:
        yield Event(head.anchor.date, EventKind.ANCHOR, head.anchor.name)
    yield from _milestones(head.milestones, head.anchor, None)


def _milestones(milestones: Iterable[Milestone], anchor: Anchor | None, target: str | None) -> Iterator[Event]:
    for milestone in milestones:
        day, last = milestone.day(anchor), milestone.until
        if day is None:
            continue
        if last is None or last <= day:  # a phase counted from an anchor may turn out to end before it begins
            yield Event(day, EventKind.MILESTONE, milestone.title, target)
        else:
            yield Event(day, EventKind.PHASE, milestone.title, target, until=last)
            yield Event(last, EventKind.PHASE_END, milestone.title, target)


def _issued(entry: Entry[Document]) -> Iterator[Event]:
    head = entry.head
    if head.date is not None:
        kind = EventKind.AWARD if head.awards else EventKind.REPORT if head.type.code == "BC" else EventKind.DOCUMENT
        number = f" {head.number}" if head.number else ""
        yield Event(head.date, kind, f"{head.type.name}{number}: {head.title}", entry.path)


def _news(news: Iterable[Entry[News]]) -> Iterator[Event]:
    for entry in news:
        yield Event(entry.head.date, EventKind.NEWS, entry.head.title, entry.path, entry.head.unit)


def _due(assignments: Iterable[Assignment]) -> Iterator[Event]:
    for item in assignments:
        if item.due is not None and item.state is not AssignmentState.CANCELLED:
            kind = EventKind.WORK_DUE if item.is_work else EventKind.TASK_DUE
            yield Event(item.due, kind, item.what, item.source, item.unit, item.state)
