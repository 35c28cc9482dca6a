"""What was found in single entries, remembered while a preview runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from trangtin.content.entry import Entry
from trangtin.content.page import PageHead
from trangtin.content.problem import Problem

_Known = tuple[Entry[PageHead], object, tuple[Problem, ...]]


class Findings:
    """Problems that a check finds by looking at one entry. An entry never changes: an edited file is another one."""

    def __init__(self) -> None:
        """Nothing was looked at yet."""
        self._known: dict[tuple[str, int], _Known] = {}
        self._met: dict[tuple[str, int], _Known] = {}

    def of(
        self, check: str, entry: Entry[PageHead], found: Callable[[], Iterable[Problem]], around: object = None
    ) -> tuple[Problem, ...]:
        """What the check of this name finds in an entry; `around` is whatever else it looks at, to be compared."""
        key = check, id(entry)
        known = self._known.get(key)
        # The entry is kept beside its problems: no other can be made in its place in memory.
        if known is None or known[1] != around:
            known = entry, around, tuple(found())
        self._met[key] = known
        return known[2]

    def turn(self) -> None:
        """Called after all checks: forget entries that are gone."""
        self._known, self._met = self._met, {}
