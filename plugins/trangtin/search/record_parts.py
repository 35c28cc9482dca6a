"""Texts of a page as its record holds them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trangtin.search.record import Field


def fields_of(*pairs: tuple[Field, str | None]) -> tuple[tuple[Field, str], ...]:
    """Those fields that say something."""
    return tuple((field, text) for field, text in pairs if text)


def day_texts(day: date | None) -> Iterator[tuple[Field, str | None]]:
    """A day as people write it in words and in digits."""
    if day is not None:
        yield Field.DETAILS, f"ngày {day.day} tháng {day.month} năm {day.year}"
        yield Field.DETAILS, f"{day.day}/{day.month}/{day.year}"


def known_texts(*texts: str | None) -> tuple[str, ...]:
    """Those texts that say something."""
    return tuple(text for text in texts if text)
