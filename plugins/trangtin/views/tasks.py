"""The pages of long lists of tasks and registered works: those of a campaign, those of a sub-unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from trangtin.content.values.quantity import number_text
from trangtin.portal.assignments import Assignment, AssignmentState
from trangtin.portal.model import LinkedCampaign, LinkedUnit, Portal
from trangtin.views import targets
from trangtin.views.page import PageView, home_link
from trangtin.views.parts.assignment_rows import AssignmentRow, AssignmentRows, urgency
from trangtin.views.parts.board import has_list, task_list
from trangtin.views.parts.cuts import campaign_cut
from trangtin.views.parts.link import Link, section_link
from trangtin.views.parts.listing import Cut, Facet, Pager, lists
from trangtin.views.parts.rows import unit_name

PAGE_SIZE = 100
"""Tasks on one page of a list: rows are short, and few pages are quicker to look through."""


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
