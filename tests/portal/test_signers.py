"""Who signs on behalf of a body names it, as the paper does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import portal_on, told


def found(tmp_path: Path, authority: str, position: str) -> list[str]:
    drawing = (
        "== plans/2021/a.md\ntype: KH\ntitle: Thi đua\nnumber: 1/KH-TCT\ndate: 1/4/2021\n"
        f"signer: {{authority: {authority}, position: {position}, name: Nguyễn Văn A}}\n"
    )
    return told(portal_on(tmp_path, "30/4/2021", drawing), "TT214")


@pytest.mark.parametrize("position", ["CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Bí thư", "GIÁM ĐỐC"])
@pytest.mark.parametrize("authority", ["TM.", "T/M"])
def test_a_title_alone_is_told(tmp_path: Path, authority: str, position: str) -> None:
    (line,) = found(tmp_path, authority, position)
    assert f"trang in '{authority} {position}'" in line
    assert line.endswith(f"(ví dụ: position: ỦY BAN NHÂN DÂN / {position})")


@pytest.mark.parametrize(
    ("authority", "position"),
    [
        ("TM.", "ỦY BAN NHÂN DÂN / CHỦ TỊCH"),
        ("TM.", "ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
        ("TM.", "BAN CHẤP HÀNH / CHỦ TỊCH"),
        ("T/M", "BAN THƯỜNG VỤ / BÍ THƯ"),
        ("TM.", "CHỦ TỊCH ĐOÀN"),
        ("TM.", "HỘI ĐỒNG TRƯỜNG"),
        ("KT.", "PHÓ CHỦ TỊCH"),
        ("TL.", "CHỦ TỊCH / CHÁNH VĂN PHÒNG"),
    ],
)
def test_what_names_the_body_or_signs_for_a_person_is_right(tmp_path: Path, authority: str, position: str) -> None:
    assert found(tmp_path, authority, position) == []
