"""What is still to be done: the model and the checks give one answer, whatever became of paper, page and unit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import document, portal_on, told
from trangtin.portal.assignments import AssignmentState
from trangtin.portal.reminders import reminders_of

PLAN = """
== site_src/don-vi/khoa.md
== plans/2021/1.md
number: 1/KH-TCT
date: 1/3/2021
tasks: [{unit: khoa, do: Một, due: 10/3/2021}]
"""
GONE_NEWS = """
== site_src/tin-tuc/2021/a.md
date: 5/3/2021
evidence_for: [1/KH-TCT#1]
withdrawn: {date: 8/3/2021, reason: Nhầm}
"""
REPLACED = "== plans/2021/2.md\nnumber: 2/KH-TCT\ndate: 20/3/2021\nreplaces: 1/KH-TCT\n"
RECALLED = "== plans/2021/3.md\nnumber: 3/QĐ-TCT\ntype: QĐ\ndate: 25/3/2021\nrecalls: 2/KH-TCT\n"
CAMPAIGN = "== plans/2021/dot/index.md\nstart: 1/3/2021\nend: 31/5/2021\n"
OFF_CAMPAIGN = f"{CAMPAIGN}withdrawn: {{date: 20/3/2021, reason: Nhầm}}\n"


@pytest.mark.parametrize(
    ("later", "day", "state"),
    [
        (REPLACED, "19/3/2021", AssignmentState.OVERDUE),
        (REPLACED, "1/4/2021", AssignmentState.CANCELLED),
        (REPLACED + "effective: 1/1/2022\n", "1/4/2021", AssignmentState.OVERDUE),
        (REPLACED + "effective: 1/1/2022\n", "31/12/2021", AssignmentState.OVERDUE),
        (REPLACED + "effective: 1/1/2022\n", "1/1/2022", AssignmentState.CANCELLED),
        (REPLACED + RECALLED, "1/4/2021", AssignmentState.OVERDUE),
        (OFF_CAMPAIGN, "1/4/2021", AssignmentState.OVERDUE),  # somebody else's
    ],
)
def test_work_open_again_is_told_just_where_it_is_open(
    tmp_path: Path, later: str, day: str, state: AssignmentState
) -> None:
    portal = portal_on(tmp_path, day, PLAN + GONE_NEWS + later)
    (task,) = document(portal, "1").tasks
    assert (task.state, len(told(portal, "TT422"))) == (state, state.is_open)


@pytest.mark.parametrize(
    ("head", "state", "codes"),
    [
        (CAMPAIGN, AssignmentState.OVERDUE, ["TT415", "TT422"]),
        (OFF_CAMPAIGN, AssignmentState.CANCELLED, []),
    ],
)
def test_nobody_is_to_mend_what_a_withdrawn_campaign_cancelled(
    tmp_path: Path, head: str, state: AssignmentState, codes: list[str]
) -> None:
    plan = PLAN.replace("plans/2021/1.md", "plans/2021/dot/1.md").replace(
        "don-vi/khoa.md\n", "don-vi/khoa.md\nunit: {name: Khoa, until: 15/3/2021}\n"
    )
    portal = portal_on(tmp_path, "1/4/2021", head + plan + GONE_NEWS)
    assert document(portal, "1").tasks[0].state is state
    assert [line.split(" ")[1] for line in told(portal, "TT415", "TT422")] == codes


CLOSED = PLAN.replace("don-vi/khoa.md\n", "don-vi/khoa.md\nunit: {name: Khoa, until: 9/3/2021}\n")


@pytest.mark.parametrize(
    ("task", "page", "is_told"),
    [
        ("evidence: ../../site_src/tin-tuc/2021/b.md", "", False),
        ("evidence: ../../site_src/tin-tuc/2021/b.md", "withdrawn: {date: 8/3/2021, reason: Nhầm}", True),
        ("evidence: ../../site_src/tin-tuc/2021/b.md", "draft: true", True),
        ("evidence: ../../site_src/tin-tuc/2021/b.md", "ghi_nham: 1\ndone: hôm nào", False),  # who knows what it shows
        ("evidence: ../../site_src/tin-tuc/2021/b.md, status: dang", "", True),
        ("evidence: 'https://a.example/b'", "", False),
        ("evidence: b.pdf", "", False),
        ("done: 8/3/2021", "", False),
        ("done: 2/4/2021", "", True),  # a day to come does not count before it comes
    ],
)
@pytest.mark.parametrize("holder", ["", "draft: true\n"])
def test_what_a_closed_unit_left_open_is_what_counts_as_open(
    tmp_path: Path, task: str, page: str, is_told: bool, holder: str
) -> None:
    drawing = CLOSED.replace("do: Một", f"do: Một, {task}").replace("number: 1/", f"{holder}number: 1/")
    drawing += f"== site_src/tin-tuc/2021/b.md\ndate: 5/3/2021\n{page}\n== plans/2021/b.pdf\n%PDF-1.7\n"
    portal = portal_on(tmp_path, "1/4/2021", drawing)
    assert len(told(portal, "TT415")) == is_told
    if not holder and "ghi_nham" not in page:
        assert document(portal, "1").tasks[0].state.is_open is is_told


def test_evidence_in_the_plan_that_was_withdrawn_is_told_for_a_closed_unit_too(tmp_path: Path) -> None:
    drawing = CLOSED.replace("do: Một", "do: Một, evidence: ../../site_src/tin-tuc/2021/a.md") + GONE_NEWS
    drawing = drawing.replace("evidence_for: [1/KH-TCT#1]\n", "")
    found = told(portal_on(tmp_path, "1/4/2021", drawing), "TT415", "TT422")
    assert [line.split(" ")[1] for line in found] == ["TT415", "TT422"]


def test_a_day_to_come_is_no_evidence_that_was_taken_back(tmp_path: Path) -> None:
    drawing = PLAN.replace("due: 10/3/2021", "due: 10/3/2021, done: 2/4/2021") + GONE_NEWS
    portal = portal_on(tmp_path, "1/4/2021", drawing)
    assert (document(portal, "1").tasks[0].state, told(portal, "TT422")) == (AssignmentState.OVERDUE, [])


HEIR = """
== site_src/don-vi/khoa.md
unit: {name: Khoa, until: 1/2/2021, merged_into: phong}
== site_src/don-vi/phong.md
unit: {name: Phòng}
== plans/2021/d/index.md
lead: khoa
start: 1/1/2021
end: 31/12/2021
== plans/2021/d/1.md
number: 1/KH-TCT
date: 2/1/2021
tasks: [{unit: khoa, do: Một, due: 10/3/2021}]
"""


def test_an_heir_before_readers_has_the_work(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/3/2021", HEIR)
    assert (told(portal, "TT415"), [each.unit for each in reminders_of(portal, 10)]) == ([], ["phong"])


def test_an_heir_that_is_held_back_has_nothing_and_that_is_told(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/3/2021", HEIR.replace("{name: Phòng}\n", "{name: Phòng}\ndraft: true\n"))
    assert document(portal, "1").tasks[0].unit == "khoa"
    ended = "'khoa', đơn vị đã thôi hoạt động từ sau ngày 01/02/2021, đơn vị tiếp nhận 'phong' chưa đăng"
    remedy = "đăng site_src/don-vi/phong.md, hoặc ghi"
    assert told(portal, "TT415") == [
        f"plans/2021/d/1.md:4: TT415 việc còn mở của {ended} → {remedy} 'status: huy' nếu việc đã bỏ",
        f"plans/2021/d/index.md:2: TT415 đơn vị thường trực là {ended} → {remedy} đơn vị thường trực khác",
    ]


def test_a_closed_unit_that_is_held_back_hands_nothing_over(tmp_path: Path) -> None:
    portal = portal_on(
        tmp_path, "1/3/2021", HEIR.replace("merged_into: phong}\n", "merged_into: phong}\ndraft: true\n")
    )
    assert document(portal, "1").tasks[0].unit == "khoa"
    work, _ = told(portal, "TT415")
    assert "từ sau ngày 01/02/2021, đơn vị này chưa đăng → đăng site_src/don-vi/khoa.md" in work


@pytest.mark.parametrize(
    ("draft", "middle", "words"),
    [
        ("phong", "until: 1/3/2021, merged_into: ban", "đơn vị tiếp nhận 'phong' chưa đăng"),
        ("ban", "until: 1/3/2021, merged_into: ban", "đơn vị tiếp nhận 'ban' chưa đăng"),
        ("ban", "until: 1/3/2021", "chưa rõ ai làm tiếp"),
        ("phong", "until: 1/3/2021", "chưa rõ ai làm tiếp"),  # it is no more itself: to publish it helps nobody
    ],
)
def test_the_step_at_which_work_gets_stuck(tmp_path: Path, draft: str, middle: str, words: str) -> None:
    drawing = HEIR.replace("{name: Phòng}", f"{{name: Phòng, {middle}}}")
    drawing += "== site_src/don-vi/ban.md\nunit: {name: Ban}\n"
    name = {"phong": "Phòng", "ban": "Ban"}[draft]
    drawing = drawing.replace(f"unit: {{name: {name}", f"draft: true\nunit: {{name: {name}")
    line, _ = told(portal_on(tmp_path, "1/4/2021", drawing), "TT415")
    assert words in line


@pytest.mark.parametrize(
    ("later", "day", "taker"),
    [
        (REPLACED, "5/4/2021", "2.md"),
        (REPLACED, "20/3/2021", "2.md"),
        (REPLACED, "19/3/2021", None),
        (REPLACED + RECALLED, "5/4/2021", None),
        (REPLACED + "effective: 1/4/2021\n", "31/3/2021", None),
    ],
)
def test_evidence_for_what_was_replaced_asks_what_the_model_asks(
    tmp_path: Path, later: str, day: str, taker: str | None
) -> None:
    news = f"== site_src/tin-tuc/2021/a.md\ndate: {day}\nevidence_for: [1/KH-TCT#1]\n"
    found = told(portal_on(tmp_path, "1/5/2021", PLAN + news + later), "TT323")
    assert len(found) == (taker is not None)
    assert all(f"thay thế bởi plans/2021/{taker} →" in line for line in found)


def test_a_report_whose_replacement_was_recalled_closes_its_campaign(tmp_path: Path) -> None:
    drawing = f"""{CAMPAIGN}report_due: 15/6/2021
== plans/2021/dot/9.md
number: 9/BC-TCT
type: BC
title: Tổng kết
date: 10/6/2021
{REPLACED.replace("1/KH", "9/BC")}{RECALLED}"""
    portal = portal_on(tmp_path, "1/7/2021", drawing)
    (found,) = portal.campaigns
    assert (found.final_report, told(portal, "TT405")) == (document(portal, "9"), [])
