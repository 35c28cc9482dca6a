"""Writes feeds as Atom (RFC 4287), long ones with links to their other pages (RFC 5005).

As text, not as a tree: one document stands in up to six feeds, and its entry is written once for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from trangtin.host.machine_readable.xml_text import escaped
from trangtin.views.machine_readable.feed import FeedEntry, FeedView
from trangtin.views.targets import AddressOf

_ATOM = "http://www.w3.org/2005/Atom"
_ORIGIN = re.compile("^[a-z]+://[^/]*", re.IGNORECASE)
_SINCE = "2026"
"""Year in tag URIs (RFC 4151): any in which the host of the site was the unit's own. It must never change, or every
entry of every feed appears as a new one in readers' programs."""


def atom(feed: FeedView, address: AddressOf, host: str, known: dict[str, bytes]) -> bytes:
    """A feed as XML; `address` gives full addresses, `host` is the site's domain name, for identifiers.

    `known` keeps entries once written, by their key, for the other feeds that they stand in.
    """
    parts = ["".join(_head(feed, address, host)).encode()]
    for entry in feed.entries:
        if entry.key not in known:
            known[entry.key] = "".join(_entry(entry, address, host)).encode()
        parts.append(known[entry.key])
    return b"".join((*parts, b"</feed>\n"))


def host_of(site_url: str) -> str:
    """The domain name for identifiers; without `site_url` one that cannot exist (RFC 2606)."""
    return urlsplit(site_url).hostname or "trang-chua-khai-site-url.invalid"


def _head(feed: FeedView, address: AddressOf, host: str) -> Iterator[str]:
    yield f"<?xml version='1.0' encoding='utf-8'?>\n<feed xmlns=\"{_ATOM}\" xml:lang=\"vi\">\n"
    yield _text("id", _identity(address(feed.first), host))
    yield _text("title", feed.title)
    yield _text("updated", _moment(feed.updated))
    yield f"<author><name>{escaped(feed.author)}</name></author>\n<generator>trangtin</generator>\n"
    yield _link("self", address(feed.target), _TYPE)
    yield _link("alternate", address(feed.page), "text/html")
    for relation, target in feed.turns:
        yield _link(relation, address(target), _TYPE)


def _entry(entry: FeedEntry, address: AddressOf, host: str) -> Iterator[str]:
    page = address(entry.target)
    yield "<entry>\n" if entry.lang == "vi" else f'<entry xml:lang="{escaped(entry.lang)}">\n'
    yield _text("id", _identity(page, host) + (f"#{entry.part}" if entry.part else ""))
    yield _text("title", entry.title)
    yield _text("published", _moment(entry.published))
    yield _text("updated", _moment(entry.updated))
    yield f"<author><name>{escaped(entry.author)}</name></author>\n"
    yield _link("alternate", page, "text/html")
    for file in entry.files:
        length = f' length="{file.size}"' if file.size is not None else ""
        yield _link("enclosure", address(file.target), file.kind, f' title="{escaped(file.title)}"{length}')
    for category in dict.fromkeys(entry.categories):
        yield f'<category term="{escaped(category)}" />\n'
    yield _text("summary", entry.summary)
    yield "</entry>\n"


_TYPE = "application/atom+xml"


def _identity(full: str, host: str) -> str:
    """The id of an entry or feed. It stays when the site moves to https; its path keeps portals of one host apart."""
    return f"tag:{host},{_SINCE}:{_ORIGIN.sub('', full)}"


def _moment(day: date) -> str:
    """A day as a moment (RFC 3339): midnight in Vietnam, which has had one time zone since 1975."""
    return f"{day.isoformat()}T00:00:00+07:00"


def _text(name: str, text: str) -> str:
    return f"<{name}>{escaped(text)}</{name}>\n"


def _link(relation: str, address: str, kind: str, more: str = "") -> str:
    return f'<link rel="{relation}" type="{kind}" href="{escaped(address)}"{more} />\n'
