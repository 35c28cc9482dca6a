"""A PDF with text: what is drawn on its pages, read as a person reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

import pypdfium2

from trangtin.content.values.quantity import number_text
from trangtin.importer import grammar
from trangtin.importer.paper import Block, Cell, Paper, Paragraph, Remark, Table, plain_paragraph
from trangtin.importer.pdf import columns
from trangtin.importer.pdf.grid import Grid, grids_in
from trangtin.importer.pdf.ink import Glyph, PageInk, read_ink
from trangtin.importer.pdf.margins import PageText, footnote_texts, sort_out
from trangtin.importer.pdf.pictured import named, pages_without_text, remarks_on
from trangtin.importer.pdf.reflow import Measure, as_paragraph, measure, paragraphs
from trangtin.importer.pdf.typeset import Row, rows_of, without_struck
from trangtin.importer.refusal import Refusal
from trangtin.importer.secrecy import refuse_marked
from trangtin.signing.inside.streams import Room, grows_too_large

_MOST_PAGES = 400
_ROOM = Room(stream=20_000_000, whole=120_000_000, picture=400_000_000)

_SUM = re.compile(r"(?:Tổng|TỔNG|Cộng|CỘNG)(?: (?:cộng|CỘNG|số|SỐ))?(?: ?\([^()]*\))?\s*[:.]?")
"""All that the cell of a sum says; the rest of a sentence may start with such a word, but goes on behind it."""


def read_pdf(data: bytes, *, ocr: bool = False) -> Paper:
    """Read the bytes of a PDF; `ocr` allows recognising pages that are pictures, which are told of without it.

    Raises Refusal where it is locked, damaged, nothing but pictures (unless `ocr`), or of no sane size.
    """
    if grows_too_large(data, _ROOM):
        raise Refusal("bên trong tệp PDF lớn bất thường", "kiểm tra lại nơi gửi; đừng mở tệp này nếu không chắc")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refusal("tệp PDF có mật khẩu", "lấy bản không có mật khẩu rồi nhập lại") from error
        raise Refusal("tệp PDF hỏng hoặc bị cắt cụt, không mở được", "lấy lại tệp gốc") from error
    try:
        count = len(document)
        if count > _MOST_PAGES:
            raise Refusal(
                f"tệp PDF ghi có {number_text(count)} trang, nhiều hơn {number_text(_MOST_PAGES)}",
                "tách riêng văn bản cần nhập",
            )
        if count == 0:
            raise Refusal("tệp PDF không có trang nào", "lấy lại tệp gốc")
        inks = [_ink(document, index) for index in range(count)]
        bare = pages_without_text(inks)
        if bare and ocr:
            from trangtin.importer.pdf.scan import read_scan

            return read_scan(document, inks, bare)
    finally:
        document.close()
    if len(bare) == count:
        raise Refusal(
            "tệp PDF là bản quét, không có lớp chữ",
            "nhập từ bản Word; nếu không còn thì thêm --ocr để nhận dạng chữ, rồi đối chiếu từng dòng",
        )
    paper = read_pages(inks)
    return replace(paper, remarks=(*paper.remarks, *remarks_on(inks, bare)))


def _ink(document: pypdfium2.PdfDocument, index: int) -> PageInk:
    try:
        return read_ink(document, index)
    except (pypdfium2.PdfiumError, ValueError, OverflowError) as error:
        raise Refusal(f"trang {index + 1} của tệp PDF hỏng, không đọc được", "lấy lại tệp gốc") from error


# --- pages to blocks ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Placed:
    """A table, by its place."""

    table: Table
    page: int
    top: float
    xs: tuple[float, ...]


def read_pages(inks: Sequence[PageInk], *, guessed: bool = False) -> Paper:
    """The pages as a paper; `guessed` says that letters were recognised in a picture."""
    remarks = list(_remarks(inks))
    loose: list[tuple[PageInk, list[Row]]] = []
    tables: list[_Placed] = []
    struck = 0
    for page, ink in enumerate(inks):
        glyphs, number = without_struck(ink)
        struck += number
        grids = None if ink.is_crowded else grids_in(ink.strokes)
        if grids is None:
            remarks.append(
                Remark(f"trang {page + 1} có quá nhiều nét vẽ (bản đồ, bản vẽ): bảng ở trang này chưa dựng lại")
            )
            grids = []
        free = [glyph for glyph in glyphs if not any(grid.holds(_middle(glyph), glyph.base - 2) for grid in grids)]
        for grid in grids:
            inside = [glyph for glyph in glyphs if grid.holds(_middle(glyph), glyph.base - 2)]
            tables.append(_Placed(_table(grid, inside, page), page, grid.top, grid.xs))
        rows = rows_of(free, page)
        refuse_marked(text for row in rows for text in (row.text, *(piece.text for piece in row.pieces)))
        loose.append((ink, rows))
    if struck:
        remarks.append(
            Remark(f"bỏ {number_text(struck)} chỗ chữ màu bị gạch ngang (phần đã xóa còn hiện trong bản PDF)")
        )
    texts = sort_out(loose)
    if captions := sum(text.captions for text in texts):
        remarks.append(Remark(f"bỏ {captions} dòng của khung chữ ký số", to_review=False))
    for line in dict.fromkeys(text.line for text in texts if text.line):
        remarks.append(Remark(f"bỏ dòng chân trang “{line}”", to_review=False))
    for line in dict.fromkeys(line for text in texts for line in text.repeated):
        remarks.append(Remark(f"bỏ dòng lặp lại ở mép các trang “{line}”"))
    joined, crossing = _joined_tables(tables, texts)
    if crossing:
        remarks.append(Remark(f"đã nối bảng qua trang ở {crossing} chỗ"))
    blocks, running = _blocks(inks, texts, joined)
    if unruled := columns.unruled(running):
        remarks.append(
            Remark(f"{named(unruled)} có chữ xếp thành cột không kẻ khung, đã ghép từng dòng: là bảng thì kẻ lại")
        )
    notes = [text for page in texts for text in footnote_texts(page.footnotes)]
    return Paper(tuple(blocks), tuple(plain_paragraph(text) for text in notes), tuple(remarks), guessed)


def _middle(glyph: Glyph) -> float:
    return (glyph.left + glyph.right) / 2


def _remarks(inks: Sequence[PageInk]) -> Iterator[Remark]:
    letters = sum(len(ink.glyphs) for ink in inks)
    if unseen := sum(ink.unseen for ink in inks):
        yield Remark(f"bỏ {number_text(unseen)} ký tự ẩn (chữ trắng, chữ không in hoặc nằm ngoài trang)")
    if old := sum(ink.old for ink in inks):
        yield Remark(f"chữ phông cũ (.Vn…, VNI) đã đổi sang Unicode: {number_text(old)} ký tự")
    if tilted := sum(ink.tilted for ink in inks):
        yield Remark(f"bỏ {number_text(tilted)} ký tự đặt nghiêng trên trang (dấu chìm, con dấu)")
    unknown = sum(ink.unknown for ink in inks)
    if unknown * 20 > max(letters, 1):
        raise Refusal(
            "tệp PDF không cho biết chữ nào là chữ nào (thiếu bảng mã phông)",
            "nhập từ bản Word, hoặc xuất lại PDF từ Word",
        )


def _blocks(
    inks: Sequence[PageInk], texts: Sequence[PageText], tables: Sequence[_Placed]
) -> tuple[list[Block], list[Row]]:
    """The blocks, and the lines that are of no head, foot or table."""
    rows = [row for text in texts for row in text.rows]
    if not rows:
        return [placed.table for placed in tables], []
    column = measure([row for row in rows if abs(inks[row.page].width - inks[0].width) < 5] or rows, inks[0].width)
    first = [row for row in rows if row.page == rows[0].page]
    head = columns.head_end(first, column)
    rest = rows[head:]
    foot = columns.foot_of(rest, column)
    start, end = foot or (len(rest), len(rest))
    out = columns.head_blocks(rows[:head], column)
    edge = (rest[start].page, rest[start].base) if foot else (len(inks), 0.0)
    above = [placed for placed in tables if (placed.page, placed.top) < edge]
    out += _flow(rest[:start], above, column)
    if foot:
        out += columns.foot_blocks(rest[start:end], column)
    below = [placed for placed in tables if (placed.page, placed.top) >= edge]
    out += _by_page(rest[end:], below, column, inks)
    return out, [*rest[:start], *rest[end:]]


def _by_page(rows: Sequence[Row], tables: Sequence[_Placed], column: Measure, inks: Sequence[PageInk]) -> list[Block]:
    """What stands behind the foot, page after page; its pages may be broader than those of the paper."""
    out: list[Block] = []
    pages = sorted({row.page for row in rows} | {placed.page for placed in tables})
    wide = {page for page in pages if abs(inks[page].width - inks[0].width) > 5}
    broad = [row for row in rows if row.page in wide]
    for is_wide, run in groupby(pages, lambda page: page in wide):
        group = list(run)
        own = [row for row in rows if row.page in group]
        ruled = [placed for placed in tables if placed.page in group]
        edges = [edge for placed in ruled for edge in (placed.xs[0], placed.xs[-1])]
        out += _flow(own, ruled, measure(broad, inks[group[0]].width, edges) if is_wide else column)
    return out


def _flow(rows: Sequence[Row], tables: Sequence[_Placed], column: Measure) -> list[Block]:
    """Paragraphs and tables by their place on the pages; a paragraph goes on over a page, never over a table."""
    out: list[Block] = []
    left = list(rows)
    for placed in sorted(tables, key=lambda each: (each.page, each.top)):
        before = [row for row in left if (row.page, row.base) < (placed.page, placed.top)]
        out += paragraphs(before, column)
        left = left[len(before) :]
        out.append(placed.table)
    return [*out, *paragraphs(left, column)]


# --- tables ---------------------------------------------------------------------------------------------------------


def _table(grid: Grid, glyphs: Sequence[Glyph], page: int) -> Table:
    inside: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        inside.setdefault(grid.cell_at(_middle(glyph), glyph.base - 2), []).append(glyph)
    rows = tuple(
        tuple(
            Cell(_cell_text(inside.get((y, x), []), page))
            if (y, x) == owner
            else Cell(covered=True, goes_on=owner[0] < y)
            for x, owner in enumerate(row)
        )
        for y, row in enumerate(grid.cells)
    )
    return Table(rows)


def _cell_text(glyphs: Sequence[Glyph], page: int) -> tuple[Paragraph, ...]:
    rows = rows_of(glyphs, page)
    if not rows:
        return ()
    refuse_marked(row.text for row in rows)
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    steps = sorted(low.base - high.base for high, low in pairwise(rows))
    # In a narrow cell lines end early everywhere: only what starts by its own first word starts a paragraph.
    return tuple(_narrow(rows, Measure(left, right, steps[0] if steps else 15.0, False)))


def _narrow(rows: Sequence[Row], column: Measure) -> list[Paragraph]:
    groups: list[list[Row]] = []
    for row in rows:
        starts = grammar.BULLET.match(row.text) or grammar.LETTER.match(row.text)
        apart = groups and row.base - groups[-1][-1].base > column.leading * 1.5
        if groups and not starts and not apart:
            groups[-1].append(row)
        else:
            groups.append([row])
    return [as_paragraph(group, column) for group in groups]


def _joined_tables(tables: Sequence[_Placed], texts: Sequence[PageText]) -> tuple[list[_Placed], int]:
    """Tables that a page breaks, as one: nothing but the margin stands between their halves."""
    out: list[_Placed] = []
    crossing = 0
    above: _Placed | None = None
    for placed in sorted(tables, key=lambda each: (each.page, each.top)):
        if above is not None and _goes_on(above, placed, texts):
            out[-1] = replace(out[-1], table=_with(out[-1].table, placed.table))
            crossing += 1
        else:
            out.append(placed)
        above = placed
    return out, crossing


def _goes_on(above: _Placed, placed: _Placed, texts: Sequence[PageText]) -> bool:
    """Whether a table goes on with the last part of the one above it, which ends on the page before."""
    if above.page != placed.page - 1 or len(above.xs) != len(placed.xs):
        return False
    same = all(abs(one - other) < 6 for one, other in zip(above.xs, placed.xs, strict=True))
    before = any(row.base < placed.top for row in texts[placed.page].rows)
    after = any(row.base > above.top + 20 for row in texts[above.page].rows)
    return same and not before and not after


def _with(upper: Table, lower: Table) -> Table:
    rows = list(lower.rows)
    if rows and _words(rows[0]) == _words(upper.rows[0]):
        rows = rows[1:]  # the head row, printed again
    if rows and upper.rows and _is_rest(_words(rows[0])):
        last = tuple(
            replace(one, blocks=(*one.blocks, *other.blocks))
            for one, other in zip(upper.rows[-1], rows[0], strict=True)
        )
        return Table((*upper.rows[:-1], last, *rows[1:]))
    return Table((*upper.rows, *rows))


def _is_rest(words: Sequence[str]) -> bool:
    """Whether a row at the top of a page belongs to the last one before: nothing in its first cell, and no sum."""
    first = next((text for text in words if text), "")
    return words[0] == "" and bool(first) and not _SUM.fullmatch(first)


def _words(row: tuple[Cell, ...]) -> tuple[str, ...]:
    return tuple(" ".join(block.text for block in cell.blocks if isinstance(block, Paragraph)) for cell in row)
