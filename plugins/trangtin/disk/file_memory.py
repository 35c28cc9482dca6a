"""Results worked out from files while a preview runs: a file that has not changed since is not opened again."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Generic, TypeVar

from trangtin.disk.stamp import Stamp, stamp_of, was_settled

T = TypeVar("T")

_Stamps = tuple[Stamp, ...]


class FileMemory(Generic[T]):
    """Results by name, each from some files and from something `around` them."""

    def __init__(self) -> None:
        """Nothing is known at first."""
        self._known: dict[str, tuple[_Stamps, object, T]] = {}
        self._met: dict[str, tuple[_Stamps, object, T]] = {}
        self._asked: dict[str, tuple[_Stamps, object, int]] = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was worked out yet."""
        return not self._known

    def get(self, name: str, files: tuple[Path, ...], around: object) -> T | None:
        """The result of this name, if neither the files nor what is `around` them (compared by `==`) have changed."""
        stamps = tuple(stamp_of(file.stat()) for file in files)
        known = self._known.get(name)
        if known is not None and known[:2] == (stamps, around):
            self._met[name] = known
            return known[2]
        self._asked[name] = stamps, around, time.time_ns()
        return None

    def put(self, name: str, value: T) -> None:
        """Remember the result for the files as they were when `get` was called."""
        stamps, around, asked = self._asked[name]
        # A file written just now may be written again without a new time: it is read once more next time.
        if all(was_settled(stamp, asked) for stamp in stamps):
            self._met[name] = stamps, around, value

    def turn(self) -> None:
        """End a round in which everything needed was asked for: forget what nobody asked for in it."""
        self._known, self._met, self._asked = self._met, {}, {}


class Forgetful(FileMemory[T]):
    """Of a program that asks for everything once: it knows nothing and looks at no file."""

    def get(self, name: str, files: tuple[Path, ...], around: object) -> None:
        """Not known."""

    def put(self, name: str, value: T) -> None:
        """Not remembered."""
