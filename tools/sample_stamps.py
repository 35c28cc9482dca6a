"""What is seen of a signature on paper, drawn as a page of its own. NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.

The person's: a signature in blue between office and name (khoản 7). The body's: a seal in red over a third of it, to
the left (khoản 8); on an annex that is a file of its own, number and time in black at the top right of page 1 instead.
In real signing software the first two are pictures of the real things; here they are drawn, and say what they are.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

import pypdfium2
from reportlab import rl_config
from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tools.paper_fonts import FONT
from tools.sample_pdfs import RIGHT, SIGNING_SPACE

BLUE, RED, BLACK = Color(0.06, 0.16, 0.6), Color(0.83, 0.1, 0.1), Color(0, 0, 0)
HAND_WIDTH, FACTS_WIDTH = 92.0, 92.0
NOTE = ("Chữ ký thử nghiệm,", "không có giá trị pháp lý")
Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Stamp:
    """A picture and its place on a page (points, from the lower left)."""

    page: int
    box: Box
    pdf: bytes


def time_lines(moment: datetime) -> tuple[str, str]:
    """`20/04/2021` and `14:12:00 +07:00` (ISO 8601 zone, as the annex wants)."""
    zone = f"{moment:%z}"
    return f"{moment:%d/%m/%Y}", f"{moment:%H:%M:%S} {zone[:3]}:{zone[3:]}"


def place_of(pdf: bytes, name: str) -> tuple[int, float, float]:
    """Page, centre and upper edge of the name printed under the signature: the last place where it stands."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in reversed(range(len(document))):
            text = document[number].get_textpage()
            search = text.search(name, match_case=True)
            hits = list(iter(search.get_next, None))
            if hits:
                index, count = hits[-1]
                boxes = [text.get_charbox(at) for at in range(index, index + count)]
                centre = (min(box[0] for box in boxes) + max(box[2] for box in boxes)) / 2
                return number, centre, max(box[3] for box in boxes)
    finally:
        document.close()
    raise ValueError(f"không thấy tên '{name}' trong tệp")


def person_stamp(pdf: bytes, name: str, moment: datetime) -> Stamp:
    page, centre, top = place_of(pdf, name)
    width, height = HAND_WIDTH + FACTS_WIDTH, SIGNING_SPACE - 4
    canvas, out = _page(width, height)
    _hand(canvas, name, HAND_WIDTH, height)
    day, hour = time_lines(moment)
    canvas.setFillColor(BLUE)
    _lines(canvas, (f"Ký bởi: {name}", f"Thời gian ký: {day}", hour, *NOTE), 7, HAND_WIDTH + 3, height / 2)
    return Stamp(page, _box(centre - HAND_WIDTH / 2, top + 4, width, height), _finished(canvas, out))


def seal_stamp(pdf: bytes, name: str, organisation: str, moment: datetime) -> Stamp:
    """The stamp of a seal, over the left third of the person's signature."""
    page, centre, top = place_of(pdf, name)
    size = SIGNING_SPACE - 4
    canvas, out = _page(size, size)
    middle, radius = size / 2, size / 2 - 1
    canvas.setStrokeColor(RED)
    canvas.setFillColor(RED)
    for width, ring in ((1.4, radius), (0.5, radius - 2.5), (0.5, radius - 12.5)):
        canvas.setLineWidth(width)
        canvas.circle(middle, middle, ring)
    _around(canvas, organisation.upper(), 6.2, middle, radius - 9.6, top=True)
    _around(canvas, "CHỮ KÝ THỬ NGHIỆM", 5.4, middle, radius - 5.2, top=False)
    day, hour = time_lines(moment)
    canvas.setFont(FONT, 5.4)
    for row, text in enumerate(("KHÔNG CÓ", "GIÁ TRỊ PHÁP LÝ", day, hour)):
        canvas.drawCentredString(middle - 2, middle + 9 - 7.5 * row, text)
    right = centre - HAND_WIDTH / 6
    return Stamp(page, _box(right - size, top + 4, size, size), _finished(canvas, out))


