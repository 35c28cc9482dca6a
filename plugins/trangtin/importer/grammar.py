"""The words and signs by which lines of the text of a paper are told apart (Nghị định 30/2020/NĐ-CP, phụ lục I).

What stands above and below the text, and on every paper, is known by `content/printed/`.
"""

from __future__ import annotations

import re

from trangtin.content.printed import basis
from trangtin.content.printed.type_and_subject import VV, type_of_line
from trangtin.content.text import is_capitals, one_line
from trangtin.content.values import markers
from trangtin.content.values.number import BEFORE_SYMBOL, SYMBOL

# "V/v khen thưởng" is no fifth section: it says what a paper is about.
ROMAN = re.compile(rf"(?!{VV})(?P<number>{markers.ROMAN})\s*(?P<sign>[.\-–)/])\s*(?P<rest>\S.*)", re.DOTALL)
DECIMAL = re.compile(rf"(?P<number>{markers.DECIMAL})\.?\s+(?P<rest>\S.*)", re.DOTALL)
ARABIC = re.compile(r"(?P<number>\d{1,2})\s*[.)]\s+(?P<rest>\S.*)", re.DOTALL)
LETTER = re.compile(rf"(?P<number>{markers.LETTER})\s*[.)]\s*(?P<rest>\S.*)", re.DOTALL)
CAPITAL = re.compile(rf"(?P<number>{markers.PART})\.\s+(?P<rest>\S.*)", re.DOTALL)
ARTICLE = re.compile(r"Điều\s+(?P<number>\d{1,3}[a-zđ]?)\s*[.:]\s*(?P<rest>.*)", re.DOTALL)
CHAPTER = re.compile(
    r"(?i)(?:phần\s+(?:thứ\s+\w+|[IVX]+|\d+)|chương\s+(?:[IVXLC]+|\d+)|mục\s+(?:[IVX]+|\d+)|tiểu mục\s+\d+)"
    r"\s*(?:[.:]\s*\S.*)?",
    re.DOTALL,
)
BULLET = re.compile(rf"[{markers.BULLETS}]\s*(?P<rest>[^\s\d\-–—+*=_].*|\d.*)", re.DOTALL)
BASIS = re.compile(basis.BASIS)
CLOSING = re.compile(r"(?:Trên đây là|Nơi nhận|Kính gửi)\b")
RULE = re.compile(r"[-–—―─━═_=*.~\s]{3,}|[-–—_*]+|\*\s*\*\s*\*|o0o|-+o0o-+")
# Of those, the ones that say nothing: dots are to be filled in, a single dash is an answer.
DRAWN = re.compile(r"[-–—―─━═_=*\s]{3,}|-*o0o-*")
SENTENCE_END = re.compile(r"[.;:!?]['\"”’)]*$")
"""Of a line of plain text; the readers of PDF and Word files know more of what may follow a sentence."""
_WHOLE_NUMBER = re.compile(rf"{BEFORE_SYMBOL}{SYMBOL}(?:-{SYMBOL})*$")
_OPEN_NUMBER = re.compile(rf"{_WHOLE_NUMBER.pattern[:-1]}[-/]$")
_OPEN_RANGE = re.compile(r"\d\s?[-–]$")
_HYPHEN = re.compile(r"(\w)[-–]$")
_SLASH = re.compile(r"\S/$")


def section(text: str) -> re.Match[str] | None:
    """The Roman number of a section and what it heads; behind a dash or a slash that is in capitals (`I- NỘI DUNG`)."""
    match = ROMAN.match(text)
    return match if match is not None and (match["sign"] in ".)" or is_capitals(match["rest"])) else None


def breaks_number(before: str, text: str) -> bool:
    """Whether a line ended inside the number of a paper (`95/QĐ-` and `UBND`, `95/QĐ` and `-UBND`)."""
    end = before[-60:]
    return bool(
        (_OPEN_NUMBER.search(end) and re.match("[A-ZĐ]{2}", text))
        or (_WHOLE_NUMBER.search(end) and re.match("[-/][A-ZĐ]{2}", text))
    )


def is_broken_inside(before: str, text: str) -> bool:
    """Whether a line ended inside a range (`2021-` and `2026`) or the number of a paper: the next goes on with it."""
    return bool(_OPEN_RANGE.search(before[-4:]) and text[:1].isdigit()) or breaks_number(before, text)


def joint(before: str, text: str) -> str:
    """What stands between two lines that are one sentence: a space, or nothing where the break is inside a word.

    A hyphen or dash without a space before it (`2021–`, `TC-`) was printed without one behind it.
    """
    if breaks_number(before, text) or _SLASH.search(before[-4:]):
        return ""
    hyphen = _HYPHEN.search(before[-4:])
    return "" if hyphen and (text[:1].isdigit() or (hyphen[1] + text[:1]).isupper()) else " "


def opens_text(text: str) -> bool:
    """True for a line that can stand below no signature but opens another text: its type, a chapter, an article."""
    line = one_line(text)
    return type_of_line(line) is not None or bool(CHAPTER.fullmatch(line)) or bool(ARTICLE.match(line))


def opens_section(text: str) -> bool:
    """True for a line that is the heading of a chapter, an article, a section in capitals: no head has one."""
    roman = section(text)
    return bool(
        CHAPTER.fullmatch(text)
        or (ARTICLE.match(text) and starts_unit(text))
        or (roman is not None and is_capitals(roman["rest"]))
    )


def starts_unit(text: str) -> bool:
    """True if a line starts a paragraph by its own first word: a number, a dash, a basis, a closing phrase."""
    line = text.strip()
    # "61/2018/NĐ-CP." and "4 năm 2018" are wrapped sentences; a number needs its sign and a word behind it.
    if ARTICLE.match(line):
        return not re.match(r"Điều\s+\d+\s*[.:]?\s*(?:của|Luật|Nghị định|Thông tư)\b", line)
    if ROMAN.match(line):
        return section(line) is not None
    return bool(
        DECIMAL.match(line)
        or ARABIC.match(line)
        or (LETTER.match(line) and line[1:2] in ").")
        or BULLET.match(line)
        or CLOSING.match(line)
        or (CHAPTER.fullmatch(line) and len(line) < 160)
    )
