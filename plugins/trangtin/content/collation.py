"""The order of the Vietnamese alphabet, which Python does not know (it puts Đ, Ă and Ấ after Z)."""

from __future__ import annotations

import re
import unicodedata

from trangtin.content.text import normalise

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_NUMBER_OR_SIGN = re.compile(r"[0-9]{1,18}|.", re.DOTALL)
_TONE_RANK = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền, hỏi, ngã, sắc, nặng

CollationKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]


def collation_key(text: str) -> CollationKey:
    """A sort key: letters first, then tones (ngang huyền hỏi ngã sắc nặng), then small before capital letters.

    Digits are read as the number that they make: Thôn 2 comes before Thôn 10.
    """
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    for sign in _NUMBER_OR_SIGN.findall(normalise(text)):
        base, tone = sign.lower(), 0
        for mark, rank in _TONE_RANK.items():
            parts = unicodedata.normalize("NFD", base)
            if mark in parts:
                base, tone = unicodedata.normalize("NFC", parts.replace(mark, "")), rank
        if base in _RANK:
            letters.append((2, _RANK[base]))
        elif sign.isdecimal():
            letters.append((1, int(sign)))
        else:
            letters.append((0 if not base.isalpha() else 3, ord(base[0]) if base else 0))
        tones.append(tone)
    return tuple(letters), tuple(tones), normalise(text).swapcase()


def person_key(name: str) -> tuple[CollationKey, CollationKey]:
    """A sort key for people: by given name (the last word), then by the whole name, as Vietnamese lists are."""
    given = name.split()[-1] if name.split() else ""
    return collation_key(given), collation_key(name)
