"""Deadlines and steps with a mistyped year are told; those of plans for years are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import portal_on, told

PAPER = "plans/2021/bau-cu/12.md"
CAMPAIGN = "plans/2021/bau-cu/index.md"
UNIT = "== site_src/don-vi/khoa.md\n"
PLAN = f"{UNIT}== plans/2021/12.md\nnumber: 12/KH-TCT\ndate: 12/4/2021\n"


@pytest.mark.parametrize(
    ("due", "message"),
    [
        ("12/4/2021", ""),
        ("11/4/2021", "hạn 11/04/2021 trước ngày được giao (12/04/2021)"),
        ("15/5/2020", "hạn 15/05/2020 trước ngày được giao (12/04/2021)"),
        ("14/4/2023", ""),
        ("15/4/2023", "hạn 15/04/2023 quá xa ngày được giao (12/04/2021)"),
        ("15/5/2031", "hạn 15/05/2031 quá xa ngày được giao (12/04/2021)"),
    ],
)
def test_a_task_due_long_before_or_after_it_was_given(tmp_path: Path, due: str, message: str) -> None:
    portal = portal_on(tmp_path, "30/4/2021", f"{PLAN}tasks:\n  - {{unit: khoa, do: Một, due: {due}}}\n")
    line = f"plans/2021/12.md:5: TT214 {message} → kiểm tra năm, sửa một trong hai ngày"
    assert told(portal) == [line][: bool(message)]
    assert not any(problem.stops_build for problem in portal.problems)


@pytest.mark.parametrize(
    "more",
    [
        "title: Phát triển giai đoạn 2021 - 2031\n",
        "expires: 31/12/2031\n",
        "withdrawn: {date: 20/4/2021, reason: Nhầm}\n",
        "title: Việc chung\n---\nHoàn thành trước năm 2031.\n",
    ],
)
def test_a_plan_for_years_may_have_a_task_due_then(tmp_path: Path, more: str) -> None:
    drawing = f"{PLAN}tasks: [{{unit: khoa, do: Một, due: 15/5/2031}}]\n{more}"
    assert told(portal_on(tmp_path, "30/4/2021", drawing)) == []


@pytest.mark.parametrize(
    ("due", "message"),
    [
        ("10/4/2021", ""),
        ("9/4/2021", "hạn 09/04/2021 trước ngày phong trào bắt đầu (10/04/2021)"),
        ("1/6/2023", ""),
        ("15/5/2024", "hạn 15/05/2024 quá xa ngày phong trào bắt đầu (10/04/2021)"),
    ],
)
def test_a_work_due_long_before_or_after_its_campaign(tmp_path: Path, due: str, message: str) -> None:
    head = "start: 10/4/2021\nend: 31/5/2021\n"
    drawing = f"{UNIT}== {CAMPAIGN}\n{head}works:\n  - {{unit: khoa, title: Một, due: {due}}}\n"
    line = f"{CAMPAIGN}:5: TT214 {message} → kiểm tra năm, sửa một trong hai ngày"
    assert told(portal_on(tmp_path, "30/4/2021", drawing)) == [line][: bool(message)]


def test_the_plan_that_announces_a_campaign_may_ask_for_what_was_due_since_its_first_day(tmp_path: Path) -> None:
    drawing = (
        f"{UNIT}== {CAMPAIGN}\nstart: 10/4/2021\nend: 31/5/2021\n== {PAPER}\nnumber: 12/KH-TCT\ndate: 12/4/2021\n"
        "tasks: [{unit: khoa, do: Một, due: 10/4/2021}]\n"
    )
    assert told(portal_on(tmp_path, "30/4/2021", drawing)) == []


@pytest.mark.parametrize(
    ("step", "message"),
    [
        ("date: 10/4/2020", ""),
        ("date: 31/5/2022", ""),
        ("date: 1/4/2020", "ngày 01/04/2020"),
        ("date: 15/5/2031", "ngày 15/05/2031"),
        ("date: 15/5/2021, until: 20/5/2031", "ngày 20/05/2031"),
    ],
)
@pytest.mark.parametrize("place", [CAMPAIGN, PAPER])
def test_a_step_far_outside_its_campaign(tmp_path: Path, place: str, step: str, message: str) -> None:
    heads = {CAMPAIGN: "start: 10/4/2021\nend: 31/5/2021\n", PAPER: "number: 12/KH-TCT\ndate: 12/4/2021\n"}
    heads[place] += f"milestones:\n  - {{title: Bầu cử, {step}}}\n"
    drawing = "".join(f"== {path}\n{head}" for path, head in heads.items())
    line = (
        f"{place}:5: TT214 mốc 'Bầu cử' {message} cách phong trào (10/04/2021 - 31/05/2021) hơn một năm → kiểm tra năm"
    )
    assert told(portal_on(tmp_path, "30/4/2021", drawing)) == [line][: bool(message)]
