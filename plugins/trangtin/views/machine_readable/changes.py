"""What was added, changed, replaced and taken back: `thay-doi.xml`, for those who keep a copy of the portal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from trangtin.content.entry import Entry
from trangtin.content.page import PageHead
from trangtin.content.text import slug
from trangtin.content.values.dates import day_text
from trangtin.portal.linked_document import LinkedDocument, document_name, document_title
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.legal_state import state_changes
from trangtin.views.machine_readable.feed import (
    FeedEntry,
    FeedView,
    enclosure,
    feed_pages,
    newest_first,
    news_author,
    published_on,
    withdrawal_text,
)
from trangtin.views.parts.formats import without_stop

CHANGES_ON_A_PAGE = 500
"""More than in feeds for readers: programs that keep a copy fetch whole pages, and these entries are short."""


def changes(portal: Portal) -> Iterator[FeedView]:
    """Every change of the portal, as a feed page by page."""
    title = f"Thay đổi trên Trang thông tin điện tử {portal.settings.unit.name}"
    return feed_pages(portal, targets.HOME, title, newest_first(_changes(portal)), targets.changes, CHANGES_ON_A_PAGE)


def _changes(portal: Portal) -> Iterator[FeedEntry]:
    for document in portal.documents:
        yield from _of_document(document, portal)
    for entry in portal.news:
        yield from _of_page(entry, portal, entry.head.date, news_author(entry, portal))
    others: tuple[Entry[PageHead], ...] = (
        *(campaign.entry for campaign in portal.campaigns),
        *(unit.entry for unit in portal.units),
        *portal.pages,
    )
    for other in others:  # nobody wrote down when these came
        yield from _of_page(other, portal, None, portal.settings.unit.name)


def _of_document(document: LinkedDocument, portal: Portal) -> Iterator[FeedEntry]:
    entry, title, name = document.entry, document_title(document.head), document_name(document.head)
    gone = document.head.is_withdrawn
    files = () if gone else tuple(enclosure(file, name) for file in document.files)
    for made in _of_page(entry, portal, published_on(document), document.issuer, title):
        yield replace(made, files=files)
    for file in () if gone else document.files:
        for former in file.declared.former:
            if former.until:
                why = f" Lý do: {without_stop(former.reason)}." if former.reason else ""
                text = f"Tệp được thay ngày {day_text(former.until)}.{why} Mã SHA-256 của bản cũ: {former.sha256}."
                part = f"tep-{former.sha256[:12]}"
                made = _change(entry, portal, "Thay tệp", part, former.until, text, title=title)
                yield replace(made, files=(enclosure(file, name),))
    for change in () if gone else state_changes(document, portal):
        other = portal.document_at[change.by]
        part = f"{slug(change.word)}-{other.year}-{other.slug}"
        made = _change(entry, portal, change.word, part, change.last, change.said, title=title)
        yield replace(made, published=change.first)


def _of_page(
    entry: Entry[PageHead], portal: Portal, added: date | None, author: str, title: str | None = None
) -> Iterator[FeedEntry]:
    head = entry.head
    if added is not None:
        yield _change(entry, portal, "Đăng mới", "dang", added, "Nội dung mới đăng.", author, title)
    # A change made after the withdrawal is not a reader's business; one on the day of publishing is no change.
    if head.updated and (added is None or head.updated > added) and not head.is_withdrawn:
        text = f"Nội dung được cập nhật ngày {day_text(head.updated)}."
        yield _change(entry, portal, "Cập nhật", f"sua-{head.updated.isoformat()}", head.updated, text, author, title)
    if head.withdrawn:
        yield _change(entry, portal, "Đã gỡ", "go", head.withdrawn.date, withdrawal_text(head.withdrawn), author, title)


def _change(
    entry: Entry[PageHead],
    portal: Portal,
    word: str,
    part: str,
    day: date,
    text: str,
    author: str | None = None,
    title: str | None = None,
) -> FeedEntry:
    return FeedEntry(
        entry.path,
        f"{word}: {title or portal.titles[entry.path]}",
        day,
        day,
        text,
        author or portal.settings.unit.name,
        (word,),
        lang=entry.head.lang,
        part=part,
    )
