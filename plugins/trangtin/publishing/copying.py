"""A site copied file by file, sharing with the last release what has not changed."""

from __future__ import annotations

import gzip
import os
import shutil
from pathlib import Path

from trangtin.publishing.built_site import BuiltSite
from trangtin.signing.manifest import COMPRESSED, NAME, sha256_of, unpacked_sha256

_TEXTS = frozenset({".html", ".css", ".js", ".mjs", ".json", ".xml", ".svg", ".ics", ".csv", ".txt"})
_WORTH_IT = 1_000
"""Bytes below which a compressed copy saves no packet."""


def copy_site(site: BuiltSite, target: Path, last: BuiltSite | None, moment: float) -> int:
    """Copy what the manifest names, and only that, to the new folder `target`; give the number of files that are new.

    A file that has not changed since `last` is the same file on the disk (a hard link): it takes no room and keeps its
    time, by which browsers know that theirs is still good. New files get the time `moment`, in seconds since 1970.
    Texts get a compressed copy beside them for servers that send it as it is. Raises OSError.
    """
    _folder(target)
    count = 0
    for path, digest in site.files.items():
        new = target / path
        old = last.folder / path if last is not None and last.files.get(path) == digest else None
        _folder(new.parent)
        if old is None or not _share(old, new, digest):
            count += 1
            shutil.copyfile(site.folder / path, new)
            _finish(new, moment)
        if new.suffix in _TEXTS and f"{path}{COMPRESSED}" not in site.files and new.stat().st_size >= _WORTH_IT:
            _compress(new, old, digest, moment)
    shutil.copyfile(site.folder / NAME, target / NAME)
    _finish(target / NAME, moment)
    return count


def _share(old: Path, new: Path, digest: str) -> bool:
    """Whether the old file could stand in for the new one: not if somebody changed it where it lies."""
    try:
        if sha256_of(old) != digest:
            return False
        new.hardlink_to(old)
    except OSError:  # gone, or a disk that knows no links: then it is copied
        return False
    return True


def _compress(new: Path, old: Path | None, digest: str, moment: float) -> None:
    copy = new.with_name(f"{new.name}{COMPRESSED}")
    before = old.with_name(f"{old.name}{COMPRESSED}") if old is not None else None
    if before is not None and before.is_file() and unpacked_sha256(before) == digest:
        try:
            copy.hardlink_to(before)
            return
        except OSError:  # as above
            pass
    copy.write_bytes(gzip.compress(new.read_bytes(), compresslevel=9, mtime=0))
    _finish(copy, moment)


def _folder(folder: Path) -> None:
    """A folder that the web server may read, whatever the umask of who publishes."""
    if folder.is_dir():
        return
    if not folder.parent.is_dir():
        _folder(folder.parent)
    folder.mkdir()
    folder.chmod(0o755)


def _finish(file: Path, moment: float) -> None:
    file.chmod(0o644)
    os.utime(file, (moment, moment))
