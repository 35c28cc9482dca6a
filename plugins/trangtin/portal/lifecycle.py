"""Where a campaign stands on a day, and which report closes it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.text import compared
from trangtin.content.values.vocabulary import Labelled

# In capitals too, and either way of placing tones; `hồ sơ kết nạp` is about something else.
_REVIEW = re.compile(r"(?<!\w)(?:tổng kết|(?<!hồ )sơ kết)(?!\w)")


class _Headed(Protocol):
    @property
    def head(self) -> Document: ...


R = TypeVar("R", bound=_Headed)


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


def final_report(campaign: Campaign, own: Iterable[R]) -> R | None:
    """The report that closes the campaign, of the public documents that the unit itself issued; None if none does.

    The earliest that is named so ("tổng kết"), else the earliest that was issued on the last day or later: what comes
    after it speaks of accounts. A "sơ kết" (interim) report closes nothing.
    """
    reports = [(each, _review(each.head)) for each in own if each.head.type.code == "BC" and not each.head.is_withdrawn]
    named = [each for each, review in reports if review == "tổng kết"]
    late = [each for each, review in reports if not review and each.head.date and each.head.date >= campaign.end]
    return min(named or late, key=lambda each: each.head.date or date.max, default=None)


def _review(document: Document) -> str | None:
    """The kind of review that its title names first."""
    found = _REVIEW.search(compared(document.title))
    return found[0] if found else None
