"""A file, or a folder with all that lies in it, as one stamp, which changes with every write to any file."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from trangtin.disk.file_memory import SETTLED

TICK = 20_000_000
"""Nanoseconds after which a second write must have changed the time of a file, where times are finer than seconds: the
clock by which Linux gives them goes on every 10 ms or sooner."""
_SECOND = 1_000_000_000


class OddFolderError(Exception):
    """What lies in a folder cannot be told by looking at times."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A place at a moment."""

    digest: str
    """Of the name, size and times of each file."""
    is_settled: bool
    """Every later write changes the digest: no file was written so shortly before that its time could stay the same."""


def stamp_of(place: Path, is_passed_over: Callable[[os.DirEntry[str]], bool] = lambda _: False) -> Stamp:
    """The stamp of a file, or of a folder without what is passed over.

    By `ctime`, which programs cannot set back. Raises OddFolderError for links to folders: what lies behind them is not
    looked at. Raises OSError.
    """
    started = time.time_ns()
    lines: list[str] = []
    is_settled = True
    for file in _files(place, is_passed_over):
        seen = [file.stat(follow_symlinks=False)]
        if file.is_symlink():
            if file.is_dir():
                raise OddFolderError(os.fspath(file))
            if file.is_file():
                seen.append(file.stat())
        lines.append(os.fspath(file))
        for each in seen:
            lines.append(f"{each.st_size} {each.st_mtime_ns} {each.st_ctime_ns} {each.st_ino}")
            is_settled = is_settled and was_settled(each, started)
    whole = "\0".join(lines).encode("utf-8", "surrogateescape")
    return Stamp(hashlib.blake2b(whole, digest_size=20).hexdigest(), is_settled)


def was_settled(seen: os.stat_result, moment: int) -> bool:
    """Whether every write to a file after a moment, in nanoseconds since 1970, has changed its times."""
    return seen.st_ctime_ns + (TICK if seen.st_ctime_ns % _SECOND else SETTLED) < moment


def _files(place: Path, is_passed_over: Callable[[os.DirEntry[str]], bool]) -> Iterator[Path | os.DirEntry[str]]:
    if not place.is_dir():
        yield place
        return
    left = [str(place)]
    while left:
        with os.scandir(left.pop()) as entries:
            for entry in sorted(entries, key=lambda each: each.name):
                if is_passed_over(entry):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    left.append(entry.path)
                else:
                    yield entry
