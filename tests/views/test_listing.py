"""Lists cut into pages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.gallery import draw
from trangtin.views import targets
from trangtin.views.parts.listing import MOST_VALUES, Cut, ListPage, grouped, lists, slices


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
    assert [part.start for part in found] == [sum(parts[:place]) for place in range(len(parts))]


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


def tag_pages(items: Sequence[int], most: int, *, shared: bool = False) -> dict[str, ListPage[int]]:
    """The pages of a list whose items have one of `most` subjects each, and one more that all share."""

    def tags(number: int) -> list[tuple[str, str]]:
        return [(f"the-{number % most}", f"Thẻ {number % most}"), *([("chung", "Chung")] if shared else [])]

    cut: Cut[int] = Cut("tag", "Chủ đề", "Chủ đề: {}", tags, lambda pair: pair[0])
    return {page.target: page for some in lists(items, targets.NEWS, "Tin tức", [cut]) for page in some.pages(30)}


def test_a_page_names_few_values_of_many_and_the_first_page_all() -> None:
    pages = tag_pages(range(100), 100, shared=True)

    assert (len(pages[targets.NEWS].facets[0].values), pages[targets.NEWS].facets[0].left_out) == (101, 0)
    second = pages[targets.numbered(targets.NEWS, 2)]
    assert (len(second.facets[0].values), second.facets[0].left_out) == (MOST_VALUES, 101 - MOST_VALUES)
    assert second.title == "Tin tức (trang 2)"
    last = pages[targets.filtered(targets.NEWS, "tag", "the-99")]
    assert [value.link.text for value in last.facets[0].values if value.is_current] == ["Thẻ 99"]
    assert "Chung" in [value.link.text for value in last.facets[0].values]
    assert (len(last.facets[0].values), last.facets[0].left_out) == (MOST_VALUES + 1, 100 - MOST_VALUES)


@given(st.lists(st.integers(0, 60), max_size=120))
def test_the_values_that_stay_are_the_most_used_in_their_order(items: list[int]) -> None:
    pages = tag_pages(items, 61)
    every = pages[targets.NEWS].facets[0].values if items else ()
    most_used = {value.value for value in sorted(every, key=lambda value: -value.count)[:MOST_VALUES]}
    for target, page in pages.items():
        if target != targets.NEWS:
            expected = [(v.value, v.link.target == page.target.partition("?")[0]) for v in every]
            (facet,) = page.facets
            assert [(v.value, v.is_current) for v in facet.values] == [
                (value, is_current) for value, is_current in expected if value in most_used or is_current
            ]
            assert len(facet.values) + facet.left_out == len(every)


def test_facets_that_leave_values_out_say_so_and_lead_to_all() -> None:
    page = tag_pages(range(100), 100)[targets.numbered(targets.NEWS, 2)]
    whole = tag_pages(range(100), 100)[targets.NEWS]
    all_news = {"text": "Tất cả tin", "target": "list:news"}
    html = [draw("facets", {"items": each.facets, "all": all_news}) for each in (page, whole)]
    assert "<summary>Các mục có nhiều nhất</summary>" in html[0]
    assert '<a href="/list:news#muc-loc">Xem cả 100 mục</a>' in html[0]
    assert "<summary>Xem cả 100 mục</summary>" in html[1]
    assert "#muc-loc" not in html[1]
