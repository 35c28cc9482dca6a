"""Writes feeds as Atom (RFC 4287), long ones with links to their other pages (RFC 5005)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from trangtin.views.feed import FeedEntry, FeedView

_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What XML 1.0 cannot hold, even escaped.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SINCE = "2026"
"""Year in tag URIs (RFC 4151): any in which the host of the site was the unit's own. Never changed, or every entry of
every portal becomes a new one in its readers' programs."""

register_namespace("", _ATOM)

AddressOf = Callable[[str], str]


def atom(feed: FeedView, address: AddressOf, host: str) -> bytes:
    """The feed as a file; `address` gives full addresses, `host` is the site's domain name for identifiers."""
    root = Element(_name("feed"), {_LANG: "vi"})
    _text(root, "id", _identity(address(feed.first), host))
    _text(root, "title", feed.title)
    _text(root, "updated", _moment(feed.updated))
    _text(SubElement(root, _name("author")), "name", feed.author)
    _text(root, "generator", "trangtin")
    _link(root, "self", address(feed.target), "application/atom+xml")
    _link(root, "alternate", address(feed.page), "text/html")
    for relation, target in feed.turns:
        _link(root, relation, address(target), "application/atom+xml")
    for entry in feed.entries:
        root.append(_entry(entry, address, host))
    indent(root, " ")
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def host_of(site_url: str) -> str:
    """The domain name in identifiers; for a portal that does not know its own one that cannot exist (RFC 2606)."""
    return urlsplit(site_url).hostname or "trang-chua-khai-site-url.invalid"


def _entry(entry: FeedEntry, address: AddressOf, host: str) -> Element:
    item = Element(_name("entry"), {_LANG: entry.lang} if entry.lang != "vi" else {})
    page = address(entry.target)
    _text(item, "id", _identity(page, host) + (f"#{entry.part}" if entry.part else ""))
    _text(item, "title", entry.title)
    _text(item, "published", _moment(entry.published))
    _text(item, "updated", _moment(entry.updated))
    _text(SubElement(item, _name("author")), "name", entry.author)
    _link(item, "alternate", page, "text/html")
    for file in entry.files:
        size = {"length": str(file.size)} if file.size is not None else {}
        _link(item, "enclosure", address(file.target), file.kind, title=_clean(file.title), **size)
    for category in dict.fromkeys(entry.categories):
        SubElement(item, _name("category"), {"term": _clean(category)})
    _text(item, "summary", entry.summary)
    return item


def _identity(full: str, host: str) -> str:
    """A name that stays when the site moves to https; the path tells apart portals that share a host."""
    return f"tag:{host},{_SINCE}:{urlsplit(full).path}"


def _moment(day: date) -> str:
    """A day as a moment (RFC 3339): its first in Vietnam, which has had no other time zone since 1975."""
    return f"{day.isoformat()}T00:00:00+07:00"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, _name(name)).text = _clean(text)


def _link(parent: Element, relation: str, address: str, kind: str, **more: str) -> None:
    SubElement(parent, _name("link"), {"rel": relation, "type": kind, "href": address, **more})


def _name(name: str) -> str:
    return f"{{{_ATOM}}}{name}"


def _clean(text: str) -> str:
    return _ILLEGAL.sub(" ", text)
