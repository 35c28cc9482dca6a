"""What was worked out from single entries and files, remembered while a preview runs."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


class Judged(Protocol):
    """Something that is looked at by itself."""

    @property
    def fingerprint(self) -> bytes:
        """A hash of all that can be seen of it."""


class EntryMemory(Generic[T]):
    """Values by what they were worked out from: whatever follows from it follows from its fingerprint."""

    def __init__(self) -> None:
        """Nothing was worked out yet."""
        self._known: dict[tuple[str, bytes], tuple[object, T]] = {}
        self._met: dict[tuple[str, bytes], tuple[object, T]] = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was worked out yet."""
        return not self._known

    def get(self, what: str, of: Judged, around: object) -> T | None:
        """The value of this name; `around` is whatever else it depends on, to be compared."""
        key = what, of.fingerprint
        known = self._met.get(key)
        is_met = known is not None
        known = known or self._known.get(key)
        if known is None or (known[0] is not around and known[0] != around):
            return None
        if not is_met:
            self._met[key] = known
        return known[1]

    def put(self, what: str, of: Judged, around: object, value: T) -> T:
        """Keep a value, and give it back."""
        self._met[what, of.fingerprint] = around, value
        return value

    def turn(self) -> None:
        """Called when everything was asked for: forget what is gone."""
        self._known, self._met = self._met, {}
