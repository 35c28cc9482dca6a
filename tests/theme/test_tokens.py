"""The colours of the theme can be read on every ground, in every scheme."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import trangtin_theme
from trangtin.content.options.look import GROUND
from trangtin.content.values.colour import READABLE, parse_colour
from trangtin.drawing.card import INK, ON_BAR, PAPER, SOFT
from trangtin.views.parts.look import DEFAULT

STYLES = Path(trangtin_theme.__file__).parent / "styles"
_TOKEN = re.compile(r"--tt-([a-z-]+): (#[0-9a-f]{3,6})\b")
TEXTS = ("ink", "soft", "accent", "link", "visited", "good", "warn", "bad")
GROUNDS = ("ground", "paper")
LINES = 3.0
"""WCAG 2.2, success criterion 1.4.11: edges of controls, the ring around what has the focus."""


def tokens(name: str, part: int = 0) -> dict[str, str]:
    """The colours that a style sheet gives, in its first or a later block."""
    blocks = (STYLES / name).read_text(encoding="utf-8").split(":root {")[1:]
    return dict(_TOKEN.findall(blocks[part]))


LIGHT = tokens("tokens.css")
DARK = LIGHT | tokens("dark.css")
SCHEMES = {
    "light": (LIGHT, READABLE),
    "dark": (DARK, READABLE),
    "light, more contrast": (LIGHT | tokens("contrast.css"), 7.0),
    "dark, more contrast": (DARK | tokens("contrast.css") | tokens("contrast.css", 1), 7.0),
}


@pytest.mark.parametrize("name", SCHEMES)
def test_every_text_can_be_read_on_every_ground(name: str) -> None:
    colours, least = SCHEMES[name]
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS]
    pairs += [("warn", "warn-ground"), ("bad", "bad-ground"), ("ink", "warn-ground"), ("ink", "bad-ground")]
    pairs += [("ink", "mark"), ("on-bar", "bar"), ("link", "warn-ground"), ("link", "bad-ground")]
    pale = {
        pair: round(ratio, 2)
        for pair in pairs
        if (ratio := parse_colour(colours[pair[0]]).contrast(parse_colour(colours[pair[1]]))) < least
    }
    assert pale == {}


@pytest.mark.parametrize("name", SCHEMES)
def test_edges_and_the_focus_ring_stand_out(name: str) -> None:
    colours, _ = SCHEMES[name]
    for line in ("edge", "focus"):
        for ground in GROUNDS:
            assert parse_colour(colours[line]).contrast(parse_colour(colours[ground])) >= LINES, (line, ground)


def test_what_python_knows_of_the_theme_is_what_the_theme_says() -> None:
    assert str(GROUND) == LIGHT["ground"]
    assert (DEFAULT.light, DEFAULT.bar, DEFAULT.dark, DEFAULT.dark_bar) == (
        LIGHT["accent"],
        LIGHT["bar"],
        DARK["accent"],
        DARK["bar"],
    )
    assert (DEFAULT.strong, DEFAULT.dark_strong) == (
        tokens("contrast.css")["accent"],
        tokens("contrast.css", 1)["accent"],
    )
    drawn = [parse_colour(LIGHT[name]) for name in ("paper", "ink", "soft", "on-bar")]
    assert drawn == [PAPER, INK, SOFT, ON_BAR]
