"""Work shared out among forked copies of this process: they know all that it knows, and only results are sent."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import suppress
from itertools import chain
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import format_exception
from typing import Any, Self, TypeVar

from trangtin.batches import batches

_FAILED = "failed"
"""The file with the error that ended a copy."""

T = TypeVar("T")
S = TypeVar("S")


def in_copies(work: Callable[[S], T], tasks: Sequence[S], *, processes: int, together: int) -> Iterator[T]:
    """The results of `work(task)` in order, `shared_out` with so many small tasks taken `together`."""
    parts = batches(len(tasks), together)
    return chain.from_iterable(shared_out(lambda part: list(map(work, tasks[part])), parts, processes=processes))


def shared_out(
    work: Callable[[S], T], tasks: Sequence[S], *, processes: int, renewed: int | None = None
) -> Iterator[T]:
    """The results of `work(task)` in order, made by copies of this process as well; all work is done before the first.

    For work that leans on more than can be sent, such as templates: copies know all that this process knows, and only
    results are sent. Where there can be no copies, this process does it alone, and so does a copy.

    This process takes tasks from the front, copies of it from the end, until they meet. Each may come to need much
    memory: what two of them have looked at they no longer share. A copy that has done `renewed` tasks ends as soon as
    this process, between two tasks of its own, starts another in its place, which shares everything again. Results of
    copies wait on disk.
    """
    if processes == 1 or is_copy() or not can_copy():
        yield from map(work, tasks)
        return
    with TemporaryDirectory() as folder:
        board, mine = _Board(Path(folder), len(tasks)), dict[int, T]()
        _inherited.append((work, tasks))
        try:
            with _Crew(board, processes - 1, renewed) as crew:
                for number, task in enumerate(tasks):
                    if board.take(number):
                        mine[number] = work(task)
                        crew.look_after()
                crew.wait()
        finally:
            _inherited.pop()
        for number in range(len(tasks)):
            yield mine.pop(number) if number in mine else board.result(number)


def begun_ahead(work: Callable[[], T], *, processes: int) -> Callable[[], T]:
    """Begin `work` in a copy of this process, which goes on meanwhile; returns what waits for the result, once.

    This process does the work when the result is wanted, if there can be no copy or if the copy ended without one: so
    whatever `work` raises is raised here.
    """
    if processes == 1 or is_copy() or not can_copy():
        return work
    ours, copys = get_context("fork").Pipe(duplex=False)

    def send() -> None:
        _inherited.append((lambda _: work(), (None,)))  # so that it makes no copies either
        ours.close()  # else it would wait for ever to send what this process, gone by now, cannot take
        with suppress(Exception, KeyboardInterrupt):  # whoever stops a program stops its copies too
            copys.send(work())

    copy = get_context("fork").Process(target=send, daemon=True)
    copy.start()
    copys.close()

    def result() -> T:
        try:
            sent: T = ours.recv()
        except EOFError:
            return work()
        finally:
            ours.close()
            copy.join()
        return sent

    return result


class _Board:
    """A folder in which each task has a file: the process that made the file does the task.

    So there is no lock that a killed process could still hold.
    """

    def __init__(self, folder: Path, tasks: int) -> None:
        self._folder = folder / "tasks"
        self._folder.mkdir()
        self._shifts = folder
        self._tasks = tasks

    def take(self, number: int) -> bool:
        """Claim a task; False where another process has it."""
        try:
            (self._folder / f"{number}").touch(exist_ok=False)
        except FileExistsError:
            return False
        return True

    def is_empty(self) -> bool:
        """Whether every task is claimed."""
        return len(list(self._folder.iterdir())) >= self._tasks

    def result(self, number: int) -> Any:
        """What the copy returned for a task."""
        return pickle.loads((self._folder / f"{number}").read_bytes())

    def work(self, most: int | None, first: int) -> None:
        """In a copy: do tasks from the last one down, for as long as the process `first` is alive.

        Having done `most` tasks it asks to be replaced, and goes on until it is: the first process may be busy for
        long.
        """
        work, tasks = _inherited[-1]
        mine = (number for number in reversed(range(len(tasks))) if os.getppid() == first and self.take(number))
        for done_before, number in enumerate(mine):
            try:
                done = pickle.dumps(work(tasks[number]), pickle.HIGHEST_PROTOCOL)
            except KeyboardInterrupt:  # whoever stops a program stops its copies too; it says so itself
                raise SystemExit(1) from None
            except Exception as error:
                error.add_note("".join(format_exception(error)))  # where it was, which is not sent
                (self._folder / _FAILED).write_bytes(_sent(error))
                raise SystemExit(1) from None
            (self._folder / f"{number}").write_bytes(done)
            if done_before + 1 == most:
                self._tired(os.getpid()).touch()
            if self._relieved(os.getpid()).exists():
                return

    def is_tired(self, copy: int) -> bool:
        """Whether the copy with this process id asks to be replaced."""
        return self._tired(copy).exists()

    def relieve(self, copy: int) -> None:
        """Tell a copy that another has taken its place: it ends after its present task."""
        self._tired(copy).unlink()
        self._relieved(copy).touch()

    def _tired(self, copy: int) -> Path:
        return self._shifts / f"tired-{copy}"

    def _relieved(self, copy: int) -> Path:
        return self._shifts / f"relieved-{copy}"

    def error(self) -> Exception:
        """The exception that ended a copy."""
        try:
            found = pickle.loads((self._folder / _FAILED).read_bytes())
        except (OSError, EOFError, pickle.UnpicklingError):
            return BrokenExecutor("một tiến trình của lần dựng đã bị dừng giữa chừng")
        assert isinstance(found, Exception)
        return found


class _Crew:
    """The copies of this process that work on one board."""

    def __init__(self, board: _Board, copies: int, renewed: int | None) -> None:
        self._board = board
        self._most = renewed
        self._copies = [self._copy() for _ in range(copies)]
        self._leaving = list[BaseProcess]()

    def _copy(self) -> BaseProcess:
        copy = get_context("fork").Process(target=self._board.work, args=(self._most, os.getpid()))
        copy.start()
        return copy

    def look_after(self) -> None:
        """Replace copies that ask for it. Raises what a copy raised."""
        for place, copy in enumerate(self._copies):
            assert copy.pid is not None
            if self._board.is_tired(copy.pid) and not self._board.is_empty():
                self._copies[place] = self._copy()
                self._board.relieve(copy.pid)
                self._leaving.append(copy)
        ended = {copy: copy.exitcode for copy in self._all()}
        if any(ended.values()):
            raise self._board.error()
        self._leaving = [copy for copy in self._leaving if ended[copy] is None]

    def wait(self) -> None:
        """Wait until all copies have ended. Raises what a copy raised."""
        for copy in self._all():
            copy.join()
        self.look_after()

    def _all(self) -> Iterator[BaseProcess]:
        yield from self._copies
        yield from self._leaving

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """End all copies, whatever has happened."""
        for copy in self._all():
            copy.kill()
            copy.join()


def _sent(error: Exception) -> bytes:
    """An error for another process; where it cannot be sent as it is, what it says."""
    try:
        data = pickle.dumps(error)
        pickle.loads(data)  # some can be written and not read: they want more than their words
    except Exception:
        return pickle.dumps(RuntimeError("\n".join((f"{type(error).__name__}: {error}", *error.__notes__))))
    return data


def can_copy() -> bool:
    """Whether a copy of this process would work: on Linux, as long as no other thread may hold a lock.

    A preview has threads; macOS' own libraries do not outlive a copy, and Windows makes none.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def is_copy() -> bool:
    """Whether this process is a copy, or has copies at work: then it makes no others."""
    return bool(_inherited)


_inherited: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []
"""What copies work on. They have it by being copies, so it need not be sent."""
