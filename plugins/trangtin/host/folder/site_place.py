"""Which folder a build may empty: none that holds the portal itself, and none with files of somebody else."""

from __future__ import annotations

import glob
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from mkdocs.exceptions import PluginError

from trangtin.disk.real_path import real_path
from trangtin.signing.manifest import is_site
from trangtin.standing.left_site import lying_in, name_of_new, read_rows


def refuse_place(folder: Path, sources: Iterable[Path], record: Path) -> None:
    """Raise PluginError for a folder that overlaps one of `sources`, or has files and was never a site's.

    `record` is the file that tells what the last build left in which folder.
    """
    place = real_path(folder)
    for source in map(Path.resolve, sources):
        if place == source or place in source.parents or source in place.parents:
            raise PluginError(
                f"'site_dir' là '{folder}', nơi có '{source.name}' của trang: dựng vào đó sẽ xóa mất nội dung gốc "
                "→ ghi 'site_dir: site', hoặc bỏ khóa ấy khỏi mkdocs.yml"
            )
    if (strange := _strange_file(place, record)) is not None:
        raise PluginError(
            f"thư mục '{folder}' đang có tệp khác ('{strange}'), không phải trang do trangtin dựng; dựng vào đó sẽ "
            "xóa mất chúng → ghi 'site_dir' là thư mục khác, hoặc tự dọn thư mục ấy rồi dựng lại"
        )


def _strange_file(place: Path, record: Path) -> str | None:
    """A file in a folder that no build has ever written to; None where there is none."""
    if not place.is_dir() or is_site(place) or _was_begun(place, record):
        return None
    with suppress(OSError):  # which the build tells of when it writes there
        return next((address for address, entry in lying_in(place) if entry is not None), None)
    return None


def _was_begun(place: Path, record: Path) -> bool:
    """Whether files there are a site's: a killed build moved some of them in, or somebody deleted others."""
    with suppress(OSError):
        if read_rows(record.read_bytes(), place):
            return True
    new = f"{glob.escape(name_of_new(place))}*"
    return any(each for folder in (place.parent, place) for each in folder.glob(new))
