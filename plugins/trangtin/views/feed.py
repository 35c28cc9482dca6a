"""Feeds: what is new, newest change first, for programs that look in for a reader."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.page import Withdrawal
from trangtin.portal.model import LinkedDocument, OfferedFile, Portal, document_name
from trangtin.portal.slugs import issuer_slug
from trangtin.views import targets
from trangtin.views.media_type import media_type

PAGE_SIZE = 50
"""Entries of one page of a feed: programs fetch the first page again and again."""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that comes with an entry."""

    target: str
    title: str
    kind: str
    """Its media type."""
    size: int | None
    """Bytes; None where they were not counted."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One page as a feed tells of it."""

    target: str
    """The page; with `part`, what makes the entry the same one for ever."""
    title: str
    published: date
    updated: date
    summary: str
    author: str
    categories: tuple[str, ...] = ()
    files: tuple[Enclosure, ...] = ()
    lang: str = "vi"
    part: str = ""
    """Tells apart several entries on one page (`go`); empty where there is one."""

    @property
    def newest_first(self) -> tuple[int, int, str, str]:
        """Sort key: by the last change, then by the day of publishing."""
        return -self.updated.toordinal(), -self.published.toordinal(), self.target, self.part


@dataclass(frozen=True, slots=True)
class FeedView:
    """One page of a feed."""

    target: str
    title: str
    page: str
    """Target of the page for people that it belongs to."""
    author: str
    updated: date
    entries: tuple[FeedEntry, ...]
    turns: tuple[tuple[str, str], ...] = ()
    """Other pages of a long feed as (relation, target), by the names of RFC 5005: first, previous, next, last."""

    @property
    def first(self) -> str:
        """Its first page, by which the whole feed is known."""
        return dict(self.turns).get("first", self.target)


def feeds(portal: Portal) -> Iterator[FeedView]:
    """Every feed of the portal, page by page back to its first entry."""
    documents = {document.path: document_entry(document, portal) for document in portal.documents}
    news = {entry.path: news_entry(entry, portal) for entry in portal.news}
    unit = portal.settings.unit.name

    yield from _whole(portal, targets.HOME, f"Văn bản, tin tức của {unit}", (*documents.values(), *news.values()))
    yield from _whole(portal, targets.NEWS, f"Tin tức của {unit}", news.values())
    yield from _whole(portal, targets.LIBRARY, f"Văn bản, {unit}", documents.values())
    granting = [documents[document.path] for document in portal.documents if document.awards]
    yield from _whole(portal, targets.AWARDS, f"Khen thưởng, {unit}", granting)
    for campaign in portal.campaigns:
        if not campaign.head.is_withdrawn:
            own = [documents[document.path] for document in campaign.documents]
            own += [news[entry.path] for entry in campaign.news]
            yield from _whole(portal, campaign.path, f"{campaign.head.title} - {unit}", own)
    for each in portal.units:
        if not each.entry.head.is_withdrawn:
            own = [documents[document.path] for document in each.documents]
            own += [news[entry.path] for entry in each.news]
            yield from _whole(portal, each.entry.path, f"{each.name} - {unit}", own)
    for name, value_and_label in CUTS_WITH_FEED.items():
        found: dict[str, list[LinkedDocument]] = defaultdict(list)
        for document in portal.documents:
            found[value_and_label(document)[0]].append(document)
        for value, own_documents in found.items():
            title = f"Văn bản: {value_and_label(own_documents[0])[1]} - {unit}"
            own = [documents[document.path] for document in own_documents]
            yield from _whole(portal, targets.filtered(targets.LIBRARY, name, value), title, own)


CUTS_WITH_FEED: Mapping[str, Callable[[LinkedDocument], tuple[str, str]]] = {
    "type": lambda document: (document.head.type.slug, document.head.type.name),
    "issuer": lambda document: (issuer_slug(document.issuer), document.issuer),
}
"""Cuts of the library that have a feed each: (name in the address, label) of a document."""


def document_entry(document: LinkedDocument, portal: Portal) -> FeedEntry:
    """A document as a feed tells of it; of a withdrawn one no content."""
    head = document.head
    published = head.published or head.date or date(document.year, 1, 1)
    name = document_name(head)
    title = f"{name}: {head.title}" if head.number else name
    if head.withdrawn:
        return _gone(document.path, title, published, head.withdrawn, document.issuer)
    campaign = portal.campaign_named.get(document.campaign or "")
    day = f" ngày {head.date:%d/%m/%Y}" if head.date else ""
    return FeedEntry(
        document.path,
        title,
        published,
        max(head.updated or published, published),
        head.summary or f"{name}{day} của {document.issuer}: {head.title}",
        document.issuer,
        (head.type.name, *head.areas, *((campaign.head.title,) if campaign else ())),
        tuple(_enclosure(file, name) for file in document.files),
        head.lang,
    )


def news_entry(entry: Entry[News], portal: Portal) -> FeedEntry:
    """A news item as a feed tells of it; of a withdrawn one no content."""
    head = entry.head
    author = head.author or head.source or portal.settings.unit.name
    if head.withdrawn:
        return _gone(entry.path, head.title, head.date, head.withdrawn, portal.settings.unit.name)
    campaign = portal.campaign_named.get(head.campaign or "")
    return FeedEntry(
        entry.path,
        head.title,
        head.date,
        max(head.updated or head.date, head.date),
        head.summary or head.title,
        author,
        ("Tin tức", *head.tags, *((campaign.head.title,) if campaign else ())),
        lang=head.lang,
    )


def _gone(target: str, title: str, published: date, withdrawal: Withdrawal, author: str) -> FeedEntry:
    updated = max(withdrawal.date, published)
    return FeedEntry(target, f"[Đã gỡ] {title}", published, updated, withdrawal_text(withdrawal), author)


def withdrawal_text(withdrawal: Withdrawal) -> str:
    """When, why and by whom something was taken back."""
    by = f" Người quyết định: {withdrawal.by}." if withdrawal.by else ""
    return f"Nội dung đã được gỡ ngày {withdrawal.date:%d/%m/%Y}. Lý do: {withdrawal.reason.rstrip('. ')}.{by}"


def _enclosure(file: OfferedFile, name: str) -> Enclosure:
    title = file.declared.title or f"{name} ({file.declared.role.label.lower()})"
    size = file.facts.size if file.facts else None
    return Enclosure(targets.file_target(file.path), title, media_type(file.path), size)


def _whole(portal: Portal, page: str, title: str, entries: Iterable[FeedEntry]) -> Iterator[FeedView]:
    return feed_pages(portal, page, title, entries, lambda number: targets.feed(page, number))


def feed_pages(
    portal: Portal,
    page: str,
    title: str,
    entries: Iterable[FeedEntry],
    target: Callable[[int], str],
    size: int = PAGE_SIZE,
) -> Iterator[FeedView]:
    """A feed with all its entries, in as many pages as they need; an empty one has one empty page.

    `target` gives the target of each of its pages, `page` is the page for people that it belongs to.
    """
    ordered = sorted(entries, key=lambda entry: entry.newest_first)
    last = max((len(ordered) + size - 1) // size, 1)
    for number in range(1, last + 1):
        part = tuple(ordered[(number - 1) * size : number * size])
        turns = {"first": 1, "previous": number - 1, "next": number + 1, "last": last} if last > 1 else {}
        yield FeedView(
            target(number),
            title,
            page,
            portal.settings.unit.name,
            max((entry.updated for entry in part), default=portal.today),
            part,
            tuple((relation, target(at)) for relation, at in turns.items() if 1 <= at <= last),
        )
