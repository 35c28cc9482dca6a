"""The unit's colour, worked out for every ground it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from trangtin.content.options.look import Look
from trangtin.content.values.colour import BLACK, WHITE, Colour

_DARK_PAPER = Colour(0x22, 0x20, 0x1D)
"""The theme's dark paper (`--tt-paper` of `styles/dark.css`), the lightest dark ground."""
_ON_DARK = 7.5
_BAR_ON_DARK = 12.0
"""How far white text on the menu bar stands out in the dark: the bar must not glare."""

_STRONG = 10.0
"""How far text stands out for readers who want more contrast; WCAG asks for 7 at its highest level."""


@dataclass(frozen=True, slots=True)
class AccentColours:
    """One colour as text and as a bar, on light and on dark grounds; `#rrggbb`."""

    light: str
    bar: str
    dark: str
    dark_bar: str
    strong: str
    """For readers who want more contrast; the bar is black for them."""
    dark_strong: str


DEFAULT = AccentColours("#97181c", "#8a1519", "#f0a09a", "#5a1114", "#6b0000", "#ffc9c5")
"""What the sheets `tokens`, `dark` and `contrast` of `styles/` and `assets/favicon.svg` have, for what none reaches."""


def accent_colours(look: Look) -> AccentColours:
    """The shades of the unit's own colour, or of the theme's where it has none."""
    return DEFAULT if look.accent is None else _shades(look.accent)


@lru_cache(maxsize=4)  # asked for by every card for a shared link
def _shades(accent: Colour) -> AccentColours:
    dark, dark_bar = accent.lighter(_DARK_PAPER, _ON_DARK), accent.darker(WHITE, _BAR_ON_DARK)
    strong, dark_strong = accent.darker(WHITE, _STRONG), accent.lighter(BLACK, _STRONG)
    return AccentColours(*map(str, (accent, accent, dark, dark_bar, strong, dark_strong)))
