"""Cuts long sequences into parts that are made, sent or kept together."""

from __future__ import annotations


def batches(length: int, size: int) -> list[slice]:
    """Slices of a sequence of this length, in order, of `size` places each; the last may be shorter."""
    return [slice(start, start + size) for start in range(0, length, size)]
