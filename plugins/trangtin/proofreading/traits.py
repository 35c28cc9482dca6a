"""The faults that a word can be suspected of, remembered for each word: most texts are cleared by their words alone.

A portal says the same few thousand words again and again. Judging each once, and a text by the set of its words, takes
a tenth of the time of searching every text for every fault.
"""

from __future__ import annotations

import re
from enum import Flag, auto
from functools import lru_cache
from operator import itemgetter

from trangtin.content.values.dates import parse_date
from trangtin.proofreading.syllables import respelt

_OLD_TONE = re.compile(r"[òóỏõọ][ae]$|[ùúủũụ]y$")
_NEW_TONE = re.compile(r"o[àáảãạèéẻẽẹ]$|u[ỳýỷỹỵ]$")
_U_HORN = re.compile(r"u[ơớờởỡợ][^\W\d_]")
_NG = re.compile(r"ngh[aàáảãạăằắẳẵặâầấẩẫậoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữự]|ng[eèéẻẽẹêềếểễệ]")
_GLUED_DATE = re.compile(r"(?:ngày|tháng|năm|quý|tuần|điều|khoản|chương|khóa|khoá|thứ)\d|\d(?:tháng|năm)")
_GLUED_ROMAN = re.compile(r"quý(?:i{1,3}|iv)|kh(?:óa|oá)[ivxl]+")
DATE = re.compile(
    r"(?<![\d/.-])(?:\d{1,2}/\d{1,2}/|(?:[0-2]?\d|3[01])([.-])\d{1,2}\1|\d{1,2}([.-])(?:0?[1-9]|1[0-2])\2)"
    r"(?:19|20)\d\d(?![\d/-]|\.\d)"
)
"""A day in figures. With dots or dashes one of day and month must be possible: `38.20.2026` is a telephone's number."""


class Trait(Flag):
    """Why a text with such a word has to be searched."""

    NONE = 0
    OLD_TONE = auto()
    """`khóa`"""
    NEW_TONE = auto()
    """`khoá`"""
    U_HORN = auto()
    """`truởng`"""
    NG = auto()
    """`nghành`"""
    GLUED_DATE = auto()
    """`tháng5`, `quýII`"""
    FOREIGN = auto()
    """Greek, Cyrillic, full width"""
    BAD_DATE = auto()
    """`31/4/2021`"""
    FIGURE = auto()
    """Any digit"""
    WEEKDAY = auto()
    """`thứ`, `nhật`: it may be `thứ Hai`, `Chủ nhật`"""
    SYLLABLE = auto()
    """`đaị`"""


def _is_day(text: str) -> bool:
    try:
        parse_date(text)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=50_000)
def traits_of(word: str) -> Trait:
    """The traits of one word in lower case."""
    found = Trait.NONE
    if word.isalpha():
        found |= Trait.NONE if respelt(word) is None else Trait.SYLLABLE
        if word[-1:] in "aeyàáảãạèéẻẽẹỳýỷỹỵ" and not word.startswith("qu"):
            found |= Trait.OLD_TONE if _OLD_TONE.search(word) else Trait.NONE
            found |= Trait.NEW_TONE if _NEW_TONE.search(word) else Trait.NONE
        elif word in {"thứ", "nhật"}:
            found |= Trait.WEEKDAY
        elif word[-1] in "ivxl" and _GLUED_ROMAN.fullmatch(word):
            found |= Trait.GLUED_DATE
    elif any(letter.isdigit() for letter in word):
        found |= Trait.FIGURE
        found |= (
            Trait.BAD_DATE if any(not _is_day(day) for day in map(itemgetter(0), DATE.finditer(word))) else Trait.NONE
        )
        found |= Trait.GLUED_DATE if _GLUED_DATE.search(word) else Trait.NONE
    found |= Trait.U_HORN if _U_HORN.search(word) else Trait.NONE
    found |= Trait.NG if _NG.search(word) else Trait.NONE
    if not word.isascii() and any("\u0370" <= letter <= "\u052f" or "\uff01" <= letter <= "\uff5e" for letter in word):
        found |= Trait.FOREIGN
    return found
