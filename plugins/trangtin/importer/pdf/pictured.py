"""Pages of a PDF that are pictures: what is written in them is not in the file, it has to be recognised or typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trangtin.importer.paper import Remark
from trangtin.importer.pdf.ink import Glyph, PageInk
from trangtin.importer.pdf.margins import is_caption
from trangtin.importer.pdf.typeset import Row, rows_of

_OFTEN = 40
"""Letters on a page from which it counts as text."""
_AROUND = 200
"""Letters from which a page whose ground is one picture counts as text: below, they were put onto a scan."""
_CROWDED = 800
"""Letters from which nobody need look for captions: those of three signatures have some 450."""
_LARGE = 0.2
"""Share of a page from which a picture may be what the page is for; seal and signature cover less than a tenth."""
_WHOLE = 0.8
_SHAPES = 400
"""Bent pieces of shapes that may be some forty letters."""


def pages_without_text(inks: Sequence[PageInk]) -> list[int]:
    """The pages that are nothing but pictures; all of them where no page has text. A blank page is none."""
    bare = [page for page, ink in enumerate(inks) if _is_bare(ink)]
    if len(bare) == len(inks):
        return bare
    return [page for page in bare if inks[page].pictured >= _LARGE or inks[page].curves >= _SHAPES]


def remarks_on(inks: Sequence[PageInk], bare: Sequence[int]) -> Iterator[Remark]:
    """What of the pictures stays outside: whole pages, and large ones beside text."""
    if bare:
        yield Remark(f"{named(bare)} chỉ có hình ảnh, chữ trong đó chưa nhập: thêm --ocr để nhận dạng, hoặc gõ vào bài")
    beside = [page for page, ink in enumerate(inks) if ink.pictured >= _LARGE and page not in bare]
    if beside:
        yield Remark(f"{named(beside)} có hình ảnh lớn không nhập được")


def named(pages: Sequence[int]) -> str:
    """`trang 2-4, 7`, for counts from 0 in order."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1][1:] = [page]
        else:
            runs.append([page])
    return f"trang {', '.join('-'.join(str(page + 1) for page in run) for run in runs)}"


def with_recognised(ink: PageInk, seen: PageInk) -> PageInk:
    """The letters recognised on a page, with those that the file has: where both stand in one place, the file's own."""
    rows = rows_of(ink.glyphs, 0)
    found = [glyph for glyph in seen.glyphs if not any(_stands_in(glyph, row) for row in rows)]
    return PageInk(seen.width, seen.height, (*ink.glyphs, *found), ())


def _is_bare(ink: PageInk) -> bool:
    if len(ink.glyphs) > _CROWDED:
        return False
    letters = sum(len(row.text) for row in rows_of(ink.glyphs, 0) if not is_caption(row.text))
    return letters < (_AROUND if ink.pictured >= _WHOLE else _OFTEN)


def _stands_in(glyph: Glyph, row: Row) -> bool:
    middle = (glyph.left + glyph.right) / 2
    return abs(glyph.base - row.base) < row.size and row.left - 2 <= middle <= row.right + 2
