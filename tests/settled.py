"""Files that are told from any written later: a moment must pass in which nobody writes."""

from __future__ import annotations

import time

from trangtin.disk.stamp import TICK


def settle() -> None:
    """Wait for it."""
    time.sleep(2 * TICK / 1e9)
