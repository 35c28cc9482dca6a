"""A run of pages, inverted: from terms by page to encoded postings by term. Runs are made beside each other."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trangtin.search.postings import encode, joined
from trangtin.search.terms import Numbers, PageTerms

_SHIFT = 20
_SECOND = (1 << _SHIFT) - 1

Inverted = dict[str, str]
"""Encoded postings by term as written; a pair has a space between its words."""


@dataclass(frozen=True, slots=True)
class Segment:
    """What a run of pages contributes to the index."""

    words: Inverted
    pairs: Inverted
    last: Mapping[str, int]
    """The last page of each term."""


def segment_of(terms: Iterable[PageTerms], start: int) -> Segment:
    """Invert pages, the first of which has the number `start`."""
    ids = Numbers()
    by_word: list[array[int]] = []
    by_pair: defaultdict[int, array[int]] = defaultdict(_postings)
    by_onset: defaultdict[str, array[int]] = defaultdict(_postings)
    for page, own in enumerate(terms, start=start):
        place = page << 4
        numbers = list(map(ids.__getitem__, own.words.split()))
        by_word += [_postings() for _ in range(len(ids) - len(by_word))]
        for number, level in zip(numbers, own.word_levels, strict=True):
            by_word[number].append(place | level)
        keys = [numbers[pair >> 16] << _SHIFT | numbers[pair & 0xFFFF] for pair in array("I", own.pairs)]
        for key, level in zip(keys, own.pair_levels, strict=True):
            by_pair[key].append(place | level)
        for onset, level in zip(own.onsets.split(), own.onset_levels, strict=True):
            by_onset[onset].append(place | level)
    names = list(ids)
    single = dict(zip(names, by_word, strict=True)) | by_onset
    last = {term: postings[-1] >> 4 for term, postings in single.items()}
    words = {term: encode(postings) for term, postings in single.items()}
    pairs_found: Inverted = {}
    for key in list(by_pair):
        postings = by_pair.pop(key)  # one after the other: both forms of all pairs would not fit beside each other
        name = f"{names[key >> _SHIFT]} {names[key & _SECOND]}"
        last[name] = postings[-1] >> 4
        pairs_found[name] = encode(postings)
    return Segment(words, pairs_found, last)


def one_segment(segments: Iterable[Segment]) -> Segment:
    """Segments that follow each other, as one; each is let go of before the next is asked for."""
    words, pairs, last = Inverted(), Inverted(), dict[str, int]()
    for later in segments:
        for whole, part in ((words, later.words), (pairs, later.pairs)):
            for term, text in part.items():
                whole[term] = joined(whole[term], last[term], text) if term in whole else text
        last |= later.last
    return Segment(words, pairs, last)


def _postings() -> array[int]:
    return array("I")
