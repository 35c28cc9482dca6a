"""Open data: news."""

from __future__ import annotations

from typing_extensions import TypedDict

from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.machine_readable.open_data.dataset import (
    Address,
    DayText,
    Head,
    Named,
    WithdrawalRecord,
    campaign_named,
    head_of,
    iso,
    unit_named,
    withdrawal,
)
from trangtin.views.targets import AddressOf


class NewsRecord(TypedDict):
    """One item. Of a withdrawn one only address, title and days are given."""

    url: Address
    title: str
    date: DayText
    updated: DayText | None
    summary: str | None
    author: str | None
    source: str | None
    campaign: Named | None
    unit: Named | None
    tags: list[str]
    lang: str
    withdrawn: WithdrawalRecord | None


class OpenNews(Head):
    """The whole of `tin-tuc.json`."""

    news: list[NewsRecord]


def open_news(portal: Portal, address: AddressOf) -> OpenNews:
    """All public news, newest first."""
    records = [news_record(entry, portal, address) for entry in portal.news]
    return {**head_of(portal, targets.NEWS, len(records), address), "news": records}


def news_record(entry: Entry[News], portal: Portal, address: AddressOf) -> NewsRecord:
    """The record of one item."""
    head = entry.head
    gone = head.is_withdrawn
    return {
        "url": address(entry.path),
        "title": head.title,
        "date": head.date.isoformat(),
        "updated": iso(head.updated),
        "summary": None if gone else head.summary,
        "author": None if gone else head.author,
        "source": None if gone else head.source,
        "campaign": None if gone else campaign_named(portal, head.campaign),
        "unit": None if gone else unit_named(portal, head.unit, head.date),
        "tags": [] if gone else list(head.tags),
        "lang": head.lang,
        "withdrawn": withdrawal(head),
    }
