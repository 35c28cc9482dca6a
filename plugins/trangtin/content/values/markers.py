"""What numbers sections, items and annexes where numbers are typed: `II.`, `1.1.`, `a)`, `-`, `Phụ lục Đ`.

What stands around a number, and how large an arabic one may be, differs on purpose between those who ask: in a file
from Word or a scan `123.` may be the end of a sentence, behind an address on the page it must go on meaning the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ROMAN = "[IVXLC]{1,7}"
"""Up to XXXVIII and beyond: only numbers such as 88 are longer."""
DECIMAL = r"\d{1,2}(?:\.\d{1,2}){1,4}"
LETTER = "[a-zđ]"
CAPITAL = "[A-ZĐ]"
PART = "[A-HĐ]"
"""Capitals that number a part wherever they open a line; later ones may abbreviate an office or a name: `Q.`, `T.`."""
ALPHABET = "abcdđeghiklmnopqrstuvxy"
"""By which points are counted."""
BULLETS = "-–—+*•●○▪"
BULLETS_OF_WORD = f"{BULLETS}·■□◦‣➢❖\uf0b7\uf0a7\uf0d8\uf076"
"""The last are signs of its symbol fonts."""
ANNEX = rf"(?:PHỤ LỤC|Phụ lục)(?:\s+(?:(?:số|SỐ)\s*)?(?:[IVXLC]+|\d+|{CAPITAL}))?"

_MARKER = re.compile(
    r"[ \t]*(?:"
    rf"(?P<bullet>[{BULLETS}])"
    rf"|(?P<decimal>{DECIMAL}[.)]?)"
    r"|(?P<arabic>\d{1,3}[.)])"
    rf"|(?P<roman>{ROMAN}[.)])"
    rf"|(?P<capital>{CAPITAL}[.)])"
    rf"|(?P<letter>{LETTER}(?:[.)]|,(?=[ \t]+(?![a-zđ]\b))))"  # "a," is a slip for "a)", but "a, b và c" is none
    r")[ \t]+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A typed marker at the start of a line."""

    indent: int
    kind: str
    text: str
    """`1.`, `a)`, `-`."""
    rest: str
    """What follows it."""

    @property
    def ordinal(self) -> int | None:
        """The last number of an arabic or decimal marker; the place of a letter in the alphabet."""
        if self.kind in {"arabic", "decimal"}:
            return int(re.findall(r"\d+", self.text)[-1])
        if self.kind == "letter":
            place = ALPHABET.find(self.text[0])
            return None if place < 0 else place
        return None


def read_marker(line: str) -> Marker | None:
    """The marker a line starts with; a number of four digits (`2026.`) is a year, not a marker."""
    match = _MARKER.match(line)
    if match is None or match.lastgroup is None:
        return None
    kind = match.lastgroup
    return Marker(len(line[: match.start(kind)].expandtabs(4)), kind, match[kind], line[match.end() :])
