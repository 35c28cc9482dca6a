"""What a line break inside a block of lines means: a new item, a new paragraph, or a sentence that a program wrapped.

Issued papers and news are read by the same rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from trangtin.content.values.markers import Marker, read_marker

_SENTENCE_END = re.compile(r"[.;:!?…\"”’)*_][*_ \t]*$")
_WHOLE_SENTENCE = re.compile(r"[.;:!?…][\"”’)*_ \t]*$")
# A number after one of these is cited, not counted: "theo khoản / 2. Điều 16", "ngày / 14. tháng 4".
_CITING = re.compile(r"(?i)(?:,|\b(?:khoản|điểm|điều|mục|chương|phần|số|ngày|tháng|năm|và|hoặc|tại|theo|của))[ \t]*$")
_BROKEN_OFF = re.compile(
    r"(?:\b(?:tại|theo|của|và|hoặc|điểm [a-zđ]|khoản \d+)|,)[ \t]+(?:khoản|điểm|[Đđ]iều|mục|chương|phần)[ \t]*$"
)
"""The same where no program broke the line: `theo khoản` is no whole line, but `Khuyết điểm` and `Thành phần` are."""
_UNFINISHED = re.compile(r"(?:,|\b(?:và|hoặc|của|(?<!kèm )(?<!tiếp )theo|(?<![Tt]ồn )(?<![Hh]iện )tại))[ \t]*$")
_OPENING = re.compile(r"(?:\*\*)?(?:Căn cứ|Xét|Theo đề nghị|Điều \d+[.:]|Nơi nhận|Kính gửi|Trên đây là)\b")
_YEAR_LAST, _YEAR_FIRST = re.compile(r"\b\d{4}\s*$"), re.compile(r"\d{4}\b")
"""Around the dash of a span of years (`nhiệm kỳ 2021 - 2026`): any other number after a dash is an item's own."""
_FULL_LINE = 50


def wrapped_width(lines: Sequence[str]) -> int:
    """The width at which a block was broken into lines by a program, 0 if each line is a paragraph of its own.

    Word hands over a paragraph as one line, however long; a PDF hands over lines of nearly one length, which do not
    all end where a sentence ends.
    """
    broken = [len(line.rstrip()) for line in lines[:-1]]
    width = max(broken, default=0)
    if width < _FULL_LINE or width > 120:
        return 0
    if sum(length >= width * 0.75 for length in broken) * 2 <= len(broken):
        return 0
    return 0 if all(_WHOLE_SENTENCE.search(line) for line in lines[:-1]) else width


def starts_item(marker: Marker, previous_line: str, previous: Marker | None, width: int) -> bool:
    r"""Whether a marker inside a block (no blank line before it) starts an item, or is a wrapped sentence.

    `2021\n- 2026` and `theo khoản\n2. Điều …` are wrapped; `… như sau:\n- …` and `1. …\n2. …` are items.
    """
    if marker.kind == "bullet":
        return not (_YEAR_LAST.search(previous_line) and _YEAR_FIRST.match(marker.rest))
    if not _is_full(previous_line, width):
        return _BROKEN_OFF.search(previous_line) is None
    if _SENTENCE_END.search(previous_line):
        return True
    if _CITING.search(previous_line) or previous is None or previous.kind != marker.kind:
        return False
    if previous.ordinal is None or marker.ordinal is None:
        return False
    return marker.ordinal == previous.ordinal + 1


def starts_paragraph(line: str, previous_line: str, width: int) -> bool:
    """Whether a line without a marker starts a paragraph, or goes on with the line before it."""
    if previous_line.endswith("  ") or line[:1].islower():
        return False
    going_on = (_CITING,) if _is_full(previous_line, width) else (_BROKEN_OFF, _UNFINISHED)
    if any(pattern.search(previous_line) for pattern in going_on):
        return False
    if _OPENING.match(line):
        return True
    return not width or len(previous_line.rstrip()) < width * 0.6


def _is_full(line: str, width: int) -> bool:
    """Whether a program may have broken a line because there was no more room in it."""
    return bool(width) and len(line.rstrip()) >= width * 0.75


class Paragraph(NamedTuple):
    """Lines of an issued paper that belong together."""

    item: Marker | None
    """The mark before it, if it is an item."""
    row: int
    """Where among all lines it begins."""
    lines: list[str]
    """Without the mark, and without what they were set in by."""


def paragraphs(typed: Sequence[str]) -> Iterator[Paragraph]:
    """Cut the lines of a block of an issued paper into its leading text and its items."""
    width = wrapped_width(typed)
    first, item, lines = 0, None, list[str]()
    for row, line in enumerate(typed):
        marker = read_marker(line)
        if marker is not None and (not lines or starts_item(marker, lines[-1], item, width)):
            begun = Paragraph(marker, row, [marker.rest])
        elif marker is None and lines and line.strip() and starts_paragraph(line.strip(), lines[-1], width):
            begun = Paragraph(None, row, [line.lstrip()])
        else:
            lines += [line.lstrip()] if line.strip() or lines else []
            continue
        if lines:
            yield Paragraph(item, first, lines)
        item, first, lines = begun
    if lines:
        yield Paragraph(item, first, lines)
