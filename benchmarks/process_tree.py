"""What a program and all the processes that it started use together. Linux only: reads `/proc`."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PROC = Path("/proc")
_TICKS = os.sysconf("SC_CLK_TCK")
_EVERY = 0.1
"""Seconds between two looks: a peak that lasts less may be missed."""


class Peak:
    """The most memory that was seen at once, in MiB."""

    mib = 0.0


def tree(pid: int) -> Iterator[int]:
    """The process and all below it."""
    yield pid
    for tasks in _PROC.glob(f"{pid}/task/*/children"):
        try:
            children = tasks.read_text("ascii").split()
        except OSError:  # it has just ended
            continue
        for child in children:
            yield from tree(int(child))


def memory_mib(pid: int) -> float:
    """Memory of all of them now; pages that several share (after fork) are counted once, as PSS does."""
    return sum(_pss_kib(each) for each in tree(pid)) / 1024


def processor_seconds(pid: int) -> float:
    """Processor time of the process and of its children that have ended."""
    times = (_PROC / f"{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[11:15]
    return sum(map(int, times)) / _TICKS


@contextmanager
def peak_of(pid: int) -> Iterator[Peak]:
    """Looks at them again and again as long as the context lasts."""
    peak, is_over = Peak(), threading.Event()

    def look() -> None:
        while not is_over.wait(_EVERY):
            peak.mib = max(peak.mib, memory_mib(pid))

    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    try:
        yield peak
    finally:
        is_over.set()
        looking.join()


def _pss_kib(pid: int) -> int:
    try:
        for line in (_PROC / f"{pid}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:  # it has just ended
        return 0
    return 0
