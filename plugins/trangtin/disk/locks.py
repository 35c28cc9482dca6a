"""Locks that end with the process that holds them, however it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl


def lock(handle: int, *, is_shared: bool = False, waits: bool = False) -> bool:
    """Lock an open file or folder, alone or shared; False where another process holds it, unless this one `waits`.

    Also False where there are no such locks: on Windows, on some network drives.
    """
    if sys.platform == "win32":
        return False
    try:
        fcntl.flock(handle, (fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX) | (0 if waits else fcntl.LOCK_NB))
    except OSError:
        return False
    return True


@contextmanager
def folder_held(folder: Path, *, waits: bool = True) -> Iterator[bool]:
    """Hold the lock of a folder; gives whether it is held. Raises OSError where the folder cannot be opened."""
    if os.name != "posix":  # elsewhere a folder cannot be opened
        yield False
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield lock(handle, waits=waits)
    finally:
        os.close(handle)
