"""Lists cut down by the terms (nhiệm kỳ, năm học) that the portal names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

from trangtin.portal.model import Portal
from trangtin.views.listing import Cut

T = TypeVar("T")


def term_cut(portal: Portal, title: str, span: Callable[[T], tuple[date, date] | None]) -> Cut[T]:
    """The cut by terms, latest first; `span` is the first and last day of an item, None for what is undated."""
    terms = {term.slug: term for term in portal.settings.terms}

    def answers(item: T) -> Iterator[tuple[str, str]]:
        days = span(item)
        yield from ((term.slug, term.name) for term in terms.values() if days is not None and term.meets(*days))

    def latest_first(pair: tuple[str, str]) -> tuple[int, int]:
        term = terms[pair[0]]
        return -term.end.toordinal(), -term.start.toordinal()

    return Cut("term", "Nhiệm kỳ, năm học", title, answers, latest_first)


def on_day(day: date | None) -> tuple[date, date] | None:
    """The span of what happened on one day."""
    return None if day is None else (day, day)
