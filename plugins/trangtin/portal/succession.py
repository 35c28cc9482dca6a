"""Which sub-unit stands for one of the past: who did its work on a day, one after the other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from trangtin.content.entry import Entry
from trangtin.content.unit import Unit


class Turn(NamedTuple):
    """A sub-unit, and how long what was given to the first of them is its work."""

    unit: str
    last: date | None
    """Its last day; None where nobody took over from it."""


def turns_of(units: Mapping[str, Entry[Unit]], unit: str) -> tuple[Turn, ...]:
    """Who does the work of `unit`: itself, then what it was merged into, step by step.

    A circle of mergers (reported as a problem) ends where it began.
    """
    turns: list[Turn] = []
    passed = {unit}
    while (entry := units.get(unit)) is not None:
        facts = entry.head.unit
        after = facts.merged_into
        if after is None or facts.until is None or after in passed or after not in units:
            break
        turns.append(Turn(unit, facts.until))
        passed.add(after)
        unit = after
    return (*turns, Turn(unit, None))


def whose_turn(turns: tuple[Turn, ...], day: date) -> str:
    """The id of the sub-unit that does the work on `day`."""
    return next(turn.unit for turn in turns if turn.last is None or turn.last >= day)


def successor_of(units: Mapping[str, Entry[Unit]], unit: str, day: date) -> str:
    """The id of the sub-unit that does the work of `unit` on `day`: itself, or what it was merged into."""
    return whose_turn(turns_of(units, unit), day)
