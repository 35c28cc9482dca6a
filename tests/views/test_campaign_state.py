"""The sentence that says where a campaign stands, on each side of every day on which it changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import campaign, portal_on
from trangtin.content.values.dates import parse_date
from trangtin.views.campaign_state import where_it_stands

DUE = "report_due: 15/6/2021\n"
ENDED = "Đã kết thúc {} trước, chưa có báo cáo tổng kết"


def sentence(root: Path, day: str, keys: str) -> str:
    drawing = f"== plans/2021/bau-cu/index.md\nstart: 20/4/2021\nend: 31/5/2021\n{keys}"
    return where_it_stands(campaign(portal_on(root, day, drawing)), parse_date(day))


@pytest.mark.parametrize(
    ("day", "keys", "expected"),
    [
        ("19/4/2021", DUE, "Bắt đầu sau 1 ngày nữa."),
        ("20/4/2021", DUE, "Ngày thứ 1 trong 42 ngày; còn 41 ngày."),
        ("30/5/2021", DUE, "Ngày thứ 41 trong 42 ngày; còn 1 ngày."),
        ("31/5/2021", DUE, "Ngày thứ 42 trong 42 ngày; ngày cuối."),
        ("1/6/2021", "", f"{ENDED.format('1 ngày')}."),
        ("14/6/2021", DUE, f"{ENDED.format('14 ngày')}; còn 1 ngày đến hạn báo cáo."),
        ("15/6/2021", DUE, f"{ENDED.format('15 ngày')}; hôm nay là hạn báo cáo."),
        ("16/6/2021", DUE, f"{ENDED.format('16 ngày')}; quá hạn báo cáo 1 ngày."),
    ],
)
def test_until_there_is_a_report(tmp_path: Path, day: str, keys: str, expected: str) -> None:
    assert sentence(tmp_path, day, keys) == expected


@pytest.mark.parametrize(
    ("keys", "report", "expected"),
    [
        (DUE, "date: 15/6/2021", "Đã tổng kết ngày 15/06/2021, đúng hạn."),
        (DUE, "date: 16/6/2021", "Đã tổng kết ngày 16/06/2021, muộn 1 ngày."),
        ("", "date: 16/6/2021", "Đã tổng kết ngày 16/06/2021."),
        (DUE, "", "Đã có báo cáo tổng kết."),
    ],
)
def test_with_a_report(tmp_path: Path, keys: str, report: str, expected: str) -> None:
    drawing = f"{keys}== plans/2021/bau-cu/18-bc.md\ntype: BC\ntitle: Tổng kết\n{report}\n"
    assert sentence(tmp_path, "1/8/2021", drawing) == expected


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("", " Chưa có báo cáo tổng kết, quá hạn 5 ngày."),
        ("date: 14/6/2021", " Đã tổng kết ngày 14/06/2021, đúng hạn."),
    ],
)
def test_a_report_that_is_due_before_the_last_day(tmp_path: Path, report: str, expected: str) -> None:
    paper = f"== plans/2021/bau-cu/18-bc.md\ntype: BC\ntitle: Tổng kết\n{report}\n" if report else ""
    drawing = f"== plans/2021/bau-cu/index.md\nstart: 20/4/2021\nend: 31/12/2021\n{DUE}{paper}"
    told = where_it_stands(campaign(portal_on(tmp_path, "20/6/2021", drawing)), parse_date("20/6/2021"))
    assert told == f"Ngày thứ 62 trong 256 ngày; còn 194 ngày.{expected}"
