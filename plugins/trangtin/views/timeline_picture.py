"""The timeline of a campaign as a picture: what was planned beside what was done, in lanes over one line of days.

Places run from 0 to `WIDE`, shapes are SVG paths over them. Each lane has its text, so that a screen reader reads the
picture as a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trangtin.content.values.dates import day_text
from trangtin.content.values.quantity import number_text
from trangtin.portal.assignments import Assignment, AssignmentState
from trangtin.portal.model import LinkedCampaign, Portal
from trangtin.portal.timeline import Event, EventKind
from trangtin.views.parts.assignment_rows import by_unit
from trangtin.views.parts.link import Link
from trangtin.views.parts.rows import unit_name

WIDE = 1000
MOST_LABELS = 4
MOST_LANES = 40
"""Lanes for sub-units; those beyond share one."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of mark in a lane."""

    kind: str
    """`span` (from the first day to the last), `due`, `done`, `late` (done late), `over` (overdue), `mark` (a day)."""
    path: str
    """Its marks as one SVG path."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the picture: the campaign, a phase, its fixed days, or a sub-unit."""

    name: Link
    text: str
    """What it shows, in words."""
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A day on the axis."""

    at: str
    """Place in percent of the width."""
    text: str
    side: str
    """`start`, `middle` or `end`: how the text is aligned at its place, so that none leaves the picture."""


@dataclass(frozen=True, slots=True)
class TimelinePicture:
    """The whole picture."""

    summary: str
    """What it shows, in a sentence."""
    lanes: tuple[Lane, ...]
    labels: tuple[Label, ...]
    grid: str
    """Path of the lines at the labels, drawn in every lane."""
    today: str
    """Path of today's line, drawn in every lane; empty where today lies outside."""


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    def at(self, day: date) -> int:
        days = max((self.last - self.first).days, 1)
        return round((day - self.first).days * WIDE / days)


def timeline_picture(campaign: LinkedCampaign, portal: Portal) -> TimelinePicture:
    """The picture of one campaign on the portal's day."""
    head, today = campaign.head, portal.today
    scale = _Scale(*_ends(campaign, today))
    labels = tuple(_labels(scale))
    lanes = [
        Lane(Link("Cả phong trào"), _days(head.start, head.end), (_span(scale, head.start, head.end),)),
        *(
            Lane(Link(event.title), _days(event.day, event.until), (_span(scale, event.day, event.until),))
            for event in campaign.timeline
            if event.kind is EventKind.PHASE and event.until is not None
        ),
        *_fixed(campaign, scale),
        *_unit_lanes(campaign, portal, scale),
    ]
    is_inside = scale.first <= today <= scale.last
    return TimelinePicture(
        f"Từ {day_text(scale.first)} đến {day_text(scale.last)}; hôm nay {day_text(today)}"
        f"{'' if is_inside else ' nằm ngoài khoảng này'}.",
        tuple(lanes),
        labels,
        "".join(_through(scale.at(day)) for day in _label_days(scale)),
        _through(scale.at(today)) if is_inside else "",
    )


def _ends(campaign: LinkedCampaign, today: date) -> tuple[date, date]:
    """First and last day of the picture.

    From the campaign's first day to the last on which anything was set or done; to today at least while something is
    open.
    """
    days = [campaign.head.start, campaign.head.end]
    for event in campaign.timeline:
        if event.kind in _FIXED or event.kind is EventKind.PHASE:
            days += [event.day, event.until or event.day]
    for item in filter(_is_meant, campaign.assignments):
        days += [day for day in (item.due, item.done) if day is not None]
        days += [today] if item.state is AssignmentState.OVERDUE else []
    return min(days), max(days)


def _is_meant(item: Assignment) -> bool:
    """Whether it is drawn: what was given up stands in words only."""
    return item.state is not AssignmentState.CANCELLED


_FIXED = {EventKind.ANCHOR, EventKind.MILESTONE, EventKind.REPORT, EventKind.AWARD, EventKind.REPORT_DUE}
"""What the lane of fixed days marks."""


