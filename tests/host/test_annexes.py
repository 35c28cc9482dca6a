"""On the page of a document the signature stands where it stands on paper: between the text and its annexes."""

from __future__ import annotations

import re

import pytest

from trangtin.host.texts.annexes import parted
from trangtin.host.texts.rendering import Profile, Renderer, Text

RENDERER = Renderer(["toc", "tables"], {})
LIST = "(Kèm theo Quyết định số 7/QĐ-THM ngày 18/11/2026 của Trường Mẫu)\n\n| STT | Họ tên |\n|---|---|\n| 1 | A |"


def parts(text: str) -> tuple[str, str]:
    return parted(RENDERER.render(Text(text, Profile.PRINTED, 3, None, lambda link: link)).html)


@pytest.mark.parametrize(
    ("text", "annex"),
    [
        (f"Điều 3. Thi hành./.\n\n**DANH SÁCH KHEN THƯỞNG**\n\n{LIST}", "DANH SÁCH KHEN THƯỞNG"),
        (f"Điều 3. Thi hành.\n\nDANH SÁCH\n\n**Được khen**\n\n{LIST}", "DANH SÁCH"),
        (f"Điều 3. Thi hành.\n\nDANH SÁCH\n\n{LIST.replace('Kèm', 'Được ban hành kèm')}", "DANH SÁCH"),
        (f"Điều 3. Thi hành.\n\nDANH SÁCH\n\n{LIST.replace('Kèm', 'Ban hành')}", "DANH SÁCH"),
        ("Một.\n\n## PHỤ LỤC\n\nHai", "PHỤ LỤC"),
        ("Một.\n\n**Phụ lục II. Danh mục**\n\nHai\n\n## Phụ lục III\n\nBa", "Phụ lục II. Danh mục"),
        ("Một./.\n\nPhụ lục số 1:\n\nHai", "Phụ lục số 1:"),
        ("Một.\n\n**PHỤ LỤC SỐ 2**\n\nHai", "PHỤ LỤC SỐ 2"),
        ("Một.\n\n## Phụ lục Đ\n\nHai", "Phụ lục Đ"),
        ("Một./.\n\n## Quy chế làm việc\n\nĐiều 1. Hai./.", "Quy chế làm việc"),
    ],
)
def test_an_annex_follows_the_signature(text: str, annex: str) -> None:
    before, after = parts(text)
    assert re.sub(r"<[^>]+>", "", before).strip().endswith(("Một.", "Một./.", "Thi hành.", "Thi hành./."))
    title = re.search(r'<(\w+) class="tt-center".*?</\1>', after)
    assert title is not None
    assert re.sub("<[^>]+>", "", title[0]) == annex


@pytest.mark.parametrize(
    "text",
    [
        "## I. MỘT\n\n1. Hai\n\n## II. BA\n\nBốn./.",
        f"**QUY CHẾ**\n\n**Thi đua**\n\n{LIST}\n\nĐiều 1. Một.",
        "Gửi kèm Phụ lục I, Phụ lục II.\n\nPhụ lục I gồm 3 trang.",
        "Một./.\n\n**Nơi nhận:**\n\n- Như trên;\n\n**KT. HIỆU TRƯỞNG**\n\n**PHÓ HIỆU TRƯỞNG**\n\nTrần Thị B",
        "Một./.\n\n**T/M CHI BỘ**\n\n**BÍ THƯ**\n\nTrần Thị B\n\n**Nơi nhận:**\n\n- Như trên;",
        "Một./.\n\nHai.",
    ],
)
def test_a_text_without_annexes_stays_whole(text: str) -> None:
    assert parts(text)[1] == ""


def test_lines_below_the_title_of_an_annex_stand_in_the_middle_too() -> None:
    _, annex = parts(f"Một./.\n\n**DANH SÁCH**\n\n**Được khen**\n\n{LIST}")
    assert annex.count('class="tt-center"') == 3


def test_the_titles_of_later_annexes_stand_in_the_middle_too() -> None:
    _, annex = parts(f"Một./.\n\n## PHỤ LỤC I\n\nHai.\n\n## PHỤ LỤC II\n\n**Danh mục cây**\n\n{LIST}")
    middle = re.findall(r'class="tt-center"[^>]*>(.*?)</(?:h3|p)>', annex)
    assert [re.sub("<[^>]+>", "", text)[:11] for text in middle] == [
        "PHỤ LỤC I",
        "PHỤ LỤC II",
        "Danh mục câ",
        "(Kèm theo Q",
    ]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("| I. TẬP THỂ | | |", 1),
        ("| II. Cá nhân | | |", 1),
        ("| **Khối mầm non** | | |", 1),
        ("| A. BAN GIÁM HIỆU | | |", 1),
        ("| Nguyễn Văn A | | |", 3),
        ("| 1. | | |", 3),
        ("| I. TẬP THỂ | | 5 |", 3),
        ("| I. TẬP THỂ | ![Ảnh](a.jpg) | |", 3),
    ],
)
def test_the_heading_of_a_part_of_a_table_runs_through_its_row(row: str, cells: int) -> None:
    before, _ = parts(f"| STT | Họ tên | Chữ ký |\n|---|---|---|\n{row}")
    assert before.count("<td") == cells
    assert ('colspan="3"' in before) is (cells == 1)
