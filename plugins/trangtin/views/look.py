"""The unit's colour, worked out for every ground it stands on."""

from __future__ import annotations

from dataclasses import dataclass

from trangtin.content.colour import WHITE, Colour
from trangtin.content.look import Look

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
"""What `styles/tokens.css` and `styles/dark.css` have, for the parts of a page that no stylesheet reaches."""


def accent_colours(look: Look) -> AccentColours | None:
    """The shades of the unit's own colour; None where the theme's own stays."""
    if look.accent is None:
        return None
    return AccentColours(
        str(look.accent),
        str(look.accent),
        str(look.accent.lighter(_DARK_PAPER, _ON_DARK)),
        str(look.accent.darker(WHITE, _BAR_ON_DARK)),
    )
