"""Terms of pages kept on disk, so that after an edit only the page that was edited is read again.

A page's terms are filed under the hash of its texts, of the abbreviations and of this code. One SQLite file, because
ten thousand small ones take longer to open than to make again.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Mapping, Sequence, Set
from contextlib import closing
from dataclasses import fields
from functools import cache
from pathlib import Path

from trangtin.content import text
from trangtin.search.abbreviations import Abbreviations
from trangtin.search.record import SearchRecord
from trangtin.search.terms import PageTerms

NAME = "search.sqlite"
_COLUMNS = tuple(field.name for field in fields(PageTerms))
_PATIENCE = 30.0
"""Seconds to wait for another build that writes."""


class TermsCache:
    """Terms by key, in one file of a folder. A folder that cannot be used costs time, nothing else."""

    def __init__(self, folder: Path) -> None:
        """Keep them in `folder`."""
        self._file = folder / NAME

    def read(self, keys: Sequence[bytes]) -> dict[bytes, PageTerms]:
        """Those of `keys` that are known."""
        if not self._file.is_file():
            return {}
        try:
            with closing(sqlite3.connect(self._file, timeout=_PATIENCE)) as base:
                found = (base.execute("SELECT * FROM terms WHERE key = ?", (key,)).fetchone() for key in keys)
                return {key: PageTerms(*parts) for key, *parts in filter(None, found)}
        except (sqlite3.Error, TypeError):  # damaged, or of another make: made anew
            self._forget()
            return {}

    def add(self, fresh: Mapping[bytes, PageTerms]) -> None:
        """Keep what was made."""
        if fresh:
            rows = [(key, *(getattr(terms, name) for name in _COLUMNS)) for key, terms in fresh.items()]
            marks = ", ".join("?" * (len(_COLUMNS) + 1))
            self._change(lambda base: base.executemany(f"INSERT OR REPLACE INTO terms VALUES ({marks})", rows))

    def keep_only(self, used: Set[bytes]) -> None:
        """Drop what the portal no longer has."""

        def drop(base: sqlite3.Connection) -> None:
            stale = [row for row in base.execute("SELECT key FROM terms") if row[0] not in used]
            base.executemany("DELETE FROM terms WHERE key = ?", stale)

        self._change(drop)

    def _change(self, change: Callable[[sqlite3.Connection], object]) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._file, timeout=_PATIENCE)) as base, base:
                base.execute("PRAGMA synchronous = OFF")  # a cache lost with the power is made again
                base.execute(f"CREATE TABLE IF NOT EXISTS terms (key PRIMARY KEY, {', '.join(_COLUMNS)})")
                change(base)
        except OSError:
            return
        except sqlite3.Error:
            self._forget()

    def _forget(self) -> None:
        try:
            self._file.unlink(missing_ok=True)
        except OSError:
            return  # the next build finds it as damaged as this one did


def key_of(record: SearchRecord, abbreviations: Abbreviations) -> bytes:
    """What the terms of a page depend on, as a hash."""
    texts = [f"{field.name}={text}" for field, text in record.fields]
    parts = (
        "\0".join(texts),
        record.body,
        f"{record.is_printed}",
        "\0".join(record.opening),
        "\0".join(record.closing),
    )
    whole = "\1".join((code_version(), abbreviations.fingerprint, *parts))
    return hashlib.blake2b(whole.encode("utf-8", "replace"), digest_size=20).digest()


@cache
def code_version() -> str:
    """Changes with every line of what makes terms out of texts."""
    whole = hashlib.blake2b(digest_size=20)
    own = Path(__file__).parent
    names = ("abbreviations", "folding", "plain", "record", "terms")
    for source in (*(own / f"{name}.py" for name in names), Path(text.__file__)):
        whole.update(source.read_bytes())
    return whole.hexdigest()
