"""News: the list, its cuts by subject, campaign and year, and the page of one item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.text import slug
from trangtin.content.values.dates import day_text
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.page import PageView, described, feed_link, head_notices, home_link, modified
from trangtin.views.parts.assignment_rows import shown_links
from trangtin.views.parts.cuts import by_label, campaign_cut, on_day, term_cut, year_cut
from trangtin.views.parts.link import Fact, Link, day_link, fact, facts, section_link
from trangtin.views.parts.listing import Cut, Facet, Pager, lists
from trangtin.views.parts.rows import NewsCard, Picture, album, campaign_link, news_card, picture, unit_link

_SIGNS = re.compile(r"(?<=\w)[+#]+(?!\w)")
"""By which alone `C++` and `C#` are told from `C`."""
_SPOKEN = {"+": "cong", "#": "thang"}


@dataclass(frozen=True, kw_only=True)
class NewsListView(PageView):
    """One page of a list of news."""

    cards: tuple[NewsCard, ...]
    total: int
    facets: tuple[Facet, ...]
    pager: Pager
    template: str = "news-list.html"


@dataclass(frozen=True, kw_only=True)
class NewsView(PageView):
    """One news item; its text is the page's content."""

    day: Link
    summary: str | None
    picture: Picture | None
    album: tuple[Picture, ...]
    facts: tuple[Fact, ...]
    tags: tuple[Link, ...]
    related: tuple[NewsCard, ...]
    """Other news of the campaign, nearest in time first."""
    template: str = "news.html"


def news_list_views(portal: Portal) -> Iterator[tuple[str, NewsListView]]:
    """Every page of every list of news, as (target, view)."""
    cards = {entry.path: news_card(entry, portal) for entry in portal.news}  # each stands in several lists
    for some in lists(portal.news, targets.NEWS, targets.TITLES[targets.NEWS], _cuts(portal)):
        for page in some.pages(portal.settings.page_size):
            yield (
                page.target,
                NewsListView(
                    title=page.title,
                    description=f"{page.title}: tin tức, sự kiện của {portal.settings.unit.name}",
                    crumbs=some.crumbs,
                    feed=feed_link(targets.TITLES[targets.NEWS], targets.NEWS),
                    cards=tuple(cards[entry.path] for entry in page.items),
                    total=page.total,
                    facets=page.facets,
                    pager=page.pager,
                ),
            )


def _cuts(portal: Portal) -> Iterator[Cut[Entry[News]]]:
    def tags(entry: Entry[News]) -> Iterator[tuple[str, str]]:
        # Those that differ only in accents or case share a list.
        tags = () if entry.head.is_withdrawn else entry.head.tags
        yield from ((name, tag) for tag in tags if (name := _tag_name(tag)))

    yield year_cut("Tin tức năm {}", lambda entry: [entry.head.date.year])
    yield campaign_cut(portal, "Tin về: {}", lambda entry: entry.head.campaign)
    yield Cut("tag", "Chủ đề", "Chủ đề: {}", tags, by_label)
    yield term_cut(portal, "Tin tức: {}", lambda entry: on_day(entry.head.date))


MOST_RELATED = 4


def news_view(entry: Entry[News], portal: Portal) -> NewsView:
    """The view of one item."""
    head = entry.head
    gone = head.is_withdrawn
    campaign = portal.campaign_named.get(head.campaign or "")
    return NewsView(
        title=head.title,
        description=described(
            head, head.summary, f"{head.title} ({portal.settings.unit.name}, {day_text(head.date)})", head.title
        ),
        crumbs=(home_link(), section_link(targets.NEWS)),
        notices=head_notices(head, portal.today),
        modified=modified(head),
        lang=head.lang,
        is_withdrawn=gone,
        day=day_link(head.date),
        summary=None if gone else head.summary,
        picture=None if gone else picture(entry, portal),
        album=() if gone else album(entry, portal),
        facts=()
        if gone
        else facts(
            fact("Phong trào", campaign_link(campaign) if campaign else None),
            fact("Đơn vị", unit_link(portal, head.unit, head.date) if head.unit else None),
            fact("Minh chứng cho việc", *shown_links(portal, entry.path)),
            fact("Tác giả", head.author),
            fact("Nguồn", head.source),
        ),
        tags=() if gone else tuple(_tag_link(tag) for tag in head.tags),
        related=_related(entry, portal),
    )


def _tag_link(tag: str) -> Link:
    name = _tag_name(tag)
    return Link(tag, targets.filtered(targets.NEWS, "tag", name) if name else None)


def _tag_name(tag: str) -> str:
    """The name of its list in addresses; empty for words in letters that have none there."""
    return slug(_SIGNS.sub(lambda match: "".join(f" {_SPOKEN[sign]}" for sign in match[0]), tag))


def _related(entry: Entry[News], portal: Portal) -> tuple[NewsCard, ...]:
    campaign = portal.campaign_named.get(entry.head.campaign or "")
    if campaign is None:
        return ()
    others = [other for other in campaign.news if other.path != entry.path and not other.head.is_withdrawn]
    others.sort(key=lambda other: abs((other.head.date - entry.head.date).days))
    return tuple(news_card(other, portal) for other in others[:MOST_RELATED])
