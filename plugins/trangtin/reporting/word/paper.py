"""Sets a whole paper: the head in two columns, kind and title, body, the foot in two columns."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import datetime

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from trangtin.content.printed.state import STATE
from trangtin.reporting.paper import Heading, Item, Leaf, OpenPoint, Paper, Table
from trangtin.reporting.word.cells import CENTRE, columns, printed_width, rule, write
from trangtin.reporting.word.sheet import HEAD_SIZE, HEADINGS, NAME_SIZE, TEXT_SIZE, TEXT_WIDTH, new_sheet
from trangtin.reporting.word.table import set_table
from trangtin.views.document import signature_block

_MOTTO_LENGTH = 56.1
"""Millimetres of the motto in bold 13: its line is as long as itself."""
_LEFT, _RIGHT = 68, 92
"""Millimetres: the name of the state in bold 12 needs 88."""
_RECIPIENTS, _SIGNATURE = 76, 84
_SHARE = 0.4
"""Lines under the issuer and the title take a third to a half of their length."""
_YEARS = re.compile(r"(?<=\d{4}) ([-–]) (?=\d{4})")


def as_word(paper: Paper, day: datetime) -> bytes:
    """The paper as the bytes of a .docx file; `day` is when it was made, for the file's properties."""
    sheet = new_sheet(f"{paper.kind} {paper.title}", paper.issuer, day)
    _head(sheet, paper)
    _title(sheet, paper)
    _body(sheet, paper)
    _foot(sheet, paper)
    out = io.BytesIO()
    sheet.save(out)
    return out.getvalue()


def _head(sheet: Document, paper: Paper) -> None:
    table = columns(sheet, (_LEFT, _RIGHT), rows=2)
    left, right = table.rows[0].cells
    if paper.parent:
        write(left, paper.parent.upper(), NAME_SIZE)
    issuer = paper.issuer.upper()
    write(left, issuer, NAME_SIZE, bold=True)
    rule(left.add_paragraph(), printed_width(issuer, NAME_SIZE, _LEFT) * _SHARE, _LEFT)
    state, motto = STATE
    write(right, state, NAME_SIZE, bold=True)
    write(right, motto, HEAD_SIZE, bold=True)
    rule(right.add_paragraph(), _MOTTO_LENGTH, _RIGHT)
    left, right = table.rows[1].cells
    write(left, f"Số:        /{paper.symbol}", HEAD_SIZE, before=6)
    place = f"{paper.place}, " if paper.place else "……, "
    write(right, f"{place}ngày      tháng      năm {paper.year}", HEAD_SIZE, italic=True, before=6)


def _title(sheet: Document, paper: Paper) -> None:
    for text, before in ((paper.kind.upper(), 18), (paper.title, 0)):
        line = sheet.add_paragraph()
        line.alignment = CENTRE
        line.paragraph_format.space_before = Pt(before)
        line.add_run(_kept_together(text)).font.bold = True
    rule(sheet.add_paragraph(), printed_width(paper.title, TEXT_SIZE, TEXT_WIDTH) * _SHARE, TEXT_WIDTH)


def _body(sheet: Document, paper: Paper) -> None:
    for place, text in enumerate((*paper.bases, paper.lead)):
        line = sheet.add_paragraph(style="Body Text")
        line.add_run(_kept_together(text)).font.italic = place < len(paper.bases)
        if place == 0:
            line.paragraph_format.space_before = Pt(18)
    for block in paper.body():
        _block(sheet, block)
    closing = sheet.add_paragraph(paper.closing, style="Body Text")
    closing.paragraph_format.keep_with_next = True  # the signature never stands alone on a page
    closing.paragraph_format.space_after = Pt(12)


def _block(sheet: Document, block: Heading | Leaf) -> None:
    match block:
        case Table():
            set_table(sheet, block, TEXT_WIDTH)
        case Heading(depth=depth):
            sheet.add_paragraph(_kept_together(block.text), style=HEADINGS[depth])
        case Item():
            sheet.add_paragraph(f"- {_kept_together(block.text)}", style="Body Text")
        case OpenPoint():
            _mark(sheet.add_paragraph(style="Body Text"), block)


def _kept_together(text: str) -> str:
    """Years of a period stay on one line."""
    return _YEARS.sub("\u00a0\\1\u00a0", text)


def _mark(paragraph: Paragraph, point: OpenPoint) -> None:
    if point.before:
        paragraph.add_run(f"{_kept_together(point.before)} ")
    paragraph.add_run(point.text).font.highlight_color = WD_COLOR_INDEX.YELLOW


def _foot(sheet: Document, paper: Paper) -> None:
    left, right = columns(sheet, (_RECIPIENTS, _SIGNATURE)).rows[0].cells
    _recipients(left, paper.recipients)
    if paper.signer is None:
        paragraph = write(right, "", TEXT_SIZE)
        _mark(paragraph, OpenPoint("chức vụ, họ tên người ký"))
        return
    signed = signature_block(paper.signer)
    for line in signed.titles:
        write(right, line, TEXT_SIZE, bold=True)
    write(right, signed.name, TEXT_SIZE, bold=True, before=72)  # room for signature and seal


def _recipients(cell: _Cell, recipients: Sequence[str]) -> None:
    write(cell, "Nơi nhận:", Pt(12), bold=True, italic=True, align=WD_ALIGN_PARAGRAPH.LEFT)
    for place, each in enumerate(recipients):
        end = "." if place == len(recipients) - 1 else ";"
        write(cell, f"- {each.rstrip(' .;')}{end}", Pt(11), align=WD_ALIGN_PARAGRAPH.LEFT)
    if not recipients:
        _mark(cell.add_paragraph(), OpenPoint("nơi nhận"))
