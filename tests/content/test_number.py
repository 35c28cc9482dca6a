"""Numbers and symbols: the grammar of domain/README.md §1.2 and §1.9, as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trangtin.content.document import Basis
from trangtin.content.values.doctype import BY_CODE, PARTY_BY_CODE
from trangtin.content.values.number import DocumentNumber, NumberKind, parse_number

ADMINISTRATIVE, LEGAL, PARTY, OTHER = NumberKind


@pytest.mark.parametrize(
    ("text", "kind", "ordinal", "year", "symbol", "type_code"),
    [
        ("12/KH-TCT", ADMINISTRATIVE, 12, None, "KH-TCT", "KH"),
        ("15/QĐ-BNV", ADMINISTRATIVE, 15, None, "QĐ-BNV", "QĐ"),
        ("959/KH-UBND", ADMINISTRATIVE, 959, None, "KH-UBND", "KH"),
        ("03/CT-UBND", ADMINISTRATIVE, 3, None, "CT-UBND", "CT"),
        ("733/QĐ-TTg", ADMINISTRATIVE, 733, None, "QĐ-TTg", "QĐ"),
        ("08/TTr-SXD", ADMINISTRATIVE, 8, None, "TTr-SXD", "TTr"),
        ("21/CTr-UBND", ADMINISTRATIVE, 21, None, "CTr-UBND", "CTr"),
        ("04/QyĐ-TCT", ADMINISTRATIVE, 4, None, "QyĐ-TCT", "QyĐ"),
        ("27/QĐ-SGD&ĐT", ADMINISTRATIVE, 27, None, "QĐ-SGD&ĐT", "QĐ"),
        ("12a/KH-TCT", ADMINISTRATIVE, 12, None, "KH-TCT", "KH"),
        ("12A/QĐ-BCT", ADMINISTRATIVE, 12, None, "QĐ-BCT", "QĐ"),
        # A công văn carries no type code.
        ("05/BNV-VP", ADMINISTRATIVE, 5, None, "BNV-VP", None),
        ("12/UBND-VX", ADMINISTRATIVE, 12, None, "UBND-VX", None),
        ("145/TCT-TCHC", ADMINISTRATIVE, 145, None, "TCT-TCHC", None),
        ("08/CV-CĐVP", ADMINISTRATIVE, 8, None, "CV-CĐVP", None),
        # Copies.
        ("09/SY-UBND", ADMINISTRATIVE, 9, None, "SY-UBND", "SY"),
        ("09/TrS-UBND", ADMINISTRATIVE, 9, None, "TrS-UBND", "TrS"),
        ("09/SL-UBND", ADMINISTRATIVE, 9, None, "SL-UBND", "SL"),
        # Normative documents carry their year; a law its term.
        ("30/2020/NĐ-CP", LEGAL, 30, 2020, "NĐ-CP", "NĐ"),
        ("22/2023/TT-BTTTT", LEGAL, 22, 2023, "TT-BTTTT", "TT"),
        ("06/2022/QH15", LEGAL, 6, 2022, "QH15", None),
        ("01/2019/NQLT-CP-UBTVQH14-ĐCT", LEGAL, 1, 2019, "NQLT-CP-UBTVQH14-ĐCT", "NQLT"),
        # Party papers.
        ("49-KL/TW", PARTY, 49, None, "KL/TW", "KL"),
        ("26-CT/TU", PARTY, 26, None, "CT/TU", "CT"),
        ("71-KH/ĐU", PARTY, 71, None, "KH/ĐU", "KH"),
        ("36-HD/VPTW", PARTY, 36, None, "HD/VPTW", "HD"),
        ("08-QĐi/TW", PARTY, 8, None, "QĐi/TW", "QĐi"),
        ("45-CT/TW", PARTY, 45, None, "CT/TW", "CT"),
        # Shapes no longer in force are kept as printed.
        ("54/CP", OTHER, 54, None, "CP", None),
        ("25-HĐBT", OTHER, 25, None, "HĐBT", None),
        ("212-TC/CĐKT", OTHER, 212, None, "TC/CĐKT", "TC"),
        ("123/QĐ.UB", OTHER, 123, None, "QĐ.UB", None),
    ],
)
def test_grammar(
    text: str, kind: NumberKind, ordinal: int, year: int | None, symbol: str, type_code: str | None
) -> None:
    assert parse_number(text) == DocumentNumber(text, kind, ordinal, year, symbol, type_code)


@pytest.mark.parametrize(
    "text",
    ["Số: 12/KH-TCT", "số 12/KH-TCT", " 12 / KH - TCT ", "12\u00a0/\u00a0KH-TCT", "12/KH\u2011TCT", "12/KH\u2013TCT"],
)
def test_spaces_and_the_word_are_forgiven(text: str) -> None:
    assert parse_number(text).text == "12/KH-TCT"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("15-TT/TU", "Thông tri"),
        ("15/2026/TT-BNV", "Thông tư"),
        ("7-QĐi/TW", "Quy định"),
        ("3-CV/TU", "Công văn"),
        ("12/KH-TCT", "Kế hoạch"),
        ("145/TCT-TCHC", None),
    ],
)
def test_the_type_in_a_symbol_is_that_of_its_grammar(text: str, name: str | None) -> None:
    kind = parse_number(text).type
    assert (kind.name if kind else None) == name
    assert Basis(number=text).type_name == name


def test_look_alikes_become_letters() -> None:
    assert parse_number("89/2015/N\u00d0-CP").text == "89/2015/NĐ-CP"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("12", "chỉ có số, thiếu ký hiệu"),
        ("Số: 12", "chỉ có số, thiếu ký hiệu"),
        ("/KH-TCT", "chưa có số (văn bản chưa cấp số thì để trống)"),
        ("Số:      /TTr- BLĐTBXH", "chưa có số (văn bản chưa cấp số thì để trống)"),
        ("…/KH-TCT", "chưa có số (văn bản chưa cấp số thì để trống)"),
        ("..... /KH-TCT", "chưa có số (văn bản chưa cấp số thì để trống)"),
        ("___/KH-TCT", "chưa có số (văn bản chưa cấp số thì để trống)"),
        ("", "không đúng dạng số/ký hiệu"),
        ("yes", "không đúng dạng số/ký hiệu"),
        ("KH-TCT", "không đúng dạng số/ký hiệu"),
        ("12/kh-tct", "không đúng dạng số/ký hiệu"),
        ("20/4/2021", "không đúng dạng số/ký hiệu"),
        ("12/KH-TCT ngày 20/4/2021", "không đúng dạng số/ký hiệu"),
    ],
)
def test_what_is_no_number(text: str, reason: str) -> None:
    with pytest.raises(ValueError) as caught:
        parse_number(text)
    assert str(caught.value) == reason


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("5/KH-TCT", "05/KH-TCT", True),
        ("12/KH-TCT", "12/KH-Tct", True),
        ("12/KH-TCT", "12a/KH-TCT", False),
        ("12A/KH-TCT", "12a/KH-TCT", True),
        ("12/KH-TCT", "12-KH/TCT", False),
        ("30/2020/NĐ-CP", "30/NĐ-CP", False),
        ("30/2020/NĐ-CP", "30/2021/NĐ-CP", False),
    ],
)
def test_two_spellings_of_one_number(left: str, right: str, same: bool) -> None:
    assert (parse_number(left).key == parse_number(right).key) is same


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("12/KH-TCT", "12-kh-tct"),
        ("27/QĐ-TCT", "27-qd-tct"),
        ("30/2020/NĐ-CP", "30-2020-nd-cp"),
        ("49-KL/TW", "49-kl-tw"),
    ],
)
def test_slug(text: str, slug: str) -> None:
    assert parse_number(text).slug == slug


ORGANS = st.from_regex(r"[A-ZĐ][A-ZĐÂÊÔƠƯĂ0-9]{0,5}", fullmatch=True)
# A symbol that starts with a year would be a normative number.
ORDINALS = st.integers(min_value=1, max_value=99_999).map(lambda n: f"{n:02d}")
NUMBERS = st.one_of(
    st.builds("{}/{}-{}".format, ORDINALS, st.sampled_from(sorted(BY_CODE)), ORGANS),
    st.builds("{}/{}-{}".format, ORDINALS, ORGANS, ORGANS),
    st.builds("{}/{}/{}-{}".format, ORDINALS, st.integers(1945, 2099), st.sampled_from(["NĐ", "TT", "QĐ"]), ORGANS),
    st.builds("{}-{}/{}".format, ORDINALS, st.sampled_from(sorted(PARTY_BY_CODE)), st.sampled_from(["TW", "TU", "ĐU"])),
)


@given(NUMBERS)
def test_a_number_reads_back_as_printed(text: str) -> None:
    number = parse_number(text)

    assert str(number) == text
    assert number.kind is not OTHER
    assert parse_number(str(number)) == number


@given(NUMBERS, st.sampled_from(["", " ", "  ", "\u00a0", "\t"]), st.sampled_from(["", " ", "\u00a0"]))
def test_spaces_change_nothing(text: str, before: str, after: str) -> None:
    spaced = text.replace("/", f"{before}/{after}").replace("-", f"{after}-{before}")

    assert parse_number(f"{before}{spaced}{after}") == parse_number(text)


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_refused_in_words(text: str) -> None:
    try:
        number = parse_number(text)
    except ValueError as refusal:
        assert str(refusal)
    else:
        assert parse_number(number.text) == number
