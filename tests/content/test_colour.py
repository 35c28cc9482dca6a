"""Colours: read as typed, contrast after WCAG, the nearest shade that can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trangtin.content.options.look import GROUND, Look
from trangtin.content.reading.messages import build
from trangtin.content.values.colour import BLACK, READABLE, WHITE, Colour, parse_colour
from trangtin.views.parts.look import accent_colours

PARTS = st.integers(0, 255)
COLOURS = st.builds(Colour, PARTS, PARTS, PARTS)


@pytest.mark.parametrize(
    ("typed", "read"), [("#97181c", "#97181c"), ("97181C", "#97181c"), ("#0a5", "#00aa55"), (" #FFF ", "#ffffff")]
)
def test_a_colour_is_read_as_typed(typed: str, read: str) -> None:
    assert str(parse_colour(typed)) == read


@pytest.mark.parametrize("typed", ["#", "#12", "#12345", "xanh", "red", "rgb", "#gggggg"])
def test_what_is_no_colour_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=typed):
        parse_colour(typed)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000", "#fff", 21.0), ("#fff", "#fff", 1.0), ("#767676", "#fff", 4.54), ("#595959", "#fff", 7.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert parse_colour(one).contrast(parse_colour(other)) == pytest.approx(ratio, abs=0.01)


@given(COLOURS, COLOURS)
def test_contrast_has_two_equal_sides(one: Colour, other: Colour) -> None:
    assert 1 <= one.contrast(other) <= 21
    assert one.contrast(other) == other.contrast(one)


@given(COLOURS)
def test_the_nearest_shade_can_be_read_and_stays_if_it_could(colour: Colour) -> None:
    darker = colour.darker(GROUND, READABLE)
    assert darker.contrast(GROUND) >= READABLE
    assert (darker == colour) is (colour.contrast(GROUND) >= READABLE)
    assert colour.lighter(BLACK, READABLE).contrast(BLACK) >= READABLE


@given(COLOURS)
def test_whatever_is_accepted_can_be_read_everywhere(colour: Colour) -> None:
    look = build(Look, {"accent": str(colour)}, "mkdocs.yml", {})
    if isinstance(look, list):
        (problem,) = look
        assert problem.code == "TT221"
        # What the message proposes is accepted.
        assert isinstance(build(Look, {"accent": problem.example.split('"')[1]}, "mkdocs.yml", {}), Look)
        return
    shades = accent_colours(look)
    light, bar, dark, dark_bar = map(parse_colour, (shades.light, shades.bar, shades.dark, shades.dark_bar))
    assert light.contrast(GROUND) >= READABLE
    assert min(bar.contrast(WHITE), dark_bar.contrast(WHITE)) >= READABLE
    assert dark.contrast(Colour(0x22, 0x20, 0x1D)) >= READABLE
    strong, dark_strong = parse_colour(shades.strong), parse_colour(shades.dark_strong)
    assert min(strong.contrast(WHITE), dark_strong.contrast(BLACK)) >= 7
