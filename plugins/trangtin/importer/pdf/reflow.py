"""Lines of a page to paragraphs: a line broken by the page's edge is no end of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from statistics import median

from trangtin.content.printed.recipients import ADDRESSED, ITEM
from trangtin.content.text import is_capitals
from trangtin.importer import grammar
from trangtin.importer.paper import Align, Paragraph, Span, joined
from trangtin.importer.pdf.typeset import Row, usual_size

_SENTENCE_END = re.compile(r"[.;:!?…][”\"’)]*[¹²³⁴⁵⁶⁷⁸⁹⁰]*$")


_LEFT_MARGIN, _RIGHT_MARGIN = 99, 57
"""Points of 35 and 20 mm, the widest by Nghị định 30/2020/NĐ-CP, phụ lục I."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The column that the text fills."""

    left: float
    right: float
    leading: float
    """Usual distance of two lines."""
    indents: bool
    """True where paragraphs begin with an indent."""

    @property
    def width(self) -> float:
        """The column's width."""
        return self.right - self.left


def measure(rows: Sequence[Row], width: float, edges: Sequence[float] = ()) -> Measure:
    """The column by its lines; for pages with too little text to tell by their `width`, and the `edges` of tables."""
    long = [row for row in rows if row.right - row.left > width * 0.45]
    if len(long) < 4:
        # Short lines do not reach the edges of the column; the margins of Phụ lục I bound it.
        left = min([_LEFT_MARGIN, *edges, *[row.left for row in rows]])
        right = max([width - _RIGHT_MARGIN, *edges, *[row.right for row in rows]])
        steps = [low.base - high.base for high, low in pairwise(rows) if high.page == low.page and low.base > high.base]
        return Measure(left, max(right, left + 1), median(steps) if steps else 18.0, indents=False)
    left = sorted(row.left for row in long)[len(long) // 20]
    right = sorted(row.right for row in long)[-1 - len(long) // 25]
    size = usual_size(rows)
    steps = [
        low.base - high.base
        for high, low in pairwise(rows)
        if high.page == low.page and 4 < low.base - high.base < 60 and min(high.size, low.size) > size - 1
    ]  # recipients stand closer, and a short paper has more of them than lines of text
    firsts = sum(8 < row.left - left < 80 for row in rows)
    return Measure(left, right, _usual(steps), firsts * 12 > len(rows))


def _usual(steps: Sequence[float]) -> float:
    """The distance of lines inside paragraphs: the smallest that is common, since paragraphs only add to it."""
    if not steps:
        return 18.0
    ordered = sorted(steps)
    return ordered[len(ordered) // 4]


def is_centred(row: Row, column: Measure) -> bool:
    """True for a line that stands in the middle and does not fill the column."""
    before, after = row.left - column.left, column.right - row.right
    if before < 15 or abs(before - after) > max(8.0, column.width * 0.02):
        return False
    return before > 42 or row.is_bold or is_capitals(row.text)


def paragraphs(rows: Sequence[Row], column: Measure) -> list[Paragraph]:
    """The paragraphs of a run of lines."""
    groups: list[list[Row]] = []
    for row in chain.from_iterable(map(_apart, rows)):
        if groups and not starts_paragraph(groups[-1], row, column):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [as_paragraph(group, column) for group in groups]


def _apart(row: Row) -> Iterator[Row]:
    """A line; `Kính gửi:` and the first of a list beside it as two, as they stand one below the other on a portal."""
    first, *others = row.pieces
    if others and ADDRESSED.match(first.text) and ITEM.match(others[0].text):
        yield replace(row, pieces=(first,))
        yield replace(row, pieces=tuple(others))
    else:
        yield row


def starts_paragraph(group: Sequence[Row], row: Row, column: Measure) -> bool:
    """Whether a line starts a paragraph, or goes on with the lines above it."""
    last, first = group[-1], group[0]
    text, before = row.text, last.text
    if is_centred(row, column) or (is_centred(last, column) and len(group) == 1):
        said = " ".join(each.text for each in group)
        return not (said.startswith("(") and ")" not in said)  # "(Ban hành kèm theo …" over two lines
    indented = row.left > column.left + 8
    room = last.right + row.pieces[0].first_word + 0.28 * last.size < column.right - 1.5
    hanging = len(group) > 1 and abs(row.left - last.left) < 4
    if grammar.breaks_number(before, text) or (grammar.is_broken_inside(before, text) and not room):
        return False
    if grammar.BASIS.match(text) and before.endswith(";"):
        return True
    if grammar.starts_unit(text):
        # Where paragraphs are indented, a number at the edge after a full line is the rest of a sentence.
        wrapped = column.indents and not indented and not room and not _SENTENCE_END.search(before)
        if not wrapped:
            return True
    if room:
        return True
    # Lines of larger letters, and those with raised figures, stand a little farther apart.
    if row.page == last.page and row.base - last.base > column.leading * 1.22 + 1.5:
        return True
    if is_capitals(text) != is_capitals(before) and len(text) > 12 and len(before) > 12:
        return True
    if last.is_bold and not row.is_bold and grammar.starts_unit(first.text) and _SENTENCE_END.search(before):
        return True
    if indented and row.left > last.left + 8 and not hanging:
        return not (len(group) == 1 and _hangs(first, row))
    return bool(_SENTENCE_END.search(before)) and indented and len(group) == 1 and abs(row.left - last.left) < 3


def _hangs(first: Row, row: Row) -> bool:
    """True where the second line stands under the first word behind a number or a dash."""
    return grammar.starts_unit(first.text) and row.left - first.left < 50 and row.text[:1].islower()


def as_paragraph(group: Sequence[Row], column: Measure) -> Paragraph:
    """The lines as one paragraph."""
    spans: list[Span] = []
    for row in group:
        if spans:
            before = "".join(span.text for span in spans)
            gap = grammar.joint(before, row.text)
            spans.append(Span(gap, spans[-1].bold and row.spans[0].bold, spans[-1].italic and row.spans[0].italic))
        spans += row.spans
    align = Align.JUSTIFY
    if all(is_centred(row, column) for row in group):
        align = Align.CENTER
    elif len(group) == 1 and group[0].left > column.left + column.width * 0.45:
        align = Align.RIGHT
    return Paragraph(joined(spans), align)
