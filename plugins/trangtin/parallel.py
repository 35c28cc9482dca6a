"""Slow work on many things, spread over the machine's processors."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from types import ModuleType
from typing import TypeVar, TypeVarTuple

MOST_PROCESSES = 8
"""Each takes a hundred megabytes and more; Windows allows no more than 61."""

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


def processes_for(tasks: int, enough: int) -> int:
    """How many processes such a number of tasks is worth, if `enough` tasks pay for the start of one."""
    return max(1, min(tasks // enough, os.cpu_count() or 1, MOST_PROCESSES))


def in_parallel(
    work: Callable[[*Ts], T],
    tasks: Sequence[tuple[*Ts]],
    *,
    processes: int,
    together: int = 1,
    initializer: Callable[[], object] | None = None,
) -> Iterator[T]:
    """The results of `work(*task)` in order; `together` tasks are sent to a process at once.

    `work` must be a function of a module of ours: processes start anew and import it.
    """
    if processes == 1:
        yield from (work(*task) for task in tasks)
        return
    # Not by forking: PDFium and MkDocs' preview have threads, and Windows cannot.
    with ProcessPoolExecutor(processes, get_context("spawn"), initializer=initializer) as pool:
        with _nameless_main():
            results = pool.map(work, *zip(*tasks, strict=True), chunksize=together)
        yield from results


@contextmanager
def _nameless_main() -> Iterator[None]:
    """Start processes that do not run the main program again: a script that builds a portal need not guard itself."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
