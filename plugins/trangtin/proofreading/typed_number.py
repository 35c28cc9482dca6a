"""The number typed at the start of a line of a paper: what it counts, by which sign it is followed, what it is."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from trangtin.content.printed.type_and_subject import VV
from trangtin.content.values.markers import ANNEX, DECIMAL, LETTER, PART, ROMAN
from trangtin.proofreading.roman import roman, to_roman

_SIGN = r"[.)]\x00*[ \t]+|[-/]\x00*[ \t]+(?!\d)"
"""`1.` and `1)`, `1-` of the Party's papers and `1/`; `1/ 5` is no number of an item."""
_LINE = re.compile(
    r"[ \t]{0,3}(?:#{1,6}[ \t]+)?\x00*(?:"
    rf"(?!{VV})(?P<roman>{ROMAN})(?={_SIGN})"
    rf"|(?P<part>{PART})(?=[.]\x00*[ \t]+)"
    rf"|(?P<decimal>{DECIMAL})(?={_SIGN}|\x00*[ \t]+(?P<words>[\x00“\"'(\[]*[^\W\d_]?))"
    rf"|(?P<arabic>\d{{1,2}})(?={_SIGN})"
    rf"|(?P<letter>{LETTER})(?=\)|\.\x00*[ \t]+)"
    r"|[Đđ]iều[ \t]+(?P<article>\d{1,3})(?=[.:]\x00*[ \t])"
    rf"|(?P<annex>{ANNEX})(?=[ \t]*(?:[:.–\x00-]|$))"
    rf"|(?P<chapter>(?:CHƯƠNG|Chương|PHẦN|Phần)[ \t]+(?:{ROMAN}|{PART}|\d{{1,3}}))(?!\w)"
    r")(?P<sign>[.)/-]?)\x00*[ \t]*(?=\S|\x00|$)"
)
"""`\\x00` stands where a `Writing` has left out what is no word."""
_STARTS = frozenset(" \t#\x00IVXLCABDEFGHĐđPp0123456789abcdeghiklmnopqrstuvxyfjwz")
"""What a line begins with that begins with a number: most lines are told by that."""
PARTS = "ABCDĐEFGH"
"""In the order in which a letter behind `Phần`, `Phụ lục` counts."""


class Kind(Enum):
    """What is counted, by the name of its group in the pattern."""

    ANNEX = "annex"
    """`Phụ lục II`"""
    CHAPTER = "chapter"
    """`Chương II`, `Phần B`"""
    PART = "part"
    """`B.`"""
    ARTICLE = "article"
    """`Điều 2.`"""
    ROMAN = "roman"
    """`II.`"""
    ARABIC = "arabic"
    """`2.`"""
    DECIMAL = "decimal"
    """`1.2.`"""
    LETTER = "letter"
    """`b)`"""


_KINDS = {kind.value: kind for kind in Kind}


class TypedNumber(NamedTuple):
    """A number, as typed."""

    kind: Kind
    text: str
    """`II`, `1.2`, `b`; with their word chapters and annexes: `Chương II`."""
    sign: str
    """What stands behind it: `.`, `)`, `-`, `/`, or nothing."""


class Numeral(NamedTuple):
    """Which one it is, counted in figures, Roman numerals or letters."""

    system: str
    value: int

    def __str__(self) -> str:
        """As it is typed."""
        match self.system:
            case "roman":
                return to_roman(self.value)
            case "letter":
                return PARTS[self.value - 1]
            case _:
                return str(self.value)


def looks_numbered(line: str) -> bool:
    """True for a line that begins with anything like a number."""
    return _LINE.match(line) is not None


def read_number(line: str) -> TypedNumber | None:
    """The number that a line begins with; `1.5 triệu` counts nothing."""
    if line[:1] not in _STARTS or (match := _LINE.match(line)) is None:
        return None
    group = next(name for name in _KINDS if match[name])
    if group == "decimal" and not match["sign"]:
        words = (match["words"] or "").strip("\x00“\"'([")
        if not words.isupper():
            return None
    return TypedNumber(_KINDS[group], match[group], match["sign"])


def read_numeral(typed: str) -> Numeral | None:
    """The numeral of a chapter, a part or an annex; None where the word stands alone: there is only one."""
    if typed.isdecimal():
        return Numeral("arabic", int(typed))
    if re.fullmatch(ROMAN, typed):
        return Numeral("roman", roman(typed))
    if len(typed) == 1 and typed in PARTS:
        return Numeral("letter", PARTS.index(typed) + 1)
    return None
