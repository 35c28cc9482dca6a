"""The order of the Vietnamese alphabet (domain/README.md §4.4)."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trangtin.content.collation import collation_key, person_key
from trangtin.content.text import normalise

LISTS = {
    "letters": "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z".split(),
    "tones: ngang, huyền, hỏi, ngã, sắc, nặng": "ma mà mả mã má mạ".split(),
    "tones on ư": "tư từ tử tữ tứ tự".split(),
    "a letter outweighs every tone": ["bạ", "bă", "bặ", "bâ"],
    "đ after d": ["dân", "duy", "đa", "đường", "e"],
    "Đ is no Z": ["Ban", "Chi bộ", "Đảng ủy", "Hội đồng", "Ủy ban", "Văn phòng"],
    "whole words before tones": ["hoa", "hòa", "hóa", "hoan", "hoàn"],
    "tones in the order they stand": ["là lá", "lá lá", "lá lạ", "lạ lá"],
    "small before capital": ["an", "An", "AN", "án"],
    "shorter first": ["Khoa", "Khoa Lý luận", "Khoa Lý luận cơ sở"],
    "digits before letters": ["2 phòng", "10 khoa", "khoa"],
    "numbers by what they count": ["Thôn 1", "Thôn 2", "Thôn 9A", "Thôn 10", "Thôn 20", "Thôn Đông"],
    "numbers longer than any count": ["9" * 17, "1" * 5000],
    "sub-units": [
        "Công đoàn Trường",
        "Khoa Lý luận cơ sở",
        "Khoa Nhà nước và Pháp luật",
        "Khoa Xây dựng Đảng",
        "Phòng Quản lý đào tạo",
        "Phòng Tổ chức - Hành chính",
    ],
    "provinces": ["An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Đà Nẵng", "Điện Biên", "Gia Lai", "Hà Nội"],
}


@pytest.mark.parametrize("expected", LISTS.values(), ids=LISTS.keys())
def test_order(expected: list[str]) -> None:
    mixed = expected[:]
    random.Random(1).shuffle(mixed)
    assert sorted(mixed, key=collation_key) == expected


def test_people_stand_by_given_name_then_by_whole_name() -> None:
    people = ["Nguyễn Văn An", "Trần Thị Ánh", "Lê Văn Bình", "Trần Thị Bình", "Phạm Văn Dũng", "Bùi Thị Đào", "Vũ Ý"]
    mixed = people[:]
    random.Random(1).shuffle(mixed)
    assert sorted(mixed, key=person_key) == people


def test_a_person_without_a_name_is_no_fall() -> None:
    assert person_key("") < person_key("An")


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_text_can_be_sorted(texts: list[str]) -> None:
    keys = sorted(map(collation_key, texts))
    assert keys == sorted(map(collation_key, reversed(texts)))
    assert all(before <= after for before, after in pairwise(keys))


@given(st.text(max_size=12), st.text(max_size=12))
def test_two_texts_are_equal_in_order_only_if_they_are_one_text(left: str, right: str) -> None:
    assert (collation_key(left) == collation_key(right)) is (normalise(left) == normalise(right))
