"""Problems found in single entries and files, remembered: nearly all are as they were, and reading them is slow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TypeVar

from pydantic import TypeAdapter

from trangtin.content.problem import Problem
from trangtin.copies import in_copies
from trangtin.disk.shelf import key_of
from trangtin.portal.entry_memory import EntryMemory, Judged
from trangtin.processors import processes_for

_ENOUGH, _TOGETHER = 100, 25
"""Texts for which one more process is worth its start, and how many are sent to one at once."""

J = TypeVar("J", bound=Judged)


class Findings:
    """Problems that checks found in single texts and files, kept from edit to edit and from build to build."""

    def __init__(self) -> None:
        """Nothing was looked at yet."""
        self._memories: dict[str, EntryMemory[tuple[Problem, ...]]] = defaultdict(EntryMemory)
        """One for each check, by its name."""
        self._version = ""
        self._kept: Mapping[bytes, bytes] = {}
        self.used: dict[bytes, bytes] = {}
        """All that was asked for since `recall`, as it is to be written down."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was looked at yet."""
        return all(memory.is_empty for memory in self._memories.values())

    def recall(self, kept: Mapping[bytes, bytes], version: str) -> None:
        """Use what earlier builds wrote down; `version` must change with every line of the checks."""
        self._kept, self._version = kept, version

    def of(
        self, name: str, check: Callable[[J], Iterable[Problem]], judged: Sequence[J], around: str = ""
    ) -> Iterator[Problem]:
        """The problems that `check` finds in each of `judged`, looking at nothing else but what `around` tells.

        `name` keeps results apart from those of other checks. What is not known yet is looked at in several processes.
        """
        memory = self._memories[name]
        found = [memory.get(each, around) for each in judged]
        unknown = (each for each, known in zip(judged, found, strict=True) if known is None)
        missing = [each for each in unknown if not self._is_kept(name, each, around)]
        made = in_copies(
            lambda each: tuple(check(each)),
            missing,
            processes=processes_for(len(missing), _ENOUGH),
            together=_TOGETHER,
        )
        for each, problems in zip(missing, made, strict=True):
            memory.put(each, around, problems)
            if self._version:
                self.used[self._key(name, each, around)] = _written(problems)
        for each, known in zip(judged, found, strict=True):
            yield from (memory.get(each, around) or () if known is None else known)

    def _is_kept(self, name: str, each: Judged, around: str) -> bool:
        """Whether an earlier build looked at it; if so its result is taken over."""
        key = self._key(name, each, around)
        kept = self._kept.get(key)
        if kept is not None:
            self.used[key] = kept
            self._memories[name].put(each, around, _read(kept))
        return kept is not None

    def _key(self, name: str, each: Judged, around: str) -> bytes:
        return key_of(self._version, name, around, each.fingerprint)

    def turn(self) -> None:
        """Called after all checks: forget what was not asked for, and what earlier builds wrote down."""
        for memory in self._memories.values():
            memory.turn()
        self._kept, self._version, self.used = {}, "", {}


def _read(kept: bytes) -> tuple[Problem, ...]:
    return _problems().validate_json(kept) if kept else ()


def _written(problems: tuple[Problem, ...]) -> bytes:
    return _problems().dump_json(problems) if problems else b""


@cache
def _problems() -> TypeAdapter[tuple[Problem, ...]]:
    return TypeAdapter(tuple[Problem, ...])
