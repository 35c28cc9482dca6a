"""What the portal can say in English from its own facts: who the unit is, how it is made up, how to reach it.

Nothing is translated here: what nobody gave in English stands in Vietnamese, and is marked as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from trangtin.content.values.languages import VIETNAMESE
from trangtin.portal.model import LinkedUnit, Portal
from trangtin.portal.translations import ENGLISH
from trangtin.views import targets
from trangtin.views.page import SiteView, licence_in, site_view
from trangtin.views.parts.link import Fact, Link, fact, facts, mail_link, phone_link
from trangtin.views.words import words

_INLAND = re.compile(r"(?:\(0(?P<area>\d+)\)|0(?=\d))(?P<rest>[\d .-]{5,})")


@dataclass(frozen=True, slots=True)
class EnglishUnit:
    """One sub-unit in the table of the structure."""

    name: Link
    """In English; in Vietnamese, and marked so, where it has no English name."""
    vietnamese: Link | None
    """Its own name beside the English one."""
    head: Link | None
    phone: Link | None
    email: Link | None


def english_site(portal: Portal) -> SiteView:
    """The frame of English pages."""
    unit, word = portal.settings.unit, words(ENGLISH)
    home = targets.in_language(ENGLISH, portal.layout.docs + "/index.md")
    contact = targets.in_language(ENGLISH, portal.layout.docs + "/lien-he.md")
    return replace(
        site_view(portal),
        lang=ENGLISH,
        name=unit.name_en or unit.name,
        parent=unit.parent_en,
        footer=english_facts(portal),
        home=home,
        links=(
            Link(word("Liên hệ"), contact),
            Link("Trang thông tin điện tử tiếng Việt", targets.HOME, lang=VIETNAMESE),
        ),
        licence=licence_in(ENGLISH, portal.settings),
    )


def english_facts(portal: Portal) -> tuple[Fact, ...]:
    """The portal unit's public facts."""
    unit, word = portal.settings.unit, words(ENGLISH)
    return facts(
        fact(word("Cơ quan chủ quản"), either(unit.parent_en, unit.parent)),
        fact(word("Chịu trách nhiệm nội dung"), either(unit.responsible_en, unit.responsible)),
        fact(word("Địa chỉ"), either(unit.address_en, unit.address)),
        fact(word("Điện thoại"), phone_from_abroad(unit.phone)),
        fact(word("Thư điện tử"), mail_link(unit.email)),
    )


def english_spokesperson(portal: Portal) -> tuple[Fact, ...]:
    """Who speaks to the press."""
    who, word = portal.settings.spokesperson, words(ENGLISH)
    if who is None:
        return ()
    return facts(
        fact(word("Họ và tên"), Link(who.name)),
        fact(word("Chức vụ"), either(who.position_en, who.position)),
        fact(word("Điện thoại"), phone_from_abroad(who.phone)),
        fact(word("Thư điện tử"), mail_link(who.email)),
    )


def english_units(portal: Portal) -> Iterator[EnglishUnit]:
    """The sub-units of today."""
    for unit in portal.units:
        if not unit.is_past and not unit.entry.head.is_withdrawn:
            yield english_unit(unit, portal)


def english_unit(unit: LinkedUnit, portal: Portal) -> EnglishUnit:
    """How to reach one sub-unit; its name leads to its English page where it has one."""
    known = unit.entry.head.unit
    is_translated = any(each.tag == ENGLISH for each in portal.translated.get(unit.entry.path, ()))
    page = targets.in_language(ENGLISH, unit.entry.path) if is_translated else None
    vietnamese = Link(unit.name, unit.entry.path, lang=VIETNAMESE)
    return EnglishUnit(
        Link(known.name_en, page) if known.name_en else vietnamese,
        vietnamese if known.name_en else None,
        either(known.head_en, known.head),
        phone_from_abroad(known.phone),
        mail_link(known.email),
    )


def either(english: str | None, vietnamese: str | None) -> Link | None:
    """The English words, else the Vietnamese ones, marked as such."""
    if english is not None:
        return Link(english)
    return Link(vietnamese, lang=VIETNAMESE) if vietnamese is not None else None


def phone_from_abroad(phone: str | None) -> Link | None:
    """A number with the country's code (`+84 200 3000 000`), where it is one that can be dialled from abroad.

    What is more than a number stays text, in Vietnamese.
    """
    link = phone_link(phone)
    if link is None or link.target is None:
        return replace(link, lang=VIETNAMESE) if link else None
    match = _INLAND.fullmatch(link.text)
    return phone_link(f"+84 {match['area'] or ''}{match['rest']}") if match else link
