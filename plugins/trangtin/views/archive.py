"""The archive: what a term (nhiệm kỳ, năm học) or a year left behind, and the page of each term."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.term import Term
from trangtin.content.text import fold, slug
from trangtin.content.values.quantity import number_text
from trangtin.portal.awards import GrantedAward
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.awards import award_sums
from trangtin.views.comparison import ComparisonRow, comparison_rows
from trangtin.views.page import PageView, home_link
from trangtin.views.parts.award_rows import awards_link, granted_text
from trangtin.views.parts.link import Link, day_link, section_link
from trangtin.views.parts.listing import grouped
from trangtin.views.parts.rows import (
    CampaignCard,
    DocumentRow,
    NewsCard,
    campaign_card,
    document_row,
    held_text,
    library_link,
    news_card,
)

MOST_DOCUMENTS = 10
MOST_NEWS = 6


@dataclass(frozen=True, slots=True)
class ArchiveRow:
    """A term or a year, and how much there is of it; a number that is no link is 0."""

    name: Link
    start: Link | None
    """First day of a term; None for a year."""
    end: Link | None
    campaigns: Link
    documents: Link
    news: Link
    awards: Link

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing of that time."""
        return not any(link.target for link in (self.campaigns, self.documents, self.news, self.awards))


@dataclass(frozen=True, slots=True)
class ArchiveGroup:
    """The terms of one kind: those whose names begin with the same two words (`Nhiệm kỳ`, `Năm học`)."""

    kind: str
    rows: tuple[ArchiveRow, ...]
    """Latest first."""
    outside: str | None
    """How many documents lie in no term of this kind; None where all lie in one."""

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return f"muc-{slug(self.kind)}"


@dataclass(frozen=True, kw_only=True)
class ArchiveView(PageView):
    """Terms and years."""

    terms: tuple[ArchiveGroup, ...]
    """One group for each kind of term: terms of office, school years."""
    years: tuple[ArchiveRow, ...]
    """Latest first."""
    template: str = "archive.html"


@dataclass(frozen=True, kw_only=True)
class TermView(PageView):
    """One term: its campaigns, the newest of its documents and news, and links to all of them."""

    start: Link
    end: Link
    numbers: ArchiveRow
    campaigns: tuple[CampaignCard, ...]
    comparison: tuple[ComparisonRow, ...]
    documents: tuple[DocumentRow, ...]
    news: tuple[NewsCard, ...]
    award_sums: tuple[str, ...]
    """How many awards there are of each form."""
    template: str = "term.html"


def archive_views(portal: Portal) -> Iterator[tuple[str, ArchiveView | TermView]]:
    """The archive and the page of every term, as (target, view)."""
    terms = sorted(portal.settings.terms, key=lambda term: (-term.end.toordinal(), -term.start.toordinal()))
    rows = {term.slug: _term_row(term, portal) for term in terms}
    yield (
        targets.ARCHIVE,
        ArchiveView(
            title=targets.TITLES[targets.ARCHIVE],
            description=f"Phong trào, văn bản, tin, khen thưởng của {portal.settings.unit.name} theo nhiệm kỳ, năm",
            crumbs=(home_link(),),
            terms=tuple(_groups(terms, rows, portal)),
            years=tuple(_year_rows(portal)),
        ),
    )
    for term in terms:
        yield targets.filtered(targets.ARCHIVE, "term", term.slug), _term_view(term, rows[term.slug], portal)


def _groups(terms: Sequence[Term], rows: Mapping[str, ArchiveRow], portal: Portal) -> Iterator[ArchiveGroup]:
    for own in grouped(terms, lambda term: (fold(" ".join(term.name.split()[:2])),)).values():
        kind = " ".join(own[0].name.split()[:2])
        yield ArchiveGroup(kind, tuple(rows[term.slug] for term in own), _outside(kind, own, portal))


def _outside(kind: str, terms: Sequence[Term], portal: Portal) -> str | None:
    days = [document.head.date for document in portal.documents if not any(t.has(document.head.date) for t in terms)]
    undated = sum(day is None for day in days)
    also = f", trong đó {number_text(undated)} văn bản chưa có ngày" if undated else ""
    return f"{number_text(len(days))} văn bản không nằm trong {kind.lower()} nào nêu ở trên{also}" if days else None


def _term_view(term: Term, row: ArchiveRow, portal: Portal) -> TermView:
    standing = portal.standing_campaigns
    campaigns = [campaign for campaign in standing if term.meets(campaign.head.start, campaign.head.end)]
    documents = (document for document in portal.documents if term.has(document.head.date))
    news = (entry for entry in portal.news if term.has(entry.head.date))
    return TermView(
        title=term.name,
        description=f"{term.name}: phong trào, văn bản, tin, khen thưởng của {portal.settings.unit.name}",
        crumbs=(home_link(), section_link(targets.ARCHIVE)),
        start=day_link(term.start),
        end=day_link(term.end),
        numbers=row,
        campaigns=tuple(campaign_card(campaign, portal) for campaign in campaigns),
        comparison=comparison_rows(campaigns, portal),
        documents=tuple(document_row(document) for document in list(documents)[:MOST_DOCUMENTS]),
        news=tuple(news_card(entry, portal) for entry in list(news)[:MOST_NEWS]),
        award_sums=award_sums([granted for granted in portal.awards if term.has(granted.day)]),
    )


def _term_row(term: Term, portal: Portal) -> ArchiveRow:
    campaigns = sum(term.meets(each.head.start, each.head.end) for each in portal.standing_campaigns)
    documents = [document for document in portal.documents if term.has(document.head.date)]
    news = [entry for entry in portal.news if term.has(entry.head.date)]
    awards = [granted for granted in portal.awards if term.has(granted.day)]
    page = targets.filtered(targets.ARCHIVE, "term", term.slug)
    links = _links(campaigns, documents, news, awards, "term", term.slug)
    return ArchiveRow(Link(term.name, page), day_link(term.start), day_link(term.end), *links)


def _year_rows(portal: Portal) -> Iterator[ArchiveRow]:
    spans = [(each.head.start.year, each.head.end.year) for each in portal.standing_campaigns]
    documents = grouped(portal.documents, lambda document: (str(document.year),))
    news = grouped(portal.news, lambda entry: (str(entry.head.date.year),))
    years = {
        *map(int, (*documents, *news)),
        *(granted.year for granted in portal.awards),
        *(year for first, last in spans for year in range(first, last + 1)),
    }
    for year in sorted(years, reverse=True):
        running = sum(first <= year <= last for first, last in spans)
        awards = [granted for granted in portal.awards if granted.year == year]
        papers, items = documents.get(str(year), ()), news.get(str(year), ())
        yield ArchiveRow(Link(f"Năm {year}"), None, None, *_links(running, papers, items, awards, "year", str(year)))


def _links(
    campaigns: int,
    documents: Sequence[LinkedDocument],
    news: Sequence[Entry[News]],
    granted: Sequence[GrantedAward],
    facet: str,
    value: str,
) -> tuple[Link, Link, Link, Link]:
    """How many campaigns, documents, news and awards there are; each number leads to the list, where it is not 0."""
    made = (
        Link(number_text(campaigns), targets.filtered(targets.CAMPAIGNS, facet, value)),
        library_link(held_text(documents), facet, value),
        Link(held_text(news), targets.filtered(targets.NEWS, facet, value)),
        awards_link(granted_text(granted), facet, value),
    )
    counts = (campaigns, len(documents), len(news), len(granted))
    a, b, c, d = (link if count else Link(link.text) for link, count in zip(made, counts, strict=True))
    return a, b, c, d
