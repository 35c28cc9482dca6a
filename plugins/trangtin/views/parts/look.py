"""The unit's colour, worked out for every ground it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from trangtin.content.options.look import Look
from trangtin.content.values.colour import WHITE, Colour

_DARK_PAPER = Colour(0x22, 0x20, 0x1D)
"""The theme's dark paper (`--tt-paper` of `styles/dark.css`), the lightest dark ground."""
_ON_DARK = 7.5
_BAR_ON_DARK = 12.0
"""How far white text on the menu bar stands out in the dark: the bar must not glare."""


@dataclass(frozen=True, slots=True)
class AccentColours:
    """One colour as text and as a bar, on light and on dark grounds; `#rrggbb`."""

    light: str
    bar: str
    dark: str
    dark_bar: str


DEFAULT = AccentColours("#97181c", "#8a1519", "#f0a09a", "#5a1114")
"""What `styles/tokens.css`, `styles/dark.css` and `assets/favicon.svg` have, for what no stylesheet reaches."""


def accent_colours(look: Look) -> AccentColours:
    """The shades of the unit's own colour, or of the theme's where it has none."""
    return DEFAULT if look.accent is None else _shades(look.accent)


@lru_cache(maxsize=4)  # asked for by every card for a shared link
def _shades(accent: Colour) -> AccentColours:
    dark, dark_bar = accent.lighter(_DARK_PAPER, _ON_DARK), accent.darker(WHITE, _BAR_ON_DARK)
    return AccentColours(str(accent), str(accent), str(dark), str(dark_bar))
