"""What a page of a PDF has besides letters: straight lines, how much is bent, how much of the page is pictures."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from trangtin.importer.pdf.turn import Turn

_MOST_STROKES = 5_000
"""On one page; a page filled with a table of small cells has some hundreds, a map has more than can be read."""
_MOST_OBJECTS = 20_000
_MOST_SEGMENTS = 100_000
"""Pieces of shapes, straight and bent."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line, level or upright."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_level(self) -> bool:
        """True if it runs from left to right."""
        return self.right - self.left >= self.bottom - self.top


@dataclass(slots=True)
class Shapes:
    """What one page has besides letters."""

    turn: Turn
    strokes: list[Stroke] = field(default_factory=list)
    curves: int = 0
    covered: float = 0.0
    """Area of the pictures, in square points."""
    is_crowded: bool = False
    """True where there is more than is read: the strokes are the first ones only."""
    _segments: int = 0

    def collect(self, page: pypdfium2.PdfPage) -> None:
        """Read the shapes and pictures of the page."""
        wanted = [pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE]
        for count, each in enumerate(page.get_objects(filter=wanted, max_depth=3), start=1):
            if each.type == pdfium.FPDF_PAGEOBJ_IMAGE:
                self.covered += _area(each)
            else:
                self._trace(each)
            if count >= _MOST_OBJECTS or self._segments > _MOST_SEGMENTS or len(self.strokes) > _MOST_STROKES:
                self.is_crowded = True
                return

    def _trace(self, path: pypdfium2.PdfObject) -> None:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(path.raw, matrix)
        before: tuple[float, float] | None = None
        start: tuple[float, float] | None = None
        x, y = ctypes.c_float(), ctypes.c_float()
        count = pdfium.FPDFPath_CountSegments(path.raw)
        self._segments += count
        for place in range(min(count, _MOST_SEGMENTS)):
            segment = pdfium.FPDFPath_GetPathSegment(path.raw, place)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            here = self.turn.point(
                matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f
            )
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_LINETO and before is not None:
                self._straight(before, here)
            elif kind == pdfium.FPDF_SEGMENT_MOVETO:
                start = here
            elif kind == pdfium.FPDF_SEGMENT_BEZIERTO:
                self.curves += 1
            before = here
            if pdfium.FPDFPathSegment_GetClose(segment) and start is not None:
                self._straight(here, start)

    def _straight(self, one: tuple[float, float], other: tuple[float, float]) -> None:
        left, right = sorted((one[0], other[0]))
        top, bottom = sorted((one[1], other[1]))
        lies = (right - left > 4 and bottom - top < 1.5) or (bottom - top > 4 and right - left < 1.5)
        if lies and len(self.strokes) <= _MOST_STROKES:
            self.strokes.append(Stroke(left, top, right, bottom))


def _area(picture: pypdfium2.PdfObject) -> float:
    """Of a picture as it lies on the page, in square points; its bounds are those inside the forms that hold it."""
    bounds = picture.get_bounds()
    form = picture.container
    while form is not None:
        bounds = form.get_matrix().on_rect(*bounds)
        form = form.container
    left, bottom, right, top = bounds
    return float(abs(right - left) * abs(top - bottom))
