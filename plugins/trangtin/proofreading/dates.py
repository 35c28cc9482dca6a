"""Dates in running text: words glued to figures ("tháng5"), days that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trangtin.content.problem import Code
from trangtin.content.values.dates import parse_date
from trangtin.proofreading.oddity import Oddity
from trangtin.proofreading.traits import DATE, Trait
from trangtin.proofreading.writing import Writing

_GLUED = re.compile(r"(?<!\w)(ngày|tháng|năm|quý|tuần|điều|khoản|chương)(\d{1,4})(?!\w)", re.IGNORECASE)
_GLUED_BEFORE = re.compile(r"(?<!\w)(\d{1,4})(tháng|năm)(?!\w)", re.IGNORECASE)
_IN_WORDS = re.compile(r"ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}(?!\d)")


def odd_dates(writing: Writing) -> Iterator[Oddity]:
    """Glued words of dates and citations; days that do not exist."""
    text = writing.text
    if Trait.GLUED_DATE in writing.traits:
        for pattern in (_GLUED, _GLUED_BEFORE):
            for match in pattern.finditer(text):
                right = f"{match[1]} {match[2]}"
                yield Oddity(match.start(), Code.DATE_WORDS, match[0], f"'{match[0]}' viết dính", right)
    if Trait.FIGURE not in writing.traits:
        return
    for pattern in (_IN_WORDS, DATE) if Trait.BAD_DATE in writing.traits else (_IN_WORDS,):
        for match in pattern.finditer(writing.folded):
            seen = " ".join(text[match.start() : match.end()].split())
            try:
                parse_date(re.sub(r"(?i)(ngày|tháng|năm)(?=\d)", r"\1 ", seen))
            except ValueError as error:
                yield Oddity(match.start(), Code.DATE_WORDS, seen, f"'{seen}': {error}")
