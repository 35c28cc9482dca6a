"""When Python looks for reference cycles in a build: seldom, since nearly all that is made stays to the end."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_COLLECTED = (20_000, 20, 20)
"""Thresholds of `gc.set_threshold`: new objects before a collection, then collections before an older generation is
looked at. Texts and pages make few cycles."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no cycles while this lasts."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def kept_to_the_end() -> Iterator[None]:
    """Never again look for cycles among what is made while this lasts: that would take 8 % of a build."""
    gc.unfreeze()
    gc.collect()  # what is left of a preview's last build
    with uncollected():
        yield
        gc.freeze()
    gc.set_threshold(*_COLLECTED)
