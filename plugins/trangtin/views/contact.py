"""The contact page: the unit, who speaks for it, where else it speaks, each sub-unit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trangtin.content.options.settings import Settings
from trangtin.portal.model import LinkedUnit, Portal
from trangtin.views import targets
from trangtin.views.page import PageView, home_link, unit_facts
from trangtin.views.parts.link import Fact, Link, fact, facts, mail_link, phone_link


@dataclass(frozen=True, slots=True)
class UnitContact:
    """How to reach a sub-unit."""

    unit: Link
    head: str | None
    phone: Link | None
    email: Link | None


@dataclass(frozen=True, kw_only=True)
class ContactView(PageView):
    """How to reach the unit; its own words are the page's content."""

    contacts: tuple[UnitContact, ...]
    """Whom to ask."""
    unit_facts: tuple[Fact, ...]
    spokesperson: tuple[Fact, ...]
    """Who speaks to the press."""
    channels: tuple[Fact, ...]
    """Where else the unit speaks officially."""
    template: str = "contact.html"


def contact_view(portal: Portal) -> ContactView:
    """The contact page: the unit's facts, then each sub-unit's."""
    return ContactView(
        title=targets.TITLES[targets.CONTACT],
        description=f"Địa chỉ và cách liên hệ với {portal.settings.unit.name}",
        crumbs=(home_link(),),
        contacts=tuple(_contacts(portal)),
        unit_facts=unit_facts(portal.settings),
        spokesperson=_spokesperson(portal.settings),
        channels=tuple(_channels(portal.settings)),
    )


def _spokesperson(settings: Settings) -> tuple[Fact, ...]:
    who = settings.spokesperson
    if who is None:
        return ()
    return facts(
        fact("Họ và tên", who.name),
        fact("Chức vụ", who.position),
        fact("Điện thoại", phone_link(who.phone)),
        fact("Thư điện tử", mail_link(who.email)),
    )


def _channels(settings: Settings) -> Iterable[Fact]:
    for channel in settings.channels:
        web = Link(channel.address, channel.address) if channel.address else None
        yield from facts(fact(channel.name, web, phone_link(channel.phone)))


def _contacts(portal: Portal) -> Iterable[UnitContact]:
    for unit in portal.units:
        known = unit.entry.head.unit
        if not unit.entry.head.is_withdrawn and not unit.is_past and (known.head or known.phone or known.email):
            yield unit_contact(unit)


def unit_contact(unit: LinkedUnit) -> UnitContact:
    """How to reach a sub-unit; only its name where its page was taken back."""
    known, page = unit.entry.head.unit, Link(unit.name, unit.entry.path)
    if unit.entry.head.is_withdrawn:
        return UnitContact(page, None, None, None)
    return UnitContact(page, known.head, phone_link(known.phone), mail_link(known.email))
