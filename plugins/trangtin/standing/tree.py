"""One digest of a file, or of a folder with everything in it, which changes with every write to any file."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from trangtin.disk.stamp import stamp_of, was_settled


class OddFolderError(Exception):
    """Times of files do not show whether the content of a folder has changed."""


@dataclass(frozen=True, slots=True)
class Tree:
    """What a file or folder was like at a moment."""

    digest: str
    """Of the name, size and times of each file."""
    is_settled: bool
    """True if every later write changes the digest: no file is so new that its time could stay the same."""


def tree_of(place: Path, is_passed_over: Callable[[os.DirEntry[str]], bool]) -> Tree:
    """The digest of a file, or of a folder without what is passed over.

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
            stamp = stamp_of(each)
            lines.append(" ".join(map(str, stamp)))
            is_settled = is_settled and was_settled(stamp, started)
    whole = "\0".join(lines).encode("utf-8", "surrogateescape")
    return Tree(hashlib.blake2b(whole, digest_size=20).hexdigest(), is_settled)


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
