"""Python's collector of circles, told what need not be walked: nearly all that is read and linked stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_COLLECTED = (20_000, 20, 20)
"""Objects made between two runs of the collector, and runs between those that look further: texts and pages make few
circles."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no circles among what is made inside."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def kept_to_the_end() -> Iterator[None]:
    """What is made inside lives until the build ends: it is not walked again and again (8 % of a build)."""
    gc.unfreeze()
    gc.collect()  # what is left of a preview's last build
    with uncollected():
        yield
        gc.freeze()
    gc.set_threshold(*_COLLECTED)
