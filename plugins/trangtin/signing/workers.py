"""Slow work on many files, spread over the machine's processors. Few files are done at once, in this process."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar, TypeVarTuple

from trangtin.signing.files import signed_by
from trangtin.signing.report import FileReport
from trangtin.signing.trust import TrustStore

_FEW = 64
"""Up to here starting processes, which import the PDF libraries anew, costs more than it saves."""
_TOGETHER = 16
_MOST_PROCESSES = 8
"""Each takes a hundred megabytes; Windows allows no more than 61."""

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


def in_parallel(work: Callable[[*Ts], T], tasks: Sequence[tuple[*Ts]]) -> Iterator[T]:
    """The results of `work(*task)`, in order."""
    processors = min(os.cpu_count() or 1, _MOST_PROCESSES)
    if len(tasks) <= _FEW or processors == 1:
        yield from (work(*task) for task in tasks)
        return
    # Not by forking: PDFium and MkDocs' server have threads, and Windows cannot.
    with ProcessPoolExecutor(processors, mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, *zip(*tasks, strict=True), chunksize=_TOGETHER)


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
