"""Terms of pages: from the cache where they are known, the rest worked out; and all pages inverted."""

from __future__ import annotations

import gc
from collections.abc import Mapping, Sequence
from pathlib import Path

from trangtin.batches import batches
from trangtin.copies import shared_out
from trangtin.parallel import in_parallel
from trangtin.processors import processes_for
from trangtin.search.abbreviations import Abbreviations
from trangtin.search.cache import TermsCache, key_of
from trangtin.search.record import Findable, SearchRecord
from trangtin.search.segment import Segment, one_segment, segment_of
from trangtin.search.terms import PageTerms, terms_of

ENOUGH = 500
"""Pages for which one more process is worth its start."""
_TOGETHER = 100
"""Pages whose terms one process works out before it writes them down."""
_INVERTED = 1_000
"""Pages that are inverted together. More of them take more memory at once, fewer have to be joined more often."""


def inverted(pages: Sequence[Findable], keys: Sequence[bytes], abbreviations: Abbreviations, folder: Path) -> Segment:
    """All pages, whose terms are kept under `keys`, as one segment."""

    def segment(some: slice) -> Segment:
        terms = terms_by_key(pages[some], keys[some], abbreviations, folder)
        return segment_of((terms[key] for key in keys[some]), some.start)

    processes = processes_for(len(pages), ENOUGH)
    return one_segment(shared_out(segment, batches(len(pages), _INVERTED), processes=processes))


def terms_by_key(
    pages: Sequence[Findable], keys: Sequence[bytes], abbreviations: Abbreviations, folder: Path
) -> Mapping[bytes, PageTerms]:
    """The terms of pages by their keys; newly read ones are kept in `folder`."""
    known = TermsCache(folder).read(keys)
    missing = {key: page.make() for key, page in zip(keys, pages, strict=True) if key not in known}
    return known | _worked_out(missing, abbreviations, folder)


def keep_terms(
    records: Sequence[SearchRecord], keys: Sequence[bytes], abbreviations: Abbreviations, folder: Path
) -> None:
    """Work out the terms of these pages that are not in the cache, and keep them there."""
    known = TermsCache(folder).known(keys)
    unread = {key: record for key, record in zip(keys, records, strict=True) if key not in known}
    _worked_out(unread, abbreviations, folder)


def keep_terms_in_new_processes(pages: Sequence[Findable], abbreviations: Abbreviations, folder: Path) -> None:
    """The same of all pages, where this process cannot be copied: their records are sent to new ones."""
    if processes_for(len(pages) - TermsCache(folder).size(), ENOUGH) == 1:
        return
    records = [page.make() for page in pages]
    keys = [key_of(record, abbreviations) for record in records]
    known = TermsCache(folder).known(keys)
    unread = [(key, record) for key, record in zip(keys, records, strict=True) if key not in known]
    processes = processes_for(len(unread), ENOUGH)
    if processes > 1:
        tasks = [(dict(unread[some]), abbreviations, folder) for some in batches(len(unread), _TOGETHER)]
        for _ in in_parallel(_keep_some, tasks, processes=processes, initializer=gc.disable):
            pass


def _keep_some(records: Mapping[bytes, SearchRecord], abbreviations: Abbreviations, folder: Path) -> None:
    """Nothing comes back: the terms of all at once would fill the memory."""
    _worked_out(records, abbreviations, folder)


def _worked_out(
    records: Mapping[bytes, SearchRecord], abbreviations: Abbreviations, folder: Path
) -> dict[bytes, PageTerms]:
    fresh = {key: terms_of(record, abbreviations) for key, record in records.items()}
    TermsCache(folder).add(fresh)
    return fresh
