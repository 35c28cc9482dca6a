"""A page in another language than Vietnamese: its text, and in English the portal's own facts as well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from trangtin.content.text import large
from trangtin.content.values.languages import LANGUAGES, VIETNAMESE, language
from trangtin.content.values.quantity import number_text
from trangtin.portal.model import Portal
from trangtin.portal.translations import ENGLISH, LinkedTranslation
from trangtin.views import targets
from trangtin.views.english import EnglishUnit, either, english_facts, english_spokesperson, english_unit, english_units
from trangtin.views.home import Way
from trangtin.views.legal_state import not_yet_notice, state_notices, state_tag_in
from trangtin.views.page import Notice, PageView, head_notices
from trangtin.views.parts.link import Fact, Link, Tag, Version, fact, facts, section_link
from trangtin.views.words import day_in, frame_of, words


@dataclass(frozen=True, kw_only=True)
class TranslatedView(PageView):
    """One page in another language."""

    original: Link | None
    """Link to the Vietnamese text; None for a page that the portal makes in both languages."""
    is_issued: bool
    """Whether it is an issued document: then only the Vietnamese text has legal force."""
    state: Tag | None
    """Of an issued document: its force, in a word."""
    facts: tuple[Fact, ...] = ()
    """Facts about the original: who issued it, when."""
    contact: tuple[Fact, ...] = ()
    """Facts about the unit."""
    spokesperson: tuple[Fact, ...] = ()
    units: tuple[EnglishUnit, ...] = ()
    ways: tuple[Way, ...]
    """On the start page: links to the other pages in this language."""
    others: tuple[Link, ...]
    """On the start page: links to documents, news and the like in this language."""
    template: str = "translation.html"


def translated_views(portal: Portal) -> Iterator[tuple[LinkedTranslation, TranslatedView]]:
    """Every page in another language."""
    for each in portal.translations:
        yield each, translated_view(each, portal)


def target_of(translation: LinkedTranslation) -> str:
    """The target of its page."""
    return targets.in_language(translation.tag, translation.original)


def versions_of(path: str, portal: Portal, tag: str = VIETNAMESE) -> tuple[Version, ...]:
    """The page at `path` in all its languages, as seen from the one in `tag`; empty where there is only one."""
    translations = portal.translated.get(path)
    if not translations:
        return ()
    section = translations[0].section
    versions = [(VIETNAMESE, targets.section(section) if section else path)]
    versions += [(each.tag, target_of(each)) for each in translations]
    return tuple(_version(each, target, is_current=each == tag) for each, target in versions)


def _version(tag: str, target: str, *, is_current: bool) -> Version:
    known = language(tag) or LANGUAGES[VIETNAMESE]
    name = known.own or large(known.name)
    return Version(tag, name, tag if known.own else VIETNAMESE, target, is_current)


def title_of(translation: LinkedTranslation, portal: Portal) -> str:
    """The title of the page."""
    entry, unit = translation.entry, portal.settings.unit
    written = entry and (entry.head.title or entry.first_heading())
    if written:
        return written
    if frame_of(translation.tag) == ENGLISH:
        word = words(ENGLISH)
        made = {
            "home": unit.name_en or unit.name,
            "units": word("Cơ cấu tổ chức"),
            "contact": word("Liên hệ"),
        }
        if translation.section in made:
            return made[translation.section]
    return portal.titles.get(translation.original, unit.name)


def translated_view(translation: LinkedTranslation, portal: Portal) -> TranslatedView:
    """The page of a translation."""
    head = translation.entry.head if translation.entry else None
    tag, frame = translation.tag, frame_of(translation.tag)
    unit = portal.settings.unit
    title = title_of(translation, portal)
    document = portal.document_at.get(translation.original)
    is_home, is_gone = translation.section == "home", head is not None and head.is_withdrawn
    original = Link(portal.titles.get(translation.original, title), translation.original, lang=VIETNAMESE)
    name = (unit.name_en if frame == ENGLISH else None) or unit.name
    view = TranslatedView(
        title=title,
        description=(head.summary if head and not is_gone else None) or (title if is_home else f"{title} - {name}"),
        crumbs=() if is_home else tuple(_crumbs(translation, portal)),
        notices=tuple(_notices(translation, portal)),
        modified=day_in(frame, head.updated) if head and head.updated else None,
        lang=tag,
        frame=frame,
        versions=versions_of(translation.original, portal, tag),
        is_withdrawn=is_gone,
        original=None if translation.section else original,
        is_issued=document is not None,
        state=state_tag_in(frame, document) if document and not is_gone else None,
        ways=tuple(_ways(translation, portal)) if is_home else (),
        others=tuple(_others(translation, portal)) if is_home else (),
    )
    return _with_facts(view, translation, portal) if tag == ENGLISH and not is_gone else view


def _crumbs(translation: LinkedTranslation, portal: Portal) -> Iterator[Link]:
    frame = frame_of(translation.tag)
    word = words(frame)
    home = f"{portal.layout.docs}/index.md"
    own = {each.tag for each in portal.translated.get(home, ())} & {translation.tag, frame}
    if own:
        yield Link(word("Trang chủ"), targets.in_language(translation.tag if translation.tag in own else frame, home))
    else:
        yield section_link(targets.HOME)
    if translation.tag == ENGLISH and translation.original in portal.unit_at:
        units = targets.in_language(ENGLISH, f"{portal.layout.docs}/don-vi/index.md")
        yield Link(word("Cơ cấu tổ chức"), units)


def _notices(translation: LinkedTranslation, portal: Portal) -> Iterator[Notice]:
    """What to know before reading on, in the language of the page's frame."""
    entry, frame = translation.entry, frame_of(translation.tag)
    if entry is None:
        return
    word, mark = words(frame), None if frame == translation.tag else frame
    head = entry.head
    if head.withdrawn is not None and frame != VIETNAMESE:
        message = word("Nội dung này đã được gỡ ngày") + f" {day_in(frame, head.withdrawn.date).text}"
        reason = head.withdrawn.reason if translation.is_gone_alone else word("Lý do ghi ở trang tiếng Việt.")
        yield Notice(message, reason, tone="bad")
    else:
        for notice in head_notices(head, portal.today):
            yield replace(notice, lang=VIETNAMESE)
    document = portal.document_at.get(translation.original)
    if document is not None:
        if not head.is_withdrawn:
            yield from not_yet_notice(document, translation.tag)
        yield from state_notices(document, portal, translation.tag)
    if head.updated is not None and translation.outrun_on is not None and not head.is_withdrawn:
        message = word("Bản dịch này theo bản tiếng Việt ngày") + f" {day_in(frame, head.updated).text}"
        changed = word("Bản tiếng Việt đã sửa ngày") + f" {day_in(frame, translation.outrun_on).text}; "
        yield Notice(message, changed + word("chỗ nào khác nhau thì theo bản tiếng Việt."), tone="warn", lang=mark)


