"""The words and pairs of neighbours of one page with their weights: what its place in the index is made of."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise

from trangtin.search.abbreviations import Abbreviations
from trangtin.search.folding import folded, is_onset, words, words_in
from trangtin.search.plain import plain_lines, plain_text
from trangtin.search.record import STRONG, Field, SearchRecord, spelt_out_in

LEVELS = 15
LEAST = 0.12
"""Weights are kept as one of so many steps, each the square root of 2 times the last, the first being the least."""
WEIGHTS = tuple(LEAST * (1 << level // 2) * (math.sqrt(2) if level % 2 else 1) for level in range(LEVELS))
_BOUNDS = [weight * 2**0.25 for weight in WEIGHTS[:-1]]

BEGUN = "*"
"""Ends the term that stands for all words begun with an onset."""
_PAIR = 1 << 16
"""Distinct words of a page: numbers of pairs hold no more. What comes after them is not found."""
_SPARE = 1 << 12
"""Of them, those kept free for other forms of abbreviations."""


class Numbers(dict[str, int]):
    """Gives each word a number, from 0, the first time it is looked up."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


def level_of(weight: float) -> int:
    """The step nearest to a weight."""
    return bisect_right(_BOUNDS, weight)


@dataclass(frozen=True, slots=True)
class PageTerms:
    """The terms of one page in the form in which they are kept and handed from process to process."""

    words: str
    """Distinct words with a space between; pairs count them from 0."""
    word_levels: bytes
    pairs: bytes
    """Unsigned 32-bit numbers of this machine: first word * 65,536 + second word."""
    pair_levels: bytes
    onsets: str
    """Terms such as `th*`, with a space between."""
    onset_levels: bytes
    paragraphs: str
    """What an excerpt is cut from, one a line."""


def terms_of(record: SearchRecord, abbreviations: Abbreviations) -> PageTerms:
    """Weigh every word and every pair of neighbours of a page."""
    ids = Numbers()
    single: defaultdict[Field, list[int]] = defaultdict(list)
    double: defaultdict[Field, list[int]] = defaultdict(list)
    lengths: defaultdict[Field, int] = defaultdict(int)
    body = plain_lines(record.body, is_printed=record.is_printed)
    runs = [(field, words(text)) for field, text in record.fields]
    runs.append((Field.BODY, words_in(chain.from_iterable(body))))
    runs.sort(key=lambda each: each[0] is Field.FILES)  # a long table in a file takes no room from the page's own words
    for field, whole in runs:
        run = whole[: max(_PAIR - _SPARE - len(ids), 0)]
        numbers = list(map(ids.__getitem__, run))
        single[field] += numbers
        double[field] += _pairs(numbers)
        lengths[field] += len(numbers)
        meant = spelt_out_in(field)
        for start, end, other in abbreviations.other_forms(run):
            more = list(map(ids.__getitem__, other))
            single[meant] += more
            double[meant] += _pairs([*numbers[max(start - 1, 0) : start], *more, *numbers[end : end + 1]])
    ones = record.weights_of_one(lengths)
    word_levels = dict(zip(*_levels(single, ones), strict=True))
    pairs, pair_levels = _levels(double, ones)
    names = list(ids)
    onsets = _onsets(single, ones, names)
    return PageTerms(
        " ".join(names),
        bytes(map(word_levels.__getitem__, range(len(names)))),
        array("I", pairs).tobytes(),
        pair_levels,
        " ".join(onsets),
        bytes(onsets.values()),
        _shown(record, "\n".join(map(" ".join, body))),
    )


def paragraphs_of(record: SearchRecord) -> str:
    """What an excerpt of a page is cut from, one a line."""
    return _shown(record, plain_text(record.body, is_printed=record.is_printed))


def _shown(record: SearchRecord, body: str) -> str:
    return "\n".join(filter(None, (*record.opening, body, *record.closing)))


def _pairs(numbers: list[int]) -> list[int]:
    return [first << 16 | second for first, second in pairwise(numbers)]


def _levels(keys: Mapping[Field, Sequence[int]], ones: Mapping[Field, float]) -> tuple[list[int], bytes]:
    """Distinct keys, and their weights in all fields as levels; `ones` is what one occurrence weighs.

    Most stand in the body alone: they are only counted.
    """
    body, one = Counter(keys.get(Field.BODY, ())), ones[Field.BODY]
    found: dict[int, float] = {}
    for field, listed in keys.items():
        if field is not Field.BODY and field is not Field.FILES:
            weight = ones[field]
            for key, count in Counter(listed).items():
                found[key] = found.get(key, 0.0) + count * weight
    for key in found:
        if key in body:
            found[key] += body.pop(key) * one
    levels = bytes(map(level_of, found.values())) + bytes(map(_Memory(one).__getitem__, body.values()))
    if Field.FILES in keys:
        one = ones[Field.FILES]
        unsaid = Counter(key for key in keys[Field.FILES] if key not in found and key not in body)
        return [*found, *body, *unsaid], levels + bytes(map(_Memory(one).__getitem__, unsaid.values()))
    return [*found, *body], levels


class _Memory(dict[int, int]):
    """Levels by the number of occurrences, where one weighs `one`."""

    def __init__(self, one: float) -> None:
        self._one = one

    def __missing__(self, count: int) -> int:
        level = self[count] = level_of(count * self._one)
        return level


def _onsets(single: dict[Field, list[int]], ones: Mapping[Field, float], names: list[str]) -> dict[str, int]:
    """What a word begun with one or two letters leads to, in the fields that name a page."""
    weights: dict[str, float] = {}
    for field in STRONG:
        if field in single:
            one = ones[field]
            for onset in _onsets_in(names[number] for number in single[field]):
                weights[onset] = weights.get(onset, 0.0) + one
    return {onset: level_of(weight) for onset, weight in weights.items()}


def _onsets_in(run: Iterable[str]) -> Iterator[str]:
    for word in run:
        yield from _onsets_of(word)


@cache
def _onsets_of(word: str) -> tuple[str, ...]:
    key = folded(word)
    return tuple(key[:length] + BEGUN for length in (1, 2, 3) if len(key) >= length and is_onset(key[:length]))
