"""Where a campaign stands today, in one sentence."""

from __future__ import annotations

from datetime import date

from trangtin.content.values.dates import day_text
from trangtin.content.values.quantity import number_text
from trangtin.portal.lifecycle import CampaignState
from trangtin.portal.model import LinkedCampaign


def where_it_stands(campaign: LinkedCampaign, today: date) -> str:
    """How far it is on its way: days gone and days left, until its report is there."""
    head = campaign.head
    match campaign.state:
        case CampaignState.UPCOMING:
            return f"Bắt đầu sau {_days(today, head.start)} nữa."
        case CampaignState.RUNNING:
            left = f"còn {_days(today, head.end)}" if today < head.end else "ngày cuối"
            gone = number_text((today - head.start).days + 1)
            return f"Ngày thứ {gone} trong {_days(head.start, head.end, 1)}; {left}.{_report_ahead(campaign, today)}"
        case CampaignState.REPORTED:
            return _reported(campaign)
        case CampaignState.CALLED_OFF:
            since = f" từ ngày {day_text(campaign.stopped_on)}" if campaign.stopped_on else ""
            return f"Đã dừng{since}: văn bản phát động của đơn vị đã bị thu hồi."
    ended = f"Đã kết thúc {_days(head.end, today)} trước, chưa có báo cáo tổng kết"
    if head.report_due is None:
        return f"{ended}."
    if campaign.state is CampaignState.REPORT_OVERDUE:
        return f"{ended}; quá hạn báo cáo {_days(head.report_due, today)}."
    if today == head.report_due:
        return f"{ended}; hôm nay là hạn báo cáo."
    return f"{ended}; còn {_days(today, head.report_due)} đến hạn báo cáo."


def _report_ahead(campaign: LinkedCampaign, today: date) -> str:
    """Of a report that was due, or is there, before the last day: one of a whole year mostly is."""
    due = campaign.head.report_due
    if campaign.final_report is not None:
        return f" {_reported(campaign)}"
    return f" Chưa có báo cáo tổng kết, quá hạn {_days(due, today)}." if due is not None and due < today else ""


def _reported(campaign: LinkedCampaign) -> str:
    day = campaign.final_report.head.date if campaign.final_report else None
    if day is None:
        return "Đã có báo cáo tổng kết."
    due = campaign.head.report_due
    against = "" if due is None else ", đúng hạn" if day <= due else f", muộn {_days(due, day)}"
    return f"Đã tổng kết ngày {day_text(day)}{against}."


def _days(first: date, last: date, more: int = 0) -> str:
    return f"{number_text((last - first).days + more)} ngày"
