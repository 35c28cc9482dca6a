"""The text of a paper as Markdown: every printed number as it is printed, one paragraph a block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from trangtin.content.printed.annex import is_annex_title
from trangtin.content.printed.recipients import ADDRESSED
from trangtin.content.text import is_capitals, one_line
from trangtin.content.writing.escaping import escape_start
from trangtin.importer import grammar
from trangtin.importer.broken_lines import goes_on
from trangtin.importer.emphasis import emphasised
from trangtin.importer.paper import Align, Block, Cell, Paragraph, Span, Table, paragraphs_of

_MARKERS = (grammar.DECIMAL, grammar.ARABIC, grammar.LETTER, grammar.BULLET)
_LONGEST_HEADING = 220
_GAP_BEFORE_ITEM = re.compile(r"[ \t]*\t[ \t]*(?=[-–]\s)")
"""Before the first of those to whom a letter goes, where a tab sets it beside `Kính gửi:`."""


def as_markdown(blocks: Sequence[Block]) -> str:
    """The blocks, with a blank line between them."""
    chapters = any(_is_chapter(each) for each in paragraphs_of(blocks))
    return "\n\n".join(text for block in blocks for text in _block(block, chapters) if text)


def units_of(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The plain text of each paragraph as it will stand, cells of tables left out."""
    return tuple(
        one_line(text)
        for block in blocks
        for paragraph in (_flat(block) if isinstance(block, Table) else (block,))
        for spans in _lines(paragraph)
        if (text := "".join(span.text for span in spans)).strip()
    )


def _block(block: Block, chapters: bool) -> Iterator[str]:
    if isinstance(block, Paragraph):
        for spans in _lines(block):
            yield _paragraph(Paragraph(spans, block.align, level=block.level), chapters)
        return
    flat = _flat(block)
    if flat:
        for paragraph in flat:
            yield from _block(paragraph, chapters)
    else:
        yield _table(block)


# --- paragraphs -----------------------------------------------------------------------------------------------------


def _lines(paragraph: Paragraph) -> Iterator[tuple[Span, ...]]:
    """The lines as `_cut` gives them, without those that are drawn with signs."""
    for spans in _cut(paragraph):
        if not grammar.DRAWN.fullmatch("".join(span.text for span in spans)):
            yield spans


def _cut(paragraph: Paragraph, *, in_cell: bool = False) -> Iterator[tuple[Span, ...]]:
    """A paragraph, or the several that its author made of it by breaking lines by hand."""
    lines: list[list[Span]] = [[]]
    gap = "\n" if ADDRESSED.match(paragraph.text.strip()) else " "
    for span in paragraph.spans:
        typed = _GAP_BEFORE_ITEM.sub(gap, span.text).replace("\t", " ")
        for place, text in enumerate(typed.split("\n")):
            if place:
                lines.append([])
            lines[-1].append(replace(span, text=text))
    out: list[list[Span]] = []
    before = ""
    for line in lines:
        text = "".join(span.text for span in line).strip()
        if not text:
            continue
        if out and goes_on(before, text, in_cell=in_cell):
            out[-1] += [Span(grammar.joint(before, text)), *line]
        else:
            out.append(line)
        before = text
    for line in out:
        yield _stripped(line)


def _stripped(spans: Sequence[Span]) -> tuple[Span, ...]:
    kept = [span for span in spans if span.text]
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)


def _is_chapter(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    if len(text) > _LONGEST_HEADING:
        return False
    stands_out = paragraph.is_bold or is_capitals(text) or paragraph.align is Align.CENTER
    return stands_out and bool(grammar.CHAPTER.fullmatch(text) or (grammar.CAPITAL.match(text) and is_capitals(text)))


def _paragraph(paragraph: Paragraph, chapters: bool) -> str:
    text = paragraph.text.strip()
    if not text:
        return ""
    roman = grammar.section(text)
    plain = escape_start(emphasised((Span(one_line(text)),)))
    if _is_chapter(paragraph) or (is_annex_title(text) and paragraph.align is not Align.JUSTIFY):
        return f"## {plain}"
    stands_out = roman is not None and (paragraph.is_bold or is_capitals(roman["rest"]) or paragraph.level)
    if stands_out and len(text) < _LONGEST_HEADING:
        return f"{'###' if chapters else '##'} {plain}"
    cut = _marker_end(text)
    if paragraph.level and not cut and len(text) < _LONGEST_HEADING and not grammar.ARTICLE.match(text):
        return f"{'#' * min(paragraph.level + 1, 4)} {plain}"
    marker, rest = text[:cut].strip(), _after(paragraph.spans, cut)
    said = emphasised(rest)
    return f"{marker} {said}" if marker else escape_start(said)


def _marker_end(text: str) -> int:
    """Where the printed number or dash at the start ends; 0 where there is none."""
    for form in _MARKERS:
        if match := form.match(text):
            return match.start("rest")
    roman = grammar.ROMAN.match(text)
    return roman.start("rest") if roman and roman["sign"] in ".)" else 0


def _after(spans: Sequence[Span], cut: int) -> tuple[Span, ...]:
    """The spans without their first `cut` letters, which were counted in the text without leading spaces."""
    out: list[Span] = []
    lead = True
    for span in spans:
        text = span.text.lstrip() if lead else span.text
        lead = lead and not text
        taken = min(cut, len(text))
        cut -= taken
        if text[taken:]:
            out.append(replace(span, text=text[taken:]))
    return tuple(out)


# --- tables ---------------------------------------------------------------------------------------------------------


def _flat(table: Table) -> tuple[Paragraph, ...]:
    """What a table without lines, or of one column, sets side by side, as paragraphs; empty for a real table."""
    width = len(table.rows[0])
    if width > 1 and (table.is_ruled or width > 3):
        return ()
    out: list[Paragraph] = []
    for row in table.rows:
        cells = [list(paragraphs_of(cell.blocks)) for cell in row if cell.blocks]
        first = cells[0] if cells else []
        if len(cells) == 2 and len(first) == 1 and first[0].text.rstrip().endswith(":") and len(cells[1]) == 1:
            spans = (*first[0].spans, Span(" "), *cells[1][0].spans)
            out.append(Paragraph(spans, first[0].align))
        else:
            out += [paragraph for cell in cells for paragraph in cell]
    return tuple(out)


def count_unlined(blocks: Sequence[Block]) -> int:
    """How many tables without lines set things side by side that now stand one below the other."""
    return sum(
        isinstance(block, Table)
        and len(block.rows[0]) > 1
        and len(flat := _flat(block)) > len(block.rows)
        and not ADDRESSED.match(flat[0].text)  # those to whom a letter goes are a list
        for block in blocks
    )


def _table(table: Table) -> str:
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{'---|' * len(rows[0])}", *lines[1:]])


def _cell(cell: Cell) -> str:
    # Bold throughout is how a head row is set, and the head of a table is bold anyway.
    texts = []
    for paragraph in paragraphs_of(cell.blocks):
        for spans in _cut(paragraph, in_cell=True):
            bold = all(span.bold for span in spans if span.text.strip())
            texts.append(emphasised([replace(span, bold=span.bold and not bold) for span in spans]))
    return "<br>".join(text for text in texts if text).replace("|", "\\|")
