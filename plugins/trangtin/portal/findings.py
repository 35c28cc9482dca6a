"""What was found in single entries, remembered: nearly all are as they were, and reading them takes most of a check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial

from pydantic import TypeAdapter

from trangtin.content.entry import Entry
from trangtin.content.page import PageHead
from trangtin.content.problem import Problem
from trangtin.portal.entry_memory import EntryMemory
from trangtin.shelf import key_of


class Findings:
    """Problems that a check finds by looking at one entry: from edit to edit of a preview, and from build to build."""

    def __init__(self) -> None:
        """Nothing was looked at yet."""
        self._memory: EntryMemory[tuple[Problem, ...]] = EntryMemory()
        self._version = ""
        self._kept: Mapping[bytes, bytes] = {}
        self.used: dict[bytes, bytes] = {}
        """All that was asked for since `recall`, as it is to be kept."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was looked at yet."""
        return self._memory.is_empty

    def recall(self, kept: Mapping[bytes, bytes], version: str) -> None:
        """Use what earlier builds found; `version` changes with every line of the checks."""
        self._kept, self._version = kept, version

    def of(
        self, check: str, entry: Entry[PageHead], found: Callable[[], Iterable[Problem]], around: str = ""
    ) -> tuple[Problem, ...]:
        """What the check of this name finds in an entry; `around` is whatever else it looks at."""
        return self._memory.of(check, entry, partial(self._recalled, check, entry, found, around), around)

    def _recalled(
        self, check: str, entry: Entry[PageHead], found: Callable[[], Iterable[Problem]], around: str
    ) -> tuple[Problem, ...]:
        if not self._version:
            return tuple(found())
        key = key_of(self._version, check, around, entry.fingerprint)
        kept = self._kept.get(key)
        problems = tuple(found()) if kept is None else _read(kept)
        self.used[key] = _written(problems) if kept is None else kept
        return problems

    def turn(self) -> None:
        """Called after all checks: forget entries that are gone, and what earlier builds found."""
        self._memory.turn()
        self._kept, self._version, self.used = {}, "", {}


def _read(kept: bytes) -> tuple[Problem, ...]:
    return _problems().validate_json(kept) if kept else ()


def _written(problems: tuple[Problem, ...]) -> bytes:
    return _problems().dump_json(problems) if problems else b""


@cache
def _problems() -> TypeAdapter[tuple[Problem, ...]]:
    return TypeAdapter(tuple[Problem, ...])
