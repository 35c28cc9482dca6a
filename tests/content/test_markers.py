"""The numbers that papers are typed with mean the same on a page, in a proof and in a file that is imported."""

from __future__ import annotations

import re

import pytest

from trangtin.content.printed.annex import is_annex_title
from trangtin.content.values.markers import ALPHABET, BULLETS, read_marker
from trangtin.importer import grammar


@pytest.mark.parametrize(
    ("number", "kind", "form"),
    [
        ("XXXVIII.", "roman", grammar.ROMAN),
        ("IV)", "roman", grammar.ROMAN),
        ("Đ.", "capital", grammar.CAPITAL),
        ("H.", "capital", grammar.CAPITAL),
        ("C.", "capital", grammar.CAPITAL),  # part C, not section 100
        ("1.2.3.4.5.", "decimal", grammar.DECIMAL),
        ("1.10", "decimal", grammar.DECIMAL),
        ("12.", "arabic", grammar.ARABIC),
        ("đ)", "letter", grammar.LETTER),
        *((sign, "bullet", grammar.BULLET) for sign in BULLETS),
    ],
)
def test_a_number_is_read_alike(number: str, kind: str, form: re.Pattern[str]) -> None:
    marker = read_marker(f"  {number} Nội dung")
    assert marker is not None
    assert (marker.kind, marker.text, marker.rest, marker.indent) == (kind, number, "Nội dung", 2)
    match = form.match(f"{number} Nội dung")
    assert match is not None
    assert match["rest"] == "Nội dung"


@pytest.mark.parametrize("number", ["II-", "2-", "1.2-", "B-", "b-", "II/", "2/", "b/"])
def test_signs_of_the_partys_papers_number_too(number: str) -> None:
    marker = read_marker(f"{number} Nội dung")
    assert marker is not None
    assert (marker.text, marker.rest) == (number, "Nội dung")


@pytest.mark.parametrize("line", ["5- 10 người", "V/ v mua sắm", "V/v mua sắm", "e-learning", "T/ M ỦY BAN", "X-quang"])
def test_what_only_looks_like_a_number_is_none(line: str) -> None:
    assert read_marker(line) is None


@pytest.mark.parametrize("line", ["Q. TRƯỞNG PHÒNG", "T. 2", "123. Xét"])
def test_what_only_a_typed_text_may_number_is_not_taken_for_a_number_in_a_scan(line: str) -> None:
    assert read_marker(line) is not None
    assert grammar.CAPITAL.match(line) is None
    assert grammar.ARABIC.match(line) is None


def test_points_are_counted_by_the_letters_of_papers() -> None:
    found = [read_marker(f"{letter}) A") for letter in ALPHABET]
    assert [marker and marker.ordinal for marker in found] == list(range(len(ALPHABET)))
    outside = read_marker("f) A")
    assert outside is not None
    assert outside.ordinal is None


@pytest.mark.parametrize(
    "title", ["PHỤ LỤC", "Phụ lục II", "PHỤ LỤC SỐ 01", "Phụ lục số 2:", "Phụ lục Đ.", "PHỤ LỤC B"]
)
def test_titles_of_annexes(title: str) -> None:
    assert is_annex_title(title)


@pytest.mark.parametrize("sentence", ["Phụ lục kèm theo", "Phụ lục II gồm 3 trang", "PHỤ LỤC BẢNG", "Phụ lục Đã sửa"])
def test_sentences_about_annexes(sentence: str) -> None:
    assert not is_annex_title(sentence)
