"""The latest news, for crawlers that look for news alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from trangtin.portal.model import Portal

MOST = 1000
"""Items that the protocol allows."""
_LATELY = timedelta(days=2)
"""How long an item is news to crawlers."""


@dataclass(frozen=True, slots=True)
class MappedNews:
    """A news item in the map."""

    target: str
    title: str
    lang: str
    published: date
    changed: date
    is_new: bool
    """Whether crawlers take it for news; older items stay as plain pages, so that the map is never empty."""


def news_map(portal: Portal) -> Iterator[MappedNews]:
    """The newest public items, newest first; what was withdrawn is not among them."""
    shown = [entry for entry in portal.news if not entry.head.is_withdrawn]
    for entry in shown[:MOST]:
        head = entry.head
        changed = max(head.updated or head.date, head.date)
        is_new = portal.today - head.date <= _LATELY
        yield MappedNews(entry.path, head.title, head.lang, head.date, changed, is_new)
