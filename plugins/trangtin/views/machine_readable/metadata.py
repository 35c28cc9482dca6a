"""What a page says of itself to machines, in the words of Dublin Core (ISO 15836), as portals of the state must."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.archive import TermView
from trangtin.views.awards import AwardListView
from trangtin.views.campaigns import CampaignListView
from trangtin.views.library import LibraryView
from trangtin.views.machine_readable.feed import news_author
from trangtin.views.news import NewsListView
from trangtin.views.page import PageView
from trangtin.views.same_number import SameNumberView


@dataclass(frozen=True, slots=True)
class Metadata:
    """Elements of one page. Those that must never be empty (Thông tư 24/2011/TT-BTTTT) have no default.

    A day that nobody wrote is not made up, as that of the build would be, another every day: then `date` is left out.
    """

    title: str
    creator: str
    date: date | None
    """Of issue or of publishing; of what is no document or news of the last change, of lists of the newest on them."""
    description: str
    publisher: str
    kind: str = "Trang"
    subjects: tuple[str, ...] = ()
    number: str | None = None
    """Number and symbol of a document, beside the address that every page has as identifier."""
    source: str | None = None
    is_article: bool = False
    """Something that was published on a day, not a list or a plain page."""


def metadata(view: PageView, target: str, changed: date | None, portal: Portal) -> Metadata:
    """The metadata of the page at `target`; `changed` is the day that its editors wrote for its last change."""
    unit = portal.settings.unit.name
    document = portal.document_at.get(target)
    if document is not None:
        head = document.head
        return Metadata(
            title=view.title,
            creator=document.issuer,
            date=head.date or head.published or changed,
            description=view.description,
            publisher=unit,
            kind=head.type.name,
            subjects=() if view.is_withdrawn else head.areas,
            number=str(head.number) if head.number else None,
            source=None if view.is_withdrawn else head.source,
            is_article=True,
        )
    news = portal.news_at.get(target)
    if news is not None and not view.is_withdrawn:
        written = news.head
        author = news_author(news, portal)
        return Metadata(
            title=view.title,
            creator=author,
            date=written.date,
            description=view.description,
            publisher=unit,
            kind="Tin",
            subjects=written.tags,
            number=None,
            source=written.source,
            is_article=True,
        )
    campaign = portal.campaign_at.get(target)
    if campaign is not None:
        newest = changed if view.is_withdrawn else _newest(changed, campaign.documents, campaign.news)
        return Metadata(view.title, unit, newest, view.description, unit, "Phong trào thi đua")
    day = changed if view.is_withdrawn else _day_of_list(view, target, changed, portal)
    return Metadata(view.title, unit, day, view.description, unit)


def _day_of_list(view: PageView, target: str, changed: date | None, portal: Portal) -> date | None:
    if target == targets.HOME:
        return _newest(changed, portal.documents, portal.news)
    if target == targets.LIBRARY:
        return _newest(changed, portal.documents, ())
    if target == targets.NEWS:
        return _newest(changed, (), portal.news)
    if (of := portal.unit_at.get(target)) is not None:
        return _newest(changed, of.documents, of.news)
    listed = frozenset(_listed(view))
    campaigns = [portal.campaign_at[each] for each in listed & portal.campaign_at.keys()]
    documents = (portal.document_at[each] for each in listed & portal.document_at.keys())
    news = (portal.news_at[each] for each in listed & portal.news_at.keys())
    return _newest(
        changed,
        chain(documents, *(each.documents for each in campaigns)),
        chain(news, *(each.news for each in campaigns)),
    )


def _listed(view: PageView) -> Iterator[str]:
    """What a list shows, by target."""
    match view:
        case LibraryView() | SameNumberView():
            yield from (row.target for row in view.rows)
        case NewsListView():
            yield from (card.target for card in view.cards)
        case AwardListView():
            yield from (group.decision.target for group in view.groups if group.decision.target)
        case CampaignListView():
            yield from (card.target for group in view.groups for card in group.cards)
        case TermView():
            yield from (row.target for row in view.documents)
            yield from (card.target for card in view.news)
            yield from (card.target for card in view.campaigns)


def _newest(changed: date | None, documents: Iterable[LinkedDocument], news: Iterable[Entry[News]]) -> date | None:
    """The latest day that is written in what a page lists, or of its own text."""
    days = [changed, *(each.head.published or each.head.date for each in documents), *(each.head.date for each in news)]
    return max((day for day in days if day is not None), default=None)
