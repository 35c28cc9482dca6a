"""Tasks and registered works as rows of tables, and the pages of long lists of them."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from trangtin.content.text import small
from trangtin.content.values.place import is_web
from trangtin.portal.assignments import Assignment, AssignmentState
from trangtin.portal.handover import with_origin
from trangtin.portal.model import LinkedCampaign, LinkedUnit, Portal
from trangtin.views import targets
from trangtin.views.page import PageView, home_link
from trangtin.views.parts.cuts import campaign_cut
from trangtin.views.parts.formats import number_text
from trangtin.views.parts.link import Link, Tag, day_link, section_link
from trangtin.views.parts.listing import Cut, Facet, Pager, lists
from trangtin.views.parts.rows import holder_link, titled_link, unit_name
from trangtin.views.parts.tags import assignment_tag

MOST_INLINE = 80
"""More tasks than this are not shown one by one on the page of their campaign or sub-unit."""
PAGE_SIZE = 100
"""Tasks on one page of a list: rows are short, and few pages are quicker to look through."""


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """A task or registered work in a table."""

    unit: Link
    what: str
    due: Link | None
    state: Tag
    done: Link | None
    """The day it was done."""
    late: str | None
    """`muộn 3 ngày` of what was done late; of what is overdue `5 ngày`, beside its state: `quá 5 ngày` is 6 or more."""
    evidence: tuple[Link, ...]
    source: Link
    """The paper that gives it, or the campaign; of a paper that was recalled or replaced it says so."""
    is_work: bool
    """A registered work, not a task of a document."""


@dataclass(frozen=True, kw_only=True)
class TaskListView(PageView):
    """One page of the tasks of a campaign or of a sub-unit, all or cut down."""

    rows: tuple[AssignmentRow, ...]
    total: str
    with_unit: bool
    facets: tuple[Facet, ...]
    pager: Pager
    all: Link
    """Link to the whole list."""
    template: str = "tasks.html"


def urgency(item: Assignment) -> tuple[int, date, str, int]:
    """Sort key: by state, what needs attention first; then by due date, undated last; then as written."""
    return _RANK[item.state], item.due or date.max, item.source, item.number


# What is not yet due comes in the order of days, whether somebody began it or not; so does what is done.
_RANK = {
    AssignmentState.OVERDUE: 0,
    AssignmentState.DUE_SOON: 1,
    AssignmentState.DOING: 2,
    AssignmentState.NOT_DUE: 2,
    AssignmentState.UNDATED: 2,
    AssignmentState.DONE_LATE: 3,
    AssignmentState.DONE_ON_TIME: 3,
    AssignmentState.DONE: 3,
    AssignmentState.CANCELLED: 4,
}


class AssignmentRows:
    """Makes rows of tables, each once: a task stands in up to six lists."""

    def __init__(self, portal: Portal) -> None:
        """No row is made yet."""
        self._portal = portal
        self._made: dict[int, AssignmentRow] = {}

    def of(self, item: Assignment) -> AssignmentRow:
        """The row of a task or work. It must belong to this portal, which keeps it alive: rows are kept by `id`."""
        row = self._made.get(id(item))  # a hash of all its fields would take as long as a row
        if row is None:
            row = self._made[id(item)] = _row(item, self._portal)
        return row


def assignment_rows(assignments: Iterable[Assignment], portal: Portal) -> tuple[AssignmentRow, ...]:
    """Table rows, overdue ones first, then in the order of due dates, undated last; what is done after what is open."""
    return tuple(_row(item, portal) for item in sorted(assignments, key=urgency))


def _row(item: Assignment, portal: Portal) -> AssignmentRow:
    late = f"{number_text(item.days_late)} ngày" if item.days_late else None
    return AssignmentRow(
        unit=holder_link(portal, item.unit, named_on(item, portal)),
        what=with_origin(item, portal),
        due=day_link(item.due) if item.due else None,
        state=assignment_tag(item.state),
        done=day_link(item.done) if item.done else None,
        late=f"muộn {late}" if late and item.state.is_done else late,
        evidence=tuple(_evidence_link(portal, target) for target in item.evidence),
        source=_source_link(portal, item.source),
        is_work=item.is_work,
    )


def named_on(item: Assignment, portal: Portal) -> date | None:
    """The day by whose names the sub-unit of a task is called, here and in all that stands beside it."""
    campaign = portal.campaign_named.get(item.campaign or "")
    return campaign.over_on if campaign is not None else portal.document_at[item.source].over_on


def shown_links(portal: Portal, path: str) -> tuple[Link, ...]:
    """What the page at `path` is evidence for, each with a link to what gave the task."""
    return tuple(Link(item.what, item.source) for item in portal.shown_by.get(path, ()))


def _source_link(portal: Portal, path: str) -> Link:
    """A link to what gave a task; it says so where a later paper took that back or its place, and the open work off."""
    link, document = titled_link(portal, path), portal.document_at.get(path)
    if document is None or not document.validity.is_superseded:
        return link
    return replace(link, text=f"{link.text} ({small(document.validity.value)})")


def _evidence_link(portal: Portal, target: str) -> Link:
    if is_web(target):
        return Link(target.split("/")[2], target)
    return Link(portal.titles.get(target) or posixpath.basename(target), target)


def task_holders(portal: Portal) -> Iterator[LinkedCampaign | LinkedUnit]:
    """The campaigns and sub-units whose tasks have pages of their own."""
    yield from filter(has_list, portal.campaigns)
    yield from filter(has_list, portal.units)


@dataclass(frozen=True, slots=True)
class _Holder:
    """A campaign or sub-unit whose tasks a list shows."""

    name: str
    section: Link
    """Link to the section of its page."""
    other: Callable[[Portal, str], Cut[Assignment]]
    """Makes the cut beside that by state; it is given the pattern of titles."""
    with_unit: bool
    """Whether a row names the sub-unit."""


def _holder(holder: LinkedCampaign | LinkedUnit) -> _Holder:
    if isinstance(holder, LinkedCampaign):
        section = section_link(targets.CAMPAIGNS)
        return _Holder(holder.head.title, section, partial(_by_unit, day=holder.over_on), with_unit=True)
    return _Holder(holder.name, section_link(targets.UNITS), _by_campaign, with_unit=False)


def has_list(holder: LinkedCampaign | LinkedUnit) -> bool:
    """Whether the tasks of a campaign or sub-unit have pages of their own."""
    return len(holder.assignments) > MOST_INLINE and not holder.entry.head.is_withdrawn


def task_list(holder: LinkedCampaign | LinkedUnit) -> str:
    """Target of the list of its tasks."""
    if isinstance(holder, LinkedCampaign):
        return targets.campaign_tasks(holder.slug)
    return targets.unit_tasks(holder.id)


def holder_views(
    portal: Portal, holder: LinkedCampaign | LinkedUnit, rows: AssignmentRows
) -> Iterator[tuple[str, TaskListView]]:
    """Every page of the tasks of one of them, as (target, view); `rows` are those of the portal."""
    whose, base = _holder(holder), task_list(holder)
    title = f"Việc: {whose.name}"
    pattern = f"{_literal(title)} ({{}})"
    crumbs = (home_link(), whose.section, Link(whose.name, holder.entry.path))
    items = sorted(holder.assignments, key=urgency)
    for some in lists(items, base, title, (_by_state(pattern), whose.other(portal, pattern))):
        for page in some.pages(PAGE_SIZE):
            yield (
                page.target,
                TaskListView(
                    title=page.title,
                    description=f"{page.title}: ai làm gì, hạn, tình trạng và minh chứng",
                    crumbs=crumbs if some.is_whole else (*crumbs, Link("Việc", base)),
                    rows=tuple(map(rows.of, page.items)),
                    total=number_text(page.total),
                    with_unit=whose.with_unit,
                    facets=page.facets,
                    pager=page.pager,
                    all=Link("Tất cả việc", base),
                ),
            )


def _by_state(pattern: str) -> Cut[Assignment]:
    order = [state.slug for state in AssignmentState]
    return Cut(
        "state",
        "Tình trạng",
        pattern,
        lambda item: ((item.state.slug, item.state.in_sums),),
        lambda pair: order.index(pair[0]),
    )


def _by_unit(portal: Portal, pattern: str, day: date | None) -> Cut[Assignment]:
    place = {unit: number for number, unit in enumerate(portal.unit_named)}

    def units(item: Assignment) -> Iterator[tuple[str, str]]:
        if item.unit in place:
            yield item.unit, unit_name(portal, item.unit, day)

    return Cut("unit", "Đơn vị", pattern, units, lambda pair: place[pair[0]])


def _by_campaign(portal: Portal, pattern: str) -> Cut[Assignment]:
    return campaign_cut(portal, pattern, lambda item: item.campaign)


def _literal(text: str) -> str:
    """A name for a pattern of `str.format`: its braces doubled."""
    return text.replace("{", "{{").replace("}", "}}")
