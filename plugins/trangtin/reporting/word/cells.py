"""Columns of a head and a foot, cells of a table, and the thin lines under names."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

CENTRE = WD_ALIGN_PARAGRAPH.CENTER
_POINT = 25.4 / 72
_RULED_MARGIN = 1.0
"""Millimetres beside the words of a ruled table: nine columns of figures have to fit a page."""
_EM_CAPITALS, _EM_SMALL = 0.62, 0.45
"""Mean width of a bold letter of Times New Roman, in its size: measured over names of units and titles."""


def columns(sheet: Document, widths: Sequence[float], *, rows: int = 1, is_ruled: bool = False) -> Table:
    """A table of fixed widths in millimetres: ruled, or without lines and inner margins. No row breaks over pages."""
    table: Table = sheet.add_table(rows=rows, cols=len(widths), style="Table Grid" if is_ruled else None)
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for place, width in enumerate(widths):
        table.columns[place].width = Mm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    _inner_margins(table, _RULED_MARGIN if is_ruled else 0)
    return table


def write(
    cell: _Cell,
    text: str,
    size: Length,
    *,
    bold: bool = False,
    italic: bool = False,
    align: WD_ALIGN_PARAGRAPH = CENTRE,
    before: float = 0,
) -> Paragraph:
    """A paragraph at the end of a cell; `before` is the space above it in points. A new cell's own is used up first."""
    first = cell.paragraphs[0]
    paragraph: Paragraph = first if len(cell.paragraphs) == 1 and not first.runs else cell.add_paragraph()
    paragraph.alignment = align
    paragraph.paragraph_format.space_before = Pt(before)
    run = paragraph.add_run(text)
    run.font.size, run.font.bold, run.font.italic = size, bold, italic
    return paragraph


def rule(paragraph: Paragraph, length: float, room: float) -> None:
    """Make an empty paragraph a solid line of `length` in the middle of `room` (millimetres)."""
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Mm((room - length) / 2)
    form.first_line_indent = Mm(0)
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(3)
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "auto")):
        line.set(qn(f"w:{key}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
    )


def printed_width(text: str, size: Length, room: float) -> float:
    """About how long bold text is in millimetres, at most `room`: good enough for a line of a third to a half of it."""
    letters = [letter for letter in text if letter.isalpha()]
    em = _EM_CAPITALS if letters and all(letter.isupper() for letter in letters) else _EM_SMALL
    length: float = len(text) * em * size.pt * _POINT
    return min(length, room)


def _inner_margins(table: Table, width: float) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(Mm(width).twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))  # the order of these elements is fixed
    properties.append(margins) if look is None else look.addprevious(margins)
