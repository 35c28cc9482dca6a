"""The numbers of a paper's sections, as printed, and where they jump."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from trangtin.importer import grammar
from trangtin.proofreading.roman import roman, to_roman


def jumps(paragraphs: Sequence[str]) -> Iterator[str]:
    """A sentence in Vietnamese for each roman section that does not follow the one before it."""
    found = [match["number"] for text in paragraphs if (match := grammar.ROMAN.match(text))]
    known = [numeral for numeral in found if numeral == to_roman(roman(numeral))]
    for before, after in pairwise(known):
        if roman(after) not in {roman(before) + 1, 1}:
            yield f"mục {after} đứng ngay sau mục {before}: đối chiếu với bản in, đúng thì ghi vào 'notes'"
