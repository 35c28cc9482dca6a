"""What was worked out from single entries, remembered while a preview runs."""

from __future__ import annotations

from typing import Generic, TypeVar

from trangtin.content.entry import Entry
from trangtin.content.page import PageHead

T = TypeVar("T")


class EntryMemory(Generic[T]):
    """Values by entry: whatever follows from an entry follows from its fingerprint."""

    def __init__(self) -> None:
        """Nothing was worked out yet."""
        self._known: dict[tuple[str, bytes], tuple[object, T]] = {}
        self._met: dict[tuple[str, bytes], tuple[object, T]] = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was worked out yet."""
        return not self._known

    def get(self, what: str, entry: Entry[PageHead], around: object) -> T | None:
        """The value of this name for an entry; `around` is whatever else it depends on, to be compared."""
        key = what, entry.fingerprint
        known = self._met.get(key) or self._known.get(key)
        if known is None or known[0] != around:
            return None
        self._met[key] = known
        return known[1]

    def put(self, what: str, entry: Entry[PageHead], around: object, value: T) -> T:
        """Keep a value, and give it back."""
        self._met[what, entry.fingerprint] = around, value
        return value

    def turn(self) -> None:
        """Called when all entries were asked for: forget those that are gone."""
        self._known, self._met = self._met, {}
