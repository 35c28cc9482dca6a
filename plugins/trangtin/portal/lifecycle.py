"""Where a campaign stands on a day, which report closes it, and whether it was called off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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

_OF_ALL = re.compile(r"(?<!\w)(?:tổng kết|phong trào|thi đua|đợt|chiến dịch|cuộc vận động|kế hoạch)(?!\w)")
"""Words of a title that speaks of a campaign as a whole; "kế hoạch" is the one that launched it."""


class CampaignState(Labelled):
    """State of a campaign, in the order in which it passes through them."""

    RUNNING = ("dang-dien-ra", "Đang diễn ra")
    UPCOMING = ("sap-dien-ra", "Sắp diễn ra")
    REPORT_OVERDUE = ("qua-han-tong-ket", "Quá hạn tổng kết")
    AWAITING_REPORT = ("cho-tong-ket", "Chờ tổng kết")
    REPORTED = ("da-tong-ket", "Đã tổng kết")
    CALLED_OFF = ("da-dung", "Đã dừng")
    """What launched it was recalled: nothing of it is waited for."""

    @property
    def is_settled(self) -> bool:
        """Whether nobody has to lead it or to report on it any more."""
        return self in {CampaignState.REPORTED, CampaignState.CALLED_OFF}


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """Where a campaign stands, and the report that closes it, if any does."""

    state: CampaignState
    report: Entry[Document] | None
    stopped_on: date | None
    """The day on which it was called off; None in any other state."""


def lifecycle_of(
    catalogue: Catalogue, bearings: Bearings, campaign: Campaign, documents: Sequence[Entry[Document]]
) -> Lifecycle:
    """Where it stands today, by its dates and by what stands of its `documents`."""
    report = final_report(catalogue, bearings, campaign, documents)
    stopped_on, is_reported = _stopped_on(catalogue, bearings, documents), report is not None
    state = state_on(catalogue.today, campaign, is_reported=is_reported, is_called_off=stopped_on is not None)
    return Lifecycle(state, report, stopped_on if state is CampaignState.CALLED_OFF else None)


def state_on(today: date, campaign: Campaign, *, is_reported: bool, is_called_off: bool) -> CampaignState:
    """The state on `today`; `is_reported`: whether it has its final report.

    Its first and last day both count as running, whatever is reported, unless it was called off.
    """
    if is_called_off and not (is_reported and today > campaign.end):
        return CampaignState.CALLED_OFF
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
        and catalogue.issuing.is_own(each.head)
        and catalogue.counts(each.path)
        and not bearings.validity_of(each.path).is_superseded
    )
    reports = [(each, _review(each.head)) for each in standing]
    named = [each for each, review in reports if review == "tổng kết"]
    late = [each for each, review in reports if not review and each.head.date and each.head.date >= campaign.end]
    return min(named or late, key=lambda each: each.head.date or date.max, default=None)


def may_be_of_less(report: Entry[Document], campaign: Campaign) -> bool:
    """Whether nothing in the title of the report that closes a campaign says that it speaks of all of it."""
    title = compared(report.head.title)
    return _OF_ALL.search(title) is None and compared(campaign.title) not in title


def _stopped_on(catalogue: Catalogue, bearings: Bearings, documents: Iterable[Entry[Document]]) -> date | None:
    """The day by which all papers that the unit itself launched and steered it by were recalled; None if one stands."""
    recalled = [
        bearings.recalled_on(each.path)
        for each in documents
        if not each.head.is_outcome
        and (each.head.tasks or each.head.milestones or not each.head.recalls)  # what recalls alone launches nothing
        and catalogue.issuing.is_own(each.head)
        and catalogue.counts(each.path)
    ]
    days = [day for day in recalled if day is not None]
    return max(days, default=None) if len(days) == len(recalled) else None


def _review(document: Document) -> str | None:
    """The kind of review that its title names first."""
    found = _REVIEW.search(compared(document.title))
    return found[0] if found else None
