"""Lines of lists and tables, shared by many pages."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.place import is_web
from trangtin.portal.assignments import Assignment, AssignmentState
from trangtin.portal.lifecycle import CampaignState
from trangtin.portal.model import GrantedAward, LinkedCampaign, LinkedDocument, Portal, document_name
from trangtin.portal.timeline import Event
from trangtin.portal.validity import Validity
from trangtin.views import targets
from trangtin.views.formats import days_away
from trangtin.views.link import Link, Tag, day_link


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in a list: number and date are never cut."""

    target: str
    name: str
    """`Kế hoạch số 12/KH-TCT`."""
    title: str
    issuer: str
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
    credit: str | None


@dataclass(frozen=True, slots=True)
class NewsCard:
    """A news item in a list."""

    target: str
    title: str
    day: Link
    summary: str | None
    picture: Picture | None
    is_pinned: bool = False


@dataclass(frozen=True, slots=True)
class CampaignCard:
    """A campaign in a list."""

    target: str
    title: str
    state: Tag
    period: str
    start: Link
    end: Link
    summary: str | None
    next_event: EventRow | None
    next_distance: str | None
    """`còn 12 ngày`."""
    documents: int
    news: int
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


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """A task or registered work in a table."""

    unit: Link
    what: str
    due: Link | None
    state: Tag
    evidence: tuple[Link, ...]
    source: Link


@dataclass(frozen=True, slots=True)
class AwardRow:
    """A commendation in a table."""

    form: str
    to: str
    kind: str
    reason: str | None
    decision: Link
    day: Link | None
    revoked: str | None
    """When and by which decision it was annulled."""


_STATE_TONE = {
    CampaignState.RUNNING: "good",
    CampaignState.UPCOMING: "info",
    CampaignState.REPORT_OVERDUE: "bad",
    CampaignState.AWAITING_REPORT: "warn",
    CampaignState.REPORTED: "neutral",
}
_ASSIGNMENT_TONE = {
    AssignmentState.OVERDUE: "bad",
    AssignmentState.DOING: "info",
    AssignmentState.NOT_STARTED: "neutral",
    AssignmentState.DONE: "good",
    AssignmentState.CANCELLED: "neutral",
}
_VALIDITY_TONE = {
    Validity.NOT_YET: "info",
    Validity.IN_FORCE: "good",
    Validity.EXPIRED: "warn",
    Validity.REPLACED: "warn",
    Validity.RECALLED: "bad",
    Validity.UNKNOWN: "neutral",
}


def state_tag(state: CampaignState) -> Tag:
    """A campaign's state."""
    return Tag(state.label, _STATE_TONE[state])


def assignment_tag(state: AssignmentState) -> Tag:
    """An assignment's state."""
    return Tag(state.label, _ASSIGNMENT_TONE[state])


def validity_tag(validity: Validity) -> Tag | None:
    """A document's force, or None where the question does not arise."""
    return None if validity is Validity.NOT_APPLICABLE else Tag(validity.value, _VALIDITY_TONE[validity])


def document_row(document: LinkedDocument, most_words: int = 0) -> DocumentRow:
    """A line for a document. Ordinary force goes without saying; only what limits it is tagged.

    A title of more than `most_words` words (0: any number) is cut there, unless that would spare only a few.
    """
    head = document.head
    ordinary = document.validity in {Validity.IN_FORCE, Validity.UNKNOWN}
    tag = Tag("Đã gỡ", "bad") if head.is_withdrawn else None if ordinary else validity_tag(document.validity)
    name = f"{head.type.name} số {head.number}" if head.number else f"{head.type.name} (chưa có số)"
    words = head.title.split()
    left_out = len(words) - most_words if most_words and len(words) > most_words + 4 else 0
    return DocumentRow(
        document.path,
        name,
        " ".join(words[:most_words]) if left_out else head.title,
        document.issuer,
        day_link(head.date) if head.date else None,
        tag,
        0 if head.is_withdrawn else len(document.files),
        left_out,
    )


def document_link(portal: Portal, path: str) -> Link:
    """A link to a document by its usual name, with its date and title for those who do not know the number."""
    document = portal.document_at[path]
    head = document.head
    day = f" ngày {head.date:%d/%m/%Y}" if head.date else ""
    about = f" ({head.title})" if head.number else ""
    return Link(f"{document_name(head)}{day}{about}", path)


