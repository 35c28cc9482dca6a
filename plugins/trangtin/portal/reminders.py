"""What falls due in the coming days, and what is overdue: of tasks, works and campaigns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from trangtin.content.text import fold
from trangtin.content.values.vocabulary import Labelled
from trangtin.portal.assignments import Assignment
from trangtin.portal.duties.working_days import work_calendar
from trangtin.portal.handover import leading_today, with_origin
from trangtin.portal.lifecycle import CampaignState
from trangtin.portal.model import LinkedCampaign, Portal
from trangtin.portal.statements import item_line
from trangtin.portal.timeline import Event, EventKind


class ReminderKind(Labelled):
    """What is to be done on the day."""

    TASK = ("nhiem-vu", "Nhiệm vụ")
    WORK = ("cong-trinh", "Công trình, phần việc")
    MILESTONE = ("moc", "Mốc")
    START = ("bat-dau", "Bắt đầu phong trào")
    END = ("ket-thuc", "Kết thúc phong trào")
    REPORT = ("bao-cao", "Báo cáo tổng kết")
    PUBLISH = ("dang-van-ban", "Văn bản cơ quan khác gửi đến")
    """For editors alone: what waits is not public."""


_ORDER = {kind: place for place, kind in enumerate(ReminderKind)}
_STEPS = {
    EventKind.MILESTONE: ReminderKind.MILESTONE,
    EventKind.ANCHOR: ReminderKind.MILESTONE,
    EventKind.START: ReminderKind.START,
    EventKind.END: ReminderKind.END,
}


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing that somebody is to be reminded of."""

    due: date
    days_left: int
    """From today; negative while overdue."""
    kind: ReminderKind
    what: str
    unit: str | None
    """Id of the sub-unit that answers for it; None where nobody is in charge of a campaign (any more)."""
    campaign: str | None
    """Slug of the campaign, of a task outside campaigns None."""
    source: str
    """Path of the file that says so."""
    line: int
    """Where in it."""
    is_day_off: bool = False
    """Whether the office is closed on that day (weekend, public holiday): whoever waits till then finds nobody."""
    awaits_draft: bool = False
    """Whether a draft that a preview shows would settle it, once it is published."""


def reminders_of(portal: Portal, days: int) -> tuple[Reminder, ...]:
    """What is overdue or falls due from today to `days` days on, the longest overdue first: for readers, not by drafts.

    Steps of a campaign (milestones, first and last day) are told before they come, never after.
    """
    steps = (each for campaign in portal.campaigns for each in _steps(portal, campaign, days))
    return in_order(portal, (*_assigned(portal, days), *steps))


def in_order(portal: Portal, found: Iterable[Reminder]) -> tuple[Reminder, ...]:
    """The longest overdue first, each knowing whether its day is a day off."""
    calendar = work_calendar(portal.settings.duties)
    dated = (replace(each, is_day_off=not calendar.is_working_day(each.due)) for each in found)
    return tuple(sorted(dated, key=lambda each: (each.due, _ORDER[each.kind], each.what, each.source)))


def _assigned(portal: Portal, days: int) -> Iterator[Reminder]:
    for item, due in _open_until(portal.assignments, portal.today + timedelta(days)):
        kind = ReminderKind.WORK if item.is_work else ReminderKind.TASK
        left, line = (due - portal.today).days, _line(portal, item)
        yield Reminder(
            due=due,
            days_left=left,
            kind=kind,
            what=with_origin(item, portal),
            unit=item.unit,
            campaign=item.campaign,
            source=item.source,
            line=line,
            awaits_draft=not item.state.is_open,
        )


def _line(portal: Portal, item: Assignment) -> int:
    holder = portal.campaign_at[item.source] if item.is_work else portal.document_at[item.source]
    return item_line(holder.entry, item.number)


def _open_until(assignments: Iterable[Assignment], last: date) -> Iterator[tuple[Assignment, date]]:
    return (
        (item, item.due) for item in assignments if item.state_for_readers.is_open and item.due and item.due <= last
    )


def _steps(portal: Portal, campaign: LinkedCampaign, days: int) -> Iterator[Reminder]:
    if campaign.head.is_withdrawn or campaign.for_readers.state is CampaignState.CALLED_OFF:
        return
    reminder = partial(Reminder, unit=leading_today(portal, campaign), campaign=campaign.slug)
    for event in campaign.timeline:
        left = (event.day - portal.today).days
        kind = _STEPS.get(event.kind)
        if kind is not None and 0 <= left <= days:
            source, line = _stated(portal, campaign, event)
            yield reminder(event.day, left, kind, event.title, source=source, line=line)
    due = campaign.head.report_due
    left = (due - portal.today).days if due else 0
    if due is not None and campaign.for_readers.report is None and left <= days:
        yield reminder(
            due,
            left,
            ReminderKind.REPORT,
            "Báo cáo tổng kết phong trào",
            source=campaign.path,
            line=campaign.entry.line("report_due"),
            awaits_draft=campaign.final_report is not None,
        )


_KEYS = {EventKind.START: "start", EventKind.END: "end", EventKind.ANCHOR: "anchor"}


def _stated(portal: Portal, campaign: LinkedCampaign, event: Event) -> tuple[str, int]:
    """The file that says so, and where: the line of the step itself, since a plan may set many."""
    entry = portal.document_at[event.target].entry if event.target else campaign.entry
    for place, step in enumerate(entry.head.milestones):
        if step.day(campaign.head.anchor) == event.day and fold(step.title) == fold(event.title):
            return entry.path, entry.line("milestones", place)
    return entry.path, entry.line(_KEYS.get(event.kind, "milestones"))
