"""Postings as text: nothing is lost, and runs made apart join to what one run would be."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from trangtin.search.postings import decode, encode, joined

POSTINGS = st.dictionaries(st.integers(0, 300_000) | st.integers(0, 40), st.integers(0, 14), min_size=1).map(
    lambda found: sorted(found.items())
)


def packed(postings: list[tuple[int, int]]) -> list[int]:
    return [page << 4 | level for page, level in postings]


@given(POSTINGS)
def test_decoding_gives_back_what_was_encoded(postings: list[tuple[int, int]]) -> None:
    text = encode(packed(postings))
    assert list(decode(text)) == postings
    assert json.dumps(text) == f'"{text}"'


@given(POSTINGS, st.data())
def test_runs_join(postings: list[tuple[int, int]], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(postings)))
    before, after = postings[:cut], postings[cut:]
    if before and after:
        parts = encode(packed(before)), before[-1][0], encode(packed(after))
        assert joined(*parts) == encode(packed(postings))


def test_close_pages_take_one_letter_each() -> None:
    assert len(encode(packed([(page, page % 15) for page in range(100)]))) == 100
