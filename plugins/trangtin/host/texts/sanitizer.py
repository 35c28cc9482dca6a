"""HTML that editors typed, made harmless: only elements and attributes of an allow-list are kept."""

from __future__ import annotations

import html
import re

import nh3

from trangtin.content.html import ATTRIBUTES, TAGS

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"(?i)([a-z][a-z0-9+.-]*):")
_IGNORED = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff]+")
"""Characters that browsers skip when they look for the scheme of an address."""

_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes={"*": set(ATTRIBUTES) - {"rel"}},
    generic_attribute_prefixes={"data-"},
    url_schemes=set(_SCHEMES),
    link_rel="noopener",
)


def without_danger(page: str) -> str:
    """The HTML of a whole text with nothing in it that runs, loads or restyles. Idempotent."""
    return _CLEANER.clean(page)


def is_harmless(address: str) -> bool:
    """Whether an address, as an attribute holds it, only leads somewhere: it runs no script and carries no data."""
    plain = _IGNORED.sub("", html.unescape(address))
    scheme = _SCHEME.match(plain)
    return scheme is None or scheme[1].lower() in _SCHEMES
