"""What a page of a PDF has besides letters: straight lines, how much is bent, how much of the page is pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, field

import pypdfium2
import pypdfium2.raw as pdfium

from trangtin.importer.pdf.turn import Turn

_MOST_STROKES = 5_000
"""On one page; a page filled with a table of small cells has some hundreds, a map has more than can be read."""
_MOST_OBJECTS = 20_000
_MOST_SEGMENTS = 100_000
"""Pieces of shapes, straight and bent."""
_MOST_CORNERS = 20
"""The most corners of a piece of ground; letters and drawings have more."""
_MOST_GROUNDS = 400
_BROADEST_LINE = 4.0
"""Points; lines are often drawn as bars."""
_SOLID, _LIGHT = 127, 235
"""Of 255: what is thinner, or lighter, white letters are not seen on."""


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


@dataclass(frozen=True, slots=True)
class Ground:
    """A piece of the page filled with a colour on which white letters are seen."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """True for a point inside."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(slots=True)
class Shapes:
    """What one page has besides letters."""

    turn: Turn
    strokes: list[Stroke] = field(default_factory=list)
    grounds: list[Ground] = field(default_factory=list)
    curves: int = 0
    covered: float = 0.0
    """Area of the pictures, in square points."""
    is_crowded: bool = False
    """True where there is more than is read: the strokes are the first ones only."""
    _segments: int = 0
    _edges: list[tuple[Ground, list[Stroke]]] = field(default_factory=list)
    """The edges of grounds without a line around them."""

    def collect(self, page: pypdfium2.PdfPage) -> None:
        """Read the shapes and pictures of the page."""
        self._collect(page)
        posts = [stroke for stroke in self.strokes if not stroke.is_level]
        for ground, edges in self._edges:
            if _fits(ground, posts):
                self.strokes += edges

    def _collect(self, page: pypdfium2.PdfPage) -> None:
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
        first = len(self.strokes)
        corners: list[tuple[float, float]] = []
        for place in range(min(count, _MOST_SEGMENTS)):
            segment = pdfium.FPDFPath_GetPathSegment(path.raw, place)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            here = self.turn.point(
                matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f
            )
            corners.append(here)
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
        if 3 <= len(corners) <= _MOST_CORNERS and len(self.grounds) < _MOST_GROUNDS:
            self._fill(path, corners, first)

    def _fill(self, path: pypdfium2.PdfObject, corners: Sequence[tuple[float, float]], first: int) -> None:
        """Keep a ground, and apart from the lines its edges: those from the stroke `first` on."""
        across, down = zip(*corners, strict=True)
        ground = Ground(min(across), min(down), max(across), max(down))
        is_bar = ground.right - ground.left < _BROADEST_LINE or ground.bottom - ground.top < _BROADEST_LINE
        if is_bar or not _is_filled(path):
            return
        self.grounds.append(ground)
        if not _drawn(path)[1]:
            self._edges.append((ground, self.strokes[first:]))
            del self.strokes[first:]

    def _straight(self, one: tuple[float, float], other: tuple[float, float]) -> None:
        left, right = sorted((one[0], other[0]))
        top, bottom = sorted((one[1], other[1]))
        lies = (right - left > 4 and bottom - top < 1.5) or (bottom - top > 4 and right - left < 1.5)
        if lies and len(self.strokes) <= _MOST_STROKES:
            self.strokes.append(Stroke(left, top, right, bottom))


def _fits(ground: Ground, posts: Sequence[Stroke]) -> bool:
    """Whether a ground is of the table whose lines it touches; that of a paragraph is as wide as none of its cells."""
    near = [post.left for post in posts if post.top - 4 <= ground.bottom and ground.top <= post.bottom + 4]
    return not near or all(any(abs(edge - left) <= 4 for left in near) for edge in (ground.left, ground.right))


def _drawn(path: pypdfium2.PdfObject) -> tuple[bool, bool]:
    """Whether a shape is filled, and whether it has a line around it."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path.raw, mode, stroked)
    return mode.value != pdfium.FPDF_FILLMODE_NONE, bool(stroked.value)


def _is_filled(path: pypdfium2.PdfObject) -> bool:
    """True for a colour that is neither white, nearly so, nor to be looked through."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not _drawn(path)[0] or not pdfium.FPDFPageObj_GetFillColor(path.raw, red, green, blue, alpha):
        return False
    return alpha.value > _SOLID and 0.3 * red.value + 0.59 * green.value + 0.11 * blue.value <= _LIGHT


def _area(picture: pypdfium2.PdfObject) -> float:
    """The area of a picture on the page, in square points; its bounds are given inside the forms that hold it."""
    bounds = picture.get_bounds()
    form = picture.container
    while form is not None:
        bounds = form.get_matrix().on_rect(*bounds)
        form = form.container
    left, bottom, right, top = bounds
    return float(abs(right - left) * abs(top - bottom))
