"""What may not go out unapproved or unfinished."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.portal.drawing import SETTINGS, draw, portal_on, told
from trangtin.content.entry import Layout
from trangtin.repository import open_portal

APPROVAL = SETTINGS.model_copy(update={"approval": True})


@pytest.mark.parametrize(
    ("head", "is_told"),
    [
        ("date: 2/1/2021", True),
        ("approved_by: Trần Thị B", False),
        ("draft: true", False),
        ("review: [Đối chiếu]", False),
        ("published: 2/7/2021", False),  # its day has not come
        ("withdrawn: {date: 2/2/2021, reason: Đăng nhầm}", False),
    ],
)
def test_a_document_nobody_approved_does_not_go_out(tmp_path: Path, head: str, is_told: bool) -> None:
    portal = portal_on(tmp_path, "1/6/2021", f"== plans/2021/12.md\n{head}\n", APPROVAL)
    assert bool(told(portal, "TT216")) is is_told
    assert told(portal_on(tmp_path, "1/6/2021"), "TT216") == []  # nobody asked for approval


def test_a_preview_does_not_ask_it_of_what_is_still_held_back(tmp_path: Path) -> None:
    draw(tmp_path, "== plans/2021/12.md\ndraft: true\n== plans/2021/13.md\nreview: [Đối chiếu]\n== plans/2021/14.md\n")
    preview = open_portal(tmp_path, Layout(), APPROVAL, date(2021, 6, 1), with_drafts=True).portal
    assert [line.partition(":")[0] for line in told(preview, "TT216")] == ["plans/2021/14.md"]


def test_pictures_of_an_imported_story_that_nobody_described(tmp_path: Path) -> None:
    drawing = """
        == site_src/tin-tuc/2021/a.md
        image: {src: a.jpg, alt: "[Cần viết: ảnh chụp gì]"}
        album:
          - {src: b.jpg, alt: Lễ khai giảng}
          - src: c.jpg
            alt: "[Cần viết: ảnh chụp gì]"
    """
    found = told(portal_on(tmp_path, "1/6/2021", drawing), "TT335")
    assert [line.split(" ")[0] for line in found] == ["site_src/tin-tuc/2021/a.md:2:", "site_src/tin-tuc/2021/a.md:6:"]
    held = drawing.replace("image:", "draft: true\n        image:")
    assert told(portal_on(tmp_path, "1/6/2021", held), "TT335") == []


def test_guidance_is_told_where_it_stands(tmp_path: Path) -> None:
    drawing = """
        == site_src/gioi-thieu.md
        title: Giới thiệu
        ---
        Lời mở đầu.

        ✎ Chép từ quyết định.

        - ✎ Một việc.

        Dấu ✎ trong câu thì được.
        == site_src/lien-he.md
        draft: true
        ---
        ✎ Giờ làm việc.
    """
    portal = portal_on(tmp_path, "1/6/2021", drawing)
    assert [line.split(" ")[0] for line in told(portal, "TT217")] == [
        "site_src/gioi-thieu.md:6:",
        "site_src/gioi-thieu.md:8:",
    ]


def test_a_preview_of_drafts_finds_no_errors_that_a_build_does_not(tmp_path: Path) -> None:
    drawing = """
        == plans/2021/thi-dua/index.md
        draft: true
        == plans/2021/thi-dua/1.md
        date: 2/1/2021
        awards: [{form: Gương lạ, to: Khoa A, kind: tap-the}]
        ---
        ✎ Viết nốt.
        == plans/2021/thi-dua/2.md
        draft: true
        awards: [{form: Gương lạ, to: Khoa B, kind: tap-the}]
    """
    draw(tmp_path, drawing)
    for shown in (False, True):
        portal = open_portal(tmp_path, Layout(), APPROVAL, date(2021, 6, 1), with_drafts=shown).portal
        assert [str(each) for each in portal.problems if each.stops_build] == []
