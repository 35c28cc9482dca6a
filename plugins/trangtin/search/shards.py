"""Terms in order, cut into files of about one length.

Where a cut falls depends on the rows around it alone: after an edit only files around what changed come out otherwise.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from trangtin.search.folding import folded
from trangtin.search.segment import Inverted

SMALLEST = 2_000
"""Characters of a file, usually at most, in a small index."""
_FULL = 0.75
"""From which share of its usual length on a file may end."""

Row = tuple[str, str]
"""A folded term, and the text that stands in a file for it."""


@dataclass(frozen=True, slots=True)
class Shard:
    """What one file holds."""

    first: str
    """The first folded term in it."""
    last: str
    terms: int
    """How many there are."""
    rows: str
    """Its rows as JSON, separated by commas."""

    @property
    def length(self) -> int:
        """Characters, the comma after it included."""
        return len(self.rows) + 1

    def table(self) -> dict[str, dict[str, str]]:
        """Postings by term as written, by folded term."""
        found: dict[str, dict[str, str]] = json.loads(f"{{{self.rows}}}")
        return found


def shards_of(postings: Inverted) -> list[Shard]:
    """All terms in order, cut into shards from nothing."""
    keys = {word: folded(word) for word in {word for term in postings for word in term.split(" ")}}
    ordered = sorted((" ".join(keys[word] for word in term.split(" ")), term) for term in postings)
    rows = [
        row_of(term, ((written, postings[written]) for _, written in group))
        for term, group in groupby(ordered, itemgetter(0))
    ]
    return list(_cut(rows, usual_length(sum(map(_length, rows)))))


def row_of(term: str, variants: Iterable[tuple[str, str]]) -> Row:
    """The row of a folded term with its terms as written, which are in order."""
    # Neither words nor postings hold a letter that JSON would escape.
    texts = ",".join(f'"{written}":"{postings}"' for written, postings in variants)
    return term, f'"{term}":{{{texts}}}'


def usual_length(total: int) -> int:
    """The most characters that a file has, if it is not one row.

    A reader fetches the list of beginnings once and a file for each term: both together are shortest where files grow
    with the square root of the whole. In steps, so that the same files stay for a long time.
    """
    step = round(2 * math.log2(max(1.6 * math.sqrt(total) / SMALLEST, 1)))
    return round(SMALLEST * 2 ** (step / 2))


def recut(shards: Sequence[Shard], changed: Mapping[int, Sequence[Row]]) -> Iterator[Shard]:
    """What `shards_of` would give if the files at some places had these rows instead of their own."""
    before = sum(shard.length for shard in shards)
    after = before + sum(sum(map(_length, rows)) - shards[place].length for place, rows in changed.items())
    longest = usual_length(after)
    open_places = _open(shards, changed.keys(), longest) if longest == usual_length(before) else range(len(shards))
    place = 0
    while place < len(shards):
        if place not in open_places:
            yield shards[place]
            place += 1
            continue
        stream = _Stream(shards, changed, place)
        given, place = 0, len(shards)
        for shard in _cut(stream, longest):
            yield shard
            given += shard.terms
            if (met := stream.starts.get(given)) is not None and met not in open_places:
                place = met
                break


class _Stream:
    """Rows from one file on, and after how many of them each file begins."""

    def __init__(self, shards: Sequence[Shard], changed: Mapping[int, Sequence[Row]], place: int) -> None:
        self._shards, self._changed, self._place = shards, changed, place
        self.starts: dict[int, int] = {}

    def __iter__(self) -> Iterator[Row]:
        count = 0
        for place in range(self._place, len(self._shards)):
            self.starts[count] = place
            own = self._changed.get(place)
            rows = _rows(self._shards[place]) if own is None else own
            count += len(rows)
            yield from rows


def _rows(shard: Shard) -> list[Row]:
    return [row_of(term, variants.items()) for term, variants in shard.table().items()]


def _open(shards: Sequence[Shard], changed: Iterable[int], longest: int) -> set[int]:
    """Files that are to be cut anew: those that changed, and those before them whose end was chosen in view of them."""
    found = set[int]()
    for place in changed:
        found.add(place)
        seen = 0
        for before in range(place - 1, -1, -1):
            seen += shards[before].length
            if seen > longest:
                break
            found.add(before)
    return found


def _cut(rows: Iterable[Row], longest: int) -> Iterator[Shard]:
    held, length = list[Row](), 0
    for row in rows:
        held.append(row)
        length += _length(row)
        while length > longest and len(held) > 1:
            count = _place(held, longest)
            yield _shard(held[:count])
            del held[:count]
            length = sum(map(_length, held))
    if held:
        yield _shard(held)


def _place(rows: Sequence[Row], longest: int) -> int:
    """After how many rows to cut: in the last quarter, where the next first term needs the fewest letters."""
    place, fewest, length = 1, math.inf, 0
    for count in range(1, len(rows)):
        length += _length(rows[count - 1])
        if length > longest:
            break
        letters = len(least_between(rows[count - 1][0], rows[count][0])) if length >= _FULL * longest else math.inf
        if letters <= fewest:
            place, fewest = count, letters
    return place


def _shard(rows: Sequence[Row]) -> Shard:
    return Shard(rows[0][0], rows[-1][0], len(rows), ",".join(text for _, text in rows))


def _length(row: Row) -> int:
    return len(row[1]) + 1


def least_between(before: str, term: str) -> str:
    """The shortest beginning of `term` that comes after `before`."""
    return next((term[:length] for length in range(1, len(term)) if term[:length] > before), term)


def beginnings(shards: Sequence[Shard]) -> list[str]:
    """The first term of each file, in as few letters as distinguish it from the term before."""
    ends = ["", *(shard.last for shard in shards)]
    return [least_between(before, shard.first) for before, shard in zip(ends, shards, strict=False)]


def place_of(term: str, firsts: Sequence[str]) -> int:
    """The file in which a folded term stands or would stand, by the first terms of all."""
    return max(bisect_right(firsts, term) - 1, 0)
