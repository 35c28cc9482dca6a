"""Roman numerals, as sections of papers are counted."""

from __future__ import annotations

from itertools import pairwise

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_PARTS = {
    1000: "M", 900: "CM", 500: "D", 400: "CD", 100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X", 9: "IX", 5: "V",
    4: "IV", 1: "I",
}  # fmt: skip


def roman(numeral: str) -> int:
    """The value of a roman numeral in capitals (`XIV` is 14), whatever its order. Raises KeyError for other letters."""
    values = [_VALUES[letter] for letter in numeral]
    return sum(-now if now < after else now for now, after in pairwise([*values, 0]))


def to_roman(value: int) -> str:
    """The numeral of a value from 1 to 3999, in capitals."""
    out = ""
    for part, letters in _PARTS.items():
        count, value = divmod(value, part)
        out += letters * count
    return out
