"""Papers that must not go on: a mark of secrecy or circulation anywhere on the paper, or in its file beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trangtin.importer.paper import Block, Cell, Paper, Paragraph
from trangtin.importer.refusal import Refusal
from trangtin.proofreading.secrecy import COLUMNS, is_mark, marked_pages, marked_properties, with_split_marks
from trangtin.signing.report import FileReport

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹ "
"""The sign of a footnote, before its text."""
_REMEDY = "không chép tệp vào kho; báo người phụ trách (nếu chữ ấy chỉ là tên cột của bảng thì soạn tệp .md bằng tay)"


def refuse_marked(lines: Iterable[str]) -> None:
    """Raises Refusal where a line, a column of it, or two short lines below each other are a mark.

    Any column counts, in any case: here a person decides, while a check must not stop for the head of a table.
    """
    for _, line, both in with_split_marks(lines):
        for part in dict.fromkeys((line, *COLUMNS.split(line), both)):
            if part and is_mark(part.lstrip(_RAISED)):
                _refuse(part)


def refuse_secret(paper: Paper) -> None:
    """Raises Refusal where a line, a cell, a row or a note of the paper is a mark."""
    refuse_marked(line for block in (*paper.blocks, *paper.footnotes) for line in _lines(block))


def refuse_secret_file(report: FileReport) -> None:
    """Refuse a file marked secret beside the paper's own text: in heads and feet of pages, its title, its keywords."""
    pages = () if report.is_garbled else report.text
    for _, found in (*marked_pages(pages), *marked_properties(report.metadata)):
        _refuse(found)


def _refuse(mark: str) -> None:
    shown = " ".join(mark.split())
    raise Refusal(f"văn bản có dấu chỉ mức độ mật hoặc phạm vi lưu hành “{shown}”, không được đưa lên trang", _REMEDY)


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
        yield from block.text.split("\n")
        return
    for row in block.rows:
        cells = [_joined(cell) for cell in row]
        yield " ".join(cells)  # "Độ mật:" and "Mật" may stand in cells of their own
        yield from cells
        for cell in row:
            for inner in cell.blocks:
                yield from _lines(inner)


def _joined(cell: Cell) -> str:
    return " ".join(line for block in cell.blocks for line in _whole(block))


def _whole(block: Block) -> Iterator[str]:
    """A paragraph once; a table inside a cell speaks for itself."""
    if isinstance(block, Paragraph):
        yield block.text
