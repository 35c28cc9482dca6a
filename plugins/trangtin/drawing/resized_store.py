"""Sizes of pictures kept on disk: no picture is opened a second time, whatever else changes.

What is known of a picture is filed under the hash of its bytes, of the code that resizes and of the libraries that
encode; the pictures made of it lie under the hashes of their own bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import features

from trangtin.disk.kept_files import is_kept, keep, sweep
from trangtin.disk.shelf import Row, Shelf, code_version, key_of, releases_of
from trangtin.drawing.resized import Resized, Sizes, sizes_of
from trangtin.parallel import in_parallel
from trangtin.processors import processes_for
from trangtin.signing.inside import images

NAME = "sizes.sqlite"
_ENOUGH = 3
"""Pictures for which one more process is worth its start: each takes the better part of a second."""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One size of a picture."""

    format: str
    """`avif`, `webp`, `jpeg` or `png`."""
    width: int
    """Pixels."""
    sha256: str
    source: Path | bytes
    """The file kept, or its bytes where none could be kept."""


@dataclass(frozen=True, slots=True)
class KeptSizes:
    """`Sizes` with files in place of bytes."""

    width: int
    height: int
    files: tuple[KeptFile, ...]
    fallback: KeptFile | None
    is_broken: bool
    is_huge: bool


def sizes_of_files(files: Mapping[Path, str], folder: Path) -> Mapping[Path, KeptSizes]:
    """The sizes of pictures, each given with the SHA-256 of its bytes; kept in `folder`. Raises OSError."""
    shelf = Shelf(folder / NAME, ("facts",))
    keys = {digest: key_of(_program(), digest) for digest in files.values()}
    known = {key: _read(str(facts), folder) for key, (facts,) in shelf.find(dict.fromkeys(keys.values()))}
    ready = {key: sizes for key, sizes in known.items() if sizes is not None}
    missing = {keys[digest]: file for file, digest in files.items() if keys[digest] not in ready}
    fresh: dict[bytes, Row] = {}
    tasks = [(file,) for file in missing.values()]
    for key, made in zip(
        missing, in_parallel(_sizes_of_file, tasks, processes=processes_for(len(tasks), _ENOUGH)), strict=True
    ):
        ready[key] = kept = _kept(made, folder)
        if all(isinstance(each.source, Path) for each in _all(kept)):
            fresh[key] = (_written(kept),)
    shelf.add(fresh)
    if fresh:
        sweep(folder)
    shelf.keep(frozenset(keys.values()))
    return {file: ready[keys[digest]] for file, digest in files.items()}


def _sizes_of_file(file: Path) -> Sizes:
    return sizes_of(file.read_bytes())


def _kept(sizes: Sizes, folder: Path) -> KeptSizes:
    fallback = _keep(sizes.fallback, folder) if sizes.fallback else None
    files = tuple(_keep(each, folder) for each in sizes.made)
    return KeptSizes(sizes.width, sizes.height, files, fallback, sizes.is_broken, sizes.is_huge)


def _keep(made: Resized, folder: Path) -> KeptFile:
    digest = hashlib.sha256(made.data).hexdigest()
    place = _place(folder, digest, made.format)
    return KeptFile(made.format, made.width, digest, place if keep(place, made.data) else made.data)


def _place(folder: Path, digest: str, ending: str) -> Path:
    return folder / digest[:2] / f"{digest}.{ending}"


def _all(sizes: KeptSizes) -> Iterator[KeptFile]:
    yield from sizes.files
    if sizes.fallback is not None:
        yield sizes.fallback


def _written(sizes: KeptSizes) -> str:
    rows = [[each.format, each.width, each.sha256] for each in _all(sizes)]
    has_fallback = sizes.fallback is not None
    return json.dumps([sizes.width, sizes.height, rows, has_fallback, sizes.is_broken, sizes.is_huge])


def _read(text: str, folder: Path) -> KeptSizes | None:
    """The sizes as recorded; None where one of their files is gone."""
    width, height, rows, has_fallback, is_broken, is_huge = json.loads(text)
    files = [KeptFile(name, wide, digest, _place(folder, digest, name)) for name, wide, digest in rows]
    if not all(isinstance(each.source, Path) and is_kept(each.source) for each in files):
        return None
    fallback = files.pop() if has_fallback else None
    return KeptSizes(width, height, tuple(files), fallback, is_broken, is_huge)


def _program() -> str:
    """The version of the code that resizes, and of no other: resizing a photograph again takes most of a second."""
    encoders = [f"{name} {features.version(name)}" for name in ("webp", "avif", "jpg") if features.check(name)]
    code = (Path(__file__).with_name("resized.py"), Path(images.__file__))
    return f"{code_version(*code)} {releases_of('pillow')} {encoders}"
