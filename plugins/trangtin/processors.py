"""How many processes a piece of work is worth on this machine."""

from __future__ import annotations

import os
import sys

MOST_PROCESSES = 8
"""Each takes a hundred megabytes and more; Windows allows no more than 61."""
PROCESSES = "TRANGTIN_PROCESSES"
"""Environment variable: use so many processes instead of one for each processor."""


def processes_for(tasks: int, enough: int) -> int:
    """How many processes such a number of tasks is worth, if `enough` tasks pay for the start of one."""
    named = os.environ.get(PROCESSES, "")
    available = int(named) if named.isdecimal() else _processors()
    return max(1, min(tasks // enough, available, MOST_PROCESSES))


def _processors() -> int:
    """How many processors this process may use: containers and `taskset` allow fewer than there are."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
