"""Several portals in one search: the two sample sites, and what is not of the same make."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.opened import REPOSITORY, opened
from tests.search.asking import Script
from tests.search.pages import page, publish, records_of
from trangtin.search.index import search_index

SITES = (REPOSITORY, REPOSITORY / "tests/sites/so-xay-dung")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Path], list[list[str]]]:
    """The index folders of the two sample sites, and the paths of their pages in the order of their numbers."""
    folders, paths = [], []
    for root in SITES:
        portal = opened(root).portal
        folder = tmp_path_factory.mktemp("index")
        for name, data in search_index(portal, lambda target: target, folder).files():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(data)
        folders.append(folder)
        paths.append([record.target for record in records_of(portal)])
    return folders, paths


def test_answers_of_both_in_one_order(asked: Script, both: tuple[list[Path], list[list[str]]]) -> None:
    folders, paths = both
    found = asked.answers(folders, "bầu cử")
    assert {order for order, _, _ in found[:10]} == {0, 1}
    alone = [asked.answers([folder], "bầu cử") for folder in folders]
    assert len(found) == sum(map(len, alone))
    order, number, _ = asked.answers(folders, "26/KH-SXD")[0]
    assert paths[order][number] == "plans/2021/thi-dua-bau-cu/26-kh-sxd.md"


def test_a_portal_added_changes_no_weight_of_the_others_pages(asked: Script, tmp_path: Path) -> None:
    """The same pages in one index or in two are answers in the same order with the same scores."""
    pages = [page(f"Kế hoạch {word}", "thi đua " * count) for count, word in enumerate(("một", "hai", "ba", "bốn"))]
    whole = publish(tmp_path / "whole", pages)
    halves = [publish(tmp_path / "newer", pages[2:]), publish(tmp_path / "older", pages[:2])]
    for query in ("kế hoạch", "thi đua ba", "ke hoach thi d"):
        in_halves = [(2 - order * 2 + number, score) for order, number, score in asked.answers(halves, query)]
        assert in_halves == [(number, score) for _, number, score in asked.answers([whole], query)]


@pytest.mark.parametrize("key", ["format", "folding"])
def test_another_make_is_refused(asked: Script, tmp_path: Path, key: str) -> None:
    folder = publish(tmp_path, [page("Kế hoạch")])
    start = json.loads((folder / "chi-muc.json").read_text(encoding="utf-8"))
    (folder / "chi-muc.json").write_text(json.dumps({**start, key: 999}), encoding="utf-8")
    with pytest.raises(AssertionError, match="Error"):
        asked.answers([folder], "kế hoạch")


def test_an_index_published_anew_while_reading_is_noticed(asked: Script, tmp_path: Path) -> None:
    folder = publish(tmp_path, [page("Kế hoạch", "một")])
    asked.answers([folder], "một")
    publish(folder, [page("Kế hoạch", "một", name="b"), page("Kế hoạch khác", "hai", name="c")])
    assert len(asked.answers([folder], "kế hoạch hai")) == 2
