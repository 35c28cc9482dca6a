"""Files written whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(target: Path, data: bytes) -> None:
    """Write beside the target first, then in its place: who looks meanwhile sees the old or the new one.

    Makes the folder; keeps the permissions of a file that is replaced, a new one can be read by all. Raises OSError,
    and then, as when it is interrupted, leaves nothing behind.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".", suffix=".tmp", delete=False) as temporary:
        temporary.write(data)
    try:
        if target.exists():
            shutil.copymode(target, temporary.name)
        else:
            Path(temporary.name).chmod(0o644)
        Path(temporary.name).replace(target)
    except BaseException:
        with suppress(OSError):  # what is left is told by the error that is raised
            Path(temporary.name).unlink()
        raise
