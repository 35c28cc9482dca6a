"""Titles that say their type again are told with the title to write; what only begins alike is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import SETTINGS, portal_on, told
from trangtin.content.options.settings import ProofreadingRules


def found(tmp_path: Path, kind: str, title: str, more: str = "") -> list[str]:
    drawing = f"== plans/2021/a.md\ntype: {kind}\ntitle: {title}\nnumber: 1/XX-TCT\ndate: 1/4/2021\n{more}"
    return told(portal_on(tmp_path, "30/4/2021", drawing), "TT612")


@pytest.mark.parametrize(
    ("kind", "title", "instead"),
    [
        ("KH", "Kế hoạch phát động thi đua", "Phát động thi đua"),
        ("Kế hoạch", "KẾ HOẠCH phát động thi đua", "Phát động thi đua"),
        ("KH", "Ke hoach phát động", "Phát động"),
        ("KH", '"Kế hoạch: phát động"', "Phát động"),
        ("KH", "Kế hoạch - phát động", "Phát động"),
        ("TB", "Thông báo kết luận cuộc họp", "Kết luận cuộc họp"),
        ("QĐ", "Quyết định về việc khen thưởng", "Về việc khen thưởng"),
        ("QĐ", "Quyết định số 12/QĐ-TCT ngày 1/4/2021 về việc khen thưởng", "Về việc khen thưởng"),
        ("CTr", "Chương trình phối hợp", "Phối hợp"),
        ("TB", '"Thông báo: V/v nghỉ lễ"', "Nghỉ lễ"),
        ("Công văn", "V/v đôn đốc", "Đôn đốc"),
        ("Công văn", '"v/v: đôn đốc"', "Đôn đốc"),
        ("Công văn", "Về việc đôn đốc", "Đôn đốc"),
        ("Công văn", "Công văn đôn đốc", "Đôn đốc"),
        ("Công văn", "Công văn về việc đôn đốc", "Đôn đốc"),
        ("KH", '"Kế hoạch phát động: đợt 1"', "'Phát động: đợt 1'"),
        ("KH", "'Kế hoạch: \"thử\" #1'", "'\"thử\" #1'"),
    ],
)
def test_a_title_without_its_type_is_proposed(tmp_path: Path, kind: str, title: str, instead: str) -> None:
    (line,) = found(tmp_path, kind, title)
    assert line.startswith("plans/2021/a.md:3: TT612 'title' bắt đầu bằng '")
    assert line.endswith(f" → bỏ các chữ ấy, chỉ để điều văn bản nói đến (ví dụ: title: {instead})")


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("KH", "Phát động thi đua"),
        ("KH", "Kế hoạch nhỏ năm học 2026 - 2027"),
        ("KH", "Kế hoạch hóa gia đình"),
        ("KH", "Kế hoạch"),
        ("KH", "Kế hoạchh phát động"),
        ("KH", "Quyết định 12/QĐ-TCT và việc thực hiện"),
        ("QĐ", "Về việc khen thưởng"),
        ("KH", "V/v phát động"),
        ("Công văn", "Kế hoạch phát động"),
        ("Công văn", "Về việcc làm"),
        ("BC", "Kết quả Báo cáo tổng kết"),
        ("CTr", "Chương trình hành động thực hiện Nghị quyết"),
        ("KH", "Kế hoạch của Khoa"),
        ("KH", "Kế hoạch năm 2021"),
        ("KH", "Kế hoạch số 201/KH-TCT"),
        ("QĐ", "Quyết định số 201/QĐ-TCT của Khoa"),
        ("HĐ", "Hợp đồng lao động"),
        ("Luật", "Luật Tiếp cận thông tin"),
    ],
)
def test_what_only_begins_alike_is_left_alone(tmp_path: Path, kind: str, title: str) -> None:
    assert found(tmp_path, kind, title) == []


def test_a_draft_is_told_too_and_a_portal_may_turn_it_off(tmp_path: Path) -> None:
    title = "Kế hoạch phát động"
    assert len(found(tmp_path / "a", "KH", title, "draft: true\n")) == 1
    assert found(tmp_path / "b", "KH", title, "withdrawn: {date: 2/4/2021, reason: Nhầm}\n") == []
    settings = SETTINGS.model_copy(update={"proofreading": ProofreadingRules(skip=("TT612",))})
    drawing = f"== plans/2021/a.md\ntype: KH\ntitle: {title}\n"
    assert told(portal_on(tmp_path / "c", "30/4/2021", drawing, settings), "TT612") == []
