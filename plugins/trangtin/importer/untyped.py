"""The head of a paper that has no line with its type: letters, forms, statutes, lists, texts copied from a website."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trangtin.content.printed import place_and_day
from trangtin.content.printed.annex import ATTACHED
from trangtin.content.printed.bodies import names_body
from trangtin.content.printed.marks import is_draft_mark
from trangtin.content.printed.number_line import begins_number_line
from trangtin.content.printed.recipients import ADDRESSED
from trangtin.content.printed.state import is_state_line
from trangtin.content.printed.type_and_subject import ABOUT, begins_subject_of_letter
from trangtin.content.text import is_capitals
from trangtin.importer import grammar
from trangtin.importer.facts.head import says_number
from trangtin.importer.facts.issuer import continues_name
from trangtin.importer.lines import Column, Line, lines_of
from trangtin.importer.paper import Align, Block, Paragraph, Table

_LONGEST_LINE = 150
_LONGEST_NAME = 300
"""Letters of all the lines that name a paper."""
_LONGEST_DATED = 60
"""Letters of a line with place and day; a sentence has more."""
_COUNTED_IN = re.compile(r"(?i)\(?(?:ĐVT|(?:ĐV|đơn vị) tính)\s*:")
"""Stands right above a table of sums."""
_COVER_ROWS = 2
"""Rows of a frame drawn round a title; a table has more."""


def starts_body(block: Block) -> bool:
    """True for a block that cannot be of the head: an address, a chapter, an article, a section, a basis, a table."""
    if isinstance(block, Table):
        lines = tuple(lines_of(block, 0))
        return any(ADDRESSED.match(line.text) for line in lines) and not any(map(_is_of_head, lines))
    text = block.text.strip()
    if ADDRESSED.match(text) or _COUNTED_IN.match(text) or grammar.opens_section(text.split("\n")[0].strip()):
        return True
    is_unit = grammar.starts_unit(text) and not grammar.RULE.fullmatch(text)
    return len(text) > 40 and bool(is_unit or grammar.BASIS.match(text)) and not block.is_bold


def head_end(blocks: Sequence[Block]) -> int:
    """The first block behind the head."""
    end = 0
    has_subject = False
    for index, block in enumerate(blocks):
        lines = tuple(lines_of(block, index))
        of_head = any(map(_is_of_head, lines))
        if starts_body(block) or any(ATTACHED.match(line.text) for line in lines[:1]):
            return index
        if isinstance(block, Table) and block.is_ruled and (end or len(block.rows) > _COVER_ROWS) and not of_head:
            return index
        if isinstance(block, Paragraph) and any(len(line.text) > _LONGEST_LINE for line in lines):
            return index
        # A subject goes on in lines that look like any others.
        if end and not has_subject and not of_head and any(map(_is_plain, lines)):
            return index
        has_subject = has_subject or any(ABOUT.match(line.text) for line in lines)
        if of_head or any(is_capitals(line.text) and len(line.text) < 70 for line in lines):
            end = index + 1
    return end


def split_name(lines: Sequence[Line]) -> tuple[list[Line], list[Line], list[Line]]:
    """(head, lines that name the paper, lines below): a form or a statute is named by what stands across the page."""
    above = list(lines)
    if any(ABOUT.match(line.text) for line in lines):
        return above, [], []
    last = max((at for at, line in enumerate(above) if line.column is not Column.FULL or _is_of_head(line)), default=-1)
    start = last + 1
    # What a form says of itself and of who fills it in stands above its name: `Biểu số 3 …`, `Đơn vị: Trường Mẫu`.
    first = start = next((at for at in range(start, len(above)) if _is_name(above[at])), start)
    while start < len(above) and (
        names_body(above[start].text) or (start > first and continues_name(above[start].text))
    ):
        start += 1
    end = next((at for at in range(start, len(above)) if ATTACHED.match(above[at].text)), len(above))
    name = [line for line in above[start:end] if not grammar.RULE.fullmatch(line.text)]
    if sum(len(line.text) for line in name) > _LONGEST_NAME:
        return above, [], []
    return above[:start], name, above[end:]


def _is_of_head(line: Line) -> bool:
    text = line.text
    return (
        is_state_line(text)
        or says_number(text)
        or begins_number_line(text)
        or begins_subject_of_letter(text)
        or is_draft_mark(text.strip(" .*"))
        or (len(text) < _LONGEST_DATED and place_and_day.stands_in(text))
    )


def _is_name(line: Line) -> bool:
    """True for a line that can only name a paper or a body."""
    return line.align is Align.CENTER and is_capitals(line.text) and not grammar.RULE.fullmatch(line.text)


def _is_plain(line: Line) -> bool:
    """True for a line of running text."""
    if line.column is not Column.FULL or line.align is Align.CENTER or line.bold or line.text.startswith("("):
        return False
    return not is_capitals(line.text) and not grammar.RULE.fullmatch(line.text)
