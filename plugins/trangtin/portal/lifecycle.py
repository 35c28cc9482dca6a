"""Where a campaign stands on a day, and which report closes it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.text import compared
from trangtin.content.values.vocabulary import Labelled
from trangtin.portal.bearings import Bearings
from trangtin.portal.catalogue import Catalogue

# In capitals too, and either way of placing tones; `hồ sơ kết nạp` is about something else.
_REVIEW = re.compile(r"(?<!\w)(?:tổng kết|(?<!hồ )sơ kết)(?!\w)")


class CampaignState(Labelled):
    """State of a campaign, in the order in which it passes through them."""

    RUNNING = ("dang-dien-ra", "Đang diễn ra")
    UPCOMING = ("sap-dien-ra", "Sắp diễn ra")
    REPORT_OVERDUE = ("qua-han-tong-ket", "Quá hạn tổng kết")
    AWAITING_REPORT = ("cho-tong-ket", "Chờ tổng kết")
    REPORTED = ("da-tong-ket", "Đã tổng kết")


def state_on(today: date, campaign: Campaign, *, is_reported: bool) -> CampaignState:
    """The state on `today`; `is_reported`: whether it has its final report.

    Its first and last day both count as running, whatever is reported.
    """
    if today < campaign.start:
        return CampaignState.UPCOMING
    if today <= campaign.end:
        return CampaignState.RUNNING
    if is_reported:
        return CampaignState.REPORTED
    if campaign.report_due is not None and today > campaign.report_due:
        return CampaignState.REPORT_OVERDUE
    return CampaignState.AWAITING_REPORT


def final_report(
    catalogue: Catalogue, bearings: Bearings, campaign: Campaign, documents: Iterable[Entry[Document]]
) -> Entry[Document] | None:
    """The report that closes the campaign, of all its documents; None if none does.

    It is of the unit itself and before readers, neither recalled nor replaced: the earliest that is named so
    ("tổng kết"), else the earliest that was issued on the last day or later, since what comes after it speaks of
    accounts. A "sơ kết" (interim) report closes nothing.
    """
    standing = (
        each
        for each in documents
        if each.head.type.code == "BC"
        and catalogue.is_own(each.head)
        and catalogue.counts(each.path)
        and not bearings.validity_of(each.path).is_superseded
    )
    reports = [(each, _review(each.head)) for each in standing]
    named = [each for each, review in reports if review == "tổng kết"]
    late = [each for each, review in reports if not review and each.head.date and each.head.date >= campaign.end]
    return min(named or late, key=lambda each: each.head.date or date.max, default=None)


def _review(document: Document) -> str | None:
    """The kind of review that its title names first."""
    found = _REVIEW.search(compared(document.title))
    return found[0] if found else None
