"""The slow work on one file, as functions that other processes can run."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from trangtin.signing.kept_readings import KeptReadings
from trangtin.signing.report import FileReading


@dataclass(frozen=True, slots=True)
class Look:
    """The result of reading a file from disk once."""

    hashes: tuple[str, ...]
    """SHA-256 of the file and, if it signs another, of that one."""
    reading: FileReading
    is_new: bool
    """False if its report was already kept under these hashes: then it was not opened, and no picture drawn."""


def look(file: Path, beside: Path | None, readings: KeptReadings) -> Look:
    """Hash a file and the one that it signs, and open it if nothing is kept under these hashes."""
    data = file.read_bytes()
    content = beside.read_bytes() if beside else None
    hashes = tuple(hashlib.sha256(each).hexdigest() for each in (data, content) if each is not None)
    for _, report in readings.reports([readings.key(hashes)]):
        return Look(hashes, FileReading(report), is_new=False)
    from trangtin.signing.reading import read_file  # heavy: only when something is new

    return Look(hashes, read_file(data, readings.trust, signed_content=content, sha256=hashes[0]), is_new=True)


def draw(file: Path) -> bytes:
    """The picture of a file's first page; empty if there is none to draw."""
    from trangtin.signing.inside.pages import read_pages  # heavy: only when a picture is gone

    return read_pages(file.read_bytes(), with_picture=True).picture or b""


def clean(file: Path) -> bytes | None:
    """A picture without the camera's notes; None where there is nothing to leave out.

    A broken one gives None too: a portal's check has stopped the build before that.
    """
    from trangtin.signing.inside.images import without_exif  # heavy: only when something is new

    data = file.read_bytes()
    try:
        cleaned = without_exif(data)
    except ValueError:
        return None
    return cleaned if cleaned != data else None
