"""What merged sub-units left to others: work, named with where it came from, and the lead of campaigns."""

from __future__ import annotations

from trangtin.portal.assignments import Assignment
from trangtin.portal.model import LinkedCampaign, Portal


def with_origin(item: Assignment, portal: Portal) -> str:
    """What is to be done; of what a merged sub-unit left to another: `Tủ sách (nhận từ Khoa Dân vận)`."""
    if item.received_from is None:
        return item.what
    return f"{item.what} (nhận từ {portal.unit_named[item.received_from].name})"


def leading_today(portal: Portal, campaign: LinkedCampaign) -> str | None:
    """Id of the sub-unit in charge of a campaign today: after a merger the heir; None where it has none."""
    lead = portal.unit_named.get(campaign.head.lead or "")
    if lead is None:
        return campaign.head.lead
    return None if portal.unit_named[lead.present].is_past else lead.present
