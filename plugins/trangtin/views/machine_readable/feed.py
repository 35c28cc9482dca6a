"""Feeds: what is new, newest change first, for programs that look in for a reader."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trangtin.content.entry import Entry
from trangtin.content.media_type import media_type
from trangtin.content.news import News
from trangtin.content.page import Withdrawal
from trangtin.content.values.dates import day_text
from trangtin.portal.linked_document import LinkedDocument, OfferedFile, document_name, document_title
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.legal_state import state_sentence
from trangtin.views.machine_readable.last_change import document_touched
from trangtin.views.page import withdrawal_reason
from trangtin.views.parts.file_card import file_title

PAGE_SIZE = 50
"""Entries on one page: few, since programs fetch the first page again and again."""


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
    """The page."""
    title: str
    published: date
    updated: date
    summary: str
    author: str
    categories: tuple[str, ...] = ()
    files: tuple[Enclosure, ...] = ()
    lang: str = "vi"
    part: str = ""
    """Tells apart several entries about one page (`go`); empty where there is one."""

    @property
    def key(self) -> str:
        """What makes the entry the same one for ever."""
        return f"{self.target}#{self.part}" if self.part else self.target


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
        """Target of its first page, which stands for the whole feed."""
        return dict(self.turns).get("first", self.target)


def feeds(portal: Portal) -> Iterator[FeedView]:
    """Every feed of the portal, page by page back to its first entry."""
    documents, news = portal.documents, portal.news
    made = (*(document_entry(each, portal) for each in documents), *(news_entry(each, portal) for each in news))
    entries = {entry.target: entry for entry in newest_first(made)}
    place = {target: number for number, target in enumerate(entries)}
    unit = portal.settings.unit.name

    def whole(page: str, title: str, paths: Iterable[str]) -> Iterator[FeedView]:
        own = [entries[path] for path in sorted(paths, key=place.__getitem__)]
        return feed_pages(portal, page, title, own, lambda number: targets.feed(page, number))

    yield from whole(targets.HOME, f"Văn bản, tin tức của {unit}", entries)
    yield from whole(targets.NEWS, f"Tin tức của {unit}", _paths(news))
    yield from whole(targets.LIBRARY, f"Văn bản, {unit}", _paths(documents))
    yield from whole(targets.AWARDS, f"Khen thưởng, {unit}", _paths(each for each in documents if each.awards))
    for campaign in portal.campaigns:
        if not campaign.head.is_withdrawn:
            title = f"{campaign.head.title} - {unit}"
            yield from whole(campaign.path, title, _paths((*campaign.documents, *campaign.news)))
    for each in portal.units:
        if not each.entry.head.is_withdrawn:
            yield from whole(each.entry.path, f"{each.name} - {unit}", _paths((*each.documents, *each.news)))
    for name, value_and_label in CUTS_WITH_FEED.items():
        found: dict[str, list[str]] = defaultdict(list)
        labels: dict[str, str] = {}
        for document in documents:
            value, label = value_and_label(document)
            found[value].append(document.path)
            labels.setdefault(value, label)
        for value, paths in found.items():
            title = f"Văn bản: {labels[value]} - {unit}"
            yield from whole(targets.filtered(targets.LIBRARY, name, value), title, paths)


def _paths(pages: Iterable[LinkedDocument | Entry[News]]) -> Iterator[str]:
    return (page.path for page in pages)


def newest_first(entries: Iterable[FeedEntry]) -> list[FeedEntry]:
    """By the last change, then by the day of publishing."""
    return sorted(
        entries,
        key=lambda entry: (-entry.updated.toordinal(), -entry.published.toordinal(), entry.target, entry.part),
    )


CUTS_WITH_FEED: Mapping[str, Callable[[LinkedDocument], tuple[str, str]]] = {
    "type": lambda document: (document.head.type.slug, document.head.type.name),
    "issuer": lambda document: (document.issued_by.slug, document.issued_by.name),
}
"""Cuts of the library that have a feed each: (name in the address, label) of a document."""


def published_on(document: LinkedDocument) -> date:
    """The day a document was published; where nobody wrote it down, the best guess."""
    return document.head.published or document.head.date or date(document.year, 1, 1)


def document_entry(document: LinkedDocument, portal: Portal) -> FeedEntry:
    """A document as a feed tells of it; of a withdrawn one no content."""
    head = document.head
    published = published_on(document)
    name, title = document_name(head), document_title(head)
    if head.withdrawn:
        return _gone(document.path, title, published, head.withdrawn, document.issuer)
    campaign = portal.campaign_named.get(document.campaign or "")
    day = f" ngày {day_text(head.date)}" if head.date else ""
    summary = head.summary or f"{name}{day} của {document.issuer}: {head.title}"
    return FeedEntry(
        target=document.path,
        title=f"[{document.validity.value}] {title}" if document.validity.is_superseded else title,
        published=published,
        updated=max(document_touched(document, portal) or published, published),
        summary=f"{state_sentence(document, portal)} {summary}".lstrip(),
        author=document.issuer,
        categories=(head.type.name, *head.areas, *((campaign.head.title,) if campaign else ())),
        files=tuple(enclosure(file, name) for file in document.files),
        lang=head.lang,
    )


def news_entry(entry: Entry[News], portal: Portal) -> FeedEntry:
    """A news item as a feed tells of it; of a withdrawn one no content."""
    head, author = entry.head, news_author(entry, portal)
    if head.withdrawn:
        return _gone(entry.path, head.title, head.date, head.withdrawn, author)
    campaign = portal.campaign_named.get(head.campaign or "")
    return FeedEntry(
        target=entry.path,
        title=head.title,
        published=head.date,
        updated=max(head.updated or head.date, head.date),
        summary=head.summary or head.title,
        author=author,
        categories=("Tin tức", *head.tags, *((campaign.head.title,) if campaign else ())),
        files=tuple(_linked(path) for path in portal.attachments.linked_by.get(entry.path, ())),
        lang=head.lang,
    )


def news_author(entry: Entry[News], portal: Portal) -> str:
    """Who tells a news item; of a withdrawn one the portal does."""
    head, unit = entry.head, portal.settings.unit.name
    return unit if head.is_withdrawn else head.author or head.source or unit


def _gone(target: str, title: str, published: date, withdrawal: Withdrawal, author: str) -> FeedEntry:
    updated = max(withdrawal.date, published)
    return FeedEntry(target, f"[Đã gỡ] {title}", published, updated, withdrawal_text(withdrawal), author)


def withdrawal_text(withdrawal: Withdrawal) -> str:
    """When, why and by whom something was taken back."""
    return f"Nội dung đã được gỡ ngày {day_text(withdrawal.date)}. {withdrawal_reason(withdrawal)}"


def enclosure(file: OfferedFile, name: str) -> Enclosure:
    """A file of the document that is called `name`."""
    size = file.facts.published_size if file.facts else None
    return Enclosure(targets.file_target(file.path), file_title(file.declared, name), media_type(file.path), size)


def _linked(path: str) -> Enclosure:
    return Enclosure(path, posixpath.basename(path), media_type(path), None)


def feed_pages(
    portal: Portal,
    page: str,
    title: str,
    entries: Sequence[FeedEntry],
    target: Callable[[int], str],
    size: int = PAGE_SIZE,
) -> Iterator[FeedView]:
    """A feed with all its entries, which are in order, in as many pages as they need; an empty one has one empty page.

    `target` gives the target of each of its pages, `page` is the page for people that it belongs to.
    """
    last = max((len(entries) + size - 1) // size, 1)
    for number in range(1, last + 1):
        part = tuple(entries[(number - 1) * size : number * size])
        turns = {"first": 1, "previous": number - 1, "next": number + 1, "last": last} if last > 1 else {}
        yield FeedView(
            target(number),
            title,
            page,
            portal.settings.unit.name,
            part[0].updated if part else portal.today,
            part,
            tuple((relation, target(at)) for relation, at in turns.items() if 1 <= at <= last),
        )
