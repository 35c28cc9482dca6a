"""Rows of results, kept on disk under a hash of all that they follow from.

Nothing kept can be stale: whoever changes a text, an option or a line of code asks for another key. One SQLite file for
each kind of result, because ten thousand small files take longer to open than to make again; SQLite lets several builds
use it at once, and a killed one leaves it as it was.
"""

from __future__ import annotations

import hashlib
import logging
import platform
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)

Value = str | bytes | int
Row = tuple[Value, ...]

_PATIENCE = 30.0
"""Seconds to wait for another build that writes."""
_SPARE = 1.0
"""Rows kept for other branches and days, for each row of the last build."""


class Shelf:
    """Rows of values by key, in one file. Where the file cannot be used, nothing is known; that costs time only."""

    def __init__(self, file: Path, columns: Sequence[str]) -> None:
        """Keep rows of these columns in `file`; a file with others is made anew."""
        self._file = file
        self._columns = tuple(columns)

    def find(self, keys: Iterable[bytes], columns: Sequence[str] = ()) -> Iterator[tuple[bytes, Row]]:
        """The rows of those `keys` that are known, in the order of the keys; all columns, or those named."""
        question = f"SELECT key, {', '.join(columns or self._columns)} FROM kept WHERE key = ?"
        for key, *row in self._read(question, ((key,) for key in keys)):
            yield key, tuple(row)

    def rows(self) -> Iterator[tuple[bytes, Row]]:
        """All rows with their keys, for a caller that needs nearly all of them."""
        for key, *row in self._read(f"SELECT key, {', '.join(self._columns)} FROM kept"):
            yield key, tuple(row)

    def keys(self) -> frozenset[bytes]:
        """All keys, for a caller that needs nothing else."""
        return frozenset(key for (key,) in self._read("SELECT key FROM kept"))

    def add(self, rows: Mapping[bytes, Row]) -> None:
        """Write new rows; those of the same keys are replaced."""
        if rows:
            marks = ", ".join("?" * (len(self._columns) + 1))
            whole = [(key, *row) for key, row in rows.items()]
            self._change(lambda base: base.executemany(f"INSERT OR REPLACE INTO kept VALUES ({marks})", whole))

    def keep(self, used: Set[bytes]) -> None:
        """Delete rows that were not used, once they are more than those that were."""
        stale = self.keys() - used
        if len(stale) > _SPARE * len(used):
            self._change(lambda base: base.executemany("DELETE FROM kept WHERE key = ?", ((key,) for key in stale)))

    def _read(self, question: str, values: Iterable[tuple[bytes, ...]] = ((),)) -> Iterator[Any]:
        """The rows that answer a question, asked once with each of `values`; no more of them after a fault."""
        if not self._file.is_file():
            return
        try:
            with closing(sqlite3.connect(self._file, timeout=_PATIENCE)) as base:
                for each in values:
                    yield from base.execute(question, each)
        except sqlite3.Error as error:
            self._forget_unless_busy(error)

    def _change(self, change: Callable[[sqlite3.Connection], object]) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._file, timeout=_PATIENCE)) as base, base:
                base.execute("BEGIN IMMEDIATE")  # the table and its rows together: a disk is waited for once
                base.execute(f"CREATE TABLE IF NOT EXISTS kept ({', '.join(('key PRIMARY KEY', *self._columns))})")
                change(base)
        except OSError:
            return
        except sqlite3.Error as error:
            self._forget_unless_busy(error)

    def _forget_unless_busy(self, error: sqlite3.Error) -> None:
        """Delete a file that is damaged or of another version, so that it is made anew."""
        if getattr(error, "sqlite_errorcode", None) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            return
        _log.debug("%s is made anew: %s", self._file, error)
        try:
            self._file.unlink(missing_ok=True)
        except OSError:
            return  # the next build finds it as damaged as this one did


@dataclass(frozen=True, slots=True)
class Shelved:
    """Bytes on a shelf, read when they are needed: of thousands of pictures only one is in memory."""

    shelf: Shelf
    key: bytes
    column: str
    make: Callable[[], bytes]
    """Makes the bytes again, if they could not be kept or another build has deleted them."""
    sha256: str | None
    """Hash of the bytes, where it is known without reading them."""

    def read(self) -> bytes:
        """The bytes, made anew where they are not kept."""
        for _, (data,) in self.shelf.find([self.key], [self.column]):
            if isinstance(data, bytes):
                return data
        return self.make()


def key_of(*parts: str | bytes) -> bytes:
    """The hash of these texts, as the key of what follows from them."""
    whole = hashlib.blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(len(data).to_bytes(8, "big"))  # so that no two lists of parts look alike
        whole.update(data)
    return whole.digest()


@cache
def code_version(*sources: Path) -> str:
    """A hash of the source files of these modules, or of all modules and tables in a folder."""
    whole = hashlib.blake2b(digest_size=20)
    for source in sources:
        for module in sorted((*source.rglob("*.py"), *source.rglob("*.toml"))) if source.is_dir() else (source,):
            whole.update(module.name.encode() + module.read_bytes())
    return whole.hexdigest()


@cache
def releases_of(*libraries: str) -> str:
    """The releases of these libraries, as text."""
    return " ".join(f"{library}={_release_of(library)}" for library in libraries)


@cache
def program_version(*libraries: str) -> str:
    """Changes with every line of this program, with the version of Python and with the release of each library.

    What is kept is kept under this: a list of the modules that have a part in it forgets what they come to import. It
    costs one slow build after each new release of the program.
    """
    return f"{code_version(Path(__file__).parents[1])} {platform.python_version()} {releases_of(*libraries)}"


def _release_of(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
