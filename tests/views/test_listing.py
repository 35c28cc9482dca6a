"""Lists cut into pages."""

from __future__ import annotations

import pytest

from trangtin.views import targets
from trangtin.views.listing import MOST_VALUES, Cut, grouped, list_pages, slices


@pytest.mark.parametrize(
    ("count", "size", "parts"),
    [
        (0, 30, [0]),
        (1, 30, [1]),
        (30, 30, [30]),
        (31, 30, [30, 1]),
        (60, 30, [30, 30]),
        (3, 1, [1, 1, 1]),
        (2, 0, [1, 1]),
    ],
)
def test_every_item_is_on_one_page(count: int, size: int, parts: list[int]) -> None:
    found = list(slices(range(count), "list:library", size))

    assert [len(part.items) for part in found] == parts
    assert [item for part in found for item in part.items] == list(range(count))
    assert {part.total for part in found} == {count}


def test_the_pager() -> None:
    first, *_, last = slices(range(10), "list:news", 1)

    assert first.target == "list:news"
    assert first.pager.previous is None
    assert first.pager.next is not None
    assert (first.pager.next.text, first.pager.next.target) == ("Trang sau", "list:news?2")
    assert last.target == "list:news?10"
    assert last.pager.next is None
    assert last.pager.previous is not None
    assert (last.pager.previous.text, last.pager.previous.target) == ("Trang trước", "list:news?9")


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        (1, "[1] 2 3 10"),
        (4, "1 2 3 [4] 5 6 10"),
        (5, "1 3 4 [5] 6 7 10"),
        (10, "1 8 9 [10]"),
    ],
)
def test_the_pager_shows_near_pages_and_both_ends(page: int, shown: str) -> None:
    part = list(slices(range(10), "list:news", 1))[page - 1]
    assert " ".join(link.text if link.target else f"[{link.text}]" for link in part.pager.links) == shown


def test_the_second_page_leads_back_to_the_plain_address() -> None:
    _, second = slices(range(2), "list:news", 1)
    assert second.pager.previous is not None
    assert second.pager.previous.target == "list:news"


def test_grouped_keeps_the_order_and_counts_an_item_once_under_a_key() -> None:
    assert grouped(["ba", "ab", "aa"], lambda word: word) == {"b": ["ba", "ab"], "a": ["ba", "ab", "aa"]}


@pytest.mark.parametrize(
    ("target", "parts"),
    [
        ("list:home", ("home", (), 1)),
        ("list:library?3", ("library", (), 3)),
        ("list:library/type/ke-hoach", ("library", ("type", "ke-hoach"), 1)),
        ("list:library/type/ke-hoach?2", ("library", ("type", "ke-hoach"), 2)),
    ],
)
def test_targets_come_apart_as_they_were_put_together(target: str, parts: tuple[str, tuple[str, ...], int]) -> None:
    assert targets.take_apart(target) == parts
    base, facet, page = parts
    again = targets.filtered(f"list:{base}", *facet) if facet else f"list:{base}"
    assert targets.numbered(again, page) == target


def test_a_page_names_few_values_of_many_and_the_first_page_all() -> None:
    def tag(number: int) -> list[tuple[str, str]]:
        return [(f"the-{number}", f"Thẻ {number}"), ("chung", "Chung")]

    cut: Cut[int] = Cut("tag", "Chủ đề", "Chủ đề: {}", tag, lambda pair: pair[0])
    pages = {page.target: page for page in list_pages(range(100), targets.NEWS, "Tin tức", [cut], 30)}

    assert len(pages[targets.NEWS].facets[0].values) == 101
    second = pages[targets.numbered(targets.NEWS, 2)]
    assert len(second.facets[0].values) == MOST_VALUES
    assert second.title == "Tin tức (trang 2)"
    last = pages[targets.filtered(targets.NEWS, "tag", "the-99")]
    assert [value.link.text for value in last.facets[0].values if value.is_current] == ["Thẻ 99"]
    assert "Chung" in [value.link.text for value in last.facets[0].values]
    assert len(last.facets[0].values) == MOST_VALUES + 1