def corner_stamp(number: str, moment: datetime) -> Stamp:
    """Top right of page 1: number of the document, time of signing."""
    lines = (f"Kèm theo văn bản số {number}", f"Thời gian ký: {' '.join(time_lines(moment))}", " ".join(NOTE))
    width = max(stringWidth(line, FONT, 10) for line in lines) + 2
    height = 12.5 * len(lines)
    canvas, out = _page(width, height)
    canvas.setFillColor(BLACK)
    canvas.setFont(FONT, 10)
    for row, line in enumerate(lines):
        canvas.drawRightString(width - 1, height - 10 - 12.5 * row, line)
    left, lower = A4[0] - RIGHT - width, A4[1] - 6 * mm - height
    return Stamp(0, _box(left, lower, width, height), _finished(canvas, out))


def _box(left: float, lower: float, width: float, height: float) -> Box:
    x, y = round(left), round(lower)
    return x, y, x + round(width), y + round(height)


def _page(width: float, height: float) -> tuple[Canvas, BytesIO]:
    rl_config.useA85 = 0
    out = BytesIO()
    return Canvas(out, pagesize=(width, height), initialFontName=FONT, invariant=1, pageCompression=1), out


def _finished(canvas: Canvas, out: BytesIO) -> bytes:
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _lines(canvas: Canvas, lines: Iterable[str], points: float, left: float, middle: float) -> None:
    rows = list(lines)
    leading = points * 1.25
    canvas.setFont(FONT, points)
    for row, line in enumerate(rows):
        canvas.drawString(left, middle + leading * (len(rows) / 2 - row - 0.8), line)


def _hand(canvas: Canvas, name: str, width: float, height: float) -> None:
    """Nobody's hand: loops that lean to the right, die away and end in a stroke; the same for the same name."""
    dice = random.Random(name)
    loops, lean = dice.randint(4, 6), dice.uniform(0.35, 0.6)
    heights = [dice.uniform(0.25, 1.0) * (1 - 0.4 * k / loops) for k in range(loops + 2)]
    heights[0] = 1.0
    middle, tallest, inner = height * 0.5, height * 0.3, width * 0.62
    steps = 40 * loops
    path = canvas.beginPath()
    for step in range(steps + 1):
        turn = loops * step / steps
        k, part = int(turn), turn % 1
        tall = tallest * (heights[k] * (1 - part) + heights[k + 1] * part)
        up = math.sin(2 * math.pi * turn)
        x = width * 0.13 + inner * step / steps + 5 * math.cos(2 * math.pi * turn) + lean * tall * up
        y = middle + tall * up * (1 if up > 0 else 0.55)
        (path.lineTo if step else path.moveTo)(x, y)
    path.curveTo(width * 0.9, middle + 2, width * 0.98, middle - 4, width * 0.3, middle - tallest * 0.85)
    canvas.setStrokeColor(BLUE)
    canvas.setLineWidth(1.3)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.drawPath(path)


def _around(canvas: Canvas, text: str, points: float, middle: float, radius: float, *, top: bool) -> None:
    """Letters on a circle, read from outside; smaller where they would reach past a half."""
    longest = math.pi * radius * (1.3 if top else 0.8)
    points = min(points, points * longest / stringWidth(text, FONT, points))
    turned = stringWidth(text, FONT, points) / radius / 2
    way = -1 if top else 1
    angle = -way * turned
    canvas.setFont(FONT, points)
    for letter in text:
        wide = stringWidth(letter, FONT, points) / radius
        angle += way * wide / 2
        canvas.saveState()
        canvas.translate(middle, middle)
        canvas.rotate(math.degrees(angle))
        canvas.drawCentredString(0, radius if top else -radius, letter)
        canvas.restoreState()
        angle += way * wide / 2
