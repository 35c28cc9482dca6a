"""Distances of days and sizes as Vietnamese readers write them."""

from __future__ import annotations

from datetime import date

import pytest

from trangtin.views.parts.formats import days_away, shortened, size_text


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 byte"),
        (999, "999 byte"),
        (1000, "1 KB"),
        (51_862, "52 KB"),
        (999_499, "999 KB"),
        (999_500, "1 MB"),
        (1_250_000, "1,2 MB"),
        (12_000_000, "12 MB"),
        (1_234_567_890, "1.234,6 MB"),
    ],
)
def test_sizes_keep_number_and_unit_on_one_line(size: int, text: str) -> None:
    assert size_text(size) == text.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2021, 4, 20), "hôm nay"),
        (date(2021, 4, 21), "còn 1 ngày"),
        (date(2024, 4, 20), "còn 1.096 ngày"),
        (date(2021, 4, 17), "đã qua 3 ngày"),
    ],
)
def test_distance(day: date, text: str) -> None:
    assert days_away(date(2021, 4, 20), day) == text


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (6, "một hai ba bốn năm sáu"),
        (9, "một hai ba bốn năm sáu bảy tám chín"),
        (10, "một hai… (còn 8 chữ)"),
    ],
)
def test_what_is_cut_says_so_and_nothing_is_cut_for_a_few_words(words: int, text: str) -> None:
    spoken = "một hai ba bốn năm sáu bảy tám chín mười".split()
    assert shortened(" ".join(spoken[:words]), 2) == text


@pytest.mark.parametrize(
    ("text", "most", "first"),
    [
        ("Thi đua năm học 2026 - 2027", 4, "Thi đua năm"),
        ("Thi đua năm học 2026 - 2027", 5, "Thi đua năm"),
        ("Thi đua năm học 2026 - 2027", 6, "Thi đua năm"),
        ("Sửa Kế hoạch số 109/KH-TCT", 4, "Sửa Kế hoạch"),
        ("Ngày lễ (15/5/2027)", 2, "Ngày"),
        ("2026 - 2027 - 2028", 4, "2026"),
    ],
)
def test_no_cut_parts_a_number_or_a_span_of_years(text: str, most: int, first: str) -> None:
    whole = f"{text} {' '.join(['chữ'] * 9)}"
    assert shortened(whole, most) == f"{first}… (còn {len(whole.split()) - len(first.split())} chữ)"


def test_no_limit_cuts_nothing() -> None:
    assert shortened("một hai ba " * 20, 0) == "một hai ba " * 20
