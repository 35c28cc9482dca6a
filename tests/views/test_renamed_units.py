"""A renamed sub-unit has one name wherever the work of a campaign is told: of today, or of when all was over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import campaign, document, portal_on
from tests.views.every_view import task_list_views
from trangtin.portal.model import Portal
from trangtin.portal.reminders import reminders_of
from trangtin.reporting.composition import compose
from trangtin.reporting.markdown import body_markdown
from trangtin.reporting.scope import Scope
from trangtin.views.campaign import campaign_view
from trangtin.views.document import document_view
from trangtin.views.for_editors.reminders import reminder_text
from trangtin.views.machine_readable.calendar import calendars
from trangtin.views.machine_readable.open_data.assignments import open_assignments
from trangtin.views.machine_readable.open_data.campaigns import campaign_record

OLD, NEW = "Ban Văn hóa", "Phòng Văn hóa"
DRAWING = """
== site_src/don-vi/vh.md
unit: {name: Phòng Văn hóa, names: [{name: Ban Văn hóa, until: 31/8/2026}]}
== site_src/tin-tuc/2026/tin.md
date: 2/8/2026
unit: vh
campaign: mau
== plans/2026/mau/index.md
start: 1/7/2026
end: 31/7/2026
lead: vh
units: [vh]
works: [{unit: vh, title: Tủ sách, due: 30/7/2026, done: 29/7/2026}]
== plans/2026/mau/1.md
number: 1/KH-TCT
date: 1/7/2026
tasks: [{unit: vh, do: Phát thanh, due: 30/7/2026, done: 20/7/2026}]
"""
OPEN = DRAWING.replace("done: 20/7/2026", "status: dang")
LATER = "== plans/2026/mau/2.md\nnumber: 2/KH-TCT\ndate: 3/9/2026\ntasks: [{unit: vh, do: Sau khi đổi tên}]\n"


def names_of(portal: Portal) -> set[str]:
    """Every name by which pages, calendar, report and open data call whoever works in the campaign."""
    whole = campaign(portal)
    view = campaign_view(whole, portal)
    board = view.board
    papers = [document_view(each, portal) for each in portal.documents]
    record = campaign_record(whole, portal, str)
    names = [
        *(value.text for fact in view.facts if fact.label.startswith("Đơn vị") for value in fact.values),
        *(link.text for line in board.lines for link in [line.name]),
        *(link.text.partition(" (")[0] for link in board.overdue),
        *(row.unit.text for group in board.groups for row in group.rows),
        *(row.unit.text for paper in papers for row in paper.tasks),
        *(lane.name.text for lane in view.picture.lanes if "hóa" in lane.name.text),
        *(row.unit.text for row in view.timeline if row.unit and row.label.startswith("Hạn")),
        *(each["unit"]["title"] for each in open_assignments(portal, str)["assignments"] if each["unit"]),
        *(each["title"] for each in (record["lead"], *record["units"]) if each),
    ]
    texts = [
        *(event.title for event in next(calendars(portal)).events if event.title.startswith("Hạn:")),
        body_markdown(compose(Scope(portal, whole))),
    ]
    return {*names, *(name for name in (OLD, NEW) for text in texts if name in text)}


@pytest.mark.parametrize(
    ("day", "drawing", "name"),
    [
        ("31/7/2026", DRAWING, OLD),
        ("31/8/2026", OPEN, OLD),
        ("1/9/2026", OPEN, NEW),
        ("1/9/2026", DRAWING, OLD),
        ("5/9/2026", DRAWING + LATER, NEW),
        ("1/9/2026", DRAWING.replace("end: 31/7", "end: 1/9"), NEW),
        ("2/9/2026", DRAWING.replace("end: 31/7", "end: 31/8"), OLD),
        ("2/9/2026", DRAWING.replace("lead: vh", "lead: vh\nreport_due: 15/8/2026"), NEW),
        ("2/9/2026", DRAWING.replace("done: 20/7", "done: 31/8"), OLD),
        ("2/9/2026", DRAWING.replace("done: 20/7", "done: 1/9"), NEW),
    ],
    ids=[
        "before the new name",
        "its last day under the old one",
        "open when the new one came",
        "over before",
        "a task given under the new one",
        "still running",
        "ended on the last day of the old one",
        "report to come",
        "done on the last day of the old one",
        "done under the new one",
    ],
)
def test_one_name_wherever_the_work_of_a_campaign_is_told(tmp_path: Path, day: str, drawing: str, name: str) -> None:
    assert names_of(portal_on(tmp_path, day, drawing)) == {name}


def test_whoever_is_reminded_has_the_name_that_the_page_tells(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/9/2026", OPEN)
    assert reminders_of(portal, 7)
    assert f"{NEW} (1 việc, 1 quá hạn)" in reminder_text(portal, 7)
    assert [link.text for link in campaign_view(campaign(portal), portal).board.overdue] == [f"{NEW} (1)"]


def test_news_of_a_day_keeps_the_name_of_that_day(tmp_path: Path) -> None:
    view = campaign_view(campaign(portal := portal_on(tmp_path, "1/9/2026", OPEN)), portal)
    assert [row.unit.text for row in view.timeline if row.unit and row.label == "Tin"] == [OLD]


@pytest.mark.parametrize(
    ("tasks", "name"),
    [
        ("[{unit: vh, do: Một, done: 2/7/2026}]", OLD),
        ("[{unit: vh, do: Một, done: 2/7/2026}, {unit: vh, do: Hai}]", NEW),
        ("[{unit: vh, do: Một, status: xong}, {unit: vh, do: Hai, status: huy}]", OLD),
    ],
    ids=["done", "one open", "done on no known day"],
)
def test_tasks_outside_campaigns_take_one_name_a_document(tmp_path: Path, tasks: str, name: str) -> None:
    unit = DRAWING.partition("== site_src/tin-tuc")[0]
    paper = f"== plans/2026/1.md\nnumber: 1/KH-TCT\ndate: 1/7/2026\ntasks: {tasks}\n"
    portal = portal_on(tmp_path, "1/10/2026", unit + paper)
    assert {row.unit.text for row in document_view(document(portal, "1"), portal).tasks} == {name}


def test_long_lists_are_cut_down_by_the_name_that_their_rows_say(tmp_path: Path) -> None:
    rows = "".join(f"\n  - {{unit: vh, do: Việc {n}, done: 2/7/2026}}" for n in range(90))
    more = f"== plans/2026/mau/3.md\nnumber: 3/KH-TCT\ndate: 1/7/2026\ntasks:{rows}\n"
    portal = portal_on(tmp_path, "1/10/2026", DRAWING + more)
    pages = {target: page for target, page in task_list_views(portal) if target.startswith("list:campaign-tasks")}
    assert {row.unit.text for page in pages.values() for row in page.rows} == {OLD}
    assert pages["list:campaign-tasks~mau/unit/vh"].title == f"Việc: Thi đua ({OLD})"
