"""All pages inverted: terms from the cache where they are known, the rest worked out on every core of the machine."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from trangtin.parallel import can_copy, in_parallel, processes_for
from trangtin.search.abbreviations import Abbreviations
from trangtin.search.cache import TermsCache
from trangtin.search.record import SearchRecord
from trangtin.search.segment import Segment, one_segment, segment_of
from trangtin.search.terms import PageTerms, terms_of

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


def read_pages(
    records: Sequence[SearchRecord], keys: Sequence[bytes], abbreviations: Abbreviations, folder: Path | None = None
) -> Segment:
    """All pages, whose terms are kept under `keys`, as one segment. Without a `folder` nothing is kept."""
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


def terms_by_key(
    records: Sequence[SearchRecord], keys: Sequence[bytes], abbreviations: Abbreviations, folder: Path | None
) -> Mapping[bytes, PageTerms]:
    """The terms of pages by their keys; what is not known yet is kept in `folder`, if there is one."""
    cache = TermsCache(folder) if folder else None
    known = cache.read(keys) if cache else {}
    fresh = {
        key: terms_of(record, abbreviations) for key, record in zip(keys, records, strict=True) if key not in known
    }
    if cache:
        cache.add(fresh)
    return known | fresh


def _unread(keys: Sequence[bytes], folder: Path | None) -> int:
    """Pages that are still to be read: only they pay for processes that start anew, as in a preview."""
    return len(set(keys) - TermsCache(folder).known()) if folder else len(keys)


def _read(run: _Run) -> Segment:
    terms = terms_by_key(run.records, run.keys, run.abbreviations, run.folder)
    return segment_of((terms[key] for key in run.keys), run.start)
