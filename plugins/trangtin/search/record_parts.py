"""Texts of a page as its record holds them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trangtin.search.record import Field


def fields_of(*pairs: tuple[Field, str | None]) -> tuple[tuple[Field, str], ...]:
    """Those fields that say something."""
    return tuple((field, text) for field, text in pairs if text)


def day_texts(day: date | None, kind: str, name: str = "") -> Iterator[tuple[Field, str | None]]:
    """A day as people write it, after the name of what bears it; its month, of which they ask for all of a kind."""
    if day is not None:
        for when in (f"{day.day}/{day.month}/{day.year}", f"{day.day} tháng {day.month} năm {day.year}"):
            yield Field.CITATION, f"{name} ngày {when}".lstrip()
        for month in (f"{day.month}/{day.year}", f"{day.month} năm {day.year}"):
            yield Field.CITATION, f"{kind} tháng {month}"


def known_texts(*texts: str | None) -> tuple[str, ...]:
    """Those texts that say something."""
    return tuple(text for text in texts if text)
