"""A campaign in numbers: the same for its line in the comparison and for the report on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from trangtin.portal.awards import Standing
from trangtin.portal.lifecycle import CampaignState
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.model import LinkedCampaign
from trangtin.portal.participants import participants


@dataclass(frozen=True, slots=True)
class ReportFigures:
    """Whether the final report is there, and how late."""

    document: LinkedDocument | None
    due: date | None
    days_late: int
    """Days from the due date to the report's own day, or to today while one is waited for; 0 if not late or no due
    date."""


@dataclass(frozen=True, slots=True)
class CampaignFigures:
    """One campaign in numbers. What was withdrawn is not counted."""

    campaign: LinkedCampaign
    units: int
    """Sub-units taking part, the leading one among them."""
    tasks: int
    """All that were given, cancelled ones too; so the works."""
    works: int
    news: int
    awarded_groups: int
    awarded_persons: int
    revoked: int
    """Awards taken back; they are in neither of the two numbers before."""
    report: ReportFigures


def figures_of(campaign: LinkedCampaign, today: date) -> CampaignFigures:
    """The numbers of a campaign on a day."""
    standing = [granted for granted in campaign.awards if granted.stands]
    persons = sum(granted.is_person for granted in standing)
    works = sum(item.is_work for item in campaign.assignments)
    return CampaignFigures(
        campaign=campaign,
        units=len(participants(campaign)),
        tasks=len(campaign.assignments) - works,
        works=works,
        news=sum(not entry.head.is_withdrawn for entry in campaign.news),
        awarded_groups=len(standing) - persons,
        awarded_persons=persons,
        revoked=sum(granted.standing is Standing.REVOKED for granted in campaign.awards),
        report=report_figures(campaign, today),
    )


def report_figures(campaign: LinkedCampaign, today: date) -> ReportFigures:
    """The final report of a campaign on a day; one without a date is taken to be in time.

    Of a campaign that was called off none is waited for.
    """
    due, document = campaign.head.report_due, campaign.final_report
    if document is None and campaign.state is CampaignState.CALLED_OFF:
        return ReportFigures(None, due, 0)
    day = document.head.date if document is not None else today
    late = max((day - due).days, 0) if due is not None and day is not None else 0
    return ReportFigures(document, due, late)
