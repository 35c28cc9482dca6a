"""Colours as a unit writes them, and whether text in them can be read (WCAG 2.2, success criterion 1.4.3)."""

from __future__ import annotations

import re
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
        return self._mixed(BLACK, ground, ratio)

    def lighter(self, ground: Colour, ratio: float) -> Colour:
        """The darkest tint of it, itself if it will do, that stands out from a dark ground by `ratio`."""
        return self._mixed(WHITE, ground, ratio)

    def _mixed(self, other: Colour, ground: Colour, ratio: float) -> Colour:
        """The first of 256 steps towards another colour that stands out; mixing keeps the hue and never glares."""
        for step in range(257):
            parts = zip((self.red, self.green, self.blue), (other.red, other.green, other.blue), strict=True)
            colour = Colour(*(round(own + (far - own) * step / 256) for own, far in parts))
            if colour.contrast(ground) >= ratio:
                break
        return colour


BLACK = Colour(0, 0, 0)
WHITE = Colour(255, 255, 255)


def parse_colour(text: str) -> Colour:
    """Read `#97181c` or `#918`, with or without `#`. Raises ValueError for anything else, names of colours too."""
    match = _HEX.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    digits = match[1] if len(match[1]) == 6 else "".join(2 * digit for digit in match[1])
    return Colour(*(int(digits[at : at + 2], 16) for at in (0, 2, 4)))
