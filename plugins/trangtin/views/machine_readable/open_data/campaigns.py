"""Open data: campaigns."""

from __future__ import annotations

from typing_extensions import TypedDict

from trangtin.portal.assignments import AssignmentState
from trangtin.portal.model import LinkedCampaign, Portal
from trangtin.portal.participants import taking_part
from trangtin.views import targets
from trangtin.views.machine_readable.open_data.assignments import state_code
from trangtin.views.machine_readable.open_data.dataset import (
    Address,
    DayText,
    Head,
    Named,
    WithdrawalRecord,
    head_of,
    iso,
    unit_named,
    withdrawal,
)
from trangtin.views.targets import AddressOf

_CODES = tuple(dict.fromkeys(map(state_code, AssignmentState)))


class CampaignRecord(TypedDict):
    """One campaign. Of a withdrawn one only address, id, title, days and the withdrawal are given."""

    url: Address
    id: str
    title: str
    state: str | None
    state_text: str | None
    start: DayText
    end: DayText
    report_due: DayText | None
    slogan: str | None
    summary: str | None
    lead: Named | None
    units: list[Named]
    criteria: list[str]
    documents: list[Address]
    report: Address | None
    progress: dict[str, int]
    """Tasks and works by state."""
    feed: Address | None
    calendar: Address | None
    updated: DayText | None
    withdrawn: WithdrawalRecord | None


class OpenCampaigns(Head):
    """The whole of `phong-trao.json`."""

    campaigns: list[CampaignRecord]


def open_campaigns(portal: Portal, address: AddressOf) -> OpenCampaigns:
    """All public campaigns, latest start first."""
    records = [campaign_record(campaign, portal, address) for campaign in portal.campaigns]
    head = head_of(portal, targets.CAMPAIGNS, len(records), address)
    return {**head, "campaigns": records}


def campaign_record(campaign: LinkedCampaign, portal: Portal, address: AddressOf) -> CampaignRecord:
    """The record of one campaign."""
    head, path = campaign.head, campaign.path
    gone = head.is_withdrawn
    states = [state_code(item.state) for item in campaign.assignments]
    return {
        "url": address(path),
        "id": campaign.slug,
        "title": head.title,
        "state": None if gone else campaign.state.slug,
        "state_text": None if gone else campaign.state.label,
        "start": head.start.isoformat(),
        "end": head.end.isoformat(),
        "report_due": None if gone else iso(head.report_due),
        "slogan": None if gone else head.slogan,
        "summary": None if gone else head.summary,
        "lead": None if gone else unit_named(portal, head.lead, campaign.over_on),
        "units": []
        if gone
        else [named for unit in taking_part(campaign) if (named := unit_named(portal, unit, campaign.over_on))],
        "criteria": [] if gone else list(head.criteria),
        "documents": [] if gone else [address(document.path) for document in campaign.documents],
        "report": address(campaign.final_report.path) if campaign.final_report and not gone else None,
        "progress": {} if gone else {code: states.count(code) for code in _CODES if code in states},
        "feed": None if gone else address(targets.feed(path)),
        "calendar": None if gone else address(targets.calendar(path)),
        "updated": iso(head.updated),
        "withdrawn": withdrawal(head),
    }
