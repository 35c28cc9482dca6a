"""Numbers as Vietnamese readers write them."""

from __future__ import annotations

import pytest

from trangtin.content.values.quantity import number_text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (0, 0, "0"),
        (999, 0, "999"),
        (1000, 0, "1.000"),
        (1234567, 0, "1.234.567"),
        (1234.5, 1, "1.234,5"),
        (1234.5, 2, "1.234,5"),
        (13.0, 1, "13"),
        (1000, 2, "1.000"),
        (0.05, 2, "0,05"),
        (-1234.5, 1, "-1.234,5"),
    ],
)
def test_numbers(value: float, decimals: int, text: str) -> None:
    assert number_text(value, decimals) == text