def _fixed(campaign: LinkedCampaign, scale: _Scale) -> Iterator[Lane]:
    events: Sequence[Event] = [event for event in campaign.timeline if event.kind in _FIXED]
    if events:
        days = sorted({event.day for event in events})
        text = f"{number_text(len(events))} mốc, {_days(days[0], days[-1])}"
        # A line of no length with square ends is a mark on a screen and nothing on paper (Chromium's PDF).
        yield Lane(Link("Các mốc"), text, (Shape("mark", "".join(f"M{scale.at(day)} 12h1" for day in days)),))


def _unit_lanes(campaign: LinkedCampaign, portal: Portal, scale: _Scale) -> Iterator[Lane]:
    groups = by_unit(campaign, portal)
    order = [unit for unit in groups if unit]
    for unit in order[:MOST_LANES]:
        yield _unit_lane(unit_name(portal, unit, campaign.over_on), groups[unit], scale)
    rest = [item for unit in (*order[MOST_LANES:], "") for item in groups.get(unit, ())]
    if rest:
        yield _unit_lane("Các đơn vị khác", rest, scale)


def _unit_lane(name: str, items: Sequence[Assignment], scale: _Scale) -> Lane:
    shapes = (_planned(items, scale), *_marks(items, scale))
    return Lane(Link(name), _counts(items), tuple(shape for shape in shapes if shape.path))


def _planned(items: Iterable[Assignment], scale: _Scale) -> Shape:
    meant = filter(_is_meant, items)
    days = [(max(item.given or scale.first, scale.first), item.due) for item in meant if item.due is not None]
    if not days:
        return Shape("span", "")
    return _span(scale, min(given for given, _ in days), max(due for _, due in days))


def _marks(items: Iterable[Assignment], scale: _Scale) -> Iterator[Shape]:
    """Path of the marks; several at one place are drawn once."""
    due, done, late, over = (dict[str, None]() for _ in range(4))
    for item in items:
        if item.due is not None and _is_meant(item):
            due[f"M{scale.at(item.due)} 3V21"] = None
        if item.state is AssignmentState.OVERDUE and item.due is not None:
            over[f"M{scale.at(item.due)} 12H{scale.at(item.due + timedelta(days=item.days_late))}"] = None
        elif item.state is AssignmentState.DONE_LATE and item.due is not None and item.done is not None:
            late[f"M{scale.at(item.due)} 12H{scale.at(item.done)}"] = None
        elif item.done is not None:
            done[f"M{scale.at(item.done)} 12h0"] = None
    for kind, paths in (("due", due), ("late", late), ("over", over), ("done", done)):
        yield Shape(kind, "".join(paths))


def _counts(items: Sequence[Assignment]) -> str:
    late = sum(item.state is AssignmentState.DONE_LATE for item in items)
    over = sum(item.state is AssignmentState.OVERDUE for item in items)
    off = sum(item.state is AssignmentState.CANCELLED for item in items)
    text = f"xong {number_text(sum(item.state.is_done for item in items))}/{number_text(len(items) - off)} việc"
    text += f", muộn {number_text(late)}" if late else ""
    text += f", quá hạn {number_text(over)}" if over else ""
    return text + (f", hủy {number_text(off)}" if off else "")


def _span(scale: _Scale, first: date, last: date | None) -> Shape:
    """Path from one day to another; one day wide at least, so that it is seen."""
    begin, end = scale.at(first), scale.at(last or first)
    return Shape("span", f"M{min(begin, WIDE - 3)} 12H{max(end, begin + 3)}")


def _through(place: int) -> str:
    """Path of a line higher than any lane, which cuts it off."""
    return f"M{place}-200V224"


def _days(first: date, last: date | None) -> str:
    return day_text(first) if last is None or first == last else f"{day_text(first)} - {day_text(last)}"


def _label_days(scale: _Scale) -> tuple[date, ...]:
    """Both ends and some days between, evenly."""
    days = (scale.last - scale.first).days
    steps = min(MOST_LABELS - 1, max(days, 1))
    return tuple(dict.fromkeys(scale.first + timedelta(days=round(days * step / steps)) for step in range(steps + 1)))


def _labels(scale: _Scale) -> Iterator[Label]:
    for day in _label_days(scale):
        place = scale.at(day) / WIDE
        side = "start" if day == scale.first else "end" if day == scale.last else "middle"
        yield Label(f"{place:.1%}", f"{day:%d/%m/%y}", side)
