"""Which sub-unit stands today for one of the past."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from trangtin.content.entry import Entry
from trangtin.content.unit import Unit


def successor_of(units: Mapping[str, Entry[Unit]], unit: str, today: date) -> str:
    """The id of the sub-unit that does the work of `unit` today: itself, or what it was merged into, step by step.

    A circle of mergers (told as a problem) ends where it began.
    """
    passed = {unit}
    while (entry := units.get(unit)) is not None:
        facts = entry.head.unit
        after = facts.merged_into
        if after is None or facts.until is None or facts.until >= today or after in passed or after not in units:
            return unit
        passed.add(after)
        unit = after
    return unit
