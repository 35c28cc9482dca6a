"""Short and full forms find each other; what has two meanings is left alone."""

from __future__ import annotations

import pytest

from trangtin.search.abbreviations import KNOWN, Abbreviations
from trangtin.search.folding import words

OWN = Abbreviations.known_and([("TCT", "Trường Chính trị tỉnh"), ("UBND", "Ủy ban")])


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("HĐND tỉnh", [(0, 1, "hội đồng nhân dân")]),
        ("kỳ họp Hội đồng nhân dân", [(2, 6, "hđnd")]),
        ("Thi đua - Khen thưởng", [(0, 4, "tđkt")]),
        ("Sở GD&ĐT", [(1, 3, "giáo dục và đào tạo")]),
        ("của TCT", [(1, 2, "trường chính trị tỉnh")]),
        ("hội đồng trường", []),
        ("BC, TT, HĐ, CP", []),
        ("", []),
    ],
)
def test_other_forms(text: str, other: list[tuple[int, int, str]]) -> None:
    assert [(start, end, " ".join(form)) for start, end, form in OWN.other_forms(words(text))] == other


def test_the_portals_own_counts_before_the_known() -> None:
    assert [form for _, _, form in OWN.other_forms(["ubnd"])] == [("uỷ", "ban")]


def test_every_known_form_has_words() -> None:
    assert len(KNOWN) > 70
    for short, full in KNOWN.items():
        assert words(short) and len(words(full)) > 1, short
