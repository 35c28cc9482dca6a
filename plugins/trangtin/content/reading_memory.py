"""Files read once while a preview runs: one that nobody has touched since is not opened again."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from trangtin.content.entry import Entry
from trangtin.content.problem import Problem

Read = tuple[Entry[Any] | None, list[Problem]]
_Stamp = tuple[int, int, int, int]

_SETTLED = 2_000_000_000
"""Nanoseconds after which a second write must have changed the time of a file, on the coarsest file system (FAT)."""


class ReadingMemory:
    """What each file said when it was last read."""

    def __init__(self) -> None:
        """Nothing is known at first."""
        self._known: dict[str, tuple[_Stamp, object, Read]] = {}
        self._met: dict[str, tuple[_Stamp, object, Read]] = {}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was read yet."""
        return not self._known

    def read(self, path: str, file: Path, kind: object, read: Callable[[], Read]) -> Read:
        """What the file says, as the `kind` of content that its place makes it; by `read` where it may have changed."""
        stamp = _stamp(file)
        known = self._known.get(path)
        if known is not None and known[:2] == (stamp, kind):
            self._met[path] = known
            return known[2]
        now = time.time_ns()
        found = read()
        # A file written just now may be written again without a new time: it is read once more next time.
        if now - stamp[1] > _SETTLED:
            self._met[path] = stamp, kind, found
        return found

    def turn(self) -> None:
        """Called when all files were read: forget those that are gone."""
        self._known, self._met = self._met, {}


def _stamp(file: Path) -> _Stamp:
    seen = file.stat()
    return seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino
