"""What numbers sections, items and annexes where numbers are typed: `II.`, `1.1.`, `1-`, `a)`, `-`, `Phụ lục Đ`.

What stands around a number, and how large an arabic one may be, differs on purpose between those who ask: in a file
from Word or a scan `123.` may be the end of a sentence, behind an address on the page it must go on meaning the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ROMAN = "(?:[IVXLC]{2,7}|[IVX])"
"""Up to XXXVIII and beyond: only numbers such as 88 are longer. `L` and `C` alone are letters."""
DECIMAL = r"\d{1,2}(?:\.\d{1,2}){1,4}"
LETTER = "[a-zđ]"
CAPITAL = "[A-ZĐ]"
PART = "[A-HĐ]"
"""Capitals that number a part wherever they open a line; later ones may abbreviate an office or a name: `Q.`, `T.`."""
ALPHABET = "abcdđeghiklmnopqrstuvxy"
"""The letters that points are counted by, in order."""
BULLETS = "-–—+*•●○▪"
BULLETS_OF_WORD = f"{BULLETS}·■□◦‣➢❖\uf0b7\uf0a7\uf0d8\uf076"
"""The last are signs of its symbol fonts."""
ANNEX = rf"(?:PHỤ LỤC|Phụ lục)(?:\s+(?:(?:số|SỐ)\s*)?(?:[IVXLC]+|\d+|{CAPITAL}))?"

_SIGN = r"(?:[.)]|[-/](?=[ \t]+(?!\d|v\b)))"
"""`1.`, `1)`, and as papers of the Party have it `1-`, `1/`; `5- 10` and `V/ v` are no numbers of items."""
_MARKER = re.compile(
    r"[ \t]*(?:"
    rf"(?P<bullet>[{BULLETS}])"
    rf"|(?P<decimal>{DECIMAL}{_SIGN}?)"
    rf"|(?P<arabic>\d{{1,3}}{_SIGN})"
    rf"|(?P<roman>{ROMAN}{_SIGN})"
    rf"|(?P<capital>{CAPITAL}[.)]|{PART}{_SIGN})"
    r"|(?P<lower>[ivx]{2,6}\))"  # no "vi.": the end of "hành vi" in a sentence that a program has wrapped
    rf"|(?P<letter>{LETTER}(?:{_SIGN}|,(?=[ \t]+(?![a-zđ]\b))))"  # "a," is a slip for "a)", but "a, b và c" is none
    r")(?:[ \t]+(?=\S)|$)"
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


def read_mark(text: str) -> Marker | None:
    """The marker that begins a text, or is all of it; a number of four digits (`2026.`) is a year, not a marker."""
    match = _MARKER.match(text)
    if match is None or match.lastgroup is None:
        return None
    kind, rest = match.lastgroup, text[match.end() :]
    if kind == "decimal" and match[kind][-1].isdigit() and not _begins_words(rest):
        return None
    return Marker(len(text[: match.start(kind)].expandtabs(4)), kind, match[kind], rest)


def read_marker(line: str) -> Marker | None:
    """The marker of an item: something follows it."""
    marker = read_mark(line)
    return marker if marker is not None and marker.rest else None


def _begins_words(rest: str) -> bool:
    """Whether what follows `1.5` may be named by it: `Đường thôn`; it counts `triệu đồng`, or `%`."""
    first = rest.lstrip("*_“\"'([")[:1]
    return first.isupper() or first.isdigit()
