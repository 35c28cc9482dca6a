"""Numbers as Vietnamese readers write them: `1.234,5`."""

from __future__ import annotations


def number_text(value: float, decimals: int = 0) -> str:
    """Thousands with `.`, decimals with `,`, no trailing zeros: 1234.5 -> `1.234,5`."""
    whole, _, fraction = f"{value:,.{decimals}f}".partition(".")
    fraction = fraction.rstrip("0")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")
