"""A file goes out with what declares or shows it, and not one day before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.portal.drawing import SETTINGS, document, draw, portal_on, told
from trangtin.content.entry import Layout
from trangtin.content.options.look import Banner, Look
from trangtin.content.reading.reader import read_repository
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.portal import check_catalogue
from trangtin.repository import open_portal

DRAWING = """
== plans/2021/12.md
number: 12/KH-TCT
date: 20/4/2021
KEY
files:
  - path: 12.pdf
---
![Sơ đồ](so-do.svg)
== plans/2021/12.pdf
%PDF-1.7
== plans/2021/so-do.svg
<svg/>
== site_src/tin-tuc/2021/a.md
---
Xem [bản ký](../../../plans/2021/12.pdf).
"""


def test_the_files_of_a_public_document(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/1/2022", DRAWING.replace("KEY\n", ""))

    assert portal.attachments.offered == {
        "plans/2021/12.pdf": "plans/2021/12.md",
        "plans/2021/so-do.svg": "plans/2021/12.md",
    }
    assert [file.path for file in document(portal, "12").files] == ["plans/2021/12.pdf"]
    assert told(portal) == []


SHARED = """
== plans/2021/b/7.md
number: 7/KH-TCT
date: 20/4/2021
files: [{path: 7.pdf}]
---
== plans/2021/b/7.pdf
%PDF-1.7
"""


@pytest.mark.parametrize(
    "joined",
    [
        "== plans/2021/a/1.md\nnumber: 1/QĐ-TCT\ndate: 1/2/2021\nfiles: [{path: ../b/7.pdf}]\n---\n",
        "== plans/2021/1.md\nnumber: 1/QĐ-TCT\ndate: 1/2/2021\nfiles: [{path: b/7.pdf}]\n---\n",
        "== plans/2021/b/6.md\nnumber: 9/QĐ-TCT\ndate: 21/4/2021\nfiles: [{path: 7.pdf}]\n---\n",
        "== plans/2021/b/6.md\nnumber: 9/QĐ-TCT\ndate: 1/4/2021\npublished: 21/4/2021\nfiles: [{path: 7.pdf}]\n---\n",
        "== plans/2021/b/6.md\nfiles: [{path: 7.pdf}]\n---\n",
    ],
)
def test_a_file_that_another_document_joins_stays_where_it_is_out(tmp_path: Path, joined: str) -> None:
    portal = portal_on(tmp_path, "1/1/2022", SHARED + joined)
    assert portal.attachments.offered == {"plans/2021/b/7.pdf": "plans/2021/b/7.md"}


GONE = "withdrawn: {date: 1/6/2021, reason: Đăng nhầm}\n"


def test_a_file_of_several_stays_where_it_is_out_when_its_document_is_withdrawn(tmp_path: Path) -> None:
    other = "== plans/2021/a/1.md\nnumber: 1/QĐ-TCT\ndate: 1/5/2021\nfiles: [{path: ../b/7.pdf}]\n---\n"
    shared = SHARED.replace("date: 20/4/2021\n", f"date: 20/4/2021\n{GONE}")
    portal = portal_on(tmp_path, "1/1/2022", shared + other)
    assert portal.attachments.offered == {"plans/2021/b/7.pdf": "plans/2021/b/7.md"}


def test_a_file_of_several_that_are_all_withdrawn_goes(tmp_path: Path) -> None:
    other = f"== plans/2021/a/1.md\nnumber: 1/QĐ-TCT\ndate: 1/5/2021\n{GONE}files: [{{path: ../b/7.pdf}}]\n---\n"
    shared = SHARED.replace("date: 20/4/2021\n", f"date: 20/4/2021\n{GONE}")
    assert portal_on(tmp_path, "1/1/2022", shared + other).attachments.offered == {}


@pytest.mark.parametrize(
    "key", ["draft: true", "review: [Xem lại]", "published: 2/1/2022", "withdrawn: {date: 1/6/2021, reason: Đăng nhầm}"]
)
def test_the_files_of_a_held_document_stay_even_if_a_news_item_links_to_them(tmp_path: Path, key: str) -> None:
    portal = portal_on(tmp_path, "1/1/2022", DRAWING.replace("KEY", key))

    assert portal.attachments.offered == {}
    assert portal.attachments.held_back == {"plans/2021/12.pdf", "plans/2021/so-do.svg"}
    assert told(portal, "TT401") == []
    (message,) = told(portal, "TT314")
    assert message.startswith("site_src/tin-tuc/2021/a.md:")


def test_pictures_that_the_options_name_are_used(tmp_path: Path) -> None:
    look = Look(emblem="hinh/huy-hieu.svg", banner=Banner(src="hinh/cong.jpg", alt="Cổng"))
    drawing = "".join(f"== site_src/hinh/{name}\nảnh\n" for name in ("huy-hieu.svg", "cong.jpg", "quen.jpg"))
    portal = portal_on(tmp_path, "1/1/2022", drawing, SETTINGS.model_copy(update={"look": look}))
    assert portal.attachments.published.keys() == {"site_src/hinh/huy-hieu.svg", "site_src/hinh/cong.jpg"}
    assert portal.attachments.unused == {"site_src/hinh/quen.jpg"}


def test_a_preview_may_show_drafts(tmp_path: Path) -> None:
    portal_on(tmp_path, "1/1/2022", DRAWING.replace("KEY", "draft: true"))

    portal = open_portal(tmp_path, Layout(), SETTINGS, date(2022, 1, 1), with_drafts=True).portal

    assert [item.path for item in portal.documents] == ["plans/2021/12.md"]


def test_a_picture_of_a_page_that_cannot_be_read_is_not_told_to_be_unused(tmp_path: Path) -> None:
    drawing = """
        == site_src/tin-tuc/2021/a.md
        title: Lễ: phát động
        image: {src: ../../hinh/le.jpg, alt: Lễ}
        == site_src/hinh/le.jpg
        ảnh
        """
    draw(tmp_path, drawing)
    catalogue = Catalogue(read_repository(tmp_path, Layout()), SETTINGS, date(2022, 1, 1))
    assert [str(each.code) for each in check_catalogue(catalogue)] == ["TT106"]


def test_what_the_program_or_notepad_named_is_not_advised_to_be_published(tmp_path: Path) -> None:
    portal = portal_on(
        tmp_path,
        "1/1/2022",
        """
        == plans/2021/bau-cu/du-thao-bao-cao-tong-ket.docx
        Word
        == site_src/tin-tuc/2021/le-phat-dong.md.txt
        ---
        title: Tin
        ---
        """,
    )
    (message,) = told(portal, "TT401")
    assert message.startswith("site_src/tin-tuc/2021/le-phat-dong.md.txt:1: TT401")
    assert message.endswith("(ví dụ: le-phat-dong.md)")


def test_a_head_gives_the_name_of_a_picture_itself_and_a_text_its_address(tmp_path: Path) -> None:
    portal = portal_on(
        tmp_path,
        "1/1/2022",
        """
        == site_src/tin-tuc/2021/a.md
        image: {src: anh%20le.jpg, alt: Lễ}
        ---
        ![Lễ](toan%20canh.jpg)
        == site_src/tin-tuc/2021/anh%20le.jpg
        ảnh
        == site_src/tin-tuc/2021/toan canh.jpg
        ảnh
        """,
    )

    assert portal.attachments.unused == frozenset()
    assert told(portal, "TT307", "TT401") == []


UNSEEN = [
    "<!-- [Danh sách](noi-bo.txt) -->",
    "Tin.\n<!--\n![Danh sách](noi-bo.txt)\n\n[1]: noi-bo.txt\n-->\n\nXem [1].",
    "Tin. <!-- [Danh sách](noi-bo.txt)",
    "Gõ ``[Danh sách](noi-bo.txt)`` là được.",
    "Gõ \\[Danh sách](noi-bo.txt) là được.",
    "Gõ `một dòng\n[Danh sách](noi-bo.txt)` là được.",
    "Tin.\n\n[1]: noi-bo.txt",
    "<div>\n[Danh sách](noi-bo.txt)\n</div>",
    "![Ảnh [Danh sách](noi-bo.txt)](https://anh.example/1.jpg)",
]
"""What is typed in a news item and no page shows as a link."""


@pytest.mark.parametrize("typed", UNSEEN)
def test_what_no_page_shows_as_a_link_publishes_nothing(tmp_path: Path, typed: str) -> None:
    item = f"== site_src/tin-tuc/2021/a.md\n---\n{typed}\n"
    portal = portal_on(tmp_path / "a", "1/1/2022", f"{item}== site_src/tin-tuc/2021/noi-bo.txt\nNguyễn Văn A\n")
    assert portal.attachments.published == {}
    assert portal.attachments.unused == {"site_src/tin-tuc/2021/noi-bo.txt"}

    assert told(portal_on(tmp_path / "b", "1/1/2022", item), "TT310") == []  # and there need be no such file


@pytest.mark.parametrize(
    "typed",
    [
        "``` Mẫu số 1\n\n[Danh sách](danh-sach.txt)\n\n```",  # a row with words opens no code
        "` [Danh sách](danh-sach.txt)\n\n`",
        "[Danh\nsách]( danh-sach.txt\n'Tên' )",
        "[ds]\n\n    [DS]: <danh-sach.txt>",
        "> - [a `]` b][ds]\n\n[ds]:\n  danh-sach.txt (Tên)",
        "- [![Ảnh](danh-sach.txt)](https://trang.example/)",
    ],
)
def test_what_a_page_shows_as_a_link_is_published(tmp_path: Path, typed: str) -> None:
    item = f"== site_src/tin-tuc/2021/a.md\n---\n{typed}\n"
    portal = portal_on(tmp_path, "1/1/2022", f"{item}== site_src/tin-tuc/2021/danh-sach.txt\nKhoa A\n")
    assert portal.attachments.published.keys() == {"site_src/tin-tuc/2021/danh-sach.txt"}


def test_a_comment_in_the_heading_of_a_page_is_no_part_of_its_name(tmp_path: Path) -> None:
    path = "site_src/gioi-thieu.md"
    for typed in (
        "# Giới thiệu <!-- chờ ông Nguyễn Văn A duyệt -->",
        "<!-- ghi chú -->\n# Giới<!-- hai\ndòng --> thiệu",
    ):
        assert portal_on(tmp_path, "1/1/2022", f"== {path}\n---\n{typed}\n\nChữ.\n").titles[path] == "Giới thiệu"


@pytest.mark.parametrize("name", ["Thumbs.db", "desktop.ini", "~$12.docx"])
def test_what_windows_and_word_leave_is_passed_over(tmp_path: Path, name: str) -> None:
    portal = portal_on(tmp_path, "1/1/2022", f"== plans/2021/{name}\nx\n== site_src/assets/{name}\nx\n")
    assert portal.attachments.published == {}
    assert told(portal) == []
