"""What is set for which day, as calendars hold it: the days of campaigns, the steps of papers, deadlines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from trangtin.content.campaign import Anchor, Campaign, Milestone
from trangtin.content.document import Document
from trangtin.content.page import PageHead
from trangtin.content.text import fold, slug
from trangtin.content.values.dates import day_text
from trangtin.portal.assignments import Assignment, AssignmentState
from trangtin.portal.lifecycle import CampaignState
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.model import LinkedCampaign, Portal
from trangtin.portal.timeline import EventKind
from trangtin.views.parts.assignment_rows import named_on
from trangtin.views.parts.formats import as_campaign
from trangtin.views.parts.rows import unit_name


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """Something on one or several whole days."""

    key: str
    """What makes it the same event whatever changes about its day and, in a paper, its words; unique in the portal."""
    kind: str
    title: str
    first: date
    last: date
    """The last day, itself included."""
    text: str
    target: str
    """The page that tells more."""
    revised: date
    """Day of the last change of the file it is written in."""
    is_due: bool = False
    """Whether it is a deadline that somebody still has to meet, so that a reminder is worth while."""
    assignment: str | None = None
    """Key of the task or work whose deadline it is."""


Key = Callable[[Assignment], str]
"""From a task or work to the key of its deadline (`deadline_key`): made anew, or known."""


def deadline_key(item: Assignment) -> str:
    """By its id or place, as everywhere: its day may be moved, its words mended, its sub-unit merged."""
    return f"{item.source}#viec-{item.name}"


def campaign_events(campaign: LinkedCampaign, portal: Portal, key: Key = deadline_key) -> Iterator[CalendarEvent]:
    """All days of a campaign, its deadlines among them."""
    yield from campaign_steps(campaign, portal)
    yield from deadlines(campaign.assignments, portal, key)


def campaign_steps(campaign: LinkedCampaign, portal: Portal) -> Iterator[CalendarEvent]:
    """The period and the fixed days of a campaign; of one that was called off none stands."""
    if campaign.state is CampaignState.CALLED_OFF:
        return
    head, path = campaign.head, campaign.path
    revised = _revised(head, portal.today)
    about = f"{as_campaign(head.title)}{head.title}."

    def day(name: str, kind: EventKind, title: str, on: date, *, is_due: bool = False) -> CalendarEvent:
        return CalendarEvent(
            key=f"{path}#{name}",
            kind=kind.label,
            title=title,
            first=on,
            last=on,
            text=about,
            target=path,
            revised=revised,
            is_due=is_due,
        )

    yield CalendarEvent(
        key=f"{path}#dot",
        kind="Phong trào thi đua",
        title=head.title,
        first=head.start,
        last=head.end,
        text=head.summary or about,
        target=path,
        revised=revised,
    )
    if head.report_due:
        is_open = campaign.final_report is None
        title = f"Hạn báo cáo tổng kết: {head.title}"
        yield day("han-bao-cao", EventKind.REPORT_DUE, title, head.report_due, is_due=is_open)
    steps = [day("ngay-moc", EventKind.ANCHOR, head.anchor.name, head.anchor.date)] if head.anchor else []
    names = [slug(milestone.title) for milestone in head.milestones]  # a list that grows, by day: places would shift
    steps += _milestones(head.milestones, names, head.anchor, revised, path, about)
    for document in campaign.documents:
        if _sets_steps(document):
            since = _revised(document.head, portal.today)
            steps += _set_by(document, head.anchor, since, about)
    yield from _each_once(steps)


def loose_events(portal: Portal, key: Key = deadline_key) -> Iterator[CalendarEvent]:
    """Days that documents outside campaigns set."""
    for document in portal.documents:
        if document.campaign is None and not document.head.is_withdrawn:
            about = f"{portal.titles[document.path]}: {document.head.title}."
            revised = _revised(document.head, portal.today)
            if _sets_steps(document):
                yield from _set_by(document, None, revised, about)
            yield from deadlines(document.tasks, portal, key)


def deadlines(assignments: Iterable[Assignment], portal: Portal, key: Key = deadline_key) -> Iterator[CalendarEvent]:
    """The last days of tasks and works that have one and were not given up."""
    for item in assignments:
        if item.due is None or item.state is AssignmentState.CANCELLED:
            continue
        kind = EventKind.WORK_DUE if item.is_work else EventKind.TASK_DUE
        who = unit_name(portal, item.unit, named_on(item, portal))
        source = portal.titles[item.source]
        done = f" ngày {day_text(item.done)}" if item.done else ""
        text = f"{who}: {item.what}. Theo: {source}.{f' {item.state.label}{done}.' if item.state.is_done else ''}"
        revised = max(_revised(_head(portal, item.source), portal.today), item.done or _UNKNOWN)
        title = f"Hạn: {item.what} ({who})"
        is_due = item.state.is_open
        known = key(item)
        yield CalendarEvent(
            key=known,
            kind=kind.label,
            title=title,
            first=item.due,
            last=item.due,
            text=text,
            target=item.source,
            revised=revised,
            is_due=is_due,
            assignment=known,
        )


def _sets_steps(document: LinkedDocument) -> bool:
    """Whether its steps stand: with a paper that was recalled or replaced they are off, as in timelines."""
    return not (document.head.is_withdrawn or document.validity.is_superseded)


def _set_by(document: LinkedDocument, anchor: Anchor | None, revised: date, about: str) -> Iterator[CalendarEvent]:
    """The steps of a paper, which knows them by their places, like its tasks: only their spelling is ever mended."""
    milestones = document.head.milestones
    names = map(str, range(1, len(milestones) + 1))
    return _milestones(milestones, names, anchor, revised, document.path, about)


def _milestones(
    milestones: Iterable[Milestone], names: Iterable[str], anchor: Anchor | None, revised: date, path: str, about: str
) -> Iterator[CalendarEvent]:
    for milestone, name in zip(milestones, names, strict=True):
        day = milestone.day(anchor)
        if day is not None:
            key = f"{path}#moc-{name}"
            last = max(day, milestone.until or day)
            kind = EventKind.PHASE if last > day else EventKind.MILESTONE
            yield CalendarEvent(
                key=key,
                kind=kind.label,
                title=milestone.title,
                first=day,
                last=last,
                text=about,
                target=path,
                revised=revised,
            )


def _each_once(steps: Iterable[CalendarEvent]) -> Iterable[CalendarEvent]:
    """One of those that several files state of the same days in the same words; it leads where the timeline leads.

    That is the last of them, a paper where one states it. The key and the revision of the first, the campaign's own
    before all, leave it the same event when a plan repeats it, and when that plan is replaced.
    """
    once: dict[object, CalendarEvent] = {}
    for step in steps:
        words = (step.first, step.last, fold(step.title))
        once[words] = replace(once.setdefault(words, step), target=step.target)
    return once.values()


def _head(portal: Portal, path: str) -> PageHead:
    document = portal.document_at.get(path)
    if document is not None:
        return document.head
    return portal.campaign_at[path].head


def _revised(head: PageHead, today: date) -> date:
    """Day of the last change that is known; never one that an `updated` written later could lie before."""
    if isinstance(head, Document):
        return head.updated or head.published or head.date or _UNKNOWN
    if head.updated is None and isinstance(head, Campaign) and head.start <= today:
        return head.start  # before that it may yet be changed, and the day of the change be earlier
    return head.updated or _UNKNOWN


_UNKNOWN = date(2000, 1, 1)
