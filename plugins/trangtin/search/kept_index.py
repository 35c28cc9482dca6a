"""What an index says of all pages, made from that of the last build where only few pages changed."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from trangtin.batches import batches
from trangtin.disk.shelf import Shelf, key_of, program_version
from trangtin.search.abbreviations import Abbreviations
from trangtin.search.cache import TermsCache
from trangtin.search.known_terms import inverted, terms_by_key
from trangtin.search.record import Findable
from trangtin.search.shards import Shard, shards_of
from trangtin.search.update import Changes, updated

NAME, SHARDS = "index.sqlite", "postings.sqlite"
FEW = 8
"""At most one page in so many may have changed: then rewriting some terms is quicker than writing all."""
_KEY = 20
"""Bytes of a key."""


@dataclass(frozen=True)
class CutIndex:
    """All pages by their terms, cut into the files of an index."""

    words: Sequence[Shard]
    pairs: Sequence[Shard]


def kept_inverted(
    pages: Sequence[Findable], keys: Sequence[bytes], abbreviations: Abbreviations, folder: Path
) -> CutIndex:
    """Pages, whose terms are kept under `keys`, by terms, from the caches in `folder` as far as these know them."""
    last = _Last(folder, abbreviations)
    before = last.read()
    found = _from(before, pages, keys, abbreviations, folder) if before else None
    if found is None:
        whole = inverted(pages, keys, abbreviations, folder)
        found = CutIndex(shards_of(whole.words), shards_of(whole.pairs))
    if before is None or before.keys != keys:
        last.write(_State(keys, found))
        TermsCache(folder).keep(set(keys))
    return found


@dataclass(frozen=True)
class _State:
    """An index as a build left it."""

    keys: Sequence[bytes]
    """Keys of its pages, in order."""
    inverted: CutIndex


def _from(
    before: _State,
    pages: Sequence[Findable],
    keys: Sequence[bytes],
    abbreviations: Abbreviations,
    folder: Path,
) -> CutIndex | None:
    """The index updated from the last build's; None where too much changed, or something is not kept any more."""
    moved = [page for page, (old, new) in enumerate(zip_longest(before.keys, keys)) if old != new]
    if len(moved) * FEW > len(keys) or not (before.inverted.words and before.inverted.pairs):
        return None
    gone = [before.keys[page] for page in moved if page < len(before.keys)]
    old = TermsCache(folder).read(gone)
    if old.keys() < set(gone):
        return None
    here = [page for page in moved if page < len(keys)]
    new = terms_by_key([pages[page] for page in here], [keys[page] for page in here], abbreviations, folder)
    changes = Changes()
    for page, left, came in zip_longest(moved, gone, here):
        changes.note(page, old[left] if left else None, new[keys[page]] if came is not None else None)
    words, pairs = before.inverted.words, before.inverted.pairs
    return CutIndex(updated(words, changes.words), updated(pairs, changes.pairs))


class _Last:
    """The state of the last build in a folder."""

    def __init__(self, folder: Path, abbreviations: Abbreviations) -> None:
        self._states = Shelf(folder / NAME, ("pages", "words", "pairs"))
        self._shards = Shelf(folder / SHARDS, ("first", "last", "terms", "rows"))
        self._key = key_of(program_version(), abbreviations.fingerprint)

    def read(self) -> _State | None:
        """The kept state; None where it is missing or incomplete."""
        for _, (pages, words, pairs) in self._states.find([self._key]):
            assert isinstance(pages, bytes)
            single, double = self._read(words), self._read(pairs)
            if single is not None and double is not None:
                return _State(_cut(pages), CutIndex(single, double))
        return None

    def _read(self, names: object) -> list[Shard] | None:
        assert isinstance(names, bytes)
        keys = _cut(names)
        known = [_shard(*row) for _, row in self._shards.find(keys)]
        return known if len(known) == len(keys) else None

    def write(self, state: _State) -> None:
        """Keep a state in place of the last one."""
        words, pairs = (
            {_key_of(shard): shard for shard in shards} for shards in (state.inverted.words, state.inverted.pairs)
        )
        known = self._shards.keys()
        fresh = {key: _row(shard) for key, shard in (words | pairs).items() if key not in known}
        self._shards.add(fresh)
        self._shards.keep(words.keys() | pairs.keys())
        self._states.add({self._key: (b"".join(state.keys), b"".join(words), b"".join(pairs))})
        self._states.keep({self._key})


def _cut(keys: bytes) -> list[bytes]:
    return [keys[one] for one in batches(len(keys), _KEY)]


def _key_of(shard: Shard) -> bytes:
    return key_of(shard.rows)


def _row(shard: Shard) -> tuple[str, str, int, bytes]:
    return shard.first, shard.last, shard.terms, zlib.compress(shard.rows.encode(), 1)


def _shard(first: object, last: object, terms: object, rows: object) -> Shard:
    assert isinstance(terms, int)
    assert isinstance(rows, bytes)
    return Shard(str(first), str(last), terms, zlib.decompress(rows).decode())
