"""What a page says of itself to machines, in the words of Dublin Core (ISO 15836), as portals of the state must."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from trangtin.portal.model import Portal
from trangtin.views.machine_readable.feed import news_author
from trangtin.views.page import PageView


@dataclass(frozen=True, slots=True)
class Metadata:
    """Elements of one page. Those that must never be empty (Thông tư 24/2011/TT-BTTTT) have no default."""

    title: str
    creator: str
    date: date
    """Of issue or of publishing, else of the last change."""
    description: str
    publisher: str
    kind: str = "Trang"
    subjects: tuple[str, ...] = ()
    number: str | None = None
    """Number and symbol of a document, beside the address that every page has as identifier."""
    source: str | None = None
    is_article: bool = False
    """Something that was published on a day, not a list or a plain page."""


def metadata(view: PageView, target: str, changed: date, portal: Portal) -> Metadata:
    """The metadata of the page at `target`; `changed` is the day of its last change."""
    unit = portal.settings.unit.name
    document = portal.document_at.get(target)
    if document is not None:
        head = document.head
        return Metadata(
            view.title,
            document.issuer,
            head.date or head.published or changed,
            view.description,
            unit,
            head.type.name,
            () if view.is_withdrawn else head.areas,
            str(head.number) if head.number else None,
            None if view.is_withdrawn else head.source,
            True,
        )
    news = portal.news_at.get(target)
    if news is not None and not view.is_withdrawn:
        written = news.head
        author = news_author(news, portal)
        return Metadata(
            view.title, author, written.date, view.description, unit, "Tin", written.tags, None, written.source, True
        )
    campaign = portal.campaign_at.get(target)
    if campaign is not None:
        return Metadata(view.title, unit, changed, view.description, unit, "Phong trào thi đua")
    return Metadata(view.title, unit, changed, view.description, unit)
