"""What falls due: who is reminded of what, on which day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import portal_on
from tests.portal.test_campaign import TWICE
from trangtin.portal.reminders import reminders_of
from trangtin.views.for_editors.desk import desk_views
from trangtin.views.for_editors.reminders import reminder_text, reminders_by_unit, reminders_record
from trangtin.views.machine_readable.calendar import calendars

DRAWING = """
== site_src/don-vi/khoa.md
unit: {name: Khoa Một, email: khoa@mau.example}
== plans/2026/mau/index.md
title: Thi đua
start: 1/11/2026
end: 30/11/2026
report_due: 15/12/2026
lead: khoa
milestones:
  - {title: Mốc đã qua, date: 19/11/2026}
  - {title: Giao ban, date: 23/11/2026}
works:
  - {unit: khoa, title: Tủ sách, due: 22/11/2026}
  - {unit: khoa, title: Xong rồi, due: 22/11/2026, status: xong}
  - {unit: khoa, title: Bỏ rồi, due: 22/11/2026, status: huy}
== plans/2026/mau/1.md
number: 1/KH-TCT
date: 1/11/2026
title: Phát động
tasks:
  - {unit: khoa, do: Quá hạn, due: 18/11/2026}
  - {unit: khoa, do: Hôm nay, due: 20/11/2026}
  - {unit: la, do: Của đơn vị lạ, due: 24/11/2026}
  - {unit: khoa, do: Không hạn}
  - {unit: khoa, do: Còn lâu, due: 1/1/2027}
