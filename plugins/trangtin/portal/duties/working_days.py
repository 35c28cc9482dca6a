"""Working days of Vietnamese public bodies: Monday to Friday, but for public holidays."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

_DAY = timedelta(days=1)
_SATURDAY = 5


@cache
def public_holidays() -> frozenset[date]:
    """The days off that the program knows, of the years its file lists."""
    data = tomllib.loads(files("trangtin.portal.duties").joinpath("holidays.toml").read_text("utf-8"))
    return frozenset(day for year in data.values() for span in year for day in _span(span))


def _span(text: str) -> Iterator[date]:
    first, _, last = text.partition("/")
    day, end = date.fromisoformat(first), date.fromisoformat(last or first)
    while day <= end:
        yield day
        day += _DAY


def is_working_day(day: date, holidays: Iterable[date] = ()) -> bool:
    """True from Monday to Friday, but for `holidays`."""
    return day.weekday() < _SATURDAY and day not in frozenset(holidays)


def working_days_after(start: date, end: date, holidays: frozenset[date] = frozenset()) -> int:
    """How many working days lie after `start`, up to `end` and including it; 0 where `end` is not later.

    The day itself does not count: what is issued on Friday and published on Monday took one working day
    (Bộ luật Dân sự 91/2015/QH13, Điều 147).
    """
    if end <= start:
        return 0
    weeks, rest = divmod((end - start).days, 7)
    count = 5 * weeks + sum(1 for day in _after(end - rest * _DAY, end) if day.weekday() < _SATURDAY)
    return count - sum(1 for day in holidays if start < day <= end and day.weekday() < _SATURDAY)


def _after(start: date, end: date) -> Iterator[date]:
    for number in range(1, (end - start).days + 1):
        yield start + number * _DAY


def last_day(start: date, days: int, holidays: frozenset[date] = frozenset()) -> date:
    """The last day of a term of so many working days that begins after `start`."""
    day = start
    while days > 0:
        day += _DAY
        days -= is_working_day(day, holidays)
    return day
