"""A table of the body: ruled, its head on every page, numbers on the right."""

from __future__ import annotations

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Pt

from trangtin.reporting.paper import Table
from trangtin.reporting.word.cells import columns, write

_SIZE = Pt(13)
_HEAD_SIZE = Pt(12)
_AIR = 2
"""Points above the words of a cell."""


def set_table(sheet: Document, table: Table, width: float) -> None:
    """Put a table of `width` millimetres at the end of the sheet."""
    shares = sum(column.share for column in table.columns)
    widths = [width * column.share / shares for column in table.columns]
    _gap(sheet)
    last = len(table.rows) - 1
    ruled = columns(sheet, widths, rows=len(table.rows) + 1, is_ruled=True)
    ruled.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, column in zip(ruled.rows[0].cells, table.columns, strict=True):
        words = write(cell, column.title, _HEAD_SIZE, bold=True, before=_AIR)
        words.paragraph_format.keep_with_next = True  # the head never stands alone at the foot of a page
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for place, row in enumerate(table.rows):
        is_total = table.has_total and place == last
        leads_to_total = table.has_total and place == last - 1
        for cell, column, text in zip(ruled.rows[place + 1].cells, table.columns, row, strict=True):
            align = WD_ALIGN_PARAGRAPH.RIGHT if column.is_number else WD_ALIGN_PARAGRAPH.LEFT
            words = write(cell, text, _SIZE, bold=is_total, align=align, before=_AIR)
            words.paragraph_format.keep_with_next = leads_to_total


def _gap(sheet: Document) -> None:
    """Space above the table, which has none of its own."""
    gap = sheet.add_paragraph()
    gap.paragraph_format.line_spacing = Pt(6)
    gap.paragraph_format.keep_with_next = True  # or the title above stays behind
