"""An index made from the last one is the index made from nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.pages import NOWHERE, index_of, page
from trangtin.search import kept_index, shards
from trangtin.search.postings import decode, encode
from trangtin.search.record import SearchRecord
from trangtin.search.shards import beginnings, place_of, shards_of
from trangtin.search.update import updated

SYLLABLES = "năm nấm tổ tố hội đồng hoà thuỷ nhân dân ban bàn hđnd k kế hoạch 12 khubnd qua quả ngày giờ".split()
TEXT = st.lists(st.sampled_from(SYLLABLES), max_size=12).map(" ".join)
PAGES = st.lists(st.tuples(st.integers(0, 8), TEXT), max_size=12)
"""Which page, and its text: some stay from one list to the next."""
TERMS = st.text("abcđê", min_size=1, max_size=5)
LEVELS = st.dictionaries(st.integers(0, 60), st.integers(0, 14), min_size=1, max_size=8)
FOLDERS = count()


@pytest.fixture(autouse=True)
def _small_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many files of few terms, and never so many changes that all is made anew."""
    monkeypatch.setattr(shards, "SMALLEST", 60)
    monkeypatch.setattr(kept_index, "FEW", 0)


def files(records: Sequence[SearchRecord], folder: Path = NOWHERE) -> dict[str, bytes]:
    return dict(index_of(records, folder).files())


@pytest.mark.slow
@settings(max_examples=40)  # each writes several indexes to the disk
@given(builds=st.lists(PAGES, min_size=2, max_size=5))
def test_builds_one_after_the_other(tmp_path: Path, builds: list[list[tuple[int, str]]]) -> None:
    folder = tmp_path / f"{next(FOLDERS)}"
    for build in builds:
        records = [page(f"Trang {number}", text, name=f"{number}") for number, text in build]
        assert files(records, folder) == files(records)


@given(
    before=st.dictionaries(TERMS, LEVELS, min_size=1, max_size=40), after=st.dictionaries(TERMS, LEVELS, max_size=10)
)
def test_files_are_cut_as_if_all_were_cut(before: dict[str, dict[int, int]], after: dict[str, dict[int, int]]) -> None:
    old = shards_of({term: written(levels) for term, levels in before.items()})
    whole = {**before, **{term: {**before.get(term, {}), **levels} for term, levels in after.items()}}
    new = shards_of({term: written(levels) for term, levels in whole.items()})
    assert updated(old, after) == new
    gone = {term: dict.fromkeys(levels) for term, levels in after.items()}
    left = {
        term: {number: level for number, level in levels.items() if number not in gone.get(term, {})}
        for term, levels in whole.items()
    }
    assert updated(new, gone) == shards_of({term: written(levels) for term, levels in left.items() if levels})


@given(st.dictionaries(TERMS, LEVELS, min_size=1, max_size=40))
def test_every_term_stands_in_the_file_where_it_is_looked_for(postings: dict[str, dict[int, int]]) -> None:
    found = shards_of({term: written(levels) for term, levels in postings.items()})
    begin = beginnings(found)
    assert begin == sorted(set(begin))
    for place, shard in enumerate(found):
        for term, variants in shard.table().items():
            assert place_of(term, begin) == place
            for name, text in variants.items():
                assert dict(decode(text)) == postings[name]


def written(levels: dict[int, int]) -> str:
    return encode(number << 4 | level for number, level in sorted(levels.items()))
