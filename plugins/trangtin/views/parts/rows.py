"""Lines of lists and tables, shared by many pages."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.news import Image, News
from trangtin.content.values.dates import day_text
from trangtin.portal.linked_document import LinkedDocument, document_name, typed_number
from trangtin.portal.model import LinkedCampaign, Portal
from trangtin.portal.timeline import Event, EventKind
from trangtin.portal.validity import Validity
from trangtin.views import targets
from trangtin.views.parts.caption import caption_of
from trangtin.views.parts.formats import cut, days_away, of_which, shortened
from trangtin.views.parts.link import Link, Tag, day_link
from trangtin.views.parts.tags import WITHDRAWN, assignment_tag, progress_tags, state_tag, validity_tag

MOST_TITLE, MOST_SUMMARY = 28, 45
"""Words of a title or summary that a card has room for; on its own page it stands whole."""


TAKEN_BACK = "Nội dung đã được gỡ."
"""What a list says of a page that was taken back, in place of what it was about."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in a list: number and date are never cut."""

    target: str
    name: str
    """`Kế hoạch số 12/KH-TCT`."""
    title: str
    issuer: str
    """By the one name that all lists have for it; the paper's own spelling is for its own page."""
    day: Link | None
    validity: Tag | None
    files: int
    left_out: int = 0
    """Words of a long title that this list has no room for; it says so."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its text alternative."""

    target: str
    alt: str
    caption: str
    """What it shows and who made it, in one line; may be empty."""


@dataclass(frozen=True, slots=True)
class NewsCard:
    """A news item in a list."""

    target: str
    title: str
    day: Link
    summary: str | None
    picture: Picture | None
    is_pinned: bool


@dataclass(frozen=True, slots=True)
class CampaignCard:
    """A campaign in a list."""

    target: str
    title: str
    state: Tag
    start: Link
    end: Link
    summary: str | None
    next_event: EventRow | None
    next_distance: str | None
    """`còn 12 ngày`."""
    documents: str
    """`13 văn bản`, or `13 văn bản, trong đó 1 đã gỡ`, as everywhere (`held_text`)."""
    news: str
    progress: tuple[Tag, ...]
    """How its tasks and works stand, the worst first."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """A line of a timeline."""

    day: Link
    label: str
    title: str
    target: str | None
    unit: Link | None
    state: Tag | None
    is_past: bool
    is_today: bool


def document_row(document: LinkedDocument, most_words: int = 0) -> DocumentRow:
    """A line for a document.

    A title of more than `most_words` words (0: any number) is cut there, unless that would spare only a few.
    """
    head = document.head
    title, left_out = cut(head.title, most_words)
    return DocumentRow(
        target=document.path,
        name=row_name(head),
        title=title,
        issuer=document.issued_by.name,
        day=day_link(head.date) if head.date else None,
        validity=force_tag(document),
        files=file_count(document),
        left_out=left_out,
    )


def row_name(head: Document) -> str:
    """What a line calls a document; it says so where a number is missing."""
    return f"{typed_number(head)}{'' if head.number else ' (chưa có số)'}"


def force_tag(document: LinkedDocument) -> Tag | None:
    """What a line says of a document's force. Ordinary force goes without saying; only what limits it is tagged."""
    if document.head.is_withdrawn:
        return WITHDRAWN
    is_ordinary = document.validity is Validity.IN_FORCE or document.validity is Validity.UNKNOWN
    return None if is_ordinary else validity_tag(document.validity)


def file_count(document: LinkedDocument) -> int:
    """How many files a line says a document has; those of a withdrawn one are gone."""
    return 0 if document.head.is_withdrawn else len(document.files)


def document_link(portal: Portal, path: str) -> Link:
    """A link to a document by its usual name, with its date and title for those who do not know the number."""
    document = portal.document_at[path]
    head = document.head
    day = f" ngày {day_text(head.date)}" if head.date else ""
    about = f" ({head.title})" if head.number else ""
    return Link(f"{document_name(head)}{day}{about}", path)


def unit_link(portal: Portal, unit: str, day: date | None) -> Link:
    """A link to a sub-unit by the name it bore on `day` (None: today), leading to the one that stands for it today.

    Of one that is not public not even its id is shown.
    """
    linked = portal.unit_named.get(unit)
    return Link(unit_name(portal, unit, day), portal.unit_named[linked.present].entry.path if linked else None)


def holder_link(portal: Portal, unit: str, day: date | None) -> Link:
    """A link to the sub-unit that a task counts for, by its name on `day` (None: today), leading to its own page.

    There the same task is counted, also where the sub-unit is no more.
    """
    linked = portal.unit_named.get(unit)
    return Link(unit_name(portal, unit, day), linked.entry.path if linked else None)


