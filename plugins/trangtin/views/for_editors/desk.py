"""The editors' desk (bảng biên tập): every file and what is left to do about it, in several orders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from trangtin.content.collation import collation_key
from trangtin.content.open_points import GUIDANCE
from trangtin.content.problem import Problem, Severity
from trangtin.content.values.quantity import number_text
from trangtin.content.values.vocabulary import Labelled
from trangtin.portal.desk import DeskItem, DeskState, reminders_on_desk
from trangtin.portal.model import Portal
from trangtin.portal.reminders import Reminder
from trangtin.views import targets
from trangtin.views.for_editors.reminders import when_text, who_acts
from trangtin.views.page import PageView, home_link
from trangtin.views.parts.formats import days_away
from trangtin.views.parts.link import Link, Tag, day_link

DUE_DAYS = 7
"""Days ahead for which the desk shows tasks."""
_WAITING = frozenset({DeskState.REVIEW, DeskState.DRAFT, DeskState.HELD, DeskState.SCHEDULED})
_TONES = {
    DeskState.BROKEN: "bad",
    DeskState.REVIEW: "warn",
    DeskState.DRAFT: "neutral",
    DeskState.HELD: "warn",
    DeskState.SCHEDULED: "info",
    DeskState.OTHER: "warn",
    DeskState.PUBLISHED: "good",
    DeskState.WITHDRAWN: "neutral",
}


class DeskOrder(Labelled):
    """What the rows are ordered by; the first is the desk's own order, in groups."""

    STATE = ("tinh-trang", "Tình trạng")
    NAME = ("ten", "Nội dung")
    KIND = ("loai", "Loại")
    DAY = ("ngay", "Ngày")
    PROBLEMS = ("loi", "Cần xem")
    PATH = ("tep", "Tệp")

    @property
    def target(self) -> str:
        """The page in this order."""
        return targets.DESK if self is DeskOrder.STATE else targets.filtered(targets.DESK, "order", self.slug)


@dataclass(frozen=True, slots=True)
class DeskPlace:
    """A file, and how to open it."""

    text: str
    """`path:line`, for an editor or a terminal."""
    edit: str | None
    """Where it is edited on the web, if the portal says so."""


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One file."""

    title: Link
    """Link to its page, where it has one."""
    kind: str
    state: Tag
    day: Link | None
    since: str | None
    """How long it has waited, or has to wait."""
    todo: tuple[str, ...]
    """What is left to check, what is missing."""
    counted: str | None
    """How many problems of which kind, in words."""
    problems: tuple[Problem, ...]
    place: DeskPlace


@dataclass(frozen=True, slots=True)
class DeskGroup:
    """Rows under one heading."""

    label: str
    anchor: str
    rows: tuple[DeskRow, ...]


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something to be done soon."""

    when: str
    is_late: bool
    unit: str
    what: Link
    """Leads to the page that says so, where there is one."""
    kind: str
    place: DeskPlace


@dataclass(frozen=True, kw_only=True)
class DeskView(PageView):
    """The desk in one order."""

    counts: tuple[Link, ...]
    """How many files there are of which state, with links; like what is due, only in the desk's own order."""
    orders: tuple[Link, ...]
    current: str
    """The name of the order shown."""
    groups: tuple[DeskGroup, ...]
    due: tuple[DueRow, ...]
    hides_drafts: bool
    """Whether this preview has no pages of what is not published."""
    template: str = "desk.html"


Edit = Callable[[str], str | None]


def desk_views(items: Sequence[DeskItem], portal: Portal, edit: Edit) -> Iterator[tuple[str, DeskView]]:
    """The desk in each order, with its target. `edit` tells where on the web a file is edited."""
    rows = {item.path: _row(item, portal, edit) for item in items}
    for order in DeskOrder:
        is_first = order is DeskOrder.STATE
        soon = reminders_on_desk(items, portal, DUE_DAYS) if is_first else ()
        due = tuple(_due(reminder, portal, edit) for reminder in soon)
        yield (
            order.target,
            DeskView(
                title="Bảng biên tập",
                description="Toàn bộ nội dung và tình trạng, chỉ có khi xem thử trên máy biên tập",
                crumbs=(home_link(),),
                counts=tuple(_counts(items, due, portal.today)) if is_first else (),
                orders=tuple(Link(each.label, each.target) for each in DeskOrder),
                current=order.label,
                groups=tuple(_groups(items, rows, order)),
                due=due,
                hides_drafts=_hides_drafts(items, portal),
            ),
        )


