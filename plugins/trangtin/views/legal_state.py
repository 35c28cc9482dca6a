"""What readers must know before they rely on a document: it was replaced, recalled, amended, corrected, or expired.

It stands on its page, on its translations, and beside its files where somebody checks one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trangtin.content.values.dates import day_text
from trangtin.content.values.languages import VIETNAMESE
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.model import Portal
from trangtin.portal.relations import RelationKind
from trangtin.portal.validity import Validity
from trangtin.views import targets
from trangtin.views.page import Notice
from trangtin.views.parts.link import Link, Tag
from trangtin.views.parts.rows import document_link
from trangtin.views.parts.tags import validity_tag
from trangtin.views.words import Word, day_in, frame_of, words


def state_notices(document: LinkedDocument, portal: Portal, tag: str = VIETNAMESE) -> Iterator[Notice]:
    """What later papers did or will do to it, and that it ran out, in the frame of a page in the language `tag`."""
    frame = frame_of(tag)
    word, mark = words(frame), None if frame == tag else frame
    for kind, (done, to_come, tone) in _said(word).items():
        later = [b for b in document.bearings if b.kind is kind and not b.is_forward and b.target and b.since]
        begun = tuple(_link(b.target or "", portal, tag) for b in later if b.since and b.since <= portal.today)
        if begun:
            yield Notice(done, links=begun, tone=tone, lang=mark)
        for bearing in later:
            if bearing.since is not None and bearing.since > portal.today:
                link = _link(bearing.target or "", portal, tag)
                yield Notice(f"{to_come} {day_in(frame, bearing.since).text}", links=(link,), tone="info", lang=mark)
    if document.validity is Validity.EXPIRED and document.head.expires:
        ended = word("Văn bản này đã hết hiệu lực từ sau ngày") + f" {day_in(frame, document.head.expires).text}"
        yield Notice(ended, tone="warn", lang=mark)


def not_yet_notice(document: LinkedDocument, tag: str = VIETNAMESE) -> Iterator[Notice]:
    """That it is not in force yet, for pages that show neither its facts nor a tag beside its title."""
    start = document.head.effective or document.head.date
    if document.validity is Validity.NOT_YET and start is not None:
        frame = frame_of(tag)
        word = words(frame)
        message = word("Văn bản này chưa có hiệu lực; có hiệu lực từ ngày") + f" {day_in(frame, start).text}"
        yield Notice(message, lang=None if frame == tag else frame)


def state_tag_in(frame: str, document: LinkedDocument) -> Tag | None:
    """Its force in a word of the frame's language, or None where the question does not arise."""
    word = words(frame)
    said = {
        Validity.NOT_YET: word("Chưa có hiệu lực"),
        Validity.IN_FORCE: word("Còn hiệu lực"),
        Validity.EXPIRED: word("Hết hiệu lực"),
        Validity.REPLACED: word("Đã bị thay thế"),
        Validity.RECALLED: word("Đã bị thu hồi"),
        Validity.UNKNOWN: word("Chưa xác định hiệu lực"),
    }
    tag = validity_tag(document.validity)
    return Tag(said[document.validity], tag.tone) if tag else None


def state_sentence(document: LinkedDocument, portal: Portal) -> str:
    """The same as running text, with the papers that did it; empty where nothing happened to it."""
    return " ".join(_sentence(notice) for notice in (*not_yet_notice(document), *state_notices(document, portal)))


def _sentence(notice: Notice) -> str:
    by = "; ".join(link.text for link in notice.links)
    return f"{notice.title}: {by}." if by else f"{notice.title}."


def state_changed_on(document: LinkedDocument, portal: Portal) -> date | None:
    """The last day, up to today, on which its page began to tell another state; None where it never did.

    The day never goes back: the recall of a replacement changes the page once more.
    """
    days = [document.head.effective, *(change.last for change in state_changes(document, portal))]
    if document.validity is Validity.EXPIRED and document.head.expires:
        days.append(date.fromordinal(document.head.expires.toordinal() + 1))
    return max((day for day in days if day is not None and day <= portal.today), default=None)


@dataclass(frozen=True, slots=True)
class StateChange:
    """What a later paper did to a document, as its page tells it."""

    word: str
    """`Thu hồi`."""
    by: str
    """Path of the paper that did it."""
    first: date
    """The day on which it was announced."""
    last: date
    """The last day, up to today, on which it began, was undone, or held again."""
    said: str
    """`Văn bản này đã bị thu hồi: Quyết định …`."""


def state_changes(document: LinkedDocument, portal: Portal) -> Iterator[StateChange]:
    """What later papers did to a document up to today, and what they will do where that is announced."""
    for bearing in document.bearings:
        if bearing.target is None or not bearing.turns:
            continue
        done, to_come, _ = _said(words(VIETNAMESE))[bearing.kind]
        by = document_link(portal, bearing.target).text
        if bearing.since is None:
            said = f"{by} đã bị thu hồi, không còn tác động tới văn bản này."
        elif bearing.since <= portal.today:
            said = f"{done}: {by}."
        else:
            said = f"{to_come} {day_text(bearing.since)}: {by}."
        yield StateChange(bearing.kind.forward, bearing.target, bearing.turns[0], bearing.turns[-1], said)


def _said(word: Word) -> dict[RelationKind, tuple[str, str, str]]:
    """What each relation that changes the other paper says there: done, to come from a day on, and the tone."""
    return {
        RelationKind.RECALLS: (
            word("Văn bản này đã bị thu hồi"),
            word("Văn bản này sẽ bị thu hồi từ ngày"),
            "bad",
        ),
        RelationKind.REPLACES: (
            word("Văn bản này đã có văn bản thay thế"),
            word("Văn bản này sẽ được thay thế từ ngày"),
            "warn",
        ),
        RelationKind.AMENDS: (
            word("Văn bản này đã được sửa đổi, bổ sung"),
            word("Văn bản này sẽ được sửa đổi, bổ sung từ ngày"),
            "info",
        ),
        RelationKind.CORRECTS: (
            word("Văn bản này có đính chính"),
            word("Văn bản này sẽ có đính chính từ ngày"),
            "info",
        ),
    }


def _link(path: str, portal: Portal, tag: str) -> Link:
    """A link to a document: to its page in this language where there is one, else to the Vietnamese one, marked."""
    frame = frame_of(tag)
    for each in portal.translated.get(path, ()):
        if each.tag == tag and each.entry is not None and not each.entry.head.is_withdrawn:
            title, number = portal.titles[each.entry.path], portal.document_at[path].head.number
            named = title if number is None or str(number) in title else f"{number}: {title}"
            return Link(named, targets.in_language(tag, path), lang=None if frame == tag else tag)
    link = document_link(portal, path)
    return link if frame == VIETNAMESE else Link(link.text, link.target, lang=VIETNAMESE)
