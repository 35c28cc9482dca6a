"""Tasks and registered works as lines of tables, shared by the pages of campaigns, documents and sub-units."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from trangtin.content.text import small
from trangtin.content.values.place import is_web
from trangtin.content.values.quantity import number_text
from trangtin.portal.assignments import Assignment, AssignmentState
from trangtin.portal.handover import with_origin
from trangtin.portal.model import LinkedCampaign, Portal
from trangtin.views.parts.link import Link, Tag, day_link
from trangtin.views.parts.listing import grouped
from trangtin.views.parts.rows import holder_link, titled_link
from trangtin.views.parts.tags import assignment_tag


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
    no_evidence: str
    """What stands in its place where there is none: of what was given up none is waited for."""
    source: Link
    """The paper that gives it, or the campaign; of a paper that was recalled or replaced it says so."""
    is_work: bool
    """A registered work, not a task of a document."""


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
        no_evidence="Không có" if item.state is AssignmentState.CANCELLED else "Chưa có",
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


def by_unit(campaign: LinkedCampaign, portal: Portal) -> dict[str, list[Assignment]]:
    """What is done in a campaign by sub-unit, in the order of the alphabet; under "" of those that are not public."""
    groups = grouped(campaign.assignments, lambda item: (item.unit if item.unit in portal.unit_named else "",))
    return {unit: groups[unit] for unit in (*portal.unit_named, "") if unit in groups}