def _ways(translation: LinkedTranslation, portal: Portal) -> Iterator[Way]:
    """Links to pages that are not tied to a day: the structure first, contacts last."""
    word = words(frame_of(translation.tag))
    order = {"units": 0, None: 1, "contact": 3}
    for each in sorted(_beside(translation, portal), key=lambda each: order.get(each.section, 2)):
        if each.section is not None or _is_page(each, portal):
            count = len([unit for unit in portal.units if not unit.is_past])
            note = f"{number_text(count)} " + word("đơn vị") if each.section == "units" else ""
            yield Way(Link(title_of(each, portal), target_of(each)), note)


def _others(translation: LinkedTranslation, portal: Portal) -> Iterator[Link]:
    for each in _beside(translation, portal):
        if each.section is None and not _is_page(each, portal):
            yield Link(title_of(each, portal), target_of(each))


def _beside(translation: LinkedTranslation, portal: Portal) -> Iterator[LinkedTranslation]:
    """The other pages in the same language."""
    for each in portal.translations:
        is_gone = each.entry is not None and each.entry.head.is_withdrawn
        if each.tag == translation.tag and each.original != translation.original and not is_gone:
            yield each


def _is_page(translation: LinkedTranslation, portal: Portal) -> bool:
    return any(page.path == translation.original for page in portal.pages)


def _with_facts(view: TranslatedView, translation: LinkedTranslation, portal: Portal) -> TranslatedView:
    """The view with what the portal knows about its subject."""
    path, section, word = translation.original, translation.section, words(ENGLISH)
    if section in {"home", "contact"}:
        spokesperson = english_spokesperson(portal) if section == "contact" else ()
        return replace(view, contact=english_facts(portal), spokesperson=spokesperson)
    if section == "units":
        return replace(view, units=tuple(english_units(portal)))
    if (unit := portal.unit_at.get(path)) is not None:
        return replace(view, units=(english_unit(unit, portal),))
    if (document := portal.document_at.get(path)) is not None:
        own = portal.settings.unit
        issuer = either(own.name_en, own.name) if document.issuer == own.name else either(None, document.issuer)
        return replace(
            view,
            facts=facts(
                fact(word("Cơ quan ban hành"), issuer),
                fact(word("Ngày ban hành"), _day(document.head.date)),
                fact(word("Có hiệu lực từ"), _day(document.head.effective)),
                fact(word("Hết hiệu lực sau ngày"), _day(document.head.expires)),
            ),
        )
    if (news := portal.news_at.get(path)) is not None:
        return replace(view, facts=facts(fact(word("Ngày đăng"), day_in(ENGLISH, news.head.date))))
    if (campaign := portal.campaign_at.get(path)) is not None:
        first, last = day_in(ENGLISH, campaign.head.start), day_in(ENGLISH, campaign.head.end)
        return replace(view, facts=facts(fact(word("Bắt đầu"), first), fact(word("Kết thúc"), last)))
    return view


def _day(day: date | None) -> Link | None:
    return day_in(ENGLISH, day) if day is not None else None
