"""What lies on the editors' desk: every file once, with what is left to do about it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from tests.portal.drawing import SETTINGS, draw
from trangtin.content.entry import Layout
from trangtin.content.values.dates import parse_date
from trangtin.portal.desk import DeskItem, DeskState, desk_of
from trangtin.repository import Repository, open_portal

DRAWING = """
== site_src/don-vi/khoa.md
unit: {name: Khoa Một}
== site_src/index.md
title: Trang chủ
== site_src/gioi-thieu.md
title: Giới thiệu
draft: true
== site_src/tin-tuc/2026/hen.md
title: Tin hẹn ngày
date: 25/11/2026
== site_src/tin-tuc/2026/hong.md
date: 31/13/2026
== plans/2026/mau/index.md
title: Thi đua
draft: true
---
✎ Viết phong trào này để làm gì.
== plans/2026/mau/1.md
number: 1/KH-TCT
date: 1/11/2026
title: Trong phong trào nháp
== plans/2026/2.md
number: 2/KH-UBND
date: 1/11/2026
received: 5/11/2026
title: Chờ rà
review: [Xem người ký, Xem ngày]
files: [{path: khong-co.pdf}]
== plans/2026/3.md
number: 3/KH-TCT
date: 2/11/2026
title: Đã đăng
files: [{path: 3.pdf}]
== plans/2026/3.pdf
%PDF-1.7
== plans/2026/4.md
number: 4/KH-TCT
date: 2/11/2026
published: 30/11/2026
title: Hẹn đăng
== plans/2026/5.md
number: 5/KH-TCT
date: 2/11/2026
title: Đã gỡ
withdrawn: {date: 3/11/2026, reason: Nhầm}
== plans/2026/thua.md.txt
Notepad
"""


def opened(root: Path) -> Repository:
    draw(root, DRAWING)
    return open_portal(root, Layout(), SETTINGS, parse_date("20/11/2026"))


def desk(root: Path) -> dict[str, DeskItem]:
    repository = opened(root)
    items = desk_of(repository.reading, repository.portal, repository.portal.problems)
    assert len({item.path for item in items}) == len(items)
    return {item.path: item for item in items}


def test_each_file_in_its_state(tmp_path: Path) -> None:
    assert {path: item.state for path, item in desk(tmp_path).items()} == {
        "site_src/tin-tuc/2026/hong.md": DeskState.BROKEN,
        "plans/2026/2.md": DeskState.REVIEW,
        "plans/2026/mau/index.md": DeskState.DRAFT,
        "site_src/gioi-thieu.md": DeskState.DRAFT,
        "plans/2026/mau/1.md": DeskState.HELD,
        "plans/2026/4.md": DeskState.SCHEDULED,
        "site_src/tin-tuc/2026/hen.md": DeskState.SCHEDULED,
        "plans/2026/thua.md.txt": DeskState.OTHER,
        "plans/2026/3.md": DeskState.PUBLISHED,
        "site_src/don-vi/khoa.md": DeskState.PUBLISHED,
        "site_src/index.md": DeskState.PUBLISHED,
        "plans/2026/5.md": DeskState.WITHDRAWN,
    }


def test_what_waits_says_since_when_and_for_what(tmp_path: Path) -> None:
    items = desk(tmp_path)
    waiting = items["plans/2026/2.md"]
    assert waiting.waiting_since == date(2026, 11, 5)
    assert waiting.review == ("Xem người ký", "Xem ngày")
    assert waiting.missing == ("khong-co.pdf",)
    assert (waiting.errors, waiting.notices) == (1, 1)
    assert waiting.line == 7  # of the missing file, the worst of its problems
    assert items["plans/2026/mau/1.md"].waiting_since == date(2026, 11, 1)
    for name in ("3.md", "5.md"):
        assert (items[f"plans/2026/{name}"].waiting_since, items[f"plans/2026/{name}"].missing) == (None, ())
    assert (items["plans/2026/thua.md.txt"].errors, items["plans/2026/thua.md.txt"].warnings) == (0, 1)
    assert items["plans/2026/4.md"].day == date(2026, 11, 30)


def test_each_is_called_by_its_title_and_has_its_day(tmp_path: Path) -> None:
    told = {path: (item.title, f"{item.day:%d/%m/%Y}" if item.day else None) for path, item in desk(tmp_path).items()}
    assert told == {
        "site_src/tin-tuc/2026/hong.md": ("hong.md", None),
        "plans/2026/2.md": ("Kế hoạch số 2/KH-UBND: Chờ rà", "01/11/2026"),
        "plans/2026/mau/index.md": ("Thi đua", "01/01/2021"),
        "site_src/gioi-thieu.md": ("Giới thiệu", None),
        "plans/2026/mau/1.md": ("Kế hoạch số 1/KH-TCT: Trong phong trào nháp", "01/11/2026"),
        "plans/2026/4.md": ("Kế hoạch số 4/KH-TCT: Hẹn đăng", "30/11/2026"),
        "site_src/tin-tuc/2026/hen.md": ("Tin hẹn ngày", "25/11/2026"),
        "plans/2026/thua.md.txt": ("thua.md.txt", None),
        "plans/2026/3.md": ("Kế hoạch số 3/KH-TCT: Đã đăng", "02/11/2026"),
        "site_src/don-vi/khoa.md": ("Khoa Một", None),
        "site_src/index.md": ("Trang chủ", None),
        "plans/2026/5.md": ("Kế hoạch số 5/KH-TCT: Đã gỡ", "02/11/2026"),
    }


def test_no_problem_is_left_out_or_told_twice(tmp_path: Path) -> None:
    repository = opened(tmp_path)
    problems = repository.portal.problems
    items = desk_of(repository.reading, repository.portal, problems)
    assert Counter(problem for item in items for problem in item.problems) == Counter(problems)
