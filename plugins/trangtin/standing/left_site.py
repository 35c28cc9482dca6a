"""The files of a site as a build left them, recorded so that later changes by others show."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from trangtin.disk.locks import folder_held
from trangtin.disk.stamp import stamp_of
from trangtin.disk.whole_file import write_whole
from trangtin.signing.manifest import NAME, WELL_KNOWN, is_folders_own

SITE_RECORD = "site.json"
"""The record of a public site, in the cache folder."""
LAST_PAGES = "last-pages.json"
"""What a build records, in the same folder, for a next build in which only texts differ."""
_HASH = 64
"""Hexadecimal digits at the end of a row."""


def name_of_new(folder: Path) -> str:
    """How the hidden folder is called, up to its random end, that a build of the site in `folder` writes into."""
    return f".{folder.name}.new-"


def row_of(seen: os.stat_result, sha256: str) -> str:
    """The record of a file: its stamp, and the hash of its content."""
    return " ".join(map(str, (*stamp_of(seen), sha256)))


def is_untouched(row: str, seen: os.stat_result) -> bool:
    """Whether a file is still the one that was written down."""
    return row == row_of(seen, hash_in(row))


def hash_in(row: str) -> str:
    """The hash of the content, from the record of a file."""
    return row[-_HASH:]


def size_in(row: str) -> int:
    """The size of a file in bytes, from its record."""
    return int(row.partition(" ")[0])


def read_rows(record: bytes, folder: Path) -> Mapping[str, str]:
    """The rows in a record by address; none where it is not of this folder, or none at all."""
    try:
        known = json.loads(record)
        rows = known["rows"] if known["folder"] == str(folder) else {}
    except (ValueError, KeyError, TypeError):
        return {}
    return rows if isinstance(rows, dict) else {}


def write_rows(record: Path, folder: Path, rows: Mapping[str, str]) -> None:
    """Record the files of a folder; if that fails, everything is written again next time."""
    from pydantic_core import to_json  # not where a build finds nothing to do

    listed = {address: row for address, row in rows.items() if not is_folders_own(address)}
    with suppress(OSError):
        write_whole(record, to_json({"folder": str(folder), "rows": listed}))


@dataclass(frozen=True, slots=True)
class LeftSite:
    """The folder of a site at a moment, compared with the record of the last build."""

    left: Mapping[str, str]
    """Records by address of files that the build left and nobody has touched since."""
    strays: Sequence[str]
    """Addresses of all else in the folder."""
    others: Sequence[str]
    """Addresses of what other programs put into `.well-known/`: it stays."""
    seal: tuple[int, int] | None
    """See `seal_of`: another value, once another build has begun to move in."""


def look_at(folder: Path, record: Path) -> LeftSite:
    """Compare a `folder` as it is now with its `record`. Nobody else may move files in meanwhile. Raises OSError."""
    left, strays, others = dict[str, str](), list[str](), list[str]()
    seal = seal_of(folder)
    rows: Mapping[str, str] = {}
    if os.name == "posix":  # elsewhere no time of a file tells that it was replaced
        with suppress(OSError):
            rows = read_rows(record.read_bytes(), folder)
    for address, entry in lying_in(folder):
        if entry is None:
            strays.append(address)
        elif address in rows and is_untouched(rows[address], entry.stat(follow_symlinks=False)):
            left[address] = rows[address]
        else:
            is_ours = address in rows or not address.startswith(f"{WELL_KNOWN}/")
            (strays if is_ours else others).append(address)
    return LeftSite(left, strays, others, seal)


def look_alone(folder: Path, record: Path) -> LeftSite:
    """The same, while other builds wait. Raises OSError."""
    with folder_held(folder):
        return look_at(folder, record)


def seal_of(folder: Path) -> tuple[int, int] | None:
    """A value that changes as soon as another build moves its files in: it touches the manifest first."""
    with suppress(OSError):
        seen = (folder / NAME).stat()
        return seen.st_ino, seen.st_ctime_ns
    return None


def lying_in(folder: Path, *, with_own: bool = False) -> Iterator[tuple[str, os.DirEntry[str] | None]]:
    """Everything in a folder by its address, in any order; an empty folder as an address that ends with `/`.

    Without the folder's own files (such as `.git`) unless asked for. Links are not followed. Raises OSError.
    """
    left = [""]
    while left:
        under, is_empty = left.pop(), True
        with os.scandir(f"{folder}/{under}") as entries:
            for entry in entries:
                is_empty = False
                is_folder = entry.is_dir(follow_symlinks=False)
                address = f"{under}{entry.name}/" if is_folder else under + entry.name
                if not under and not with_own and is_folders_own(address):
                    continue
                if is_folder:
                    left.append(address)
                else:
                    yield address, entry
        if is_empty and under:
            yield under, None
