"""What is written is what other programs read: every pixel, every colour."""

from __future__ import annotations

import io
import random

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from trangtin.png import Filter, png_of

PALETTE = tuple((7 * value) % 256 for value in range(48))


@given(st.integers(1, 6), st.integers(1, 8), st.sampled_from(Filter), st.randoms())
def test_every_pixel_comes_back(half: int, height: int, filtered: Filter, chance: random.Random) -> None:
    pixels = bytes(chance.randrange(16) for _ in range(2 * half * height))
    picture = Image.frombytes("P", (2 * half, height), pixels)
    with Image.open(io.BytesIO(png_of(picture, PALETTE, filtered))) as read:
        read.verify()  # the check sums of its parts
    with Image.open(io.BytesIO(png_of(picture, PALETTE, filtered))) as read:
        assert (read.format, read.mode, read.size, read.tobytes()) == ("PNG", "P", picture.size, pixels)
        assert read.getpalette() == list(PALETTE)
