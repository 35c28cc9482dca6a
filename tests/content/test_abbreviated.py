"""Names of bodies that are another's with words as initials."""

from __future__ import annotations

import pytest

from trangtin.content.abbreviated import is_shortened, name_meant, same_body

SCHOOL = "Trường Trung học cơ sở Mẫu Đơn"


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("TRƯỜNG THCS MẪU ĐƠN", SCHOOL),
        ("Truong THCS Mau Don", SCHOOL),
        ("UBND xã Mẫu", "Uỷ ban nhân dân xã Mẫu"),
        ("UBND TP. MẪU", "Ủy ban nhân dân thành phố Mẫu"),
        ("TT GDNN - GDTX MẪU", "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên Mẫu"),
        ("Trường CĐ Y tế Mẫu", "Trường Cao đẳng Y tế Mẫu"),
        ("Sở GD&ĐT tỉnh Mẫu", "Sở Giáo dục và Đào tạo tỉnh Mẫu"),
        ("Trường TH số 1 Mẫu", "Trường Tiểu học số 1 Mẫu"),
    ],
)
def test_one_is_the_other_in_short(short: str, full: str) -> None:
    assert is_shortened(short, full) and is_shortened(full, short)


@pytest.mark.parametrize(
    "other",
    [
        "Trường THCS Mẫu",
        "Trường THPT Mẫu Đơn",
        "THCS Mẫu Đơn",
        "Trường THCS Mẫu Đỏ",
        "Trường Trung học phổ thông Mẫu Đơn",
        SCHOOL,
        SCHOOL.upper(),
        "",
    ],
)
def test_another_name_is_not(other: str) -> None:
    assert not is_shortened(other, SCHOOL)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND xã Đồng Mẫu", "ỦY BAN NHÂN DÂN XÃ ĐỒNG MẪU"),
        ("HĐND tỉnh Mẫu", "Hội đồng nhân dân tỉnh Mẫu"),
        ("BTV Tỉnh ủy Mẫu", "Ban Thường vụ Tỉnh uỷ Mẫu"),
    ],
)
def test_initials_that_mean_one_thing_everywhere_need_no_question(one: str, other: str) -> None:
    assert same_body(one, other)
    assert name_meant(one, (other,)) is None
    assert not same_body(one, "Ủy ban nhân dân xã Khác")


def test_a_number_has_no_initials() -> None:
    assert not is_shortened("Trường Tiểu học số 1", "Trường Tiểu học số 10")


def test_a_name_that_was_declared_is_not_asked_about() -> None:
    names = (SCHOOL, "Trường THCS Mẫu Đơn")
    assert name_meant("TRƯỜNG THCS MẪU ĐƠN", names[:1]) == SCHOOL
    assert name_meant("TRƯỜNG THCS MẪU ĐƠN", names) is None
    assert name_meant("Sở Nội vụ", names) is None
