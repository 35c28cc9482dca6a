"""Colours as a unit writes them, and whether text in them can be read (WCAG 2.2, success criterion 1.4.3)."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable
from dataclasses import dataclass

_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
READABLE = 4.5
"""The least contrast of ordinary text (level AA)."""


@dataclass(frozen=True, slots=True)
class Colour:
    """An sRGB colour, each part from 0 to 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def luminance(self) -> float:
        """Relative luminance, 0 (black) to 1 (white)."""
        parts = (part / 255 for part in (self.red, self.green, self.blue))
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(self, other: Colour) -> float:
        """The contrast ratio with another colour, 1 to 21; which of them is the text makes no difference."""
        lighter, darker = sorted((self.luminance, other.luminance), reverse=True)
        return (lighter + 0.05) / (darker + 0.05)

    def darker(self, ground: Colour, ratio: float) -> Colour:
        """The lightest shade of it, itself if it will do, that stands out from a light ground by `ratio`."""
        return self._shade(lambda colour: colour.contrast(ground) >= ratio, towards=0.0)

    def lighter(self, ground: Colour, ratio: float) -> Colour:
        """The darkest tint of it, itself if it will do, that stands out from a dark ground by `ratio`."""
        return self._shade(lambda colour: colour.contrast(ground) >= ratio, towards=1.0)

    def _shade(self, will_do: Callable[[Colour], bool], towards: float) -> Colour:
        """The first of 256 steps of lightness, hue and saturation kept, that will do; the last one if none does."""
        hue, lightness, saturation = colorsys.rgb_to_hls(self.red / 255, self.green / 255, self.blue / 255)
        colour = self
        for step in range(257):
            if step:
                level = lightness + (towards - lightness) * step / 256
                colour = Colour(*(round(part * 255) for part in colorsys.hls_to_rgb(hue, level, saturation)))
            if will_do(colour):
                break
        return colour


WHITE = Colour(255, 255, 255)


def parse_colour(text: str) -> Colour:
    """Read `#97181c` or `#918`, with or without `#`. Raises ValueError for anything else, names of colours too."""
    match = _HEX.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    digits = match[1] if len(match[1]) == 6 else "".join(2 * digit for digit in match[1])
    return Colour(*(int(digits[at : at + 2], 16) for at in (0, 2, 4)))
