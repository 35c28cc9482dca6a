"""Who takes part in a campaign: the same on its page, in the comparison, and on the pages of sub-units."""

from __future__ import annotations

from trangtin.portal.model import LinkedCampaign


def taking_part(campaign: LinkedCampaign) -> tuple[str, ...]:
    """Ids of the sub-units beside the leading one: those it names, in its order, and whoever else has work in it.

    The leading one is among them only where the campaign names it there too.
    """
    head = campaign.head
    busy = (item.unit for item in campaign.assignments if item.unit != head.lead)
    return tuple(dict.fromkeys((*head.units, *busy)))


def participants(campaign: LinkedCampaign) -> frozenset[str]:
    """Ids of all of them, the leading one included."""
    lead = campaign.head.lead
    return frozenset((*taking_part(campaign), *((lead,) if lead else ())))
