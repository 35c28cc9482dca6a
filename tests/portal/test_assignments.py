"""How a task stands on a day, and since when it is done."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.portal.drawing import SETTINGS, campaign, portal_on, told
from trangtin.portal.assignments import Assignment
from trangtin.portal.model import Portal

NEWS = "site_src/tin-tuc/2021/xong.md"
SAID = "evidence_for: 12/KH-TCT#1\n"
PLAN = """
== plans/2021/bau-cu/index.md
start: 1/4/2021
end: 31/5/2021
== plans/2021/bau-cu/12.md
number: 12/KH-TCT
date: 5/4/2021
tasks: [{{unit: khoa, do: Báo cáo{keys}}}]
== site_src/don-vi/khoa.md
"""


def task_on(root: Path, day: str, keys: str, more: str = "") -> Assignment:
    portal = portal_on(root, day, PLAN.format(keys=f", {keys}" if keys else "") + more)
    (only,) = campaign(portal).assignments
    return only


@pytest.mark.parametrize(
    ("keys", "label", "late"),
    [
        ("", "Chưa xong", 0),
        ("status: dang", "Đang làm", 0),
        ("due: 29/4/2021", "Quá hạn", 1),
        ("due: 29/4/2021, status: dang", "Quá hạn", 1),
        ("due: 30/4/2021", "Sắp đến hạn", 0),
        ("due: 7/5/2021, status: dang", "Sắp đến hạn", 0),
        ("due: 8/5/2021", "Chưa đến hạn", 0),
        ("due: 8/5/2021, status: dang", "Đang làm", 0),
        ("due: 20/4/2021, status: xong", "Đã xong", 0),
        ("due: 20/4/2021, done: 20/4/2021", "Xong đúng hạn", 0),
        ("due: 20/4/2021, done: 23/4/2021", "Xong muộn", 3),
        ("done: 23/4/2021", "Đã xong", 0),
        ("due: 20/4/2021, done: 30/4/2021", "Xong muộn", 10),
        ("due: 20/4/2021, done: 1/5/2021", "Quá hạn", 10),
        ("due: 20/4/2021, status: huy", "Đã hủy", 0),
    ],
)
def test_the_state_on_30_april(tmp_path: Path, keys: str, label: str, late: int) -> None:
    task = task_on(tmp_path, "30/4/2021", keys)
    assert (task.state.label, task.days_late) == (label, late)


def test_how_soon_is_soon_can_be_set(tmp_path: Path) -> None:
    drawing = PLAN.format(keys=", due: 30/4/2021")
    labels = [
        campaign(portal_on(tmp_path, "27/4/2021", drawing, SETTINGS.model_copy(update={"due_soon_days": days})))
        .assignments[0]
        .state.label
        for days in (2, 3)
    ]
    assert labels == ["Chưa đến hạn", "Sắp đến hạn"]


@pytest.mark.parametrize(
    ("keys", "news", "label", "done"),
    [
        # The plan names the news, or the news names the plan's task: the same.
        (f"due: 20/4/2021, evidence: {NEWS}", "date: 20/4/2021", "Xong đúng hạn", "20"),
        ("due: 20/4/2021", f"{SAID}date: 20/4/2021", "Xong đúng hạn", "20"),
        ("due: 20/4/2021", f"{SAID}date: 22/4/2021", "Xong muộn", "22"),
        # News is written after the deed.
        ("due: 20/4/2021", f"{SAID}date: 22/4/2021\ndone: 19/4/2021", "Xong đúng hạn", "19"),
        (f"due: 20/4/2021, evidence: {NEWS}, done: 18/4/2021", "date: 22/4/2021", "Xong đúng hạn", "18"),
        # What is begun shows with its own evidence how far it is; only a page that says so closes it.
        (f"due: 20/6/2021, status: dang, evidence: {NEWS}", "date: 20/4/2021", "Đang làm", None),
        ("due: 20/6/2021, status: dang", f"{SAID}date: 20/4/2021", "Xong đúng hạn", "20"),
        # Evidence outweighs a word left standing; the contradiction is told.
        ("due: 20/6/2021, status: chua", f"{SAID}date: 20/4/2021", "Xong đúng hạn", "20"),
        # Older than the plan: it bears the task out, but it is not the day on which it was done.
        ("due: 20/4/2021", f"{SAID}date: 31/3/2021", "Đã xong", None),
        ("due: 20/4/2021", f"{SAID}date: 1/4/2021", "Xong đúng hạn", "01"),
        # Not yet, never public, not any more.
        ("due: 20/4/2021", f"{SAID}date: 1/5/2021", "Quá hạn", None),
        ("due: 20/4/2021", f"{SAID}date: 20/4/2021\ndraft: true", "Quá hạn", None),
        ("due: 20/4/2021", f"{SAID}date: 20/4/2021\nwithdrawn: {{date: 21/4/2021, reason: Nhầm}}", "Quá hạn", None),
        (f"due: 20/4/2021, evidence: {NEWS}", "date: 20/4/2021\ndraft: true", "Quá hạn", None),
        (f"due: 20/4/2021, status: xong, evidence: {NEWS}", "date: 1/5/2021", "Đã xong", None),
    ],
)
def test_evidence_tells_the_state_and_the_day(
    tmp_path: Path, keys: str, news: str, label: str, done: str | None
) -> None:
    task = task_on(tmp_path, "30/4/2021", keys, f"== {NEWS}\n{news}\n")
    assert (task.state.label, f"{task.done:%d}" if task.done else None) == (label, done)


def test_of_several_pages_the_first_counts_so_that_no_later_one_makes_a_task_late(tmp_path: Path) -> None:
    later = f"== site_src/tin-tuc/2021/nhin-lai.md\n{SAID}date: 25/4/2021\n"
    task = task_on(tmp_path, "30/4/2021", "due: 20/4/2021", f"== {NEWS}\n{SAID}date: 19/4/2021\n{later}")
    assert (task.state.label, task.done) == ("Xong đúng hạn", date(2021, 4, 19))
    assert task.evidence == ("site_src/tin-tuc/2021/nhin-lai.md", NEWS)


@pytest.mark.parametrize(
    ("other", "day"),
    [
        ("date: 25/4/2021\ndone: 21/4/2021", 21),  # what a page says outweighs the days of pages
        ("date: 22/4/2021", 19),
    ],
)
def test_a_day_that_a_page_says_outweighs_the_days_of_pages(tmp_path: Path, other: str, day: int) -> None:
    pages = f"== {NEWS}\n{SAID}date: 19/4/2021\n== site_src/tin-tuc/2021/khac.md\n{SAID}{other}\n"
    undated = f"== plans/2021/bau-cu/18.md\ntype: BC\n{SAID}"
    assert task_on(tmp_path, "30/4/2021", "", pages + undated).done == date(2021, 4, day)


def test_a_plan_without_a_day_takes_evidence_of_any(tmp_path: Path) -> None:
    plan = "== plans/2021/12.md\nnumber: 12/KH-TCT\ntasks: [{unit: khoa, do: Báo cáo}]\n== site_src/don-vi/khoa.md\n"
    (task,) = portal_on(tmp_path, "30/4/2021", f"{plan}== {NEWS}\n{SAID}date: 19/4/2021\n").assignments
    assert (task.given, task.done) == (None, date(2021, 4, 19))


def test_evidence_on_the_web_closes_a_task_without_a_day(tmp_path: Path) -> None:
    task = task_on(tmp_path, "30/4/2021", "due: 20/4/2021, evidence: https://bao.example/a")
    assert (task.state.label, task.done) == ("Đã xong", None)


PAPER = "plans/2021/bau-cu/bien-ban.pdf"
MINUTES = f"== {PAPER}\n%PDF-1.7\n== plans/2021/bau-cu/bb.md\ntype: BB\nfiles: [{{path: bien-ban.pdf}}]\n"


@pytest.mark.parametrize(
    ("evidence", "more", "label", "shown"),
    [
        (PAPER, MINUTES, "Đã xong", (f"file:{PAPER}",)),
        (PAPER, f"{MINUTES}draft: true\n", "Quá hạn", ()),
        ("site_src/bb.pdf", "== site_src/bb.pdf\n%PDF-1.7\n", "Đã xong", ("site_src/bb.pdf",)),
        ("site_src/gioi-thieu.md", "== site_src/gioi-thieu.md\n", "Đã xong", ("site_src/gioi-thieu.md",)),
    ],
)
def test_evidence_without_a_day(tmp_path: Path, evidence: str, more: str, label: str, shown: tuple[str, ...]) -> None:
    task = task_on(tmp_path, "30/4/2021", f"due: 20/4/2021, evidence: {evidence}", more)
    assert (task.state.label, task.done, task.evidence) == (label, None, shown)


@pytest.mark.parametrize(
    "reference",
    [
        "12/KH-TCT#2",
        "12/KH-TCT ngày 5/4/2021#2",
        "plans/2021/bau-cu/12.md#tong-hop",
        "../../../plans/2021/bau-cu/12.md#2",
        "12/KH-TCT#tong-hop",
    ],
)
def test_a_task_is_named_by_its_document_and_its_place_or_id(tmp_path: Path, reference: str) -> None:
    drawing = PLAN.replace("[{{unit: khoa, do: Báo cáo{keys}}}]", "").replace(
        "tasks: ", "tasks: [{unit: khoa, do: Một}, {unit: khoa, do: Hai, id: tong-hop}]"
    )
    portal = portal_on(tmp_path, "30/4/2021", drawing + f"== {NEWS}\ndate: 20/4/2021\nevidence_for: {reference}\n")
    assert told(portal) == []
    assert keyed(portal) == {
        "plans/2021/bau-cu/12.md#1": "Chưa xong",
        "plans/2021/bau-cu/12.md#tong-hop": "Đã xong",
    }


@pytest.mark.parametrize("reference", ["bau-cu#1", "bau-cu#tu-sach", "plans/2021/bau-cu/index.md#1"])
def test_a_work_is_named_by_its_campaign(tmp_path: Path, reference: str) -> None:
    portal = portal_on(
        tmp_path,
        "30/4/2021",
        f"""
        == plans/2021/an-toan/index.md
        works: [{{unit: khoa, title: Việc khác}}]
        == plans/2021/bau-cu/index.md
        works: [{{unit: khoa, title: Tủ sách, due: 20/4/2021, id: tu-sach}}]
        == site_src/don-vi/khoa.md
        == plans/2021/bau-cu/03.md
        type: BC
        number: 03/BC-KHOA
        issuer: Khoa
        date: 21/4/2021
        evidence_for: {reference}
        """,
    )
    assert told(portal) == []
    assert {item.key: item.state.label for item in portal.assignments} == {
        "plans/2021/an-toan/index.md#1": "Chưa xong",
        "plans/2021/bau-cu/index.md#tu-sach": "Xong muộn",
    }


def keyed(portal: Portal) -> dict[str, str]:
    return {item.key: item.state.label for item in campaign(portal).assignments}


@pytest.mark.parametrize(("day", "label"), [("9/4/2021", "Chưa đến hạn"), ("10/4/2021", "Đã hủy")])
def test_the_open_tasks_of_a_recalled_plan_are_off_from_the_day_of_its_recall(
    tmp_path: Path, day: str, label: str
) -> None:
    recall = "== plans/2021/bau-cu/15.md\nnumber: 15/QĐ-TCT\ntype: QĐ\ndate: 10/4/2021\nrecalls: 12/KH-TCT\n"
    assert task_on(tmp_path, day, "due: 30/4/2021", recall).state.label == label


def test_what_was_done_under_a_recalled_plan_stays_done(tmp_path: Path) -> None:
    recall = "== plans/2021/bau-cu/15.md\nnumber: 15/QĐ-TCT\ntype: QĐ\ndate: 10/4/2021\nrecalls: 12/KH-TCT\n"
    task = task_on(tmp_path, "30/4/2021", "due: 9/4/2021, done: 9/4/2021", recall)
    assert task.state.label == "Xong đúng hạn"


@pytest.mark.parametrize(("name", "day", "month"), [("12", 1, 4), ("13", 8, 4), ("9", 5, 3)])
def test_what_announces_a_campaign_counts_from_the_campaigns_first_day(
    tmp_path: Path, name: str, day: int, month: int
) -> None:
    later = "== plans/2021/bau-cu/13.md\nnumber: 13/KH-TCT\ndate: 8/4/2021\ntasks: [{unit: khoa, do: Thêm}]\n"
    above = "number: 9/KH-SNV\nissuer: Sở Nội vụ tỉnh Mẫu\ndate: 5/3/2021\ntasks: [{unit: khoa, do: Góp ý}]\n"
    drawing = f"{PLAN.format(keys='')}{later}== plans/2021/bau-cu/9.md\n{above}"
    portal = portal_on(tmp_path, "30/4/2021", drawing)
    assert [item.given for item in campaign(portal).assignments if item.source.endswith(f"/{name}.md")] == [
        date(2021, month, day)
    ]
