"""Heads once read, kept on disk: YAML takes most of the time in which a repository is read.

A file is kept under the hash of its bytes and of the program, so that nothing kept can be stale: what its head says,
and where its text begins. What the head means is judged anew each time. Only heads without faults are kept. A file
whose text alone was edited still has a head that is known.
"""

from __future__ import annotations

import json
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from pydantic_core import from_json

from trangtin.content.entry import KeyPath, one_key_path
from trangtin.disk.shelf import Row, Shelf, key_of, program_version

Head = tuple[dict[str, Any], dict[KeyPath, int]]
"""Values, and the line of each key in the file."""

ELSEWHERE = -1
"""In place of an offset: the text as it is read does not stand in the file (it had to be normalised)."""
_SHAPES = 1_024
"""How many sets of keys are remembered: heads of one kind mostly have the same keys."""


class KeptFile(NamedTuple):
    """What is kept of a file."""

    head: Head
    body_at: int
    """Offset of its text in bytes, or ELSEWHERE."""
    body_line: int
    """1-based line of the file on which its text begins."""
    around: bytes
    """A hash of the file without its text."""


class HeadStore:
    """Gives heads that were read before. Several programs may use one file at once."""

    def __init__(self, file: Path) -> None:
        """Use `file`; where it is missing or damaged, nothing is known."""
        self._shelf = Shelf(file, ("before", "shape", "said", "body_at", "body_line", "around"))
        self._kept = dict(self._shelf.rows())
        self._heads: dict[bytes, Row] | None = None
        self._used: set[bytes] = set()
        self._new: dict[bytes, Row] = {}

    def __enter__(self) -> HeadStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write what is new, and delete what was not asked for."""
        if kind is None and self._new:
            self._shelf.add(self._new)
            self._shelf.keep(self._used)

    def file(self, fingerprint: bytes) -> KeptFile | None:
        """The file with this hash, if it is kept and its text stands in it as it is read."""
        key = key_of(_program(), fingerprint)
        row = self._kept.get(key)
        if row is None or row[3] == ELSEWHERE:
            return None
        head = _head_in(row)
        if head is None:
            del self._kept[key]  # so that it is written anew
            return None
        self._used.add(key)
        return KeptFile(head, *row[3:])  # type: ignore[arg-type]  # as `put` has them

    def head(self, before: str) -> Head | None:
        """The head of a file that begins with `before` (all up to its text), if it is kept."""
        if self._heads is None:
            self._heads = {row[0]: row for row in self._kept.values() if isinstance(row[0], bytes)}
        row = self._heads.get(key_of(_program(), before))
        return None if row is None else _head_in(row)

    def put(self, fingerprint: bytes, before: str, file: KeptFile) -> None:
        """Keep the file with this hash; `before` is all of it up to its text."""
        key = key_of(_program(), fingerprint)
        self._used.add(key)
        if key in self._kept:
            return
        data, lines = file.head
        shape = json.dumps(list(lines), ensure_ascii=False)
        said = json.dumps((data, list(lines.values())), ensure_ascii=False)
        with suppress(UnicodeEncodeError):  # half a character, which may be typed as an escape: read anew each time
            self._new[key] = (key_of(_program(), before), shape.encode(), said.encode(), *file[1:])


def _head_in(row: Row) -> Head | None:
    """The head in a row; None where that is damaged."""
    _, shape, said, *_ = row
    try:
        data, lines = from_json(said, cache_strings="keys")  # type: ignore[arg-type]
        return data, dict(zip(_key_paths(shape), lines, strict=True))
    except (ValueError, TypeError):
        return None


@lru_cache(_SHAPES)
def _key_paths(shape: bytes) -> tuple[KeyPath, ...]:
    return tuple(one_key_path(tuple(place)) for place in from_json(shape))


def _program() -> str:
    return program_version("pyyaml")
