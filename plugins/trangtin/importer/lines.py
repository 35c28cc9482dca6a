"""Head and foot of a paper as lines in columns: there, what stands beside what matters more than what follows what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from trangtin.content.printed.state import TYPED
from trangtin.content.text import is_capitals, one_line
from trangtin.importer.paper import Align, Block, Paragraph

_APART = re.compile(r"\t[\t ]*| {3,}\t*")
_STATE = re.compile(rf"(?P<left>.*\S) +(?P<right>{TYPED}.*)")
# Room left to write a number or a day by hand is no gap between columns.
_ROOM = re.compile(
    r"(?i)(?:(?<=:)|(?<=\bsố))[ \t.…_]{2,}(?=[/-])|(?<=ngày)[ \t.…_]{2,}(?=tháng|/)|"
    r"(?<=/)[ \t.…_]{2,}(?=/)|(?<=tháng)[ \t.…_]{2,}(?=năm)"
)


class Column(Enum):
    """Where on the page a line stands."""

    LEFT = "left"
    RIGHT = "right"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the head or the foot."""

    text: str
    """Without spaces around it and between words more than one."""
    column: Column
    align: Align
    bold: bool
    italic: bool
    block: int
    """Index of the block it comes from."""
    lane: int = 0
    """The cell's position from the left; distinguishes columns where there are more than two."""


def lines_of(block: Block, index: int) -> Iterator[Line]:
    """The lines of a block; those of a table column by column, since a column is read downwards."""
    if isinstance(block, Paragraph):
        yield from _split(block, index)
        return
    width = len(block.rows[0])
    for place in range(width):
        for row in block.rows:
            cell = row[place]
            whole = place == 0 and width > 1 and all(other.covered for other in row[1:])
            column = Column.FULL if whole or width == 1 else Column.LEFT if place == 0 else Column.RIGHT
            if 0 < place < width - 1 and any(each.blocks for each in row[place + 1 :]):
                column = Column.LEFT if place * 2 < width - 1 else Column.RIGHT
            for inner in cell.blocks:
                for line in lines_of(inner, index):
                    yield replace(line, column=column if line.column is Column.FULL else line.column, lane=place)


def _split(paragraph: Paragraph, index: int) -> Iterator[Line]:
    at = 0
    for text in paragraph.text.split("\n"):
        start = at
        at += len(text) + 1
        written = _ROOM.sub(lambda gap: "\x00" * len(gap.group()), text)
        parts = [part.replace("\x00", " ") for part in _APART.split(written.strip()) if part.strip()]
        # A scan may show the gap before the name of the state and its motto no wider than any other.
        if len(parts) == 1 and (match := _STATE.fullmatch(parts[0])) and is_capitals(match["left"]):
            parts = [match["left"], match["right"]]
        far_right = bool(re.match(r"\s{20,}|\t{2,}|\t\s{8,}", text)) or paragraph.align is Align.RIGHT
        for place, part in enumerate(parts):
            column = Column.FULL
            if len(parts) > 1:
                column = Column.LEFT if place == 0 and not far_right else Column.RIGHT
            elif far_right:
                column = Column.RIGHT
            begin = start + text.find(part)
            bold, italic = _look(paragraph, begin, begin + len(part))
            line = one_line(part)
            if line:
                yield Line(line, column, paragraph.align, bold, italic, index, place if len(parts) > 1 else 0)


def _look(paragraph: Paragraph, begin: int, end: int) -> tuple[bool, bool]:
    """Whether the letters in a stretch of the text are bold, and whether they are italic."""
    at = bold = italic = letters = 0
    for span in paragraph.spans:
        piece = span.text[max(0, begin - at) : max(0, end - at)]
        count = sum(1 for letter in piece if letter.isalnum())
        letters += count
        bold += count * span.bold
        italic += count * span.italic
        at += len(span.text)
    return letters > 0 and bold * 10 >= letters * 8, letters > 0 and italic * 10 >= letters * 8
