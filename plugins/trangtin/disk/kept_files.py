"""Files kept on disk under a hash of all they were made from, until no build has asked for them in a long time.

What is kept cannot be stale, so its age says nothing of its worth: only when it was last asked for does. The file's
own time says that, so that several builds may use one folder and none takes from another what it needs.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from trangtin.disk.whole_file import write_whole

CACHE = Path(".cache", "trangtin")
"""The folder of the cache, below the portal's own. To lose it costs time, nothing else."""
_DAY = 24 * 60 * 60
LONG = 60 * _DAY
"""Seconds without use after which a file is deleted: until then a branch, a day or an older release may come back."""


def is_kept(file: Path) -> bool:
    """Whether a file is in the cache. Asking counts as using it."""
    now = time.time()
    try:
        if now - file.stat().st_mtime > _DAY:  # once a day is enough, and costs no build anything
            os.utime(file, (now, now))
    except FileNotFoundError:
        return False
    except OSError:
        return file.is_file()  # a cache that one may only read
    return True


def keep(file: Path, data: bytes) -> bool:
    """Write a file; False where the folder cannot be written to, which costs time and nothing else."""
    try:
        write_whole(file, data)
    except OSError:
        return False
    return True


def sweep(folder: Path) -> None:
    """Delete what nobody has used for `LONG`. Needed only when something was added: else nothing has grown.

    Looks at files in the folders of `folder` alone: those in `folder` itself are records of other kinds.
    """
    oldest = time.time() - LONG
    for file in folder.glob("*/*"):
        with suppress(OSError):  # another build may be sweeping too
            if file.is_file() and file.stat().st_mtime < oldest:
                file.unlink()
