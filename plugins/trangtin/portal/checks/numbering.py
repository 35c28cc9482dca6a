"""The printed numbering of a document: kept as it is, but an editor should know when it jumps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.problem import Code, Problem, Severity
from trangtin.portal.catalogue import Catalogue

_SECTION = re.compile(r"(?m)^[ \t]{0,3}(?:#{1,6}[ \t]+)?\**(?P<roman>[IVXLC]{1,7})\.[ \t]+\**\S")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def check_numbering(catalogue: Catalogue) -> Iterator[Problem]:
    """A notice where roman sections of a body skip or repeat and no editor's note speaks of it."""
    for entry in catalogue.reading.documents:
        if not entry.head.notes:
            yield from _jumps(entry)


def _jumps(entry: Entry[Document]) -> Iterator[Problem]:
    sections = [(match["roman"], match.start()) for match in _SECTION.finditer(entry.body)]
    for (before, _), (after, at) in pairwise(sections):
        if roman(after) not in {roman(before) + 1, 1}:
            yield Problem(
                entry.path,
                entry.body_line + entry.body.count("\n", 0, at),
                Code.NUMBERING,
                f"mục {after} đứng sau mục {before}",
                "đối chiếu với bản in: nếu bản in đúng như vậy thì giữ nguyên và ghi 'notes'",
                f"notes: [Bản in đánh số mục {after} ngay sau mục {before}]",
                Severity.NOTICE,
            )


def roman(numeral: str) -> int:
    """The value of a roman numeral (`XIV` is 14), whatever its order."""
    values = [_VALUES[letter] for letter in numeral]
    return sum(-now if now < after else now for now, after in pairwise([*values, 0]))