def unit_link(portal: Portal, unit: str) -> Link:
    """A link to a sub-unit by name; of one that is not public not even its id is told."""
    linked = portal.unit_named.get(unit)
    return Link(linked.name, linked.entry.path) if linked else Link("Đơn vị chưa công bố")


def titled_link(portal: Portal, path: str) -> Link:
    """A link to whatever stands at `path`, by its title."""
    return Link(portal.titles.get(path, path), path)


def news_card(entry: Entry[News], portal: Portal, *, is_pinned: bool = False) -> NewsCard:
    """A card for a news item; a withdrawn one shows neither summary nor picture."""
    head = entry.head
    gone = head.is_withdrawn
    return NewsCard(
        entry.path,
        head.title,
        day_link(head.date),
        "Nội dung đã được gỡ." if gone else head.summary,
        None if gone else picture(entry, portal),
        is_pinned,
    )


def picture(entry: Entry[News], portal: Portal) -> Picture | None:
    """The picture of a news item, if there is such a file."""
    image = entry.head.image
    if image is None:
        return None
    if is_web(image.src):
        return Picture(image.src, image.alt, image.credit)
    target = portal.attachments.target(portal.layout.resolve(entry.path, image.src))
    return Picture(target, image.alt, image.credit) if target else None


def campaign_card(campaign: LinkedCampaign, portal: Portal) -> CampaignCard:
    """A card for a campaign; a withdrawn one tells nothing of its own."""
    head = campaign.head
    gone = head.is_withdrawn
    upcoming = None if gone else campaign.next_event(portal.today)
    return CampaignCard(
        campaign.path,
        head.title,
        Tag("Đã gỡ", "bad") if gone else state_tag(campaign.state),
        f"{head.start:%d/%m/%Y} - {head.end:%d/%m/%Y}",
        day_link(head.start),
        day_link(head.end),
        "Nội dung đã được gỡ." if gone else head.summary,
        event_row(upcoming, portal) if upcoming else None,
        days_away(portal.today, upcoming.day) if upcoming else None,
        len(campaign.documents),
        len(campaign.news),
        () if gone else progress_tags(campaign.assignments),
    )


def event_row(event: Event, portal: Portal) -> EventRow:
    """A line of a timeline."""
    return EventRow(
        day_link(event.day),
        event.kind.label,
        event.title,
        event.target,
        unit_link(portal, event.unit) if event.unit else None,
        assignment_tag(event.state) if event.state else None,
        event.day < portal.today,
        event.day == portal.today,
    )


def assignment_rows(assignments: Iterable[Assignment], portal: Portal) -> tuple[AssignmentRow, ...]:
    """Table rows, overdue ones first, then in the order of due dates, undated last."""

    def urgency(item: Assignment) -> tuple[bool, date]:
        return item.state is not AssignmentState.OVERDUE, item.due or date.max

    return tuple(
        AssignmentRow(
            unit_link(portal, item.unit),
            item.what,
            day_link(item.due) if item.due else None,
            assignment_tag(item.state),
            tuple(_evidence_link(portal, target) for target in item.evidence),
            titled_link(portal, item.source),
        )
        for item in sorted(assignments, key=urgency)
    )


def _evidence_link(portal: Portal, target: str) -> Link:
    if is_web(target):
        return Link(target.split("/")[2], target)
    return Link(portal.titles.get(target) or posixpath.basename(target), target)


def progress_tags(assignments: Iterable[Assignment]) -> tuple[Tag, ...]:
    """How much is in each state (`2 quá hạn`, `3 đã xong`), the worst first; empty where there is nothing to do."""
    counts = Counter(item.state for item in assignments)
    return tuple(
        Tag(f"{counts[state]} {state.label.lower()}", _ASSIGNMENT_TONE[state])
        for state in AssignmentState
        if counts[state]
    )


def award_rows(awards: Iterable[GrantedAward], portal: Portal) -> tuple[AwardRow, ...]:
    """Table rows of commendations, groups first, as decisions list them."""
    return tuple(
        AwardRow(
            granted.award.form,
            granted.award.to,
            granted.award.kind.label,
            granted.award.reason,
            titled_link(portal, granted.document),
            day_link(granted.day) if granted.day else None,
            f"Đã thu hồi ngày {granted.award.revoked.date:%d/%m/%Y} theo {granted.award.revoked.by}"
            if granted.award.revoked
            else None,
        )
        for granted in awards
    )


def library_link(text: str, facet: str, value: str) -> Link:
    """A link to the library cut down to one value."""
    return Link(text, targets.filtered(targets.LIBRARY, facet, value))
