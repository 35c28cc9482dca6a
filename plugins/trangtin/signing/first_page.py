"""The picture of a page as a reader's program shows it: how it is drawn, and how it is written down."""

from __future__ import annotations

import io

import pypdfium2
from PIL import Image

_LEVELS = 16
"""Shades of each colour of a typed page: letters stay smooth, and what has no colour takes half a byte a pixel."""
_FEWER = [round(round(value * (_LEVELS - 1) / 255) * 255 / (_LEVELS - 1)) for value in range(256)] * 3
_PAPER = 0.75
"""Part of a page in one shade from which it is taken for typed: a typed one has 0.79 and more, a scan's paper is never
of one shade, and a photograph on a page that is still called typed is small."""


def picture_of(page: pypdfium2.PdfPage | None, size: tuple[int, int]) -> bytes:
    """The page as WebP of `size` pixels, stamps of signatures included; an empty sheet where it cannot be drawn.

    Stamps are form fields: they are drawn only if the document's forms were there before the page.
    """
    sheet = Image.new("RGB", size, "white")
    if page is not None:
        try:
            scale = size[0] / page.get_width()
            spare = max(0.0, page.get_height() - size[1] / scale)  # below, on a page like a strip
            sheet.paste(page.render(scale=scale, may_draw_forms=True, crop=(0, spare, 0, 0)).to_pil())
        except (pypdfium2.PdfiumError, MemoryError, ValueError, ArithmeticError):
            pass
    return _webp(sheet)


def _webp(sheet: Image.Image) -> bytes:
    """Scans lose what nobody sees; a typed page keeps every pixel of fewer shades, which is quicker and smaller."""
    out = io.BytesIO()
    # Every second pixel of every second row says as well which of them it is.
    sample = sheet.resize((max(1, sheet.width // 2), max(1, sheet.height // 2)), Image.Resampling.NEAREST)
    if max(sample.getchannel("G").histogram()) < _PAPER * sample.width * sample.height:
        sheet.save(out, "WEBP", quality=70, method=2)
    elif sample.point(_FEWER).getcolors(_LEVELS):  # so few that two pixels share a byte: a longer search wins little
        sheet.point(_FEWER).save(out, "WEBP", lossless=True, quality=30, method=0)
    else:
        sheet.point(_FEWER).save(out, "WEBP", lossless=True, quality=0, method=1)
    return out.getvalue()
