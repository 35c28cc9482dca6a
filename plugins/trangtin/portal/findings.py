"""What was found in single entries, remembered: nearly all are as they were, and reading them takes most of a check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from pydantic import TypeAdapter

from trangtin.content.entry import Entry
from trangtin.content.page import PageHead
from trangtin.content.problem import Problem
from trangtin.parallel import in_copies, processes_for
from trangtin.portal.entry_memory import EntryMemory
from trangtin.shelf import key_of

_ENOUGH, _TOGETHER = 100, 25
"""Entries for which one more process is worth its start, and how many are sent to one at once."""

Check = Callable[[Entry[PageHead]], Iterable[Problem]]
"""Finds what is wrong with one entry by looking at nothing else."""


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
        self, name: str, check: Check, entries: Sequence[Entry[PageHead]], around: str
    ) -> Iterator[tuple[Problem, ...]]:
        """What the check of this name finds in each entry; `around` is whatever else it looks at."""
        unknown = [entry for entry in entries if self._memory.get(name, entry, around) is None]
        missing = [entry for entry in unknown if not self._is_kept(name, entry, around)]
        made = in_copies(
            lambda entry: tuple(check(entry)),
            missing,
            processes=processes_for(len(missing), _ENOUGH),
            together=_TOGETHER,
        )
        for entry, problems in zip(missing, made, strict=True):
            self._memory.put(name, entry, around, problems)
            if self._version:
                self.used[self._key(name, entry, around)] = _written(problems)
        for entry in entries:
            yield self._memory.get(name, entry, around) or ()

    def _is_kept(self, name: str, entry: Entry[PageHead], around: str) -> bool:
        """Whether an earlier build found it, which is then known."""
        key = self._key(name, entry, around)
        kept = self._kept.get(key)
        if kept is not None:
            self.used[key] = kept
            self._memory.put(name, entry, around, _read(kept))
        return kept is not None

    def _key(self, name: str, entry: Entry[PageHead], around: str) -> bytes:
        return key_of(self._version, name, around, entry.fingerprint)

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