def _hides_drafts(items: Sequence[DeskItem], portal: Portal) -> bool:
    """Even a preview with drafts has no page of what is broken or of no year."""
    waiting = [item.path in portal.titles for item in items if item.state in _WAITING]
    return bool(waiting) and not any(waiting)


def _counts(items: Sequence[DeskItem], due: Sequence[DueRow], today: date) -> Iterator[Link]:
    late = sum(row.is_late for row in due)
    if due:
        of_these = f" ({number_text(late)} quá hạn)" if late else ""
        yield Link(f"Việc đến hạn: {number_text(len(due))}{of_these}", "link:#den-han")
    waiting = [item for item in items if item.waiting_since]
    if waiting:
        longest = max((today - item.waiting_since).days for item in waiting if item.waiting_since)
        since = f" (lâu nhất {number_text(longest)} ngày)" if longest > 0 else ""
        yield Link(f"Văn bản chờ đăng: {number_text(len(waiting))}{since}", f"link:#{waiting[0].state.slug}")
    for state in DeskState:
        count = sum(item.state is state for item in items)
        if count:
            yield Link(f"{state.label}: {number_text(count)}", f"link:#{state.slug}")


def _groups(items: Sequence[DeskItem], rows: dict[str, DeskRow], order: DeskOrder) -> Iterator[DeskGroup]:
    if order is DeskOrder.STATE:
        for state, group in groupby(items, key=lambda item: item.state):
            yield DeskGroup(state.label, state.slug, tuple(rows[item.path] for item in group))
    else:
        yield DeskGroup("Toàn bộ nội dung", "toan-bo", tuple(rows[item.path] for item in sorted_by(items, order)))


def sorted_by(items: Sequence[DeskItem], order: DeskOrder) -> list[DeskItem]:
    """The items in an order; equal ones stay as they were."""
    match order:
        case DeskOrder.STATE:
            return list(items)
        case DeskOrder.NAME:
            return sorted(items, key=lambda item: collation_key(item.title))
        case DeskOrder.KIND:
            return sorted(items, key=lambda item: collation_key(item.kind))
        case DeskOrder.DAY:
            return sorted(items, key=lambda item: item.day or date.min, reverse=True)
        case DeskOrder.PROBLEMS:
            return sorted(items, key=lambda item: (-item.errors, -item.warnings, -len(item.review), -item.notices))
        case DeskOrder.PATH:
            return sorted(items, key=lambda item: item.path)


def _row(item: DeskItem, portal: Portal, edit: Edit) -> DeskRow:
    is_shown = item.path in portal.titles
    return DeskRow(
        title=Link(item.title, item.path if is_shown else None),
        kind=item.kind,
        state=Tag(item.state.label, _TONES[item.state]),
        day=day_link(item.day) if item.day else None,
        since=since_text(item, portal.today),
        todo=tuple(_todo(item)),
        counted=problem_counts(item),
        problems=item.problems,
        place=DeskPlace(f"{item.path}:{item.line}", edit(item.path)),
    )


def _todo(item: DeskItem) -> Iterator[str]:
    yield from item.review
    if item.has_guidance:
        yield f"thay các lời nhắc {GUIDANCE}"
    yield from (f"thiếu tệp {name}" for name in item.missing)
    if item.is_bare:
        yield "chưa kèm tệp nào"


def since_text(item: DeskItem, today: date) -> str | None:
    """`chờ 12 ngày`, `còn 3 ngày`; None for what does not wait."""
    if item.state is DeskState.SCHEDULED and item.day:
        return days_away(today, item.day)
    if item.waiting_since and item.waiting_since <= today:
        return f"chờ {number_text((today - item.waiting_since).days)} ngày"
    return None


def problem_counts(item: DeskItem) -> str | None:
    """`2 lỗi, 1 lưu ý`; None where there is nothing."""
    counts = Counter(problem.severity for problem in item.problems)
    return ", ".join(f"{number_text(counts[each])} {each.label}" for each in Severity if counts[each]) or None


def _due(reminder: Reminder, portal: Portal, edit: Edit) -> DueRow:
    unit = who_acts(portal, reminder.unit, "Chung")
    place = DeskPlace(f"{reminder.source}:{reminder.line}", edit(reminder.source))
    words = f"{reminder.what} (có bản nháp chờ đăng)" if reminder.awaits_draft else reminder.what
    what = Link(words, reminder.source if reminder.source in portal.titles else None)
    return DueRow(when_text(reminder), reminder.days_left < 0, unit, what, reminder.kind.label, place)
