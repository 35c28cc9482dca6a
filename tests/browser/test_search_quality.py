"""Search finds what it should: `make bench-search` in small, by nothing but the contract of the search page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from benchmarks.search.corpus import invent, write
from benchmarks.search.engines import Built, run
from benchmarks.search.measures import Found, fresh, mean_reciprocal_rank, rank_of, success
from benchmarks.search.ours import BUILD, contract, paper_at
from benchmarks.search.queries import MAKERS, ask
from tests.browser.server import serve

PAPERS, PER_CLASS, SEED = 300, 5, 4
LEAST_SUCCESS, LEAST_IN_A_CLASS, LEAST_MRR = 0.98, 0.95, 0.95


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[list[Found]]:
    """Every query, asked of a built portal, each time as a reader who comes by an address."""
    portal = tmp_path_factory.mktemp("search") / "portal"
    papers = invent(PAPERS, SEED)
    write(portal, papers)
    run(BUILD, portal)
    built = Built(portal / "site", 0.0, 0.0, 0, paper_at(portal))
    with serve(built.site) as home, fresh(browser) as page:
        asked = ((query, contract(page, home, query.text)) for query in ask(papers, SEED, PER_CLASS))
        yield [Found(query, rank_of(query, urls, built), 0.0) for query, urls in asked]


def misses(found: list[Found]) -> list[str]:
    return [f"{each.query.kind}: {each.query.text}: place {each.rank}" for each in found if each.rank != 1]


def test_what_is_asked_for_is_among_the_first_five(found: list[Found]) -> None:
    assert len(found) == PER_CLASS * len(MAKERS)
    assert success(found) >= LEAST_SUCCESS, misses(found)


@pytest.mark.parametrize("kind", MAKERS)
def test_so_it_is_in_every_class(found: list[Found], kind: str) -> None:
    of_class = [each for each in found if each.query.kind == kind]
    assert success(of_class) >= LEAST_IN_A_CLASS, misses(of_class)


def test_and_mostly_comes_first(found: list[Found]) -> None:
    assert mean_reciprocal_rank(found) >= LEAST_MRR, misses(found)