def unit_name(portal: Portal, unit: str, day: date | None = None) -> str:
    """What a sub-unit was called on `day` (None: today); of one that is not public not even its id is shown."""
    linked = portal.unit_named.get(unit)
    return linked.entry.head.unit.name_on(day or portal.today) if linked else "Đơn vị chưa công bố"


def titled_link(portal: Portal, path: str) -> Link:
    """A link to whatever stands at `path`, by its title."""
    return Link(portal.titles.get(path, path), path)


def news_card(entry: Entry[News], portal: Portal, *, is_pinned: bool = False) -> NewsCard:
    """A card for a news item; a withdrawn one shows neither summary nor picture."""
    head = entry.head
    gone = head.is_withdrawn
    return NewsCard(
        entry.path,
        shortened(head.title, MOST_TITLE),
        day_link(head.date),
        TAKEN_BACK if gone else head.summary and shortened(head.summary, MOST_SUMMARY),
        None if gone else picture(entry, portal),
        is_pinned,
    )


def picture(entry: Entry[News], portal: Portal) -> Picture | None:
    """The picture of a news item, if there is such a file."""
    image = entry.head.image
    return _picture(image, entry, portal) if image else None


def album(entry: Entry[News], portal: Portal) -> tuple[Picture, ...]:
    """The album of a news item, less what is not there."""
    found = (_picture(image, entry, portal) for image in entry.head.album)
    return tuple(picture for picture in found if picture is not None)


def _picture(image: Image, entry: Entry[News], portal: Portal) -> Picture | None:
    target = portal.attachments.target(portal.layout.resolve(entry.path, image.src))
    return Picture(target, image.alt, caption_of(image.caption, image.credit)) if target else None


def campaign_card(campaign: LinkedCampaign, portal: Portal) -> CampaignCard:
    """A card for a campaign; a withdrawn one tells nothing of its own."""
    head = campaign.head
    gone = head.is_withdrawn
    upcoming = None if gone else campaign.next_event(portal.today)
    return CampaignCard(
        target=campaign.path,
        title=shortened(head.title, MOST_TITLE),
        state=WITHDRAWN if gone else state_tag(campaign.state),
        start=day_link(head.start),
        end=day_link(head.end),
        summary=TAKEN_BACK if gone else head.summary and shortened(head.summary, MOST_SUMMARY),
        next_event=event_row(upcoming, portal, campaign.over_on, MOST_TITLE) if upcoming else None,
        next_distance=days_away(portal.today, upcoming.day) if upcoming else None,
        documents=held_text(campaign.documents, " văn bản"),
        news=held_text(campaign.news, " tin"),
        progress=() if gone else progress_tags(campaign.assignments),
    )


def event_row(event: Event, portal: Portal, named_on: date | None, most_words: int = 0) -> EventRow:
    """A line of a timeline; its title is cut after `most_words` words (0: never).

    Whose work falls due is named as on the day `named_on` (None: today), like everywhere in the campaign.
    """
    return EventRow(
        day=day_link(event.day),
        label=event.kind.label,
        title=shortened(event.title, most_words),
        target=event.target,
        unit=_event_unit(event, event.unit, portal, named_on) if event.unit else None,
        state=assignment_tag(event.state) if event.state else None,
        is_past=event.day < portal.today,
        is_today=event.day == portal.today,
    )


def campaign_link(campaign: LinkedCampaign) -> Link:
    """A link to a campaign by its title; of one that was taken back it says so."""
    return Link(campaign_title(campaign), campaign.path)


def campaign_title(campaign: LinkedCampaign) -> str:
    """The title of a campaign among those of others."""
    return f"{campaign.head.title} (đã gỡ)" if campaign.head.is_withdrawn else campaign.head.title


def held_text(pages: Collection[LinkedDocument] | Collection[Entry[News]], measure: str = "") -> str:
    """`13`, or `13, trong đó 1 đã gỡ`: as many as the list of them has, which shows what was taken back as such."""
    return of_which(len(pages), sum(page.head.is_withdrawn for page in pages), "đã gỡ", measure)


def _event_unit(event: Event, unit: str, portal: Portal, named_on: date | None) -> Link:
    """Of news the name of its day; a task leads to the page where it is counted."""
    is_news = event.kind is EventKind.NEWS
    return unit_link(portal, unit, event.day) if is_news else holder_link(portal, unit, named_on)


def library_link(text: str, facet: str, value: str) -> Link:
    """A link to the library cut down to one value."""
    return Link(text, targets.filtered(targets.LIBRARY, facet, value))
