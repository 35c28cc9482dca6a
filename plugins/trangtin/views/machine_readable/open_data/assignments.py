"""Open data: who has what to do, by when, and how far it is."""

from __future__ import annotations

from typing_extensions import TypedDict

from trangtin.content.values.place import is_web
from trangtin.portal.assignments import Assignment, AssignmentState
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.machine_readable.open_data.dataset import (
    ASSIGNMENTS,
    Address,
    DayText,
    Head,
    Named,
    campaign_named,
    head_of,
    iso,
    unit_named,
)
from trangtin.views.parts.assignment_rows import named_on
from trangtin.views.targets import AddressOf


class AssignmentRecord(TypedDict):
    """One task or registered work."""

    kind: str
    """`nhiem-vu` or `cong-trinh`."""
    number: int
    """Its place among those of its source, from 1."""
    id: str | None
    """Its id there, if it has one."""
    what: str
    unit: Named | None
    """The one it counts for, under the name that pages tell; None while the sub-unit has no public page."""
    given: DayText | None
    due: DayText | None
    state: str
    state_text: str
    done: DayText | None
    """The day it was done, where that is known."""
    days_late: int
    """Days after the due date on which it was done, or by which it is overdue; else 0."""
    campaign: Named | None
    source: Address
    """The document that gives the task, or the campaign in which the work is registered."""
    source_title: str
    evidence: list[Address]


class OpenAssignments(Head):
    """The whole of `viec.json`."""

    assignments: list[AssignmentRecord]


def open_assignments(portal: Portal, address: AddressOf) -> OpenAssignments:
    """Every task and work of what is public, in the order of campaigns, then of documents outside campaigns."""
    records = [assignment_record(item, portal, address) for item in portal.assignments]
    head = head_of(portal, targets.UNITS, len(records), address, title=ASSIGNMENTS)
    return {**head, "assignments": records}


def state_code(state: AssignmentState) -> str:
    """One of the codes that the format names; that there is no due day, `due` and the words say."""
    return (AssignmentState.NOT_DUE if state is AssignmentState.UNDATED else state).slug


def assignment_record(item: Assignment, portal: Portal, address: AddressOf) -> AssignmentRecord:
    """The record of one task or work."""
    return {
        "kind": "cong-trinh" if item.is_work else "nhiem-vu",
        "number": item.number,
        "id": item.id,
        "what": item.what,
        "unit": unit_named(portal, item.unit, named_on(item, portal)),
        "given": iso(item.given),
        "due": iso(item.due),
        "state": state_code(item.state),
        "state_text": item.state.label,
        "done": iso(item.done),
        "days_late": item.days_late,
        "campaign": campaign_named(portal, item.campaign),
        "source": address(item.source),
        "source_title": portal.titles[item.source],
        "evidence": [target if is_web(target) else address(target) for target in item.evidence],
    }
