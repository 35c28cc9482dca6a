"""A new site takes the place of the last one, file by file, so that no page ever leads to what is not there yet."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator, Set
from contextlib import suppress
from pathlib import Path

from trangtin.host.addresses import folders_of, parents
from trangtin.signing.manifest import NAME

_HOME = "index.html"


def move_in(made_in: Path, folder: Path, new: Set[str], gone: Set[str]) -> None:
    """Move the files at the addresses `new` from one folder into the other, and delete what is `gone` there.

    First files that pages lead to, then pages, then what goes, and the list of all at last; only what is in the way of
    a new file goes before. `gone` may name empty folders, which end with `/`. Each file is moved whole. Raises OSError.
    """
    in_the_way = frozenset(_in_the_way(new, gone))
    _delete(folder, in_the_way)
    moved = _move_folders(made_in, folder, new) if not os.path.lexists(folder / _HOME) else frozenset()
    left = [address for address in new if address.partition("/")[0] not in moved]
    made: set[str] = set()
    for address in sorted(left, key=lambda address: (address == NAME, address.endswith(".html"), address)):
        if address == NAME:
            _delete(folder, gone - in_the_way)
        _make(folder, address.rpartition("/")[0], made)
        _move(f"{made_in}/{address}", f"{folder}/{address}")
    if NAME not in new:
        _delete(folder, gone - in_the_way)


def _in_the_way(new: Iterable[str], gone: Iterable[str]) -> Iterator[str]:
    """What must be deleted first: a file where a folder is to be, or a folder where a file is to be.

    Or a name that differs in case alone, which some disks take for the same.
    """
    files = {address.casefold() for address in new}
    folders = folders_of(files)
    for address in gone:
        name = address.casefold().rstrip("/")
        if name in files or name in folders or any(parent in files for parent in parents(name)):
            yield address


def _move_folders(made_in: Path, folder: Path, new: Iterable[str]) -> frozenset[str]:
    """Move whole folders, where the site has none of that name yet."""
    moved = set()
    for name in {address.partition("/")[0] for address in new if "/" in address}:
        if not os.path.lexists(folder / name):
            with suppress(OSError):  # another disk: one file after the other
                os.rename(made_in / name, folder / name)
                moved.add(name)
    return frozenset(moved)


def _make(folder: Path, inner: str, made: set[str]) -> None:
    if inner not in made:
        os.makedirs(folder / inner, exist_ok=True)
        made.add(inner)


def _move(source: str, target: str) -> None:
    try:
        os.replace(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # A mounted folder is another disk: copied beside its place first.
        shutil.copyfile(source, f"{target}.new")
        os.replace(f"{target}.new", target)


def _delete(folder: Path, addresses: Iterable[str]) -> None:
    """Delete files, and the folders that are empty then."""
    emptied = set()
    for address in addresses:
        emptied.add(address.rpartition("/")[0])
        if not address.endswith("/"):
            with suppress(FileNotFoundError):
                os.unlink(folder / address)
    for inner in sorted(emptied, reverse=True):
        with suppress(OSError):  # there is something in it still
            for each in (inner, *parents(inner)):
                os.rmdir(folder / each)
