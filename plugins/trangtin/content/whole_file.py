"""Files written whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(target: Path, data: bytes) -> None:
    """Write beside the target first, then in its place: who looks meanwhile sees the old or the new one.

    Makes the folder; keeps the permissions of a file that is replaced. Raises OSError, and then leaves nothing behind.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".", suffix=".tmp", delete=False) as temporary:
        temporary.write(data)
    try:
        if target.exists():
            shutil.copymode(target, temporary.name)
        Path(temporary.name).replace(target)
    except OSError:
        with suppress(OSError):  # what is left is told by the error that is raised
            Path(temporary.name).unlink()
        raise
