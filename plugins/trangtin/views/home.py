"""The home page: what is going on now, what is new, where to go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trangtin.content.text import large
from trangtin.content.values.quantity import number_text
from trangtin.portal.lifecycle import CampaignState
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.machine_readable.calendar import portal_has_days
from trangtin.views.page import PageView, calendar_link
from trangtin.views.parts.award_rows import granted_text
from trangtin.views.parts.link import Link, section_link
from trangtin.views.parts.rows import (
    CampaignCard,
    DocumentRow,
    NewsCard,
    campaign_card,
    document_row,
    held_text,
    news_card,
)

MOST_CAMPAIGNS = 6
MOST_DOCUMENTS = 6
MOST_NEWS = 5
MOST_WORDS = 28
"""Words of a title on the home page; the document's own page has it whole."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way from the home page, and what is found there."""

    link: Link
    note: str
    """`18 văn bản`."""


@dataclass(frozen=True, kw_only=True)
class HomeView(PageView):
    """The home page; its welcome is the page's content."""

    campaigns: tuple[CampaignCard, ...]
    """Those that run, are to come or still owe their report."""
    documents: tuple[DocumentRow, ...]
    news: tuple[NewsCard, ...]
    ways: tuple[Way, ...]
    """Where to go from here; never to an empty list."""
    template: str = "home.html"


def home_view(portal: Portal) -> HomeView:
    """The view of the home page."""
    unit = portal.settings.unit
    live = [campaign for campaign in portal.standing_campaigns if not campaign.state.is_settled]
    order = list(CampaignState)
    live.sort(key=lambda campaign: (order.index(campaign.state), abs(campaign.head.end - portal.today)))
    shown = [document for document in portal.documents if not document.head.is_withdrawn]
    return HomeView(
        title=unit.name,
        description=f"Trang thông tin điện tử {unit.name}",
        calendar=calendar_link("Lịch công tác thi đua", targets.HOME) if portal_has_days(portal) else None,
        campaigns=tuple(campaign_card(campaign, portal) for campaign in live[:MOST_CAMPAIGNS]),
        documents=tuple(document_row(document, MOST_WORDS) for document in shown[:MOST_DOCUMENTS]),
        news=_news(portal),
        ways=tuple(_ways(portal)),
    )


def _news(portal: Portal) -> tuple[NewsCard, ...]:
    shown = [
        entry
        for entry in portal.news
        if not entry.head.is_withdrawn and (entry.head.expires is None or entry.head.expires >= portal.today)
    ]
    pinned = [entry for entry in shown if entry.head.pinned]
    others = [entry for entry in shown if not entry.head.pinned]
    cards = [news_card(entry, portal, is_pinned=True) for entry in pinned]
    return tuple([*cards, *(news_card(entry, portal) for entry in others)][:MOST_NEWS])


def _ways(portal: Portal) -> Iterator[Way]:
    count = number_text
    if portal.documents:
        yield Way(Link("Tra cứu văn bản", targets.LIBRARY), held_text(portal.documents, " văn bản"))
    if standing := portal.standing_campaigns:
        yield Way(section_link(targets.CAMPAIGNS), f"{count(len(standing))} phong trào")
    if portal.awards:
        yield Way(section_link(targets.AWARDS), granted_text(portal.awards, " lượt"))
    if present := [unit for unit in portal.units if not unit.is_past]:
        yield Way(section_link(targets.UNITS), f"{count(len(present))} đơn vị")
    yield Way(section_link(targets.DISCLOSURE), "Danh mục công khai")
    unit = portal.settings.unit
    said = ((unit.address, "địa chỉ"), (unit.phone, "điện thoại"), (unit.email, "thư điện tử"))
    if known := ", ".join(word for value, word in said if value):
        yield Way(section_link(targets.CONTACT), large(known))
