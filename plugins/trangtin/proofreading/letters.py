"""Letters that only look right: Cyrillic and Greek among Latin ones, O for zero. Searching and copying miss them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from trangtin.content.problem import Code
from trangtin.proofreading.oddity import Oddity
from trangtin.proofreading.traits import Trait
from trangtin.proofreading.writing import Writing

_LOOKS = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ",
    "ABESIJKMHOPCTYXaeopcyxijshdqwABEZHIKMNOPTYXovp",
)
_FOREIGN = re.compile(r"\w*[\u0370-\u03ff\u0400-\u052f]\w*")
_FULL_WIDTH = re.compile(r"[\uff01-\uff5e]+")
_ZERO = re.compile(r"(?<![^\W_])\d+[OolIi]\d+(?![^\W_])")


def look_alikes(writing: Writing) -> Iterator[Oddity]:
    """Words that mix scripts, or are spelled wholly in letters that look Latin; figures with letters among them."""
    if Trait.FOREIGN in writing.traits:
        for match in _FOREIGN.finditer(writing.text):
            latin = match[0].translate(_LOOKS)
            if latin == match[0]:
                continue
            has_latin = any("LATIN" in unicodedata.name(letter, "") for letter in match[0])
            is_whole = all("LATIN" in unicodedata.name(letter, "") or letter.isdigit() for letter in latin)
            if has_latin or (is_whole and len(latin) > 1):
                told = f"'{match[0]}' có chữ cái ngoài bảng chữ Latinh, chỉ trông giống"
                yield Oddity(match.start(), Code.LOOK_ALIKE, match[0], told, latin)
        for match in _FULL_WIDTH.finditer(writing.text):
            right = unicodedata.normalize("NFKC", match[0])
            yield Oddity(match.start(), Code.LOOK_ALIKE, match[0], f"'{match[0]}' là ký tự khổ rộng", right)
    if Trait.FIGURE in writing.traits and any(_ZERO.search(word) for word in writing.words if not word.isalpha()):
        for match in _ZERO.finditer(writing.text):
            right = match[0].translate(str.maketrans("OolIi", "00111"))
            yield Oddity(match.start(), Code.LOOK_ALIKE, match[0], f"'{match[0]}' lẫn chữ cái trong số", right)
