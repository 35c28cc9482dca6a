"""Compressed copies of texts beside them, for servers that send them as they are: smaller than what is packed in haste.

The same text gives the same bytes: no time and no name is written into a copy.
"""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Collection, Iterator, Mapping
from enum import Enum
from pathlib import Path, PurePosixPath

import brotli

from trangtin.parallel import in_parallel
from trangtin.processors import processes_for


class Packing(Enum):
    """How a copy is packed, by the ending of its name."""

    GZIP = ".gz"
    """Every browser and server; RFC 1952."""
    BROTLI = ".br"
    """A tenth smaller, and much slower to make; RFC 7932."""


ENDINGS = tuple(packing.value for packing in Packing)
_TEXTS = frozenset({".html", ".css", ".js", ".mjs", ".json", ".xml", ".svg", ".ics", ".csv", ".txt"})
_WORTH_IT = 1_000
"""Bytes below which a compressed copy saves no packet."""
_ENOUGH: Mapping[Packing, int] = {Packing.GZIP: 1_000, Packing.BROTLI: 30}
"""Texts for which one more process is worth its start."""
_TOGETHER = 16
_AT_ONCE = 1 << 20
"""Bytes unpacked at a time: what a stranger packed may be larger than the memory."""


def is_worth_it(path: str, size: int) -> bool:
    """Whether a file of this name and size in bytes gets copies."""
    return size >= _WORTH_IT and PurePosixPath(path).suffix in _TEXTS


def original_of(path: str) -> str:
    """The path of the text that a copy at this path belongs to; a path with another ending as it is."""
    return path[: -len(ending)] if (ending := PurePosixPath(path).suffix) in ENDINGS else path


def copy_of(file: Path, packing: Packing) -> Path:
    """Where the copy of a file lies."""
    return file.with_name(f"{file.name}{packing.value}")


def write_copies(texts: Mapping[Path, Path], packing: Packing) -> None:
    """Write copies of texts, by where each is to lie, in several processes where there are many. Raises OSError."""
    tasks = [(text, copy, packing) for copy, text in texts.items()]
    done = in_parallel(_write_copy, tasks, processes=processes_for(len(tasks), _ENOUGH[packing]), together=_TOGETHER)
    for _ in done:
        pass


def write_missing_copies(folder: Path, paths: Collection[str]) -> None:
    """All copies of the site in `folder`, whose files are at `paths`, save those that are files of the site."""
    for packing in Packing:
        texts = (path for path in paths if f"{path}{packing.value}" not in paths)
        files = (folder / path for path in texts if is_worth_it(path, (folder / path).stat().st_size))
        write_copies({copy_of(file, packing): file for file in files}, packing)


def unpacked_sha256(file: Path) -> str | None:
    """The hash of what a copy unpacks to, read piece by piece; None if it does not unpack."""
    whole = hashlib.sha256()
    try:
        for piece in _unpacked(file):
            whole.update(piece)
    except (OSError, EOFError, zlib.error, brotli.error):
        return None
    return whole.hexdigest()


def _write_copy(text: Path, copy: Path, packing: Packing) -> None:
    data = text.read_bytes()
    if packing is Packing.GZIP:
        packed = gzip.compress(data, compresslevel=9, mtime=0)
    else:
        packed = brotli.compress(data, mode=brotli.MODE_TEXT, quality=11)
    copy.write_bytes(packed)


def _unpacked(file: Path) -> Iterator[bytes]:
    if file.suffix == Packing.GZIP.value:
        with gzip.open(file) as stream:
            while piece := stream.read(_AT_ONCE):
                yield piece
        return
    unpacker = brotli.Decompressor()
    yield unpacker.process(file.read_bytes(), output_buffer_limit=_AT_ONCE)
    while not unpacker.is_finished():
        piece = unpacker.process(b"", output_buffer_limit=_AT_ONCE)
        if not piece:
            raise EOFError(file)
        yield piece
