"""The day of a page's last change, as maps of the site tell it: its editors' own day, or a later one."""

from __future__ import annotations

from datetime import date

from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.page import PageHead
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.model import Portal
from trangtin.portal.translations import LinkedTranslation
from trangtin.views.legal_state import state_changed_on, state_changes


def document_changed(document: LinkedDocument, portal: Portal) -> date | None:
    """A document; also what became of it, which no editor writes into its file: crawlers come when this day moves."""
    return _latest(portal, document_touched(document, portal), state_changed_on(document, portal))


def document_touched(document: LinkedDocument, portal: Portal) -> date | None:
    """The same without what the document said from its first day: when it takes effect and expires."""
    head = document.head
    return _latest(
        portal,
        head.updated or head.published or head.date,
        head.withdrawn.date if head.withdrawn else None,
        *(change.last for change in state_changes(document, portal)),
        *(former.until for file in head.files for former in file.former),
    )


def news_changed(entry: Entry[News], portal: Portal) -> date | None:
    """A news item."""
    head = entry.head
    return _latest(portal, head.updated or head.date, head.withdrawn.date if head.withdrawn else None)


def page_changed(entry: Entry[PageHead], portal: Portal) -> date | None:
    """A campaign, a sub-unit or a plain page; None where nobody wrote a change down."""
    head = entry.head
    return _latest(portal, head.updated, head.withdrawn.date if head.withdrawn else None)


def translation_changed(translation: LinkedTranslation, portal: Portal) -> date | None:
    """A page in another language; None where nobody wrote down when it was made."""
    head = translation.entry.head if translation.entry else None
    if head is None or head.updated is None:
        return None
    document = portal.document_at.get(translation.original)
    return _latest(
        portal,
        head.updated,
        head.withdrawn.date if head.withdrawn else None,
        translation.outrun_on,
        state_changed_on(document, portal) if document else None,
    )


def _latest(portal: Portal, *days: date | None) -> date | None:
    return max((day for day in days if day is not None and day <= portal.today), default=None)
