"""Where a path leads once its links are followed."""

from __future__ import annotations

import os
from pathlib import Path


def real_path(place: Path | str) -> Path:
    """The full path with all links followed; a link in a circle stays, where `Path.resolve` ends in an error."""
    return Path(os.path.realpath(place))
