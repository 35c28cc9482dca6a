"""The picture of a page as a reader's program shows it: how it is drawn, and how it is written down."""

from __future__ import annotations

import io

import pypdfium2
from PIL import Image

from trangtin.png import SIGNATURE, Filter, png_of

_LEVELS = 16
"""Shades of each colour of a typed page: letters stay smooth, and what has no colour takes half a byte a pixel."""
_STEP = 255 // (_LEVELS - 1)
_LEVEL = [round(value / _STEP) for value in range(256)]
_FEWER = [level * _STEP for level in _LEVEL] * 4
_GREYS = [level * _STEP for level in range(_LEVELS) for _ in "RGB"]
_PAPER = 0.75
"""Part of a page in one shade from which it is taken for typed: a typed one has 0.79 and more, a scan's paper is never
of one shade, and a photograph on a page that is still called typed is small."""


def picture_of(page: pypdfium2.PdfPage | None, size: tuple[int, int]) -> bytes:
    """The page as PNG or WebP of `size` pixels, stamps of signatures included; an empty sheet if it cannot be drawn.

    Stamps are form fields: they are drawn only if the document's forms were there before the page.
    """
    sheet = Image.new("RGBX", size, "white")
    if page is not None:
        try:
            scale = size[0] / page.get_width()
            spare = max(0.0, page.get_height() - size[1] / scale)  # below, on a page like a strip
            # In bytes as Pillow has them itself: nothing need be turned around.
            drawn = page.render(scale=scale, crop=(0, spare, 0, 0), prefer_bgrx=True, rev_byteorder=True)
            sheet.paste(drawn.to_pil())
        except (pypdfium2.PdfiumError, MemoryError, ValueError, ArithmeticError):
            pass
    return _written(sheet)


def ending_of(picture: bytes | None) -> str:
    """How the name of a file with this picture ends; empty where there is none."""
    return "" if picture is None else ".png" if picture.startswith(SIGNATURE) else ".webp"


def _written(sheet: Image.Image) -> bytes:
    """Scans lose what nobody sees; a typed page keeps every pixel of fewer shades, which is quicker and smaller."""
    red, green, blue, _ = sheet.split()
    # Every second pixel of every second row says as well whether the page is typed.
    sample = green.resize((max(1, green.width // 2), max(1, green.height // 2)), Image.Resampling.NEAREST)
    is_typed = max(sample.histogram()) >= _PAPER * sample.width * sample.height
    if is_typed and red.tobytes() == green.tobytes() == blue.tobytes():
        grey = green.point(_LEVEL)
        grey.putpalette(_GREYS)
        return png_of(grey, _GREYS, Filter.NONE)
    out = io.BytesIO()
    if is_typed:
        sheet.point(_FEWER).save(out, "WEBP", lossless=True, quality=0, method=1)
    else:
        sheet.save(out, "WEBP", quality=70, method=2)
    return out.getvalue()
