"""Heads once read, kept on disk: composing YAML takes most of the time in which a repository is read.

A head is filed under the hash of its text and of this code, so that nothing kept can be stale; it holds only what the
YAML says, which is judged anew each time. Only heads without faults are kept.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any

from pydantic_core import from_json

from trangtin.content.entry import KeyPath, one_key_path
from trangtin.disk.whole_file import write_whole

Head = tuple[dict[str, Any], dict[KeyPath, int]]
"""Values, and the line of each key in the file."""


class HeadStore:
    """Gives heads that were read before. Several programs may use one file at once: it is replaced whole."""

    def __init__(self, file: Path) -> None:
        """Use `file`; a missing or damaged one is an empty one."""
        self._file = file
        self._kept = self._read()
        self._used: dict[str, Any] = {}

    def __enter__(self) -> HeadStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write down what was used this time, if that is something else than last time."""
        if kind is None and self._used.keys() != self._kept.keys():
            self._write()

    def get(self, source: str, first_line: int) -> Head | None:
        """The head of this text, which starts on that line of its file, if it is kept."""
        key = _key(source)
        found = self._kept.get(key)
        if found is None:
            return None
        self._used[key] = found
        data, rows = found
        return data, {one_key_path(tuple(place)): first_line + row for place, row in rows}

    def put(self, source: str, first_line: int, data: Mapping[str, Any], lines: Mapping[KeyPath, int]) -> None:
        """Keep a head; of its lines it is kept how far they are from its own first."""
        self._used[_key(source)] = [data, [[list(place), line - first_line] for place, line in lines.items()]]

    def _read(self) -> dict[str, Any]:
        try:
            whole = from_json(self._file.read_bytes(), cache_strings="keys")
        except (OSError, ValueError):
            return {}
        is_ours = isinstance(whole, dict) and whole.get("code") == _code() and isinstance(whole.get("heads"), dict)
        return whole["heads"] if is_ours else {}

    def _write(self) -> None:
        try:
            kept = json.dumps({"code": _code(), "heads": self._used}, ensure_ascii=False)
            write_whole(self._file, kept.encode())
        except OSError:
            return  # a folder that cannot be written to costs time, nothing else


def _key(source: str) -> str:
    return hashlib.blake2b(source.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@cache
def _code() -> str:
    """Changes with every line of the modules that read a head."""
    whole = hashlib.blake2b(digest_size=16)
    for name in ("front_matter", "head_store", "syntax", "text"):
        whole.update(Path(__file__).with_name(f"{name}.py").read_bytes())
    return whole.hexdigest()
