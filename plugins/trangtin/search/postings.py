"""Postings: which pages hold a term and how much it weighs there, as text that packs well.

One letter says the step to the next page and the level at once where pages lie close, as they do for common words; a
letter of its own per number would cost two bits more each, which is a third of an index.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from operator import sub

LETTERS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
"""What a JSON string holds unescaped, from `#` to `~` without the backslash: 91 letters."""
NEAR = 6
"""Steps of 1 to 5 have letters of their own; 0 of these six says that the step follows."""
BASE = 45
"""The step follows in digits to this base, the lowest first; all but the last are moved up by it."""


def encode(postings: Iterable[int], last: int = -1) -> str:
    """Postings, each page * 16 + level, by rising page, as text; steps count from the page `last`."""
    listed = list(postings)
    before = chain((last << 4,), map((~15).__and__, listed))
    return "".join(map(_CODES.__getitem__, map(sub, listed, before)))


class _Codes(dict[int, str]):
    """What a step * 16 + level is written as, worked out once: a portal has millions of postings."""

    def __missing__(self, posting: int) -> str:
        step, level = posting >> 4, posting & 15
        far = step >= NEAR
        code = LETTERS[level * NEAR + (0 if far else step)] + (number(step - NEAR) if far else "")
        if step < 1000:  # nearly all; of the rest there may be many
            self[posting] = code
        return code


_CODES = _Codes()


def number(value: int) -> str:
    """A number from 0 in digits that show where they end."""
    out = ""
    while value >= BASE:
        out += LETTERS[BASE + value % BASE]
        value = value // BASE - 1
    return out + LETTERS[value]


def joined(before: str, last: int, after: str) -> str:
    """Two encoded runs as one: `last` is the last page of the first run, the second follows it."""
    level, step = divmod(LETTERS.index(after[0]), NEAR)
    page, length = step - 1, 1
    if step == 0:
        far, digits = _number_at(after, 1)
        page, length = far + NEAR - 1, 1 + digits
    return before + encode([page << 4 | level], last) + after[length:]


def _number_at(text: str, place: int) -> tuple[int, int]:
    """A number written by `number`, and how many letters it takes."""
    value, scale, length = 0, 1, 1
    while (digit := LETTERS.index(text[place])) >= BASE:
        value += digit * scale
        scale *= BASE
        place, length = place + 1, length + 1
    return value + digit * scale, length


def decode(text: str) -> Iterator[tuple[int, int]]:
    """Postings as (page, level), read as the script on the search page reads them."""
    page, place = -1, 0
    while place < len(text):
        level, step = divmod(LETTERS.index(text[place]), NEAR)
        place += 1
        if step == 0:
            far, digits = _number_at(text, place)
            step, place = far + NEAR, place + digits
        page += step
        yield page, level
