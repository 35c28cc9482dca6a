"""Names that tell their content, and names that only look so."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trangtin.signing.hashed_name import hashed_name, tells_its_content


@given(st.binary(max_size=20), st.binary(max_size=20))
def test_another_content_has_another_name_and_every_name_is_known_as_one(one: bytes, other: bytes) -> None:
    names = [hashed_name("assets/a.css", hashlib.sha256(data).hexdigest()) for data in (one, other)]
    assert all(map(tells_its_content, names))
    assert (names[0] == names[1]) == (one == other)


@pytest.mark.parametrize(
    ("sha256", "expected"),
    [
        ("12345678c0ffee1200" + "0" * 46, "hinh/a.360.c0ffee12.avif"),
        ("0" * 63 + "a", "hinh/a.360.a0000000.avif"),
        ("1" * 64, "hinh/a.360.11111111.avif"),
    ],
)
def test_the_digits_start_with_a_letter(sha256: str, expected: str) -> None:
    assert hashed_name("hinh/a.jpg", sha256, size="360", ending=".avif") == expected


@pytest.mark.parametrize("name", ["le.20211121.jpg", "a.css", "abcdef12.css", "a.abcdef12.html", "a.abcdef123.css"])
def test_names_of_editors_are_not_taken_for_such(name: str) -> None:
    assert not tells_its_content(name)
