"""All pages inverted: terms from the cache where they are known, the rest worked out on every core of the machine."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from trangtin.parallel import in_parallel, processes_for
from trangtin.search.abbreviations import Abbreviations
from trangtin.search.cache import TermsCache
from trangtin.search.record import SearchRecord
from trangtin.search.segment import Segment, one_segment, segment_of
from trangtin.search.terms import PageTerms, terms_of

ENOUGH = 500
"""Pages for which one more process is worth its start."""
_TOGETHER = 100
"""Pages that one process reads before it writes down their terms."""
_RENEWED = 20
"""Tasks after which processes start anew: records that were sent are held twice, where they were shared before."""
_INVERTED = 2_000
"""Pages that are inverted together. More of them take more memory at once, fewer have to be joined more often."""


def read_pages(
    records: Sequence[SearchRecord], keys: Sequence[bytes], abbreviations: Abbreviations, folder: Path | None = None
) -> Segment:
    """All pages, whose terms are kept under `keys`, as one segment. Without a `folder` nothing is kept."""
    if folder is not None:
        _read_on_every_core(records, keys, abbreviations, folder)

    def segments() -> Iterator[Segment]:
        for start in range(0, len(records), _INVERTED):
            some = keys[start : start + _INVERTED]
            terms = terms_by_key(records[start : start + _INVERTED], some, abbreviations, folder)
            yield segment_of((terms[key] for key in some), start)

    return one_segment(segments())


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


def _read_on_every_core(
    records: Sequence[SearchRecord], keys: Sequence[bytes], abbreviations: Abbreviations, folder: Path
) -> None:
    """Have the terms of all pages in the cache. Nothing of them comes back: all at once they would fill the memory."""
    known = TermsCache(folder).known()
    unread = [page for page, key in enumerate(keys) if key not in known]
    tasks = []
    for start in range(0, len(unread), _TOGETHER):
        some = unread[start : start + _TOGETHER]
        tasks.append(([records[page] for page in some], [keys[page] for page in some], abbreviations, folder))
    processes = processes_for(len(unread), ENOUGH)
    if processes > 1:
        for _ in in_parallel(_read, tasks, processes=processes, initializer=gc.disable, renewed=_RENEWED):
            pass


def _read(records: Sequence[SearchRecord], keys: Sequence[bytes], abbreviations: Abbreviations, folder: Path) -> None:
    terms_by_key(records, keys, abbreviations, folder)
