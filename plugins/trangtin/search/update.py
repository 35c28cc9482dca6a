"""Postings after some pages changed: only the terms that these pages gained, lost or weigh otherwise are rewritten."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from trangtin.search.folding import folded
from trangtin.search.postings import decode, encode
from trangtin.search.shards import Row, Shard, place_of, recut, row_of
from trangtin.search.terms import PageTerms

_ByTerm = defaultdict[str, dict[int, int | None]]


def _by_term() -> _ByTerm:
    return defaultdict(dict)


@dataclass(frozen=True)
class Changes:
    """The new level of a term on a page, by term as written and by page; None where the page no longer has it."""

    words: _ByTerm = field(default_factory=_by_term)
    pairs: _ByTerm = field(default_factory=_by_term)

    def note(self, page: int, before: PageTerms | None, after: PageTerms | None) -> None:
        """Take down what changed on one page; None where it did not exist before, or does no longer."""
        _note(self.words, page, _words(before), _words(after))
        _note(self.pairs, page, _pairs(before), _pairs(after))


def updated(shards: Sequence[Shard], changes: Mapping[str, Mapping[int, int | None]]) -> list[Shard]:
    """The shards after the changes: what `shards_of` would make of the new postings. There is always at least one."""
    firsts = [shard.first for shard in shards]
    by_place: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for written in changes:
        term = " ".join(map(folded, written.split(" ")))
        by_place[place_of(term, firsts)].append((term, written))
    changed = {place: _changed(shards[place], terms, changes) for place, terms in by_place.items()}
    return list(recut(shards, changed))


def _changed(
    shard: Shard, terms: Sequence[tuple[str, str]], changes: Mapping[str, Mapping[int, int | None]]
) -> list[Row]:
    table = shard.table()
    for term, written in terms:
        variants = table.setdefault(term, {})
        variants[written] = _with(variants.get(written, ""), changes[written])
    rows = ((term, sorted((written, text) for written, text in table[term].items() if text)) for term in sorted(table))
    return [row_of(term, variants) for term, variants in rows if variants]


def _with(postings: str, change: Mapping[int, int | None]) -> str:
    levels = {**dict(decode(postings)), **change}
    return encode(page << 4 | level for page, level in sorted(levels.items()) if level is not None)


def _note(into: _ByTerm, page: int, before: Mapping[str, int], after: Mapping[str, int]) -> None:
    for term in before.keys() | after.keys():
        if before.get(term) != after.get(term):
            into[term][page] = after.get(term)


def _words(terms: PageTerms | None) -> dict[str, int]:
    if terms is None:
        return {}
    words = zip(terms.words.split(), terms.word_levels, strict=True)
    return dict(words) | dict(zip(terms.onsets.split(), terms.onset_levels, strict=True))


def _pairs(terms: PageTerms | None) -> dict[str, int]:
    return dict(zip(_pairs_in(terms), terms.pair_levels, strict=True)) if terms else {}


def _pairs_in(terms: PageTerms) -> Iterator[str]:
    words = terms.words.split()
    for pair in array("I", terms.pairs):
        yield f"{words[pair >> 16]} {words[pair & 0xFFFF]}"
