"""Slow work on many things, shared out among processes of this machine."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from types import ModuleType
from typing import TypeVar, TypeVarTuple

from trangtin.copies import can_copy, is_copy

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


def in_parallel(
    work: Callable[[*Ts], T],
    tasks: Sequence[tuple[*Ts]],
    *,
    processes: int,
    together: int = 1,
    initializer: Callable[[], object] | None = None,
) -> Iterator[T]:
    """The results of `work(*task)` in order; `together` tasks are sent to a process at once.

    `work` must be a function of a module of ours: where processes cannot be copies of this one, they start anew and
    import it. A copy does it alone.
    """
    with begun(work, tasks, processes=processes, together=together, initializer=initializer) as results:
        yield from results


@contextmanager
def begun(
    work: Callable[[*Ts], T],
    tasks: Sequence[tuple[*Ts]],
    *,
    processes: int,
    together: int,
    initializer: Callable[[], object] | None = None,
) -> Iterator[Iterator[T]]:
    """The same, but processes begin at once, and work while this one does something else until it wants the results.

    What was not begun when the context ends is not done. A single process does each task when its result is wanted.
    """
    if processes == 1 or is_copy():
        yield (work(*task) for task in tasks)
        return
    context = get_context("fork" if can_copy() else "spawn")
    pool = ProcessPoolExecutor(processes, context, initializer=initializer)
    try:
        with _nameless_main():
            results = pool.map(work, *zip(*tasks, strict=True), chunksize=together)
        yield results
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _nameless_main() -> Iterator[None]:
    """Start processes that do not run the main program again, so that a script which builds a portal needs no guard."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
