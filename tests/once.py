"""What is dear to make and only read: made once for a run, by whichever worker asks first; the others wait."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder that `make` filled, in this worker of pytest-xdist or in another; nobody may write to it later."""
    base = factory.getbasetemp()
    # The folder above is the one that all workers share.
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, made = shared / f"once-{name}", shared / f"once-{name}.made"
    with FileLock(shared / f"once-{name}.lock"):
        if not made.exists():
            shutil.rmtree(folder, ignore_errors=True)  # of one who failed half-way
            folder.mkdir()
            make(folder)
            made.touch()
    return folder
