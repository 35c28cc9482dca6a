"""Whether a file has changed, without opening it."""

from __future__ import annotations

import os

Stamp = tuple[int, int, int, int]
"""Size, time of the last write (mtime), time of the last change of its entry (ctime), inode; times in nanoseconds."""

TICK = 20_000_000
"""Nanoseconds after which a second write must have changed the times of a file, where they are finer than seconds: the
clock by which Linux gives them goes on every 10 ms or sooner."""
COARSE = 2_000_000_000
"""The same on the coarsest file system (FAT)."""
_SECOND = 1_000_000_000


def stamp_of(seen: os.stat_result) -> Stamp:
    """The stamp of a file. It changes with every write, for programs can set back mtime, but not ctime."""
    return seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino


def was_settled(stamp: Stamp, moment: int) -> bool:
    """Whether a write after `moment` (ns since 1970) would show in the stamp: if not, the file may change unseen."""
    _, modified, changed, _ = stamp
    written = changed if os.name == "posix" else modified  # elsewhere the other one is when it was made
    return written + (TICK if written % _SECOND else COARSE) < moment
