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
        ("Thi đua - Khen thưởng", [(0, 4, "tđkt"), (0, 4, "tđ kt")]),
        ("Sở GD&ĐT", [(1, 3, "giáo dục và đào tạo"), (1, 3, "gdđt"), (1, 3, "gd và đt")]),
        ("phát triển KTXH", [(2, 3, "kinh tế xã hội"), (2, 3, "kt xh")]),
        ("phát triển KT-XH", [(2, 4, "kinh tế xã hội"), (2, 4, "ktxh")]),
        ("cơ quan TW", [(2, 3, "trung ương"), (2, 3, "t ư")]),
        ("cơ quan T.Ư", [(2, 4, "trung ương"), (2, 4, "tw")]),
        ("Ban Chấp hành Trung ương", [(0, 3, "bch"), (3, 5, "tw"), (3, 5, "t ư")]),
        ("Luật số 64/2025/QH15", [(4, 5, "quốc hội")]),
        ("NĐ 98", [(0, 1, "nghị định")]),
        ("của TCT", [(1, 2, "trường chính trị tỉnh")]),
        ("danh hiệu CSTĐ", [(2, 3, "chiến sĩ thi đua"), (2, 3, "chiến sỹ thi đua")]),
        ("CSTĐCS", [(0, 1, "chiến sĩ thi đua cơ sở"), (0, 1, "chiến sỹ thi đua cơ sở")]),
        ("Lao động tiên tiến", [(0, 4, "lđtt")]),
        ("Huân chương Lao động hạng Ba", [(0, 4, "hclđ")]),
        ("công tác TĐ-KT", [(2, 4, "thi đua khen thưởng"), (2, 4, "tđkt")]),
        ("hoàn thành xuất sắc nhiệm vụ", [(0, 6, "htxsnv")]),
        ("hội đồng trường", []),
        ("BC, TT, HĐ, CP, BK, GK, CTĐ, TTND, KTĐ, đu đủ, TU, BTC", []),
        ("", []),
    ],
)
def test_other_forms(text: str, other: list[tuple[int, int, str]]) -> None:
    assert [(start, end, " ".join(form)) for start, end, form in OWN.other_forms(words(text))] == other


def test_the_portals_own_counts_before_the_known() -> None:
    assert [form for _, _, form in OWN.other_forms(["ubnd"])] == [("uỷ", "ban")]


def test_either_spelling_has_the_abbreviation_and_the_other_spelling() -> None:
    found = {" ".join(form) for _, _, form in OWN.other_forms(words("Chiến sỹ thi đua cơ sở"))}
    assert found == {"cstđ", "cstđcs", "chiến sĩ"}
    assert "cstđcs" in {" ".join(form) for _, _, form in OWN.other_forms(words("Chiến sĩ thi đua cơ sở"))}


def test_a_portals_own_meaning_takes_the_place_of_every_known_one() -> None:
    own = Abbreviations.known_and([("CSTĐ", "cải số thẻ đọc")])
    assert [" ".join(form) for _, _, form in own.other_forms(["cstđ"])] == ["cải số thẻ đọc"]


def test_a_portals_own_short_form_finds_the_known_one_of_the_same() -> None:
    own = Abbreviations.known_and([("KTXH-AN", "kinh tế - xã hội")])
    assert "ktxh an" in {" ".join(form) for _, _, form in own.other_forms(["ktxh"])}


def test_every_known_form_has_words() -> None:
    assert len(KNOWN) > 70
    for short, full in KNOWN.items():
        assert words(short) and len(words(full)) > 1, short
