"""Puts new files into a folder: all or none, and never over something that is there."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from trangtin.disk.whole_file import naming, write_together


@dataclass(frozen=True, slots=True)
class Placed:
    """The result of placing the files."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    """Were there before, and are as they were."""


def place(root: Path, files: Mapping[str, bytes]) -> Placed:
    """Write those of `files` (by path under `root`) that are missing. Raises OSError, and then nothing is left behind.

    A folder that is not there yet is made whole beside its place and then moved: it is there or it is not.
    """
    kept = tuple(path for path in files if os.path.lexists(root / path))
    new = {path: data for path, data in files.items() if path not in kept}
    if os.path.lexists(root):
        write_together({root / path: data for path, data in new.items()})
    else:
        with naming(root):
            root.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=root.parent, prefix=".") as temporary:
                made = Path(temporary) / "portal"
                write_together({made / path: data for path, data in new.items()})
                shutil.move(made, root)
    return Placed(tuple(new), kept)
