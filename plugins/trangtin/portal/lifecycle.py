"""Where a campaign stands on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.text import fold
from trangtin.content.vocabulary import Labelled


class CampaignState(Labelled):
    """State of a campaign, in the order in which it passes through them."""

    RUNNING = ("dang-dien-ra", "Đang diễn ra")
    UPCOMING = ("sap-dien-ra", "Sắp diễn ra")
    REPORT_OVERDUE = ("qua-han-tong-ket", "Quá hạn tổng kết")
    AWAITING_REPORT = ("cho-tong-ket", "Chờ tổng kết")
    REPORTED = ("da-tong-ket", "Đã tổng kết")


def state_on(today: date, campaign: Campaign, own: Iterable[Document]) -> CampaignState:
    """The state on `today`, given the campaign's public documents that the unit itself issued.

    Its first and last day both count as running.
    """
    if today < campaign.start:
        return CampaignState.UPCOMING
    if today <= campaign.end:
        return CampaignState.RUNNING
    if any(is_final_report(document, campaign) for document in own):
        return CampaignState.REPORTED
    if campaign.report_due is not None and today > campaign.report_due:
        return CampaignState.REPORT_OVERDUE
    return CampaignState.AWAITING_REPORT


def is_final_report(document: Document, campaign: Campaign) -> bool:
    """Whether a report of the unit closes the campaign: it is named so, or was issued on its last day or later.

    A "sơ kết" (interim) report closes nothing, nor do the reports of sub-units, which are not asked about here.
    """
    if document.type.code != "BC" or document.is_withdrawn:
        return False
    title = fold(document.title)
    if "so ket" in title:
        return False
    return "tong ket" in title or (document.date is not None and document.date >= campaign.end)