== plans/2026/2.md
number: 2/KH-TCT
date: 1/11/2026
tasks: [{unit: khoa, do: Ngoài phong trào, due: 27/11/2026}]
== plans/2026/mau/nhap.md
draft: true
tasks: [{unit: khoa, do: Việc của bản nháp, due: 21/11/2026}]
== plans/2026/mau/3.md
number: 3/KH-TCT
date: 2/11/2026
milestones: [{title: Mốc của bản bị thu hồi, date: 22/11/2026}]
== plans/2026/mau/4.md
number: 4/QĐ-TCT
type: QĐ
date: 3/11/2026
recalls: [3/KH-TCT]
"""


def told(tmp_path: Path, day: str, days: int) -> list[tuple[str, int]]:
    return [(each.what, each.days_left) for each in reminders_of(portal_on(tmp_path, day, DRAWING), days)]


def test_overdue_first_then_by_day_only_what_is_open_and_public(tmp_path: Path) -> None:
    assert told(tmp_path, "20/11/2026", 7) == [
        ("Quá hạn", -2),
        ("Hôm nay", 0),
        ("Tủ sách", 2),
        ("Giao ban", 3),
        ("Của đơn vị lạ", 4),
        ("Ngoài phong trào", 7),
    ]


@pytest.mark.parametrize(("days", "count"), [(0, 2), (1, 2), (2, 3), (6, 5), (7, 6), (10, 7), (25, 8)])
def test_the_last_day_counts(tmp_path: Path, days: int, count: int) -> None:
    assert len(told(tmp_path, "20/11/2026", days)) == count


def test_a_report_is_asked_for_until_it_is_there(tmp_path: Path) -> None:
    assert ("Báo cáo tổng kết phong trào", -5) in told(tmp_path, "20/12/2026", 0)
    report = "== plans/2026/mau/18.md\nnumber: 18/BC-TCT\ntype: BC\ndate: 16/12/2026\ntitle: Tổng kết\n"
    portal = portal_on(tmp_path, "20/12/2026", report)
    assert "Báo cáo tổng kết phong trào" not in [each.what for each in reminders_of(portal, 0)]


def test_each_names_its_line_and_days_off(tmp_path: Path) -> None:
    by_what = {each.what: each for each in reminders_of(portal_on(tmp_path, "20/11/2026", DRAWING), 7)}
    for each in by_what.values():
        if each.what in {"Quá hạn", "Tủ sách", "Của đơn vị lạ"}:
            line = (tmp_path / each.source).read_text(encoding="utf-8").split("\n")[each.line - 1]
            assert each.what in line
    assert by_what["Tủ sách"].is_day_off  # a Sunday
    assert not by_what["Giao ban"].is_day_off


def test_a_step_is_told_once_and_points_at_its_own_line(tmp_path: Path) -> None:
    steps = [each for each in reminders_of(portal_on(tmp_path, "21/11/2026", TWICE), 7) if each.kind.label == "Mốc"]
    lines = [(tmp_path / each.source).read_text(encoding="utf-8").split("\n")[each.line - 1] for each in steps]
    assert [line.strip() for line in lines] == [
        "- {title: họp sơ kết, offset: -1}",
        "- {title: Ngày hội, date: 24/11/2026}",
        "- {title: Nộp bài, date: 25/11/2026}",
        "- {title: Họp sơ kết, date: 26/11/2026}",
    ]


def test_days_of_a_campaign_point_at_their_keys(tmp_path: Path) -> None:
    drawing = "== plans/2026/a/index.md\ntitle: A\nstart: 22/11/2026\nend: 24/11/2026\nreport_due: 25/11/2026\n"
    portal = portal_on(tmp_path, "21/11/2026", f"{drawing}anchor: {{name: Ngày hội, date: 23/11/2026}}\n")
    assert [each.line for each in reminders_of(portal, 7)] == [3, 6, 4, 5]


def test_nobody_is_chased_for_a_campaign_that_was_taken_back(tmp_path: Path) -> None:
    gone = DRAWING.replace("title: Thi đua\n", "title: Thi đua\nwithdrawn: {date: 15/11/2026, reason: Nhầm}\n")
    steps = "milestones: [{title: Mốc của kế hoạch, date: 25/11/2026}]\n"
    portal = portal_on(tmp_path, "20/11/2026", gone.replace("title: Phát động\n", f"title: Phát động\n{steps}"))
    assert [each.what for each in reminders_of(portal, 60)] == ["Ngoài phong trào"]
    (khoa,) = portal.units
    assert {item.state.label for item in khoa.assignments if item.campaign} == {"Đã hủy"}
    assert [event.title for event in next(calendars(portal)).events] == ["Hạn: Ngoài phong trào (Khoa Một)"]


@pytest.mark.parametrize(
    ("facts", "day", "unit"),
    [
        ("until: 20/11/2026, merged_into: moi", "20/11/2026", "khoa"),
        ("until: 19/11/2026, merged_into: moi", "20/11/2026", "moi"),
        ("until: 20/11/2026", "20/11/2026", "khoa"),
        ("until: 19/11/2026", "20/11/2026", None),
        ("until: 18/11/2026, merged_into: giua", "20/11/2026", None),
    ],
    ids=["last day before a merger", "merged", "last day", "dissolved", "merged into one that was dissolved"],
)
def test_a_closed_lead_is_reminded_no_more(tmp_path: Path, facts: str, day: str, unit: str | None) -> None:
    others = (
        "== site_src/don-vi/moi.md\nunit: {name: Khoa Mới}\n"
        "== site_src/don-vi/giua.md\nunit: {name: Khoa Giữa, until: 19/11/2026}\n"
    )
    portal = portal_on(tmp_path, day, DRAWING.replace("Khoa Một,", f"Khoa Một, {facts},") + others)
    found = {each.what: each.unit for each in reminders_of(portal, 30)}
    assert (found["Giao ban"], found["Báo cáo tổng kết phong trào"]) == (unit, unit)


def test_the_letter_says_what_is_nobodys_any_more(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "20/11/2026", DRAWING.replace("Khoa Một,", "Khoa Một, until: 19/11/2026,"))
    groups = {group.name: group for group in reminders_by_unit(portal, 3)}
    assert [each.what for each in groups["Việc chung của phong trào"].reminders] == ["Giao ban"]
    left = groups["Khoa Một (đã thôi hoạt động)"]
    assert ([each.what for each in left.reminders], left.email) == (["Quá hạn", "Hôm nay", "Tủ sách"], None)
    (_, desk), *_ = desk_views((), portal, str)
    assert {row.unit for row in desk.due} >= {"Khoa Một (đã thôi hoạt động)", "Chung"}


def test_a_number_that_was_used_again_is_told_with_its_day(tmp_path: Path) -> None:
    task = "tasks: [{unit: khoa, do: Việc năm trước, due: 19/11/2026}]"
    again = f"== plans/2025/1.md\nnumber: 1/KH-TCT\ndate: 3/11/2025\n{task}\n"
    portal = portal_on(tmp_path, "20/11/2026", f"{DRAWING}{again}")
    letter = reminder_text(portal, 7)
    assert "Nhiệm vụ, theo Kế hoạch số 1/KH-TCT ngày 03/11/2025\n" in letter
    assert "Nhiệm vụ, theo Kế hoạch số 1/KH-TCT ngày 01/11/2026\n" in letter
    assert "Nhiệm vụ, theo Kế hoạch số 2/KH-TCT\n" in letter
    titles = {each["source_title"] for unit in reminders_record(portal, 7)["units"] for each in unit["items"]}
    assert {"Kế hoạch số 1/KH-TCT ngày 03/11/2025", "Kế hoạch số 2/KH-TCT"} <= titles
