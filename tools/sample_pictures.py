"""Draws the pictures of the sample album: `python -m tools.sample_pictures` writes into `site_src/hinh/hoi-thao/`.

Shapes in the portal's colours, nobody's photographs, as large as those of a camera that a clerk made smaller.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

FOLDER = Path(__file__).parents[1] / "site_src/hinh/hoi-thao"
SIZE = (1600, 1067)
_TWICE = (SIZE[0] * 2, SIZE[1] * 2)
PAPER, RED, BLUE, GREEN, SAND, INK = "#f3efe6", "#97181c", "#0b4a86", "#1a5c2b", "#d9b779", "#3a362f"

Drawing = Callable[[ImageDraw.ImageDraw], None]


def _board(pen: ImageDraw.ImageDraw) -> None:
    """A board with a red banner above rows of seats."""
    pen.rectangle((500, 260, 2700, 1100), fill="#ffffff", outline=INK, width=16)
    pen.rectangle((500, 260, 2700, 520), fill=RED)
    for row in range(3):
        for seat in range(10 - row):
            left = 330 + row * 140 + seat * 270
            pen.rounded_rectangle((left, 1330 + row * 230, left + 190, 1500 + row * 230), 40, fill=BLUE)


def _screens(pen: ImageDraw.ImageDraw) -> None:
    """Four screens with curves on a long table."""
    pen.rectangle((200, 1500, 3000, 1620), fill=SAND)
    for place in range(4):
        left = 280 + place * 690
        pen.rounded_rectangle((left, 760, left + 560, 1220), 30, fill=INK)
        points = [(left + 40 + x * 12, 1000 - 120 * math.sin(x / 5 + place)) for x in range(41)]
        pen.line(points, fill=(RED, SAND, GREEN, "#ffffff")[place], width=22)
        pen.rectangle((left + 240, 1220, left + 320, 1500), fill=INK)


def _books(pen: ImageDraw.ImageDraw) -> None:
    """A shelf of books of different heights."""
    for shelf in range(2):
        floor = 980 + shelf * 860
        pen.rectangle((160, floor, 3040, floor + 60), fill=SAND)
        left = 240
        for book in range(24):
            wide, high = 70 + book * 37 % 60, 420 + book * 89 % 260
            pen.rectangle((left, floor - high, left + wide, floor), fill=(RED, BLUE, GREEN, INK)[(book + shelf) % 4])
            left += wide + 20


def _chart(pen: ImageDraw.ImageDraw) -> None:
    """Three columns, the middle one the highest."""
    for place, (colour, high) in enumerate(((BLUE, 900), (RED, 1300), (GREEN, 700))):
        left = 650 + place * 700
        pen.rectangle((left, 1750 - high, left + 480, 1750), fill=colour)
    pen.line((400, 1750, 2800, 1750), fill=INK, width=20)


PICTURES: dict[str, Drawing] = {"hoi-truong": _board, "thuc-hanh": _screens, "tu-sach": _books, "ket-qua": _chart}


def draw(drawing: Drawing) -> Image.Image:
    """The picture, drawn twice as large and made smaller: smooth edges, a soft light from above."""
    picture = Image.new("RGB", _TWICE, PAPER)
    drawing(ImageDraw.Draw(picture))
    light = Image.linear_gradient("L").resize(_TWICE).point(lambda level: 225 + (255 - level) // 9)
    lit = Image.composite(picture, Image.new("RGB", _TWICE, INK), light)
    return lit.filter(ImageFilter.GaussianBlur(1.5)).resize(SIZE, Image.Resampling.LANCZOS)


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, drawing in PICTURES.items():
        draw(drawing).save(FOLDER / f"{name}.jpg", quality=84, optimize=True, progressive=True)


if __name__ == "__main__":
    main()
