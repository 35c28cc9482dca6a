"""The papers and queries that search is measured with: fair, many enough, and the same for the same seed."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.search.corpus import Paper, invent, write
from benchmarks.search.measures import Found, mean_reciprocal_rank, success
from benchmarks.search.oracle import Oracle, Wanted, bare, words
from benchmarks.search.queries import MAKERS, Query, ask, other_tone_style, plain
from tests.portal.drawing import SETTINGS
from trangtin.content.entry import Layout
from trangtin.content.problem import errors
from trangtin.content.values.dates import parse_date
from trangtin.repository import open_portal

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def papers() -> list[Paper]:
    return invent(1000, seed=1)


@pytest.fixture(scope="module")
def queries(papers: list[Paper]) -> list[Query]:
    return ask(papers, seed=1)


def test_there_are_enough_of_every_class(queries: list[Query]) -> None:
    counts = Counter(query.kind for query in queries)
    assert set(counts) == set(MAKERS)
    assert min(counts.values()) >= 10
    assert len(queries) >= 120
    assert len({query.text for query in queries}) == len(queries)


def test_the_same_seed_gives_the_same_and_another_seed_other_papers_and_queries(queries: list[Query]) -> None:
    few = [ask(invent(250, seed=3), seed=3, per_class=5) for _ in range(2)]
    assert few[0] == few[1]
    other = ask(invent(250, seed=2), seed=2, per_class=5)
    assert not {query.text for query in other if query.kind != "hiem"} & {query.text for query in queries}


def test_papers_are_as_long_as_real_ones_and_all_different(papers: list[Paper]) -> None:
    lengths = [len(paper.body.split()) for paper in papers]
    assert 600 <= sum(lengths) / len(lengths) <= 900
    assert len({(paper.number, paper.issuer, paper.day.year) for paper in papers if paper.number}) == 900


def test_everyday_words_of_a_query_stand_in_many_papers(papers: list[Paper], queries: list[Query]) -> None:
    """Else any engine would find the right paper, whatever it makes of Vietnamese."""
    texts = [bare(paper.text) for paper in papers]
    side_by_side = [query for query in queries if query.kind == "lien-nhau"]
    holding_all = [
        sum(all(f" {word} " in text for word in bare(query.text).split()) for text in texts) for query in side_by_side
    ]
    assert min(holding_all) >= 20


@pytest.mark.parametrize(
    ("kind", "holds"),
    [
        ("khong-dau", lambda text: text == plain(text)),
        ("nfd", lambda text: text != unicodedata.normalize("NFC", text)),
        ("cum-tu", lambda text: text.startswith('"') and text.endswith('"')),
        ("dat-dau", lambda text: other_tone_style(text) != text),
        ("dai", lambda text: len(text.split()) >= 8),
        ("go-do", lambda text: len(text.split()[-1]) <= 3),
        ("lan-dau", lambda text: text != plain(text)),
        ("so-hieu", lambda text: any(letter.isdigit() for letter in text)),
    ],
)
def test_queries_are_typed_as_their_class_says(queries: list[Query], kind: str, holds: Callable[[str], bool]) -> None:
    assert [query.text for query in queries if query.kind == kind and not holds(query.text)] == []


def test_a_portal_of_them_has_no_errors(tmp_path: Path) -> None:
    write(tmp_path / "portal", invent(120, seed=3))
    layout = Layout(docs="site_src")
    portal = open_portal(tmp_path / "portal", layout, SETTINGS, parse_date("1/1/2027")).portal
    assert errors(portal.problems) == ()
    assert len(portal.documents) == 108
    assert len(portal.news) == 12


# --- the oracle ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "marked", "unmarked"),
    [
        ("Hòa bình, khoẻ!", " hoà bình khoẻ ", " hoa binh khoe "),
        ("quý Thúy ủy", " quý thuý uỷ ", " quy thuy uy "),
        ("hoàn khuỷu tòa", " hoàn khuỷu toà ", " hoan khuyu toa "),
        (unicodedata.normalize("NFD", "Đường điện"), " đường điện ", " duong dien "),
        ("12/KH-TCT", " 12 kh tct ", " 12 kh tct "),
    ],
)
def test_words_as_the_oracle_reads_them(text: str, marked: str, unmarked: str) -> None:
    assert (words(text), bare(text)) == (marked, unmarked)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(("trồng nấm",)), [0]),
        (Wanted(("trồng nấm",), is_bare=True), [0, 1]),
        (Wanted(("trồng nấm", "Mỹ Hoà")), [0]),
        (Wanted(("trồng lúa|trong năm",)), [1]),
        (Wanted(("trồng n",), is_open=True), [0]),
        (Wanted(("trồng n",)), []),
        (Wanted(number="12"), [0]),
        (Wanted(number="12/kh-tct"), [0]),
        (Wanted(number="2"), []),
    ],
)
def test_what_deserves_to_be_found(wanted: Wanted, found: list[int]) -> None:
    day = parse_date("1/2/2021")
    first = Paper("a.md", "Trồng nấm tại xã Mỹ Hòa", "", "", day, "", number="12/KH-TCT", kind="KH")
    second = Paper("b.md", "Việc trong năm", "", "", day, "", number="13/KH-TCT", kind="KH")
    assert Oracle([first, second]).deserving(wanted) == found


def test_the_figures() -> None:
    query = Query("co-dau", "a", ("a.md",))
    found = [Found(query, rank, 1.0) for rank in (1, 2, 6, None)]
    assert success(found) == 0.5
    assert mean_reciprocal_rank(found) == pytest.approx((1 + 1 / 2 + 1 / 6) / 4)
