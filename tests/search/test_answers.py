"""The page's script answers from the small files what reading every page from end to end would answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.asking import Script, script
from tests.search.pages import ABBREVIATIONS, page, publish
from tests.search.reference import answers, page_of
from trangtin.content.text import slug
from trangtin.search.record import FACETS, FacetValue, Field, SearchRecord

SYLLABLES = (
    "năm nấm tổ tố hội hồi đồng dong hoà hòa thuỷ nhân dân ban bàn HĐND hdnd k kế hoạch 12 012 5KH 959/KH-UBND qua quả"
)
TEXT = st.lists(st.sampled_from(SYLLABLES.split()), max_size=8).map(" ".join)
WORDS = st.lists(
    st.one_of(st.sampled_from([*SYLLABLES.split(), '"', "n", "th", "hộ", "đ", "9", "xyz"])), min_size=1, max_size=7
).map(" ".join)
KIND = st.sampled_from([None, *(FacetValue(slug(label), label) for label in ("Kế hoạch", "Kế", "Hội", "Tổ dân"))])
STATE = st.sampled_from([None, FacetValue("con-hieu-luc", "Còn hiệu lực")])
QUERY = st.builds(str.__add__, WORDS, st.sampled_from(["", " "]))


@st.composite
def records(draw: st.DrawFn) -> SearchRecord:
    fields = draw(st.lists(st.tuples(st.sampled_from(Field), TEXT), max_size=4))
    return replace(
        page(body=draw(TEXT)),
        fields=tuple((field, text) for field, text in fields if field is not Field.BODY),
        is_over=draw(st.booleans()),
        facets=(draw(KIND), *(None,) * (len(FACETS) - 2), draw(STATE)),
    )


@pytest.fixture(scope="module")
def asked() -> Iterator[Script]:
    with script() as running:
        yield running


@pytest.mark.slow
@settings(max_examples=80)
@given(
    portals=st.lists(st.lists(records(), max_size=7), min_size=1, max_size=2),
    queries=st.lists(QUERY, min_size=3, max_size=8),
)
def test_the_script_answers_what_reading_everything_would(
    asked: Script, tmp_path: Path, portals: list[list[SearchRecord]], queries: list[str]
) -> None:
    folders = [publish(tmp_path / f"{next(NUMBERS)}", each) for each in portals]
    read = [[page_of(record, ABBREVIATIONS) for record in each] for each in portals]
    for query in queries:
        assert asked.answers(folders, query) == answers(query, read), query


NUMBERS = count()
