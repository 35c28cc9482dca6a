"""Numbers as Vietnamese readers write them, `1.234,5`, and the first of many things."""

from __future__ import annotations

from collections.abc import Sequence


def number_text(value: float, decimals: int = 0) -> str:
    """Thousands with `.`, decimals with `,`, no trailing zeros: 1234.5 -> `1.234,5`."""
    whole, _, fraction = f"{value:,.{decimals}f}".partition(".")
    fraction = fraction.rstrip("0")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")


def listing(things: Sequence[str], most: int, kind: str) -> str:
    """The first of them and how many more there are; `kind` is what they are, in Vietnamese."""
    more = f" và {number_text(len(things) - most)} {kind} khác" if len(things) > most else ""
    return ", ".join(things[:most]) + more
