"""The smallest things on a page: links, days, facts, tags."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from trangtin.content.values.dates import day_text
from trangtin.views import targets

_NUMBER = re.compile(r"\(?\+?\d+(?:[ .()-]{1,2}\d+)*(?<!-\d)(?<!-\d\d)", re.ASCII)
"""Groups of digits; one or two behind a hyphen are the end of a row of numbers (`0200 3000 000-01`)."""


@dataclass(frozen=True, slots=True)
class Link:
    """Text that may lead somewhere. The host turns a target into an address; views never do."""

    text: str
    target: str | None = None
    """A repository path, the target of a list (see `targets`), or a web address; None for plain text."""
    iso: str | None = None
    """For a day: the same day in ISO 8601."""
    lang: str | None = None
    """BCP 47 tag of the text, and of what it leads to, where it is not in the language of the words around it."""


@dataclass(frozen=True, slots=True)
class Version:
    """A page in one of its languages."""

    lang: str
    """BCP 47 tag of the page."""
    text: str
    """Name of the language, in that language where it is known for certain."""
    text_lang: str
    """The language that name is in."""
    target: str
    is_current: bool
    """This very page."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it."""

    label: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Tag:
    """A state in a word: never shown by colour alone."""

    text: str
    tone: str
    """`good`, `warn`, `bad`, `info` or `neutral`: how the theme may colour it."""


def section_link(section: str) -> Link:
    """A link to a section, by its title (`targets.TITLES`)."""
    return Link(targets.TITLES[section], section)


@cache  # as `day_text`
def day_link(day: date) -> Link:
    """A day as text that machines can read too."""
    return Link(day_text(day), iso=day.isoformat())


def phone_link(phone: str | None) -> Link | None:
    """A telephone number that a phone can dial; what is more than one number (an extension, a second one) stays text.

    ITU-T E.164: 15 digits at most, the country's code among them. Numbers without that code have 11 in Viet Nam.
    """
    if not phone:
        return None
    digits = re.sub(r"[^+0-9]", "", phone)
    is_one = _NUMBER.fullmatch(phone) and 3 <= len(digits) <= (16 if "+" in digits else 11)
    return Link(phone, f"tel:{digits}" if is_one else None)


def mail_link(email: str | None) -> Link | None:
    """An address that opens a mail program."""
    return Link(email, f"mailto:{email}") if email else None


def fact(label: str, *values: str | date | Link | None) -> Fact | None:
    """A fact, or None where no value is known: what is unknown is left out, not shown empty."""
    links = tuple(
        value if isinstance(value, Link) else day_link(value) if isinstance(value, date) else Link(value)
        for value in values
        if value is not None
    )
    return Fact(label, links) if links else None


def facts(*maybe: Fact | None) -> tuple[Fact, ...]:
    """Those that are known."""
    return tuple(item for item in maybe if item is not None)
