"""Terms of pages kept on disk, so that after an edit only the page that was edited is read again.

A page's terms are filed under the hash of its texts, of the abbreviations and of this code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import fields
from operator import attrgetter
from pathlib import Path

from trangtin.disk import shelf
from trangtin.search.abbreviations import Abbreviations
from trangtin.search.record import SearchRecord
from trangtin.search.terms import PageTerms

NAME = "search.sqlite"
_COLUMNS = tuple(field.name for field in fields(PageTerms))
_TERMS_ALONE = tuple("''" if name == "paragraphs" else name for name in _COLUMNS)
_row = attrgetter(*_COLUMNS)


class TermsCache:
    """Terms by key, in one file of a folder."""

    def __init__(self, folder: Path) -> None:
        """Use the file of terms in `folder`; where it cannot be used, nothing is known."""
        self._shelf = shelf.Shelf(folder / NAME, _COLUMNS)

    def read(self, keys: Sequence[bytes]) -> dict[bytes, PageTerms]:
        """Those of `keys` that are known, without their paragraphs."""
        return {key: PageTerms(*row) for key, row in self._shelf.find(keys, _TERMS_ALONE)}  # type: ignore[arg-type]

    def paragraphs(self, keys: Sequence[bytes]) -> dict[bytes, str]:
        """The texts that excerpts are cut from, for those of `keys` that are known."""
        return {key: str(text) for key, (text,) in self._shelf.find(keys, ("paragraphs",))}

    def known(self, keys: Iterable[bytes]) -> Set[bytes]:
        """Those of `keys` that are known."""
        return {key for key, _ in self._shelf.find(keys, ("key",))}

    def size(self) -> int:
        """How many pages are kept."""
        return len(self._shelf.keys())

    def add(self, fresh: Mapping[bytes, PageTerms]) -> None:
        """Keep new page terms."""
        self._shelf.add({key: _row(terms) for key, terms in fresh.items()})

    def keep(self, used: Set[bytes]) -> None:
        """Drop pages that the portal no longer has."""
        self._shelf.keep(used)


def key_of(record: SearchRecord, abbreviations: Abbreviations) -> bytes:
    """What the terms of a page depend on, as a hash."""
    texts = [f"{field.name}={text}" for field, text in record.fields]
    return shelf.key_of(
        shelf.program_version(),
        abbreviations.fingerprint,
        "\0".join(texts),
        record.body,
        f"{record.is_printed} {record.is_over}",
        "\0".join(record.opening),
        "\0".join(record.closing),
    )
