"""The board of who does what: totals by sub-unit (or by campaign), then the tasks themselves, or the pressing ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from trangtin.content.text import slug
from trangtin.content.values.quantity import number_text
from trangtin.portal.assignments import Assignment, AssignmentState
from trangtin.portal.model import LinkedCampaign, LinkedUnit, Portal
from trangtin.views import targets
from trangtin.views.parts.assignment_rows import AssignmentRow, assignment_rows, by_unit
from trangtin.views.parts.link import Link
from trangtin.views.parts.listing import grouped
from trangtin.views.parts.rows import campaign_link, holder_link
from trangtin.views.parts.tags import progress_tags

MOST_INLINE = 80
"""More tasks than this are not shown one by one on the page of their campaign or sub-unit."""
MOST_LATE = 6
"""How many of those who are late are named, those with most of it first; the others are counted."""
MOST_PRESSING = 15
MOST_OPEN = 8
"""More tasks than this are folded, one fold for each line; the pressing ones then stand before them."""


@dataclass(frozen=True, slots=True)
class BoardLine:
    """The totals of one sub-unit or campaign."""

    name: Link
    """Link to the list of these tasks, where there is one."""
    anchor: str | None
    """Id of its group further down this page."""
    total: str
    counts: tuple[Link | None, ...]
    """How many are in each state of `Board.states`; None for none. A link leads to just these."""


@dataclass(frozen=True, slots=True)
class BoardGroup:
    """The tasks of one sub-unit or campaign."""

    anchor: str
    """Its id on the page."""
    name: Link
    counted: str
    """`4 việc, 1 quá hạn, 3 xong đúng hạn`."""
    caption: str
    """What the table of its tasks is called: `Việc của Khoa A, cần làm trước xếp trên`."""
    rows: tuple[AssignmentRow, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Who does what, and how far it is; without lines where nobody has anything to do."""

    heading: str
    """What the lines are: sub-units, campaigns."""
    states: tuple[str, ...]
    """States that occur, what needs attention first."""
    lines: tuple[BoardLine, ...]
    overdue: tuple[Link, ...]
    """Who is late, with how much: what a leader looks for first."""
    overdue_elsewhere: Link | None
    """How many more there are, with a link to them."""
    sum: BoardLine | None
    """All lines together, where there are several."""
    groups: tuple[BoardGroup, ...]
    """All tasks, by line; empty where they are too many for one page."""
    is_folded: bool
    """Whether each group is folded into one line."""
    pressing: tuple[AssignmentRow, ...]
    """Where groups are folded or left out: the first tasks that are overdue or due soon."""
    all: Link | None
    """Link to the list of all tasks."""


def has_list(holder: LinkedCampaign | LinkedUnit) -> bool:
    """Whether the tasks of a campaign or sub-unit have pages of their own."""
    return len(holder.assignments) > MOST_INLINE and not holder.entry.head.is_withdrawn


def task_list(holder: LinkedCampaign | LinkedUnit) -> str:
    """Target of the list of its tasks."""
    if isinstance(holder, LinkedCampaign):
        return targets.campaign_tasks(holder.slug)
    return targets.unit_tasks(holder.id)


def campaign_board(campaign: LinkedCampaign, portal: Portal) -> Board:
    """The board of a campaign, by sub-unit in the order of the alphabet; those that are not public together, last."""
    named: list[_Part] = []
    for unit, items in by_unit(campaign, portal).items():
        name = holder_link(portal, unit, campaign.over_on)
        named.append(_Part(unit, name, f"của {name.text}", items))
    return _board(campaign, portal, "Đơn vị", "unit", named)


def unit_board(unit: LinkedUnit, portal: Portal) -> Board:
    """The board of a sub-unit, by campaign, the latest first; what belongs to none comes last."""
    known = portal.campaign_named
    groups = grouped(unit.assignments, lambda item: (item.campaign or "" if item.campaign in known else "",))
    named: list[_Part] = []
    for campaign in portal.campaigns:
        if campaign.slug in groups:
            name = campaign_link(campaign)
            named.append(_Part(campaign.slug, name, f"trong {name.text}", groups[campaign.slug]))
    if "" in groups:
        named.append(_Part("", Link("Ngoài các phong trào"), "ngoài các phong trào", groups[""]))
    return _board(unit, portal, "Phong trào", "campaign", named)


