"""News: the paged list, the lists by subject, campaign and year, and one item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from trangtin.content.collation import collation_key
from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.text import slug
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.link import Fact, Link, day_link, fact, facts
from trangtin.views.listing import Facet, FacetLink, Pager, grouped, slices
from trangtin.views.page import PageView, described, head_notices, home_link, modified
from trangtin.views.rows import NewsCard, Picture, news_card, picture, unit_link


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
    facts: tuple[Fact, ...]
    tags: tuple[Link, ...]
    related: tuple[NewsCard, ...]
    """Other news of the same campaign, nearest in time."""
    template: str = "news.html"


def news_list_views(portal: Portal) -> Iterator[tuple[str, NewsListView]]:
    """Every page of every list of news."""
    tags = grouped(portal.news, lambda entry: entry.head.tags)
    tag_slugs = _one_label_per_slug(tags)
    campaigns = grouped(
        portal.news,
        lambda e: (e.head.campaign,) if e.head.campaign and e.head.campaign in portal.campaign_named else (),
    )
    years = grouped(portal.news, lambda entry: (str(entry.head.date.year),))
    facets = (
        _facet("Năm", "year", {year: (year, years[year]) for year in sorted(years, reverse=True)}),
        _facet(
            "Phong trào",
            "campaign",
            {name: (portal.campaign_named[name].head.title, campaigns[name]) for name in campaigns},
        ),
        _facet("Chủ đề", "tag", tag_slugs),
    )
    shown = tuple(facet for facet in facets if facet.values)
    name = portal.settings.unit.name
    yield from _pages(
        portal, portal.news, targets.NEWS, "Tin tức", f"Tin tức, sự kiện của {name}", shown, (home_link(),)
    )
    crumbs = (home_link(), Link("Tin tức", targets.NEWS))
    for year, entries in years.items():
        yield from _pages(
            portal,
            entries,
            targets.filtered(targets.NEWS, "year", year),
            f"Tin tức năm {year}",
            f"Tin tức năm {year} của {name}",
            shown,
            crumbs,
        )
    for campaign, entries in campaigns.items():
        title = portal.campaign_named[campaign].head.title
        yield from _pages(
            portal,
            entries,
            targets.filtered(targets.NEWS, "campaign", campaign),
            f"Tin về: {title}",
            f"Tin về phong trào {title}",
            shown,
            crumbs,
        )
    for tag, (label, entries) in tag_slugs.items():
        yield from _pages(
            portal,
            entries,
            targets.filtered(targets.NEWS, "tag", tag),
            f"Chủ đề: {label}",
            f"Tin theo chủ đề {label} của {name}",
            shown,
            crumbs,
        )


def _one_label_per_slug(tags: dict[str, list[Entry[News]]]) -> dict[str, tuple[str, list[Entry[News]]]]:
    """Tags that differ only in accents or case share a list, under the label met first."""
    merged: dict[str, tuple[str, list[Entry[News]]]] = {}
    for label in sorted(tags, key=collation_key):
        _, entries = merged.setdefault(slug(label), (label, []))
        entries += [entry for entry in tags[label] if entry not in entries]
    return {
        name: (label, sorted(entries, key=lambda entry: (-entry.head.date.toordinal(), entry.path)))
        for name, (label, entries) in merged.items()
        if name
    }


def _facet(label: str, name: str, values: dict[str, tuple[str, list[Entry[News]]]]) -> Facet:
    return Facet(
        label,
        tuple(
            FacetLink(Link(text, targets.filtered(targets.NEWS, name, value)), len(entries))
            for value, (text, entries) in values.items()
        ),
    )


def _pages(
    portal: Portal,
    entries: Sequence[Entry[News]],
    target: str,
    title: str,
    description: str,
    facets: tuple[Facet, ...],
    crumbs: tuple[Link, ...],
) -> Iterator[tuple[str, NewsListView]]:
    marked = tuple(
        Facet(facet.label, tuple(replace(value, is_current=value.link.target == target) for value in facet.values))
        for facet in facets
    )
    for part in slices(entries, target, portal.settings.page_size):
        numbered = f" (trang {part.pager.page})" if part.pager.page > 1 else ""
        yield (
            part.target,
            NewsListView(
                title=title + numbered,
                description=description + numbered,
                crumbs=crumbs,
                cards=tuple(news_card(entry, portal) for entry in part.items),
                total=part.total,
                facets=marked,
                pager=part.pager,
            ),
        )


MOST_RELATED = 4


def news_view(entry: Entry[News], portal: Portal) -> NewsView:
    """The view of one item."""
    head = entry.head
    gone = head.is_withdrawn
    campaign = portal.campaign_named.get(head.campaign or "")
    return NewsView(
        title=head.title,
        description=described(
            head, head.summary, f"{head.title} ({portal.settings.unit.name}, {head.date:%d/%m/%Y})", head.title
        ),
        crumbs=(home_link(), Link("Tin tức", targets.NEWS)),
        notices=head_notices(head, portal.today),
        modified=modified(head),
        lang=head.lang,
        is_withdrawn=gone,
        day=day_link(head.date),
        summary=None if gone else head.summary,
        picture=None if gone else picture(entry, portal),
        facts=facts(
            fact("Phong trào", Link(campaign.head.title, campaign.path) if campaign else None),
            fact("Đơn vị", unit_link(portal, head.unit) if head.unit else None),
            fact("Tác giả", head.author),
            fact("Nguồn", head.source),
        ),
        tags=tuple(Link(tag, targets.filtered(targets.NEWS, "tag", slug(tag))) for tag in head.tags if slug(tag)),
        related=_related(entry, portal),
    )


def _related(entry: Entry[News], portal: Portal) -> tuple[NewsCard, ...]:
    campaign = portal.campaign_named.get(entry.head.campaign or "")
    if campaign is None:
        return ()
    others = [other for other in campaign.news if other.path != entry.path and not other.head.is_withdrawn]
    others.sort(key=lambda other: abs((other.head.date - entry.head.date).days))
    return tuple(news_card(other, portal) for other in others[:MOST_RELATED])
