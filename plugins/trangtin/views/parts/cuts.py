"""Ways to cut a list down that several lists share: by year, by campaign, by the terms that the portal names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, TypeVar

from trangtin.content.collation import CollationKey, collation_key
from trangtin.portal.model import Portal
from trangtin.views.parts.listing import Cut
from trangtin.views.parts.rows import campaign_title

T = TypeVar("T")


def by_label(pair: tuple[str, str]) -> CollationKey:
    """The order of the Vietnamese alphabet, for values with their labels."""
    return collation_key(pair[1])


def year_cut(title: str, years: Callable[[T], Iterable[int]]) -> Cut[T]:
    """The cut by years, latest first."""

    def answers(item: T) -> Iterator[tuple[str, str]]:
        yield from ((str(year), str(year)) for year in years(item))

    return Cut("year", "Năm", title, answers, lambda pair: -int(pair[0]))


def campaign_cut(
    portal: Portal,
    title: str,
    campaign: Callable[[T], str | None],
    order: Callable[[tuple[str, str]], Any] | None = None,
) -> Cut[T]:
    """The cut by public campaigns, the latest first unless another `order` is given; `campaign` is that of an item."""

    def answers(item: T) -> Iterator[tuple[str, str]]:
        linked = portal.campaign_named.get(campaign(item) or "")
        if linked is not None:
            yield linked.slug, campaign_title(linked)

    def latest_first(pair: tuple[str, str]) -> tuple[int, str]:
        return -portal.campaign_named[pair[0]].head.start.toordinal(), pair[0]

    return Cut("campaign", "Phong trào", title, answers, order or latest_first)


def term_cut(portal: Portal, title: str, span: Callable[[T], tuple[date, date] | None]) -> Cut[T]:
    """The cut by terms (nhiệm kỳ, năm học), latest first; `span` gives the first and last day of an item.

    An undated item has no span (None) and lies in no term.
    """
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
