"""Forms of commendation: what the list lets through, and what an award says of whom."""

from __future__ import annotations

import pytest

from trangtin.content.award import Award, AwardRules
from trangtin.content.values.vocabulary import AwardKind

USUAL = AwardRules()


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("Giấy khen", "Giấy khen"),
        ("giấy  khen", "Giấy khen"),
        ("Giấy khen của Hiệu trưởng", "Giấy khen"),
        ("Bằng khen của Thủ tướng Chính phủ", "Bằng khen của Thủ tướng Chính phủ"),
        ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", "Bằng khen"),
        ('Danh hiệu "Lao động tiên tiến"', "Lao động tiên tiến"),
        ("Huân chương Lao động hạng Ba", "Huân chương"),
        ("Cờ thi đua của Chính phủ", "Cờ thi đua"),
        ("Chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cơ sở"),
        ("Chiến sĩ thi đua ngành Xây dựng", "Chiến sĩ thi đua"),
        ("Chiến sỹ thi đua cơ sở", "Chiến sĩ thi đua cơ sở"),
        ("Kỉ niệm chương Vì sự nghiệp giáo dục", "Kỷ niệm chương"),
        ("Giây khen", None),
        ("Giấy khem", None),
        ("Giấy khen thưởng", None),
        ("Giay khen", None),
        ("Bằng", None),
    ],
)
def test_forms_of_the_usual_list(typed: str, listed: str | None) -> None:
    assert USUAL.listed(typed) == listed


def test_every_listed_form_is_itself() -> None:
    for form in USUAL.forms:
        assert USUAL.listed(form.removesuffix(" …")) == form.removesuffix(" …")


def test_a_unit_adds_forms_or_replaces_the_list() -> None:
    assert USUAL.listed("Gương sáng giảng đường") is None
    more = AwardRules(more=("Gương sáng giảng đường",))
    assert more.listed("Gương sáng giảng đường") and more.listed("Giấy khen")
    only = AwardRules(forms=("Thư khen ...",))
    assert only.listed("Thư khen của Trưởng phòng") == "Thư khen"
    assert only.listed("Giấy khen") is None


@pytest.mark.parametrize(
    ("award", "name", "duty"),
    [
        ({"to": "Khoa A, Trường B", "kind": "tap-the"}, "Khoa A, Trường B", None),
        ({"to": "Lý Văn N", "kind": "ca-nhan"}, "Lý Văn N", None),
        ({"to": "Lý Văn N, giảng viên Khoa A", "kind": "ca-nhan"}, "Lý Văn N", "giảng viên Khoa A"),
        ({"to": "Lý Văn N", "kind": "ca-nhan", "position": "Giảng viên"}, "Lý Văn N", "Giảng viên"),
    ],
)
def test_name_and_position(award: dict[str, str], name: str, duty: str | None) -> None:
    made = Award.model_validate({"form": "Giấy khen", **award})
    assert (made.name, made.duty) == (name, duty)
    assert made.kind in AwardKind
