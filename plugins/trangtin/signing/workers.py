"""The slow work on one file, as other processes can do it."""

from __future__ import annotations

from pathlib import Path

from trangtin.signing.files import signed_by
from trangtin.signing.report import FileReport
from trangtin.signing.trust import TrustStore


def read(file: Path, trust: TrustStore) -> FileReport:
    """The report of a file, with the file a `.p7s` signs beside it."""
    from trangtin.signing.reading import read_file_report  # heavy: only when something is new

    beside = signed_by(file)
    return read_file_report(file.read_bytes(), trust, signed_content=beside.read_bytes() if beside else None)


def draw(file: Path) -> bytes | None:
    """The picture of a file's first page as WebP; None if there is none to draw."""
    from trangtin.signing.pages import first_page_webp  # heavy: only when something is new

    return first_page_webp(file.read_bytes())


def clean(file: Path) -> bytes | None:
    """A picture without the camera's notes; None where there is nothing to leave out.

    A broken one gives None too: a portal's check has stopped the build before that.
    """
    from trangtin.signing.images import without_exif  # heavy: only when something is new

    data = file.read_bytes()
    try:
        cleaned = without_exif(data)
    except ValueError:
        return None
    return cleaned if cleaned != data else None
