"""Draws the picture of a share card, in few colours to stay small.

Each strip of the picture has one ground and one ink, so text is drawn as shades of grey and then takes the strip's part
of the palette: no colours need be counted afterwards, which took most of the time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw

from trangtin.content.values.colour import WHITE, Colour, parse_colour
from trangtin.drawing.fonts import Family, drawable, width, word
from trangtin.png import Filter, png_of
from trangtin.views.machine_readable.share import SIZE, ShareCard

WIDTH, HEIGHT = SIZE
_LEFT = 72
_ROOM = WIDTH - 2 * _LEFT
_SHADES = 4
"""Shades of each ink on its ground: enough for smooth letters, and all of them fit into half a byte a pixel."""
PAPER, INK, SOFT, ON_BAR = WHITE, Colour(28, 27, 25), Colour(87, 82, 73), WHITE
"""The colours of the pages (`theme/trangtin_theme/styles/tokens.css`), beside those of the unit."""
_NAMED, _ACCENTED, _BLACK, _GREY = range(4)
_PARTS = tuple([ramp * _SHADES + grey * _SHADES // 256 for grey in range(256)] for ramp in range(4))
"""For each ramp, a table from grey to its part of the palette."""
_TITLE_SIZES = (66, 58, 50, 44)
_LEADING = 1.24
_BAR_HEIGHT, _TITLE_TOP, _TITLE_BOTTOM = 132, 254, 530


@dataclass(frozen=True, slots=True)
class _Strip:
    """A run of lines in one ink."""

    ramp: int
    top: int
    bottom: int
    lines: tuple[tuple[int, int, str], ...]
    """Baseline from the top of the picture, size in pixels, text."""
    is_bold: bool


def draw_card(card: ShareCard, family: Family) -> bytes:
    """The picture as PNG. Raises OSError where a font cannot be read."""
    picture = _frame(card.unit, card.parent, family).copy()
    for strip in _strips(card, family):
        _write(picture, strip, family)
    return png_of(picture, _palette(card.bar, card.accent), Filter.UP)


@lru_cache(maxsize=4)
def _palette(bar: str, accent: str) -> tuple[int, ...]:
    ramps = ((parse_colour(bar), ON_BAR), (PAPER, parse_colour(accent)), (PAPER, INK), (PAPER, SOFT))
    return tuple(value for ground, ink in ramps for value in _ramp(ground, ink))


def _ramp(ground: Colour, ink: Colour) -> Iterator[int]:
    for shade in range(_SHADES):
        part = shade / (_SHADES - 1)
        for low, high in zip(astuple(ground), astuple(ink), strict=True):
            yield round(low + (high - low) * part)


@lru_cache(maxsize=4)
def _frame(unit: str, parent: str, family: Family) -> Image.Image:
    """The part that all cards of a portal share: the ground and the bar with the unit's name."""
    picture = Image.new("P", (WIDTH, HEIGHT), _ACCENTED * _SHADES)
    for strip in _bar(unit, parent, family):
        _write(picture, strip, family)
    full = _ACCENTED * _SHADES + _SHADES - 1
    ImageDraw.Draw(picture).rectangle((_LEFT, 544, _LEFT + 96, 549), fill=full)
    return picture


def _bar(unit: str, parent: str, family: Family) -> Iterator[_Strip]:
    name = _one_line(unit, family.bold, 36)
    if parent:
        above = _one_line(parent.upper(), family.regular, 26)
        yield _Strip(_NAMED, 0, 62, ((52, 26, above),), False)
        yield _Strip(_NAMED, 62, _BAR_HEIGHT, ((100, 36, name),), True)
    else:
        yield _Strip(_NAMED, 0, _BAR_HEIGHT, ((80, 36, name),), True)


def _strips(card: ShareCard, family: Family) -> Iterator[_Strip]:
    kind = _one_line(card.kind, family.bold, 36)
    yield _Strip(_ACCENTED, _BAR_HEIGHT, _TITLE_TOP - 16, ((204, 36, kind),), True)
    size, lines = _title(drawable(card.title, family.bold), family.bold)
    step = round(size * _LEADING)
    title = tuple((_TITLE_TOP + size + place * step, size, line) for place, line in enumerate(lines))
    yield _Strip(_BLACK, _TITLE_TOP - 16, _TITLE_BOTTOM, title, True)
    foot = _one_line(card.foot, family.regular, 32)
    yield _Strip(_GREY, _TITLE_BOTTOM + 22, HEIGHT, ((594, 32, foot),), False)


def _title(text: str, file: Path) -> tuple[int, tuple[str, ...]]:
    """The largest size at which the title fits, and its lines; a title too long for the smallest ends in `…`."""
    for size in _TITLE_SIZES:
        most = (_TITLE_BOTTOM - _TITLE_TOP) // round(size * _LEADING)
        lines = tuple(_lines(text, file, size))
        if len(lines) <= most:
            break
    else:
        lines = (*lines[: most - 1], _shortened(" ".join(lines[most - 1 :]), file, size))
    return size, lines


def _lines(text: str, file: Path, size: int) -> Iterator[str]:
    line = ""
    for each in text.split():
        longer = f"{line} {each}" if line else each
        if line and width(longer, file, size) > _ROOM:
            yield _shortened(line, file, size)
            line = each
        else:
            line = longer
    if line:
        yield _shortened(line, file, size)


def _one_line(text: str, file: Path, size: int) -> str:
    return _shortened(drawable(text, file), file, size)


def _shortened(text: str, file: Path, size: int) -> str:
    """The text, or as much of it as has room, and `…`: whole words where there are several."""
    if width(text, file, size) <= _ROOM:
        return text
    while width(f"{text} …", file, size) > _ROOM:
        text = text.rpartition(" ")[0] or text[:-1]
    return f"{text} …"


def _write(picture: Image.Image, strip: _Strip, family: Family) -> None:
    """Draw the strip word by word: titles repeat words, and pasting one takes a tenth of the time of drawing it.

    Shades are worked out only where there are words: the rest of the strip is its ground.
    """
    picture.paste(strip.ramp * _SHADES, (0, strip.top, WIDTH, strip.bottom))
    words = list(_words(strip, family.bold if strip.is_bold else family.regular))
    left, top = min((x for _, x, _ in words), default=0), min((y for _, _, y in words), default=0)
    right = max((x + mask.width for mask, x, _ in words), default=0)
    bottom = max((y + mask.height for mask, _, y in words), default=0)
    box = max(left, 0), max(top, strip.top), min(right, WIDTH), min(bottom, strip.bottom)
    if box[0] >= box[2] or box[1] >= box[3]:
        return
    grey = Image.new("L", (box[2] - box[0], box[3] - box[1]))
    for mask, x, y in words:
        # Through the mask: a mark that reaches up into the line above must not wipe out what hangs down there.
        grey.paste(255, (x - box[0], y - box[1]), mask)
    picture.paste(grey.point(_PARTS[strip.ramp]), box)


def _words(strip: _Strip, file: Path) -> Iterator[tuple[Image.Image, int, int]]:
    """The words of a strip as masks, and where the corner of each is."""
    for baseline, size, text in strip.lines:
        start = 0.0
        for each in text.split(" "):
            if each:
                mask, (left, up) = word(each, file, size)
                yield mask, _LEFT + round(start) + left, baseline + up
            start += width(f"{each} ", file, size)
