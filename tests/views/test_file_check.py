"""What the page that checks files knows: every file ever offered, and what is to be said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import portal_on
from trangtin.views.file_check import file_check_view, published_copies

OLD, OLDER = "a" * 64, "b" * 64
DRAWING = f"""
== plans/2021/12.md
number: 12/KH-TCT
date: 20/4/2021
title: Thi đua
files:
  - path: 12.pdf
    former:
      - {{sha256: {OLD}, until: 21/4/2021, reason: Thiếu trang.}}
      - {{sha256: {OLDER}}}
---
![Sơ đồ](so-do.svg)
== plans/2021/13.md
number: 13/KH-TCT
date: 20/4/2021
title: Đã gỡ
withdrawn: {{date: 22/4/2021, reason: Nhầm}}
files: [{{path: 13.pdf}}]
== plans/2021/12.pdf
%PDF-1.7
== plans/2021/13.pdf
%PDF-1.7
== plans/2021/so-do.svg
<svg/>
"""


def test_every_copy_says_whether_it_may_be_relied_on(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/6/2021", DRAWING)
    copies = list(published_copies(portal))
    assert [(copy.file.rpartition("/")[2], copy.note) for copy in copies] == [
        ("13.pdf", "Văn bản này đã được gỡ khỏi trang ngày 22/04/2021."),
        ("12.pdf", ""),
        ("12.pdf", "Bản này đã được thay ngày 21/04/2021 (lý do: Thiếu trang). Hãy dùng bản đang đăng."),
        ("12.pdf", "Bản này đã được thay. Hãy dùng bản đang đăng."),
        ("so-do.svg", ""),
    ]
    withdrawn = portal.document_at["plans/2021/13.md"].files[0].facts
    assert withdrawn is not None
    # What is on offer is hashed as it goes out, the rest is known by its hash alone.
    assert [copy.sha256 for copy in copies] == [withdrawn.sha256, None, OLD, OLDER, None]
    assert {copy.page for copy in copies} == {"plans/2021/12.md", "plans/2021/13.md"}
    assert [copy.is_former for copy in copies] == [True, False, True, True, False]
    view = file_check_view(portal)
    assert (view.count, view.former) == (2, 3)


def test_a_withdrawn_file_that_nobody_can_read_is_not_known(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/6/2021", DRAWING.replace("== plans/2021/13.pdf\n%PDF-1.7\n", ""))
    assert "13.pdf" not in {copy.file.rpartition("/")[2] for copy in published_copies(portal)}


RULES = f"""
== plans/2021/12.md
number: 12/QC-TCT
type: QC
date: 20/4/2021
files: [{{path: 12.pdf, former: [{{sha256: {OLD}, until: 21/4/2021}}]}}]
OWN
---
![Sơ đồ](so-do.svg)
== plans/2021/13.md
number: 13/QD-TCT
type: QĐ
title: Đổi quy chế
date: 1/6/2021
RELATION
== plans/2021/12.pdf
%PDF-1.7
== plans/2021/so-do.svg
<svg/>
"""
BY = "Quyết định số 13/QD-TCT ngày 01/06/2021 (Đổi quy chế)"


@pytest.mark.parametrize(
    ("own", "relation", "day", "note"),
    [
        ("", "replaces: 12/QC-TCT", "1/6/2021", f"Văn bản này đã có văn bản thay thế: {BY}."),
        ("", "recalls: 12/QC-TCT", "1/6/2021", f"Văn bản này đã bị thu hồi: {BY}."),
        ("", "amends: 12/QC-TCT", "1/6/2021", f"Văn bản này đã được sửa đổi, bổ sung: {BY}."),
        ("", "corrects: 12/QC-TCT", "1/6/2021", f"Văn bản này có đính chính: {BY}."),
        ("expires: 1/5/2021", "", "2/5/2021", "Văn bản này đã hết hiệu lực từ sau ngày 01/05/2021."),
        ("expires: 1/5/2021", "", "1/5/2021", ""),
        ("effective: 2/5/2021", "", "1/5/2021", "Văn bản này chưa có hiệu lực; có hiệu lực từ ngày 02/05/2021."),
        ("", "", "1/6/2021", ""),
    ],
)
def test_a_copy_is_told_what_became_of_its_document(
    tmp_path: Path, own: str, relation: str, day: str, note: str
) -> None:
    portal = portal_on(tmp_path, day, RULES.replace("OWN", own).replace("RELATION", relation))
    current, former, picture = published_copies(portal)
    assert (current.note, current.is_former) == (note, False)
    assert (picture.note, picture.is_former) == (note, False)
    replaced = "Bản này đã được thay ngày 21/04/2021. Hãy dùng bản đang đăng."
    assert (former.note, former.is_former) == (f"{replaced} {note}".strip(), True)
    view = file_check_view(portal)
    assert (view.count, view.former) == (2, 1)


LINKED = """
== site_src/tin-tuc/2021/mau-don.md
title: Mẫu đơn mới
date: 2/1/2021
---
[Mẫu đơn](mau-don.docx), ![Ảnh](anh.png)
== site_src/tin-tuc/2021/nhap.md
draft: true
---
[Bản nháp](nhap.pdf)
== site_src/tin-tuc/2021/mau-don.docx
x
== site_src/tin-tuc/2021/anh.png
x
== site_src/tin-tuc/2021/nhap.pdf
%PDF-1.7
== site_src/assets/phong.woff2
x
"""


def test_what_news_and_pages_link_to_can_be_found_and_is_no_picture(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/6/2021", LINKED)
    (copy,) = published_copies(portal)
    assert (copy.file, copy.title) == ("site_src/tin-tuc/2021/mau-don.docx", "mau-don.docx")
    assert (copy.page, copy.page_title) == ("site_src/tin-tuc/2021/mau-don.md", "Mẫu đơn mới")
    assert not copy.is_former
    assert file_check_view(portal).count == 1
