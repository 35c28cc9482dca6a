"""Results of looking at single entries and files, remembered while a preview runs."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


class Judged(Protocol):
    """Something that can be looked at by itself: an entry, or a file in one use."""

    @property
    def fingerprint(self) -> bytes:
        """A hash of all that can be seen of it."""


class EntryMemory(Generic[T]):
    """Results of one kind by fingerprint: the same text gives the same result.

    What was used since the last `turn` is kept for the next one; everything else is forgotten.
    """

    def __init__(self) -> None:
        """Nothing is known at first."""
        self._known: dict[bytes, tuple[object, T]] = {}
        self._met: dict[bytes, tuple[object, T]] = {}

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing from an earlier turn."""
        return not self._known

    def get(self, of: Judged, around: object) -> T | None:
        """The result for `of`, if it is known for an equal `around` (all else that the result depends on)."""
        key = of.fingerprint
        known = self._met.get(key)
        is_met = known is not None
        known = known or self._known.get(key)
        if known is None or (known[0] is not around and known[0] != around):
            return None
        if not is_met:
            self._met[key] = known
        return known[1]

    def put(self, of: Judged, around: object, value: T) -> T:
        """Remember a result, and return it."""
        self._met[of.fingerprint] = around, value
        return value

    def turn(self) -> None:
        """Called when everything was asked for: forget results that nobody asked for."""
        self._known, self._met = self._met, {}
