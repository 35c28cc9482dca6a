"""Texts in which no rule finds anything: nearly all, and most of a check's time."""

from __future__ import annotations

from collections.abc import Iterable

from trangtin.proofreading.rules import Proofreader
from trangtin.proofreading.writing import Writing
from trangtin.shelf import key_of


class CleanTexts:
    """Remembers by hash which texts are clean, from one check to the next."""

    def __init__(self, known: Iterable[bytes] = (), version: str = "") -> None:
        """`known` are hashes of clean texts; `version` changes with every line of the rules."""
        self.known = frozenset(known)
        self.used: set[bytes] = set()
        """Hashes of the clean texts met this time."""
        self._version = version

    def key(self, writing: Writing, reader: Proofreader, *, is_final: bool) -> bytes:
        """The hash of a text and of all that judges it."""
        flags = f"{writing.is_paper}{is_final}"
        return key_of(self._version, reader.fingerprint, flags, writing.title, writing.source)

    def holds(self, key: bytes) -> bool:
        """Whether a text is known as clean."""
        if key in self.known:
            self.used.add(key)
        return key in self.used
