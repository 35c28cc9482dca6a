"""Slow work on many things, spread over the machine's processors."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from types import ModuleType
from typing import Any, TypeVar, TypeVarTuple

MOST_PROCESSES = 8
"""Each takes a hundred megabytes and more; Windows allows no more than 61."""
PROCESSES = "TRANGTIN_PROCESSES"
"""Environment variable: use so many processes instead of one for each processor."""

T = TypeVar("T")
S = TypeVar("S")
Ts = TypeVarTuple("Ts")


def processes_for(tasks: int, enough: int) -> int:
    """How many processes such a number of tasks is worth, if `enough` tasks pay for the start of one."""
    named = os.environ.get(PROCESSES, "")
    available = int(named) if named.isdigit() else os.cpu_count() or 1
    return max(1, min(tasks // enough, available, MOST_PROCESSES))


def in_parallel(
    work: Callable[[*Ts], T],
    tasks: Sequence[tuple[*Ts]],
    *,
    processes: int,
    together: int = 1,
    initializer: Callable[[], object] | None = None,
    renewed: int | None = None,
) -> Iterator[T]:
    """The results of `work(*task)` in order; `together` tasks are sent to a process at once.

    `work` must be a function of a module of ours: where processes cannot be copies of this one, they start anew and
    import it. All start anew after `renewed` tasks: what was sent is held twice, where it was shared before.
    """
    for some in _rounds(tasks, renewed):
        with begun(work, some, processes=processes, together=together, initializer=initializer) as results:
            yield from results


@contextmanager
def begun(
    work: Callable[[*Ts], T],
    tasks: Sequence[tuple[*Ts]],
    *,
    processes: int,
    together: int = 1,
    initializer: Callable[[], object] | None = None,
) -> Iterator[Iterator[T]]:
    """The same, but processes begin at once, and work while this one does something else until it wants the results.

    What was not begun when the context ends is not done. A single process does each task when its result is wanted.
    """
    if processes == 1:
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


def in_copies(work: Callable[[S], T], tasks: Sequence[S], *, processes: int, together: int) -> Iterator[T]:
    """The results of `work(task)` in order, made by copies of this process, which know all that it knows.

    For work that leans on more than can be sent, such as templates; only results are. Where there can be no copies,
    this process does it alone, and so does a copy.
    """
    if processes == 1 or _inherited or not can_copy():
        yield from map(work, tasks)
        return
    _inherited.append((work, tasks))
    try:
        with ProcessPoolExecutor(processes, get_context("fork")) as pool:
            yield from pool.map(_inherited_task, range(len(tasks)), chunksize=together)
    finally:
        _inherited.pop()


def shared_out(work: Callable[[S], T], tasks: Sequence[S], *, processes: int, renewed: int | None = None) -> list[T]:
    """The results of `work(task)`: this process takes tasks from the front, copies of it from the end, until they meet.

    So there is one copy less than `in_copies` makes, for work of which each needs much memory: what two of them have
    looked at they no longer share. Copies are made anew after `renewed` tasks, and share everything again.
    """
    if processes == 1 or _inherited or not can_copy():
        return [work(task) for task in tasks]
    return [result for some in _rounds(tasks, renewed) for result in _shared_out(work, some, processes)]


def _shared_out(work: Callable[[S], T], tasks: Sequence[S], processes: int) -> list[T]:
    _inherited.append((work, tasks))
    try:
        with ProcessPoolExecutor(processes - 1, get_context("fork")) as pool:
            theirs = {number: pool.submit(_inherited_task, number) for number in reversed(range(len(tasks)))}
            try:
                mine = {number: work(task) for number, task in enumerate(tasks) if theirs[number].cancel()}
                return [mine[number] if number in mine else theirs[number].result() for number in range(len(tasks))]
            finally:
                for future in theirs.values():
                    future.cancel()  # after an error
    finally:
        _inherited.pop()


def _rounds(tasks: Sequence[S], renewed: int | None) -> Iterator[Sequence[S]]:
    some = renewed or max(len(tasks), 1)
    return (tasks[start : start + some] for start in range(0, len(tasks), some))


def can_copy() -> bool:
    """Whether a copy of this process would work: on Linux, as long as no other thread may hold a lock.

    A preview has threads; macOS' own libraries do not outlive a copy, and Windows makes none.
    """
    return sys.platform == "linux" and threading.active_count() == 1


_inherited: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []
"""What copies are to work on: looked up by them, so that it need not be sent."""


def _inherited_task(number: int) -> Any:
    work, tasks = _inherited[-1]
    return work(tasks[number])


@contextmanager
def _nameless_main() -> Iterator[None]:
    """Start processes that do not run the main program again: a script that builds a portal need not guard itself."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
