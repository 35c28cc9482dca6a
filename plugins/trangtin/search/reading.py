"""All pages inverted: terms from the cache where they are known, the rest worked out on every core of the machine."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from trangtin.parallel import can_copy, in_parallel, processes_for
from trangtin.search.abbreviations import Abbreviations
from trangtin.search.cache import TermsCache, key_of
from trangtin.search.record import SearchRecord
from trangtin.search.segment import Segment, one_segment, segment_of
from trangtin.search.terms import terms_of

ENOUGH = 500
"""Pages for which one more process is worth its start."""


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
    processes = processes_for(len(records) if can_copy() else _unread(keys, folder), ENOUGH)
    size = -(-len(records) // processes) or 1
    runs = [
        (_Run(records[start : start + size], keys[start : start + size], start, abbreviations, folder),)
        for start in range(0, len(records), size)
    ]
    segments = list(in_parallel(_read, runs, processes=processes, initializer=gc.disable))
    if folder is not None:
        TermsCache(folder).keep(set(keys))
    return one_segment(segments)


def _unread(keys: Sequence[bytes], folder: Path | None) -> int:
    """Pages that are still to be read: only they pay for processes that start anew, as in a preview."""
    return len(set(keys) - TermsCache(folder).known()) if folder else len(keys)


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
