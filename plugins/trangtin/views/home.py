"""The home page: what is going on now, what is new, where to go."""

from __future__ import annotations

from dataclasses import dataclass

from trangtin.portal.lifecycle import CampaignState
from trangtin.portal.model import LinkedCampaign, Portal
from trangtin.views import targets
from trangtin.views.link import Link
from trangtin.views.page import PageView, calendar_link
from trangtin.views.rows import CampaignCard, DocumentRow, NewsCard, campaign_card, document_row, news_card

MOST_DOCUMENTS = 8
MOST_NEWS = 6


@dataclass(frozen=True, kw_only=True)
class HomeView(PageView):
    """The home page; its welcome is the page's content."""

    campaigns: tuple[CampaignCard, ...]
    """Those that run, are to come or still owe their report."""
    documents: tuple[DocumentRow, ...]
    news: tuple[NewsCard, ...]
    quick_links: tuple[Link, ...]
    template: str = "home.html"


def home_view(portal: Portal) -> HomeView:
    """The view of the home page."""
    unit = portal.settings.unit
    live = [campaign for campaign in portal.campaigns if is_live(campaign)]
    order = list(CampaignState)
    live.sort(key=lambda campaign: (order.index(campaign.state), campaign.head.end))
    shown = [document for document in portal.documents if not document.head.is_withdrawn]
    return HomeView(
        title=unit.name,
        description=f"Trang thông tin điện tử {unit.name}",
        calendar=calendar_link("Lịch công tác thi đua", targets.HOME),
        campaigns=tuple(campaign_card(campaign, portal) for campaign in live),
        documents=tuple(document_row(document) for document in shown[:MOST_DOCUMENTS]),
        news=_news(portal),
        quick_links=tuple(_quick_links(portal)),
    )


def is_live(campaign: LinkedCampaign) -> bool:
    """Whether a campaign belongs on the home page: not while withdrawn, not once reported."""
    return campaign.state is not CampaignState.REPORTED and not campaign.head.is_withdrawn


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


def _quick_links(portal: Portal) -> list[Link]:
    links = [Link("Phong trào thi đua", targets.CAMPAIGNS)] if portal.campaigns else []
    if portal.awards:
        links.append(Link("Khen thưởng", targets.AWARDS))
    links.append(Link("Tra cứu văn bản", targets.LIBRARY))
    if portal.units:
        links.append(Link("Đơn vị trực thuộc", targets.UNITS))
    return [*links, Link("Liên hệ", targets.CONTACT), Link("Sơ đồ trang", targets.SITE_MAP)]
