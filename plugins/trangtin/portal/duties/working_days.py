"""Working days of Vietnamese public bodies: Monday to Friday but for holidays, and Saturdays worked for a day off."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from importlib.resources import files

from trangtin.content.options.settings import DutyRules

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True)
class WorkCalendar:
    """On which days an office works."""

    off: frozenset[date]
    """Days without work that fall on Monday to Friday."""
    worked: frozenset[date]
    """Days with work whatever the calendar says: as a rule Saturdays and Sundays worked for another day."""
    years: frozenset[int]
    """Years whose days off are known; of others every Monday to Friday counts."""

    def is_working_day(self, day: date) -> bool:
        """Whether the office works on a day."""
        return day in self.worked or (day.weekday() < _SATURDAY and day not in self.off)

    def days_after(self, start: date, end: date) -> int:
        """How many working days lie after `start`, up to `end` and including it; 0 where `end` is not later.

        The day itself does not count: what is issued on Friday and published on Monday took one working day
        (Bộ luật Dân sự 91/2015/QH13, Điều 147).
        """
        if end <= start:
            return 0
        weeks, rest = divmod((end - start).days, 7)
        count = 5 * weeks + sum(1 for day in _after(end - rest * _DAY, end) if day.weekday() < _SATURDAY)
        return count - _between(self._lost, start, end) + _between(self._gained, start, end)

    @cached_property
    def _lost(self) -> tuple[date, ...]:
        """Days from Monday to Friday without work, in order."""
        return tuple(sorted(day for day in self.off - self.worked if day.weekday() < _SATURDAY))

    @cached_property
    def _gained(self) -> tuple[date, ...]:
        """Saturdays and Sundays with work, in order."""
        return tuple(sorted(day for day in self.worked if day.weekday() >= _SATURDAY))

    def last_day(self, start: date, days: int) -> date:
        """The last day of a term of so many working days that begins after `start`."""
        day = start
        while days > 0:
            day += _DAY
            days -= self.is_working_day(day)
        return day


def work_calendar(rules: DutyRules) -> WorkCalendar:
    """The program's days together with those of the unit, which know better where the two differ."""
    off, worked = _listed("off"), _listed("worked")
    own_off, own_worked = frozenset(rules.holidays), frozenset(rules.worked)
    years = frozenset(day.year for day in (*off, *own_off))
    return WorkCalendar((off - own_worked) | own_off, (worked - own_off) | own_worked, years)


@cache
def _listed(kind: str) -> frozenset[date]:
    data = tomllib.loads(files("trangtin.portal.duties").joinpath("holidays.toml").read_text("utf-8"))
    return frozenset(day for spans in data[kind].values() for day in _days_of(spans))


def _days_of(spans: Iterable[str]) -> Iterator[date]:
    for text in spans:
        first, _, last = text.partition("/")
        day, end = date.fromisoformat(first), date.fromisoformat(last or first)
        yield day
        yield from _after(day, end)


def _between(days: Sequence[date], start: date, end: date) -> int:
    """How many of some days in order lie after `start`, up to `end`."""
    return bisect_right(days, end) - bisect_right(days, start)


def _after(start: date, end: date) -> Iterator[date]:
    for number in range(1, (end - start).days + 1):
        yield start + number * _DAY
