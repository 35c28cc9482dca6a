"""Long sequences, cut into parts that are made, sent or kept together."""

from __future__ import annotations


def batches(length: int, size: int) -> list[slice]:
    """The places in a sequence of this length, so many at a time and in order; the last batch may be shorter."""
    return [slice(start, start + size) for start in range(0, length, size)]
