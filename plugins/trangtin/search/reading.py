"""All pages inverted: terms from the cache where they are known, the rest worked out on every core of the machine."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from trangtin.search.abbreviations import Abbreviations
from trangtin.search.cache import TermsCache, key_of
from trangtin.search.record import SearchRecord
from trangtin.search.segment import Segment, one_segment, segment_of
from trangtin.search.terms import terms_of

ENOUGH = 500
"""Pages for which one more process is worth its start."""
MOST_PROCESSES = 8


@dataclass(frozen=True, slots=True)
class _Run:
    """Pages that one process reads."""

    records: Sequence[SearchRecord]
    keys: Sequence[bytes]
    start: int
    abbreviations: Abbreviations
    folder: Path | None


def read_pages(records: Sequence[SearchRecord], abbreviations: Abbreviations, folder: Path | None = None) -> Segment:
    """All pages as one segment. `folder` is where caches are kept; None keeps nothing."""
    keys = [key_of(record, abbreviations) for record in records]
    processes = max(1, min(len(records) // ENOUGH, os.cpu_count() or 1, MOST_PROCESSES))
    size = -(-len(records) // processes) or 1
    runs = [
        _Run(records[start : start + size], keys[start : start + size], start, abbreviations, folder)
        for start in range(0, len(records), size)
    ]
    if processes == 1:
        segments = [_read(run) for run in runs]
    else:
        # Never by fork: MkDocs' preview has threads.
        with ProcessPoolExecutor(processes, get_context("spawn"), initializer=gc.disable) as pool:
            segments = list(pool.map(_read, runs))
    if folder is not None:
        TermsCache(folder).keep_only(set(keys))
    return one_segment(segments)


def _read(run: _Run) -> Segment:
    cache = TermsCache(run.folder) if run.folder else None
    known = cache.read(run.keys) if cache else {}
    fresh = {
        key: terms_of(record, run.abbreviations)
        for key, record in zip(run.keys, run.records, strict=True)
        if key not in known
    }
    if cache:
        cache.add(fresh)
    known |= fresh
    return segment_of((known[key] for key in run.keys), run.start)
