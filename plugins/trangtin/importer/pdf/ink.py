"""What is drawn on the pages of a PDF: letters with their places, lines and pictures. Nothing is guessed."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pypdfium2
import pypdfium2.raw as pdfium

from trangtin.content.values.quantity import number_text
from trangtin.importer.legacy_fonts import decode, encoding_of
from trangtin.importer.pdf.shapes import Ground, Shapes, Stroke
from trangtin.importer.pdf.turn import Turn
from trangtin.importer.refusal import Refusal

_MOST_LETTERS = 60_000
"""On one page; a page of a plan has 3,000."""
_BOLD_FLAG, _ITALIC_FLAG = 1 << 18, 1 << 6
_INVISIBLE_MODES = {3, 7}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter with its marks. Places are in points from the upper left corner of the page."""

    text: str
    left: float
    right: float
    base: float
    """The line it stands on."""
    size: float
    bold: bool
    italic: bool
    coloured: bool
    """True for anything but black and grey."""


@dataclass(frozen=True, slots=True)
class PageInk:
    """One page."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    strokes: tuple[Stroke, ...]
    unseen: int = 0
    """Letters that nobody sees: in the colour of the paper, without ink, outside the page."""
    old: int = 0
    """Letters that were converted from fonts of before Unicode."""
    unknown: int = 0
    """Letters for which the file does not say what they mean."""
    tilted: int = 0
    """Letters of a watermark across the page, or of a round seal."""
    pictured: float = 0.0
    """Share of the page that pictures cover, from 0 to 1."""
    curves: int = 0
    """Bent pieces of drawn shapes: letters that were turned into shapes have ten and more each."""
    is_crowded: bool = False
    """True where more is drawn than is read, as on a map: no tables can be found."""


@dataclass(slots=True)
class _Object:
    """What the letters of one text object share."""

    bold: bool
    italic: bool
    coloured: bool
    unseen: bool
    white: bool
    font: str


def read_ink(document: pypdfium2.PdfDocument, index: int) -> PageInk:
    """Everything drawn on a page. Raises pypdfium2.PdfiumError for a page that cannot be loaded."""
    page = document[index]
    try:
        width, height = page.get_size()
        turn = Turn(page, width, height)
        text = page.get_textpage()
        try:
            drawn = Shapes(turn)
            drawn.collect(page)
            seen = _Letters(text.raw, turn, drawn.grounds)
            seen.collect()
        finally:
            text.close()
        return PageInk(
            width,
            height,
            tuple(seen.glyphs),
            tuple(drawn.strokes),
            seen.unseen,
            seen.old,
            seen.unknown,
            seen.tilted,
            min(1.0, drawn.covered / (width * height)) if width * height > 0 else 0.0,
            drawn.curves,
            drawn.is_crowded,
        )
    finally:
        page.close()


@dataclass(slots=True)
class _Letters:
    """The letters of one page as they are collected."""

    raw: object
    turn: Turn
    grounds: Sequence[Ground]
    glyphs: list[Glyph] = field(default_factory=list)
    unseen: int = 0
    old: int = 0
    unknown: int = 0
    tilted: int = 0
    _objects: dict[int, _Object] = field(default_factory=dict)

    def collect(self) -> None:
        """Read every letter of the page."""
        count = pdfium.FPDFText_CountChars(self.raw)
        if count > _MOST_LETTERS:
            raise Refusal(f"một trang có {number_text(count)} chữ, nhiều bất thường", "kiểm tra lại nơi gửi")
        box = pdfium.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        upright = -math.radians(90 * self.turn.quarter)
        for place in range(count):
            code = pdfium.FPDFText_GetUnicode(self.raw, place)
            if pdfium.FPDFText_IsGenerated(self.raw, place) == 1 or code in {10, 13}:
                continue
            if pdfium.FPDFText_IsHyphen(self.raw, place) == 1 or code in {2, 0xFFFE}:
                code = 0x2D
            shared = self._object(place)
            letter = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code <= 0xDFFF else "\ufffd"
            if not pdfium.FPDFText_GetLooseCharBox(self.raw, place, box):
                continue
            pdfium.FPDFText_GetCharOrigin(self.raw, place, x, y)
            angle = pdfium.FPDFText_GetCharAngle(self.raw, place)
            tilt = (angle - upright + math.pi) % (2 * math.pi) - math.pi
            left, _ = self.turn.point(box.left, box.bottom)
            right, _ = self.turn.point(box.right, box.top)
            _, base = self.turn.point(x.value, y.value)
            left, right = min(left, right), max(left, right)
            size = self._size(place)
            outside = right < 0 or left > self.turn.width or base < 0 or base > self.turn.height
            unseen = shared.unseen or (shared.white and not self._on_ground((left + right) / 2, base - size * 0.3))
            if unseen or outside or size < 2.5:
                self.unseen += not letter.isspace()
                continue
            if abs(tilt) > 0.1 and angle >= 0:
                self.tilted += not letter.isspace()
                continue
            if pdfium.FPDFText_HasUnicodeMapError(self.raw, place) == 1:
                self.unknown += 1
            self._add(Glyph(letter, left, right, base, size, shared.bold, shared.italic, shared.coloured), shared.font)

    def _add(self, glyph: Glyph, font: str) -> None:
        if (encoding := encoding_of(font)) is not None and not glyph.text.isspace():
            self.old += 1
            if encoding.value != "VNI":
                glyph = replace(glyph, text=decode(glyph.text, encoding))
            elif self.glyphs and _touches(self.glyphs[-1], glyph):
                both = self.glyphs[-1].text + glyph.text
                if len(decode(both, encoding)) == 1:  # a vowel and the letter that carries its marks
                    self.glyphs[-1] = replace(self.glyphs[-1], text=decode(both, encoding), right=glyph.right)
                    return
        if self.glyphs and all(unicodedata.category(letter) == "Mn" for letter in glyph.text):
            self.glyphs[-1] = replace(self.glyphs[-1], text=self.glyphs[-1].text + glyph.text)
            return
        self.glyphs.append(glyph)

    def _on_ground(self, x: float, y: float) -> bool:
        return any(ground.holds(x, y) for ground in self.grounds)

    def _size(self, place: int) -> float:
        matrix = pdfium.FS_MATRIX()
        size = float(pdfium.FPDFText_GetFontSize(self.raw, place))
        if pdfium.FPDFText_GetMatrix(self.raw, place, matrix):
            return size * (math.hypot(matrix.c, matrix.d) or 1)
        return size

    def _object(self, place: int) -> _Object:
        handle = pdfium.FPDFText_GetTextObject(self.raw, place)
        key = ctypes.cast(handle, ctypes.c_void_p).value or 0
        if key not in self._objects:
            self._objects[key] = self._describe(handle, place)
        return self._objects[key]

    def _describe(self, handle: object, place: int) -> _Object:
        flags = ctypes.c_int()
        needed = pdfium.FPDFText_GetFontInfo(self.raw, place, None, 0, flags)
        buffer = ctypes.create_string_buffer(max(1, min(needed, 500)))
        pdfium.FPDFText_GetFontInfo(self.raw, place, buffer, len(buffer), flags)
        font = buffer.value.decode("utf-8", "replace")
        name = font.lower()
        weight = pdfium.FPDFText_GetFontWeight(self.raw, place)
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        known = pdfium.FPDFText_GetFillColor(self.raw, place, red, green, blue, alpha)
        rgb = (red.value, green.value, blue.value) if known else (0, 0, 0)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle) if handle else 0
        return _Object(
            bold="bold" in name or "black" in name or weight >= 600 or bool(flags.value & _BOLD_FLAG) or mode == 2,
            italic="italic" in name or "oblique" in name or bool(flags.value & _ITALIC_FLAG),
            coloured=max(rgb) - min(rgb) > 40,
            unseen=mode in _INVISIBLE_MODES or (bool(known) and alpha.value < 8),
            white=bool(known) and min(rgb) > 250,
            font=font,
        )


def _touches(before: Glyph, glyph: Glyph) -> bool:
    return abs(before.base - glyph.base) < 1 and abs(glyph.left - before.right) < glyph.size * 0.4
