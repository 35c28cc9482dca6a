"""What calendars hold, and that an event stays the same one when its day is moved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.portal.drawing import portal_on
from tests.portal.test_campaign import TWICE
from tests.views.every_view import texts
from trangtin.views import targets
from trangtin.views.campaign import campaign_view
from trangtin.views.home import home_view
from trangtin.views.machine_readable.calendar import CalendarView, calendars
from trangtin.views.machine_readable.calendar_events import CalendarEvent
from trangtin.views.unit import unit_view

CAMPAIGN = """
== plans/2021/a/index.md
title: Thi đua
start: 20/4/2021
end: 31/5/2021
report_due: 15/6/2021
anchor: {name: Ngày bầu cử, date: 23/5/2021}
units: [khoa-a, khoa-b]
milestones: [{title: Niêm yết, offset: -10}]
works: [{unit: khoa-a, title: Tủ sách, due: 15/5/2021}]
== plans/2021/a/12.md
number: 12/KH-TCT
date: 20/4/2021
tasks: [{unit: khoa-a, do: Lập kế hoạch, due: DUE, status: xong}, {unit: khoa-b, do: Lập kế hoạch, due: 1/5/2021}]
== plans/2021/a/13.md
number: 13/KH-TCT
date: 20/4/2021
draft: true
tasks: [{unit: khoa-a, do: BIMAT, due: 1/5/2021}]
== plans/2021/b/index.md
title: BIMAT
withdrawn: {date: 2/1/2021, reason: Nhầm}
milestones: [{title: BIMAT, date: 1/5/2021}]
works: [{unit: khoa-a, title: BIMAT, due: 15/5/2021}]
== plans/2021/c.md
number: 14/KH-TCT
date: 20/4/2021
tasks: [{unit: khoa-a, do: Việc riêng, due: 2/5/2021}, {unit: khoa-a, do: Đã thôi, due: 2/5/2021, status: huy}]
== site_src/don-vi/khoa-a.md
unit: {name: Khoa A}
== site_src/don-vi/khoa-b.md
unit: {name: Khoa B}
"""


def views(root: Path, due: str = "25/4/2021") -> dict[str, CalendarView]:
    portal = portal_on(root, "1/5/2021", CAMPAIGN.replace("DUE", due))
    return {view.target: view for view in calendars(portal)}


def named(view: CalendarView) -> list[tuple[str, date, date]]:
    return [(event.title, event.first, event.last) for event in view.events]


def test_a_campaign_has_its_period_its_days_and_its_deadlines(tmp_path: Path) -> None:
    assert named(views(tmp_path)[targets.calendar("plans/2021/a/index.md")]) == [
        ("Thi đua", date(2021, 4, 20), date(2021, 5, 31)),
        ("Hạn: Lập kế hoạch (Khoa A)", date(2021, 4, 25), date(2021, 4, 25)),
        ("Hạn: Lập kế hoạch (Khoa B)", date(2021, 5, 1), date(2021, 5, 1)),
        ("Niêm yết", date(2021, 5, 13), date(2021, 5, 13)),
        ("Hạn: Tủ sách (Khoa A)", date(2021, 5, 15), date(2021, 5, 15)),
        ("Ngày bầu cử", date(2021, 5, 23), date(2021, 5, 23)),
        ("Hạn báo cáo tổng kết: Thi đua", date(2021, 6, 15), date(2021, 6, 15)),
    ]


def test_a_unit_has_its_own_deadlines_and_not_those_of_others(tmp_path: Path) -> None:
    titles = [title for title, _, _ in named(views(tmp_path)[targets.calendar("site_src/don-vi/khoa-a.md")])]
    assert "Hạn: Việc riêng (Khoa A)" in titles
    assert "Hạn: Lập kế hoạch (Khoa A)" in titles
    assert "Ngày bầu cử" in titles
    assert not [title for title in titles if "Khoa B" in title]


def test_a_campaign_may_have_any_sign_in_its_name(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/5/2021", CAMPAIGN.replace("DUE", "25/4/2021").replace("2021/a/", "2021/a~2/"))
    found = {view.target: view for view in calendars(portal)}
    for letter, other in ("ab", "ba"):
        titles = [title for title, _, _ in named(found[targets.calendar(f"site_src/don-vi/khoa-{letter}.md")])]
        assert f"Hạn: Lập kế hoạch (Khoa {letter.upper()})" in titles
        assert not [title for title in titles if f"(Khoa {other.upper()})" in title]


def test_what_a_withdrawn_document_set_is_in_no_calendar(tmp_path: Path) -> None:
    gone = "withdrawn: {date: 22/4/2021, reason: Nhầm}\nmilestones: [{title: BIMAT, date: 3/5/2021}]\n"
    for folder in ("a/", ""):
        more = f"== plans/2021/{folder}15.md\nnumber: 15/KH-TCT\ndate: 20/4/2021\n{gone}"
        portal = portal_on(tmp_path, "1/5/2021", CAMPAIGN.replace("DUE", "25/4/2021") + more)
        assert not [text for view in calendars(portal) for text in texts(view) if "BIMAT" in text]


def test_a_deadline_says_whose_it_is_where_it_comes_from_and_what_became_of_it(tmp_path: Path) -> None:
    drawing = CAMPAIGN.replace("DUE", "25/4/2021").replace("status: xong", "done: 24/4/2021")
    portal = portal_on(tmp_path, "1/5/2021", drawing)
    whole = next(view for view in calendars(portal) if view.target == targets.calendar(targets.HOME))
    found = {event.title: event for event in whole.events}
    done, work = found["Hạn: Lập kế hoạch (Khoa A)"], found["Hạn: Tủ sách (Khoa A)"]
    assert (done.kind, done.text) == (
        "Hạn nhiệm vụ",
        "Khoa A: Lập kế hoạch. Theo: Kế hoạch số 12/KH-TCT. Xong đúng hạn ngày 24/04/2021.",
    )
    assert (work.kind, work.text) == ("Hạn công trình, phần việc", "Khoa A: Tủ sách. Theo: Thi đua.")
    # The day on which programs see it changed: that of the document, or when the task was done.
    assert (done.revised, work.revised) == (date(2021, 4, 24), date(2021, 4, 20))


def test_tasks_that_are_written_alike_are_told_apart(tmp_path: Path) -> None:
    drawing = CAMPAIGN.replace(
        "do: Việc riêng, due: 2/5/2021", "do: Họp, due: 2/5/2021}, {unit: khoa-a, do: Họp, due: 3/5/2021"
    )
    portal = portal_on(tmp_path, "1/5/2021", drawing.replace("DUE", "25/4/2021"))
    keys = [
        event.key
        for view in calendars(portal)
        for event in view.events
        if "Họp" in event.title and view.page == targets.HOME
    ]
    assert keys == ["plans/2021/c.md#viec-1", "plans/2021/c.md#viec-2"]


PAPER = """
== site_src/don-vi/khoa.md
unit: {name: Khoa A}
== plans/2021/1.md
number: 1/KH-TCT
date: 1/1/2021
milestones: [{title: Thi, date: 1/5/2021}, {title: Thi, date: 1/6/2021}]
tasks: [{unit: khoa, do: Họp, due: 2/5/2021}, {unit: khoa, do: Tổng kết, due: 2/6/2021, id: tong-ket}]
"""


def test_a_word_that_is_mended_in_a_plan_makes_no_other_event_of_it(tmp_path: Path) -> None:
    def keys(root: Path, drawing: str) -> dict[date, str]:
        return {event.first: event.key for event in next(calendars(portal_on(root, "1/2/2021", drawing))).events}

    mended = PAPER.replace("Thi, date: 1/5", "Thi vòng một, date: 1/5").replace("do: Họp", "do: Họp các khối")
    known = keys(tmp_path / "a", PAPER)
    assert len(set(known.values())) == len(known) == 4
    assert keys(tmp_path / "b", mended) == known


def test_nothing_held_back_or_given_up_is_in_any_calendar(tmp_path: Path) -> None:
    for view in views(tmp_path).values():
        assert not [text for text in texts(view) if "BIMAT" in text or "Đã thôi" in text], view.target


def test_only_open_deadlines_ask_for_a_reminder(tmp_path: Path) -> None:
    due = {event.title for event in views(tmp_path)[targets.calendar(targets.HOME)].events if event.is_due}
    assert due == {
        "Hạn: Lập kế hoạch (Khoa B)",
        "Hạn: Tủ sách (Khoa A)",
        "Hạn: Việc riêng (Khoa A)",
        "Hạn báo cáo tổng kết: Thi đua",
    }


def test_an_event_is_the_same_in_every_calendar_and_after_its_day_is_moved(tmp_path: Path) -> None:
    def task(view: CalendarView) -> CalendarEvent:
        return next(event for event in view.events if event.title == "Hạn: Lập kế hoạch (Khoa A)")

    before, after = views(tmp_path / "1"), views(tmp_path / "2", "30/4/2021")
    for view in before.values():
        assert len({event.key for event in view.events}) == len(view.events)
    whole, unit = targets.calendar(targets.HOME), targets.calendar("site_src/don-vi/khoa-a.md")
    assert task(before[whole]) == task(before[unit])
    assert task(before[whole]).key == task(after[whole]).key
    assert task(after[whole]).first == date(2021, 4, 30)


def test_a_campaign_that_lies_ahead_never_goes_back_to_an_earlier_revision(tmp_path: Path) -> None:
    head = "== plans/2027/a/index.md\ntitle: Thi đua\nstart: 11/1/2027\nend: 31/3/2027\n"
    revised = []
    for step, (today, more) in enumerate(
        [("22/11/2026", ""), ("1/12/2026", "updated: 1/12/2026\n"), ("12/1/2027", "updated: 1/12/2026\n")]
    ):
        [whole, *_] = calendars(portal_on(tmp_path / str(step), today, head + more))
        revised.append(whole.events[0].revised)
    assert revised == sorted(revised)
    [begun, *_] = calendars(portal_on(tmp_path / "begun", "12/1/2027", head))
    assert begun.events[0].revised == date(2027, 1, 11)


def test_a_step_that_plan_and_campaign_state_alike_is_one_day_in_the_calendar(tmp_path: Path) -> None:
    found = next(calendars(portal_on(tmp_path, "21/11/2026", TWICE)))
    steps = [event.title for event in found.events if event.kind in {"Mốc", "Giai đoạn", "Ngày mốc"}]
    assert steps == ["Phát động", "Tập huấn", "Họp sơ kết", "Ngày hội", "Nộp bài", "Họp sơ kết"]


@pytest.mark.parametrize("relation", ["replaces", "recalls"])
@pytest.mark.parametrize("folder", ["dot/", ""])
def test_the_steps_of_a_plan_go_with_it(tmp_path: Path, folder: str, relation: str) -> None:
    drawing = f"""
    == plans/2021/dot/index.md
    == plans/2021/{folder}1.md
    number: 1/KH-TCT
    date: 2/1/2021
    milestones: [{{title: Chung kết, date: 1/6/2021}}]
    == plans/2021/{folder}2.md
    number: 2/KH-TCT
    date: 2/2/2021
    {relation}: 1/KH-TCT
    milestones: [{{title: Chung kết, date: 1/7/2021}}]
    """
    for day, months in (("1/2/2021", {6}), ("2/2/2021", {7})):
        found = next(calendars(portal_on(tmp_path / day, f"{day}", drawing)))
        assert {event.first.month for event in found.events if event.title == "Chung kết"} == months


def test_a_step_that_a_paper_states_too_leads_to_the_paper_as_in_the_timeline(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "21/11/2026", TWICE)
    found = {event.title: event for event in next(calendars(portal)).events}
    paper, campaign = "plans/2026/so/1.md", "plans/2026/so/index.md"
    both = ("Tập huấn", "Ngày hội")
    assert [found[title].target for title in both] == [paper, paper]
    # Whoever has the event keeps it: a plan that repeats a step makes no other of it.
    assert [found[title].key for title in both] == [f"{campaign}#moc-tap-huan", f"{campaign}#ngay-moc"]
    assert found["Phát động"].target == campaign


STEP = "milestones: [{title: Họp, date: 1/6/2021}]\n"
LAUNCH = "number: 1/KH-TCT\ndate: 1/1/2021\n"
RECALL = "== plans/2021/2.md\ntype: QĐ\nnumber: 2/QĐ-TCT\ndate: 1/2/2021\nrecalls: 1/KH-TCT\n"


@pytest.mark.parametrize(
    ("drawing", "on_home", "of_the_unit"),
    [
        ("== plans/2021/1.md\n", False, False),
        ("== plans/2021/1.md\nmilestones: [{title: Họp, date: 1/6/2021}]\n", True, False),
        ("== plans/2021/1.md\ntasks: [{unit: khoa, do: Việc, due: 1/6/2021}]\n", True, True),
        ("== plans/2021/dot/index.md\n", True, False),
        ("== plans/2021/dot/index.md\nunits: [khoa]\n", True, True),
        ("== plans/2021/dot/index.md\nwithdrawn: {date: 1/2/2021, reason: Nhầm}\n", False, False),
        ("== plans/2021/1.md\ntasks: [{unit: khoa, do: Việc không hạn}]\n", False, False),
        ("== plans/2021/1.md\ntasks: [{unit: khoa, do: Thôi, due: 1/6/2021, status: huy}]\n", False, False),
        ("== plans/2021/1.md\nwithdrawn: {date: 1/2/2021, reason: Nhầm}\n" + STEP, False, False),
        ("== plans/2021/1.md\nnumber: 1/KH-TCT\ndate: 1/1/2021\n" + STEP + RECALL, False, False),
        ("== plans/2021/dot/index.md\nunits: [khoa]\n== plans/2021/dot/1.md\n" + LAUNCH + RECALL, False, False),
        (
            "== plans/2021/dot/index.md\nwithdrawn: {date: 1/2/2021, reason: Nhầm}\n== plans/2021/dot/1.md\n"
            "tasks: [{unit: khoa, do: Việc, due: 1/6/2021, status: xong}]\n",
            False,
            False,
        ),
        (
            "== plans/2021/dot/index.md\n== plans/2021/dot/1.md\n" + LAUNCH + "tasks: [{unit: khoa, do: Việc,"
            " due: 1/2/2021, done: 20/1/2021}]\n" + RECALL,
            True,
            True,
        ),
    ],
)
def test_a_calendar_of_nothing_is_not_offered(tmp_path: Path, drawing: str, on_home: bool, of_the_unit: bool) -> None:
    portal = portal_on(tmp_path, "1/3/2021", f"== site_src/don-vi/khoa.md\n{drawing}")
    unit = portal.units[0]
    shown = {targets.HOME: home_view(portal).calendar, unit.entry.path: unit_view(unit, portal).calendar}
    shown |= {each.path: campaign_view(each, portal).calendar for each in portal.campaigns}
    offered = {page for page, calendar in shown.items() if calendar}
    assert (targets.HOME in offered, unit.entry.path in offered) == (on_home, of_the_unit)
    assert offered == {view.page for view in calendars(portal) if view.events}
