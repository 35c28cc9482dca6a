"""The sample portal as tests and tools build it: on one day, whatever day it is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TODAY = "2026-11-21"
ENVIRONMENT = {**os.environ, "TRANGTIN_TODAY": TODAY, "NO_MKDOCS_2_WARNING": "1"}


def build(folder: Path) -> None:
    """Build it into a folder. Raises RuntimeError with all that was said where that does not succeed."""
    command = [sys.executable, "-m", "trangtin", "build", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"the sample portal does not build:\n{done.stdout}{done.stderr}")
