"""The day on which the work of a campaign, or of a document outside campaigns, was over; None while it goes on.

Sub-units change their names. All work of one campaign or document calls them as they were called on that day (None:
today), so that each has one name in every table, heading and picture of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from trangtin.content.campaign import Campaign
from trangtin.portal.assignments import Assignment
from trangtin.portal.lifecycle import CampaignState


def campaign_over_on(head: Campaign, state: CampaignState, assignments: Iterable[Assignment]) -> date | None:
    """The last day of a campaign and of all that was done in it; None while anybody has anything to do in it."""
    awaits_report = head.report_due is not None and not state.is_settled
    is_on = awaits_report or state in {CampaignState.UPCOMING, CampaignState.RUNNING}
    return None if is_on else work_over_on(assignments, head.end)


def work_over_on(assignments: Iterable[Assignment], least: date | None) -> date | None:
    """The last day on which any of it was done, at least `least`; None while any of it is open."""
    days = [least] if least is not None else []
    for item in assignments:
        if item.state.is_open:
            return None
        if item.done is not None:
            days.append(item.done)
    return max(days, default=None)