class _Part(NamedTuple):
    """What one line of a board is about."""

    key: str
    """Id of the sub-unit, slug of the campaign; empty for what belongs to none."""
    name: Link
    whose: str
    """Whose work it is, or in which campaign, behind the word for it: `của Khoa A`."""
    items: Sequence[Assignment]


def _board(
    holder: LinkedCampaign | LinkedUnit,
    portal: Portal,
    heading: str,
    cut: str,
    named: Sequence[_Part],
) -> Board:
    everything = holder.assignments
    present = {item.state for item in everything}
    states = tuple(state for state in AssignmentState if state in present)
    is_long = has_list(holder)
    is_folded = not is_long and len(everything) > MOST_OPEN
    base = task_list(holder) if is_long else None
    lines = [
        BoardLine(
            Link(name.text, targets.filtered(base, cut, key) if base and key else None),
            None if is_long else _anchor(key),
            *_totals(items, states, None),
        )
        for key, name, _, items in named
    ]
    pressing = [item for item in everything if item.state in {AssignmentState.OVERDUE, AssignmentState.DUE_SOON}]
    groups = () if is_long else named
    overdue, elsewhere = _overdue(named, heading, base)
    return Board(
        heading=heading,
        states=tuple(state.in_sums for state in states),
        lines=tuple(lines),
        overdue=overdue,
        overdue_elsewhere=elsewhere,
        sum=BoardLine(Link("Cộng"), None, *_totals(everything, states, base)) if len(lines) > 1 else None,
        groups=tuple(
            BoardGroup(
                _anchor(key),
                name,
                _counted(items),
                f"Việc {whose}, cần làm trước xếp trên",
                assignment_rows(items, portal),
            )
            for key, name, whose, items in groups
        ),
        is_folded=is_folded,
        pressing=assignment_rows(pressing, portal)[:MOST_PRESSING] if is_long or is_folded else (),
        all=Link(f"Xem cả {number_text(len(everything))} việc", base) if base else None,
    )


def _counted(items: Sequence[Assignment]) -> str:
    return f"{number_text(len(items))} việc, {', '.join(tag.text for tag in progress_tags(items))}"


def _overdue(named: Sequence[_Part], heading: str, base: str | None) -> tuple[tuple[Link, ...], Link | None]:
    """In the order of the lines; where they are many, the worst first."""
    counts = ((sum(item.state is AssignmentState.OVERDUE for item in items), name) for _, name, _, items in named)
    late = [(count, name) for count, name in counts if count]
    if len(late) > MOST_LATE:
        late.sort(key=lambda each: -each[0])
    shown = tuple(Link(f"{name.text} ({number_text(count)})", name.target) for count, name in late[:MOST_LATE])
    left = len(late) - len(shown)
    every = targets.filtered(base, "state", AssignmentState.OVERDUE.slug) if base else "link:#muc-viec"
    return shown, Link(f"{number_text(left)} {heading.lower()} khác", every) if left else None


def _totals(
    items: Iterable[Assignment], states: Iterable[AssignmentState], base: str | None
) -> tuple[str, tuple[Link | None, ...]]:
    counts = Counter(item.state for item in items)
    return number_text(counts.total()), tuple(_counts(counts, states, base))


def _counts(
    counts: Counter[AssignmentState], states: Iterable[AssignmentState], base: str | None
) -> Iterator[Link | None]:
    for state in states:
        target = targets.filtered(base, "state", state.slug) if base else None
        yield Link(number_text(counts[state]), target) if counts[state] else None


def _anchor(key: str) -> str:
    """The id of a group; what belongs to no sub-unit gets one that no sub-unit can have."""
    return f"viec-{slug(key)}" if key else "muc-viec-khac"
