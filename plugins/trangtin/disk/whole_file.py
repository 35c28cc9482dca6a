"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path


def write_whole(target: Path, data: bytes) -> None:
    """Write a file beside the target, then rename it: who looks meanwhile sees the old file or the new one.

    Makes the folder. A file that is replaced keeps its permissions; a new one can be read by all. Where it fails
    (OSError, which names the target) or is interrupted, nothing is left behind.
    """
    with naming(target):
        handle, name = _opened_beside(target)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            try:
                shutil.copymode(target, temporary)
            except FileNotFoundError:
                temporary.chmod(0o644)
            temporary.replace(target)
        except BaseException:
            with suppress(OSError):  # the error that is raised says enough
                temporary.unlink()
            raise


@contextmanager
def naming(target: Path) -> Iterator[None]:
    """An OSError raised within names `target`, not the file beside it that nobody knows of."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(target), None
        raise


def _opened_beside(target: Path) -> tuple[int, str]:
    """A new file in the folder of `target`, which is made only where it is missing: caches write thousands of files."""
    for _ in range(2):
        with suppress(FileNotFoundError):
            return tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".tmp")
        target.parent.mkdir(parents=True, exist_ok=True)
    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(target.parent))


def write_together(files: Mapping[Path, bytes]) -> None:
    """Write files that are not there yet, in their order: all, or none of them.

    Raises OSError (FileExistsError where something is in the way), which names the file, and then no file and no folder
    made for one is left.
    """
    with ExitStack() as undo:
        for target, data in files.items():
            _make_folder(target.parent, undo)
            with naming(target):
                _write_new(target, data)
            undo.callback(target.unlink, missing_ok=True)
        undo.pop_all()


def _write_new(target: Path, data: bytes) -> None:
    """Write a file, never over another, even one that somebody makes at the same moment.

    A link to what was written beside it gets the name only where nobody has it. On file systems without links (FAT,
    some network drives) the file is made under its name: there a reader may meanwhile see a part of it.
    """
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".") as folder:
        written = Path(folder) / "new"
        written.write_bytes(data)
        written.chmod(0o644)
        try:
            target.hardlink_to(written)
        except FileExistsError:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        except OSError:
            _write_under_its_name(target, data)


def _write_under_its_name(target: Path, data: bytes) -> None:
    with target.open("xb") as file, ExitStack() as undo:
        undo.callback(target.unlink, missing_ok=True)
        file.write(data)
        file.flush()
        undo.pop_all()


def _make_folder(folder: Path, undo: ExitStack) -> None:
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        try:
            each.mkdir(exist_ok=True)
        except FileExistsError:  # a link that leads nowhere
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(each)) from None
        undo.callback(_leave, each)


def _leave(folder: Path) -> None:
    """Delete a folder that was made for nothing, unless somebody has used it meanwhile."""
    with suppress(OSError):
        folder.rmdir()
