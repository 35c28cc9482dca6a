"""What lies on the editors' desk: every file once, with what is left to do about it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.portal.drawing import SETTINGS, draw
from trangtin.content.entry import Layout
from trangtin.content.options.settings import Settings
from trangtin.content.values.dates import parse_date
from trangtin.portal.desk import DeskItem, DeskState, desk_of, reminders_on_desk
from trangtin.portal.reminders import reminders_of
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


def opened(root: Path, *, with_drafts: bool = False) -> Repository:
    draw(root, DRAWING)
    return open_portal(root, Layout(), SETTINGS, parse_date("20/11/2026"), with_drafts=with_drafts)


def desk(root: Path) -> dict[str, DeskItem]:
    repository = opened(root)
    items = desk_of(repository.reading, repository.portal, repository.portal.problems)
    assert len({item.path for item in items}) == len(items)
    return {item.path: item for item in items}


def test_a_preview_with_drafts_tells_the_same_states(tmp_path: Path) -> None:
    states = {path: item.state for path, item in desk(tmp_path).items()}
    repository = opened(tmp_path, with_drafts=True)
    items = desk_of(repository.reading, repository.portal, repository.portal.problems)
    assert {item.path: item.state for item in items} == states


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


INCOMING = """
== plans/2026/{name}.md
type: CV
number: {number}/SNV-VP
issuer: Sở Nội vụ
level: tinh
title: Việc {name}
date: 2/3/2026
received: 2/3/2026
{held}
"""


@pytest.mark.parametrize(
    ("day", "held", "when"),
    [
        ("8/3/2026", "draft: true", None),
        ("9/3/2026", "draft: true", 7),
        ("16/3/2026", "review: [Rà lại]", 0),
        ("18/3/2026", "draft: true", -2),
        ("10/3/2026", "published: 16/3/2026", None),  # goes out by itself in time
        ("10/3/2026", "published: 17/3/2026", 6),
        ("10/3/2026", "published: 12/3/2026\ndraft: true", 6),
        ("18/3/2026", "", None),  # out
    ],
)
def test_papers_of_others_have_to_go_out_in_their_term(tmp_path: Path, day: str, held: str, when: int | None) -> None:
    draw(tmp_path, INCOMING.format(name="a", number=1, held=held))
    repository = open_portal(tmp_path, Layout(), SETTINGS, parse_date(day))
    items = desk_of(repository.reading, repository.portal, ())
    found = reminders_on_desk(items, repository.portal, 7)
    assert [(each.days_left, each.what) for each in found] == (
        [] if when is None else [(when, "Đăng Công văn số 1/SNV-VP: Việc a")]
    )
    assert reminders_of(repository.portal, 7) == ()  # of what goes into letters nothing is told that is held back
    assert [item.waiting_since for item in items] == [date(2026, 3, 2) if held else None]


def test_nobody_waits_for_them_where_the_unit_has_no_such_duty(tmp_path: Path) -> None:
    draw(tmp_path, INCOMING.format(name="a", number=1, held="draft: true"))
    settings = Settings.model_validate({**SETTINGS.model_dump(), "duties": {"skip": ["van-ban-cap-tren"]}})
    repository = open_portal(tmp_path, Layout(), settings, parse_date("1/4/2026"))
    assert reminders_on_desk(desk_of(repository.reading, repository.portal, ()), repository.portal, 7) == ()


def test_the_desk_reminds_of_no_work_that_only_drafts_give(tmp_path: Path) -> None:
    task = "number: 9/KH-TCT\ndate: 1/11/2026\ntasks: [{unit: khoa, do: Họp, due: 21/11/2026}]\n"
    draw(tmp_path, f"{DRAWING}== plans/2026/9.md\ndraft: true\n{task}")
    repository = open_portal(tmp_path, Layout(), SETTINGS, parse_date("20/11/2026"), with_drafts=True)
    assert [each.what for each in reminders_of(repository.portal, 7)] == ["Họp"]
    items = desk_of(repository.reading, repository.portal, ())
    assert [each.what for each in reminders_on_desk(items, repository.portal, 7)] == []


GIVEN = """
== site_src/don-vi/khoa.md
unit: {name: Khoa Một}
== plans/2026/mau/index.md
title: Thi đua
start: 1/10/2026
end: 31/10/2026
report_due: 25/11/2026
== plans/2026/mau/9.md
number: 9/KH-TCT
date: 1/10/2026
tasks:
  - {unit: khoa, do: Họp, due: 10/11/2026}
  - {unit: khoa, do: Trồng cây, due: 12/11/2026, evidence: [site_src/tin-tuc/2026/cay.md]}
== site_src/tin-tuc/2026/hop.md
title: Tin họp
date: 9/11/2026
evidence_for: 9/KH-TCT#1
HELD
== site_src/tin-tuc/2026/cay.md
title: Tin cây
date: 9/11/2026
HELD
== plans/2026/mau/10.md
type: BC
number: 10/BC-TCT
date: 10/11/2026
title: Báo cáo tổng kết phong trào
HELD
"""
RECALLED = """== plans/2026/mau/11.md
type: QĐ
number: 11/QĐ-TCT
date: 11/11/2026
title: Thu hồi kế hoạch
recalls: 9/KH-TCT
draft: true
"""


@pytest.mark.parametrize(
    ("held", "what"),
    [("draft: true", ["Họp", "Trồng cây", "Báo cáo tổng kết phong trào"]), ("lang: vi", [])],
)
def test_what_only_drafts_show_to_be_done_is_still_due(tmp_path: Path, held: str, what: list[str]) -> None:
    draw(tmp_path, GIVEN.replace("HELD", held))
    for with_drafts in (False, True):
        repository = open_portal(tmp_path, Layout(), SETTINGS, parse_date("20/11/2026"), with_drafts=with_drafts)
        items = desk_of(repository.reading, repository.portal, ())
        told = reminders_on_desk(items, repository.portal, 7)
        assert [(each.what, each.awaits_draft) for each in told] == [(each, with_drafts) for each in what]


def test_what_only_a_draft_recalls_is_still_due(tmp_path: Path) -> None:
    draw(tmp_path, GIVEN.replace("HELD", "draft: true") + RECALLED)
    repository = open_portal(tmp_path, Layout(), SETTINGS, parse_date("20/11/2026"), with_drafts=True)
    assert [task.state.is_open for task in repository.portal.assignments] == [False, False]
    told = reminders_on_desk(desk_of(repository.reading, repository.portal, ()), repository.portal, 7)
    assert [each.what for each in told] == ["Họp", "Trồng cây", "Báo cáo tổng kết phong trào"]
