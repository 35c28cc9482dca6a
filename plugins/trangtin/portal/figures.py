"""A campaign in numbers: the same for its line in the comparison, for open data and for the report on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from trangtin.portal.assignments import Assignment, AssignmentState
from trangtin.portal.awards import Standing
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.model import LinkedCampaign
from trangtin.portal.participants import participants


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of some tasks or works stand how."""

    on_time: int
    late: int
    """Done after their due date."""
    done: int
    """Done, without a due date or without a known day."""
    overdue: int
    open: int
    """Neither done nor overdue nor cancelled."""
    cancelled: int

    @property
    def total(self) -> int:
        """All that was to be done: cancelled ones are not counted."""
        return self.finished + self.overdue + self.open

    @property
    def finished(self) -> int:
        """Done, whenever."""
        return self.on_time + self.late + self.done


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """Whether the final report is there, and how late."""

    document: LinkedDocument | None
    due: date | None
    days_late: int
    """Days from the due date to the report's own day, or to today while there is none; 0 if not late or no due date."""


@dataclass(frozen=True, slots=True)
class CampaignFigures:
    """One campaign in numbers. What was withdrawn is not counted."""

    campaign: LinkedCampaign
    days: int
    """First and last day included."""
    units: int
    """Sub-units taking part, the leading one among them."""
    tasks: Tally
    works: Tally
    documents: int
    news: int
    awarded_groups: int
    awarded_persons: int
    revoked: int
    """Awards taken back; they are in neither of the two numbers before."""
    report: ReportFigures


def tally(assignments: Iterable[Assignment]) -> Tally:
    """Count tasks or works by how they stand."""
    states = Counter(item.state for item in assignments)
    waiting = (state for state in AssignmentState if state.is_open and state is not AssignmentState.OVERDUE)
    return Tally(
        on_time=states[AssignmentState.DONE_ON_TIME],
        late=states[AssignmentState.DONE_LATE],
        done=states[AssignmentState.DONE],
        overdue=states[AssignmentState.OVERDUE],
        open=sum(states[state] for state in waiting),
        cancelled=states[AssignmentState.CANCELLED],
    )


def figures_of(campaign: LinkedCampaign, today: date) -> CampaignFigures:
    """The numbers of a campaign on a day."""
    head = campaign.head
    standing = [granted for granted in campaign.awards if granted.stands]
    persons = sum(granted.is_person for granted in standing)
    return CampaignFigures(
        campaign=campaign,
        days=(head.end - head.start).days + 1,
        units=len(participants(campaign)),
        tasks=tally(item for item in campaign.assignments if not item.is_work),
        works=tally(item for item in campaign.assignments if item.is_work),
        documents=sum(not document.head.is_withdrawn for document in campaign.documents),
        news=sum(not entry.head.is_withdrawn for entry in campaign.news),
        awarded_groups=len(standing) - persons,
        awarded_persons=persons,
        revoked=sum(granted.standing is Standing.REVOKED for granted in campaign.awards),
        report=report_figures(campaign, today),
    )


def report_figures(campaign: LinkedCampaign, today: date) -> ReportFigures:
    """The final report of a campaign on a day; one without a date is taken to be in time."""
    due, document = campaign.head.report_due, campaign.final_report
    day = document.head.date if document is not None else today
    late = max((day - due).days, 0) if due is not None and day is not None else 0
    return ReportFigures(document, due, late)
