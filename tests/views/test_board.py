"""The board of who does what: small ones whole, large ones as totals with lists of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import campaign, portal_on
from tests.views.every_view import task_list_views
from trangtin.host.addresses import list_address
from trangtin.portal.model import Portal
from trangtin.views.campaign import MOST_UNITS, campaign_view
from trangtin.views.machine_readable.open_data.assignments import open_assignments
from trangtin.views.machine_readable.open_data.campaigns import campaign_record
from trangtin.views.parts.board import (
    MOST_INLINE,
    MOST_LATE,
    MOST_OPEN,
    MOST_PRESSING,
    Board,
    campaign_board,
    unit_board,
)
from trangtin.views.tasks import PAGE_SIZE, TaskListView
from trangtin.views.timeline_picture import WIDE, timeline_picture

UNITS = "".join(f"== site_src/don-vi/khoa-{n}.md\nunit: {{name: Khoa {n}}}\n" for n in range(5))


def portal_of(root: Path, tasks: int, more: str = "") -> Portal:
    """A campaign of 2021 on 30 April: every fifth task overdue, every fifth done."""
    rows = "".join(
        f"\n  - {{unit: khoa-{n % 5}, do: Việc {n}, due: {n % 28 + 1}/{4 if n % 3 else 6}/2021"
        f"{', status: xong' if n % 5 == 0 else ''}}}"
        for n in range(tasks)
    )
    plan = f"== plans/2021/thi-dua/1.md\nnumber: 1/KH-TCT\ndate: 1/1/2021\ntasks:{rows or ' []'}\n"
    return portal_on(root, "30/4/2021", f"== plans/2021/thi-dua/index.md\ntitle: Thi đua {{2021}}\n{plan}{UNITS}{more}")


def counted(board: Board) -> dict[str, int]:
    return {line.name.text: int(line.total) for line in board.lines}


@pytest.mark.parametrize("tasks", [1, 40, MOST_OPEN, MOST_OPEN + 1, MOST_INLINE])
def test_a_small_board_shows_every_task_once(tmp_path: Path, tasks: int) -> None:
    portal = portal_of(tmp_path, tasks)
    board = campaign_board(campaign(portal), portal)
    assert sum(counted(board).values()) == tasks
    assert sorted(row.what for group in board.groups for row in group.rows) == sorted(f"Việc {n}" for n in range(tasks))
    assert [line.anchor for line in board.lines] == [group.anchor for group in board.groups]
    assert (board.all, list(task_list_views(portal))) == (None, [])
    assert board.is_folded is (tasks > MOST_OPEN)
    pressing = [
        row.what for group in board.groups for row in group.rows if row.state.text in {"Quá hạn", "Sắp đến hạn"}
    ]
    assert {row.what for row in board.pressing} <= set(pressing)
    assert len(board.pressing) == (min(len(pressing), MOST_PRESSING) if board.is_folded else 0)
    assert all(group.counted.startswith(f"{len(group.rows)} việc, ") for group in board.groups)


def test_a_board_counts_each_state_of_each_unit(tmp_path: Path) -> None:
    rows = (
        "{unit: khoa-0, do: A, due: 29/4/2021}, {unit: khoa-0, do: B, due: 1/5/2021},"
        " {unit: khoa-1, do: C, due: 2/4/2021}, {unit: khoa-1, do: D, due: 1/4/2021},"
        " {unit: khoa-2, do: E, status: xong}"
    )
    more = f"== plans/2021/thi-dua/2.md\nnumber: 2/KH-TCT\ndate: 1/1/2021\ntasks: [{rows}]\n"
    portal = portal_of(tmp_path, 0, more)
    board = campaign_board(campaign(portal), portal)
    assert board.states == ("Quá hạn", "Sắp đến hạn", "Đã xong")
    assert board.sum is not None
    assert {
        line.name.text: (line.total, *(count.text if count else "" for count in line.counts))
        for line in (*board.lines, board.sum)
    } == {
        "Khoa 0": ("2", "1", "1", ""),
        "Khoa 1": ("2", "2", "", ""),
        "Khoa 2": ("1", "", "", "1"),
        "Cộng": ("5", "3", "1", "1"),
    }
    assert [link.text for link in board.overdue] == ["Khoa 0 (1)", "Khoa 1 (2)"]


@pytest.mark.parametrize("more", [0, 1, 40])
def test_of_many_units_the_page_names_those_that_are_most_late(tmp_path: Path, more: int) -> None:
    ids = [f"to-{n}" for n in range(MOST_LATE + more)]
    units = "".join(f"== site_src/don-vi/{unit}.md\nunit: {{name: Tổ {unit[3:]}}}\n" for unit in ids)
    late = [*ids, ids[-1], ids[-1]]
    rows = ", ".join(f"{{unit: {unit}, do: Việc {n}, due: 2/4/2021}}" for n, unit in enumerate(late))
    plan = f"== plans/2021/thi-dua/2.md\nnumber: 2/KH-TCT\ndate: 1/1/2021\ntasks: [{rows}]\n"
    portal = portal_of(tmp_path, 0, f"{units}{plan}")
    view = campaign_view(campaign(portal), portal)
    told = [link.text for link in view.board.overdue]
    worst = f"Tổ {MOST_LATE + more - 1} (3)"
    assert len(told) == MOST_LATE
    assert told[0 if more else -1] == worst
    elsewhere = view.board.overdue_elsewhere
    assert (elsewhere and (elsewhere.text, elsewhere.target)) == (
        (f"{more} đơn vị khác", "link:#muc-viec") if more else None
    )


@pytest.mark.parametrize("count", [MOST_UNITS, MOST_UNITS + 1])
def test_many_units_that_take_part_stand_behind_one_line(tmp_path: Path, count: int) -> None:
    ids = [f"to-{n}" for n in range(count)]
    units = "".join(f"== site_src/don-vi/{unit}.md\nunit: {{name: Tổ {unit[3:]}}}\n" for unit in ids)
    index = f"== plans/2021/thi-dua/index.md\nunits: [{', '.join(ids)}]\n"
    portal = portal_on(tmp_path, "1/2/2021", f"{index}{units}")
    view = campaign_view(campaign(portal), portal)
    facts = {each.label: len(each.values) for each in view.facts}
    is_many = count > MOST_UNITS
    assert (len(view.units), facts.get("Đơn vị tham gia")) == ((count, None) if is_many else (0, count))


def test_a_board_of_one_line_needs_no_sum(tmp_path: Path) -> None:
    portal = portal_of(tmp_path, 1)
    assert campaign_board(campaign(portal), portal).sum is None


def test_500_tasks_are_totals_and_lists_of_100(tmp_path: Path) -> None:
    portal = portal_of(tmp_path, 500)
    board = campaign_board(campaign(portal), portal)
    assert counted(board) == {f"Khoa {n}": 100 for n in range(5)}
    assert board.groups == ()
    assert {row.state.text for row in board.pressing} == {"Quá hạn"}
    assert len(board.pressing) == 15
    pages = dict(task_list_views(portal))
    assert board.all is not None
    links = [board.all, *(line.name for line in board.lines), *filter(None, board.sum.counts if board.sum else ())]
    assert {link.target for link in links} <= set(pages)
    assert all(len(page.rows) <= PAGE_SIZE for page in pages.values())
    assert listed(pages, "list:campaign-tasks~thi-dua") == 500
    assert listed(pages, "list:campaign-tasks~thi-dua/unit/khoa-2") == 100
    assert listed(pages, "list:campaign-tasks~thi-dua/state/qua-han") == sum(
        item.state.slug == "qua-han" for item in campaign(portal).assignments
    )
    assert (
        list_address("list:campaign-tasks~thi-dua/state/qua-han?2")
        == "phong-trao/thi-dua/viec/tinh-trang/qua-han/trang/2/"
    )
    assert pages["list:campaign-tasks~thi-dua/unit/khoa-2"].title == "Việc: Thi đua {2021} (Khoa 2)"


def listed(pages: dict[str, TaskListView], base: str) -> int:
    return sum(len(page.rows) for target, page in pages.items() if target.partition("?")[0] == base)


def test_the_timeline_of_a_long_board_grows_by_months_not_by_tasks(tmp_path: Path) -> None:
    portal = portal_of(tmp_path, 500)
    view = campaign_view(campaign(portal), portal)
    due = [row.title.partition(":")[0] for row in view.timeline if row.label == "Hạn nhiệm vụ"]
    months = [item.due.month for item in campaign(portal).assignments if item.due]
    assert due == [f"{months.count(month)} việc đến hạn trong tháng 0{month}/2021" for month in (4, 6)]
    assert len(view.timeline) == 2 + 3  # begin, end, the plan


def test_the_timeline_of_a_long_board_counts_what_the_picture_counts(tmp_path: Path) -> None:
    tasks = "".join(
        f"\n  - {{unit: khoa-0, do: Việc {n}, due: 10/4/2021{', status: huy' if n < 30 else ''}}}" for n in range(1130)
    )
    tasks += "\n  - {unit: khoa-0, do: Khi nào xong cũng được}"
    portal = portal_of(tmp_path, 0, f"== plans/2021/thi-dua/2.md\nnumber: 2/KH-TCT\ndate: 1/1/2021\ntasks:{tasks}\n")
    view = campaign_view(campaign(portal), portal)
    assert [row.title for row in view.timeline if row.label == "Hạn nhiệm vụ"] == [
        "1.100 việc đến hạn trong tháng 04/2021: 1.100 quá hạn"
    ]
    assert "0/1.101" in view.picture.lanes[-1].text


def test_of_a_unit_that_is_not_public_not_even_its_id_is_told(tmp_path: Path) -> None:
    hidden = "== site_src/don-vi/to-mat.md\nunit: {name: Tổ BIMAT}\ndraft: true\n"
    plan = "== plans/2021/thi-dua/2.md\ndate: 1/1/2021\nnumber: 2/KH-TCT\ntasks: [{unit: to-mat, do: Họp}]\n"
    portal = portal_of(tmp_path, 1, hidden + plan)
    view = campaign_view(campaign(portal), portal)
    assert [line.name.text for line in view.board.lines] == ["Khoa 0", "Đơn vị chưa công bố"]
    assert "to-mat" not in repr(view)
    assert "BIMAT" not in repr(view)


def test_what_no_public_unit_does_has_a_place_of_its_own_on_the_page(tmp_path: Path) -> None:
    units = "== site_src/don-vi/khac.md\nunit: {name: Khoa Khác}\n== site_src/don-vi/an.md\ndraft: true\n"
    plan = "== plans/2021/thi-dua/2.md\nnumber: 2/KH-TCT\ntasks: [{unit: khac, do: A}, {unit: an, do: B}]\n"
    portal = portal_of(tmp_path, 0, units + plan)
    anchors = [line.anchor for line in campaign_board(campaign(portal), portal).lines]
    assert anchors == ["viec-khac", "muc-viec-khac"]


def test_a_unit_sees_its_work_campaign_by_campaign(tmp_path: Path) -> None:
    more = (
        "== plans/2022/khac/index.md\ntitle: Khác\nstart: 1/1/2022\nend: 2/2/2022\n"
        "works: [{unit: khoa-0, title: Tủ sách}]\n"
        "== plans/2021/le.md\nnumber: 9/KH-TCT\ndate: 1/2/2021\ntasks: [{unit: khoa-0, do: Lẻ}]\n"
    )
    portal = portal_of(tmp_path, 5, more)
    board = unit_board(portal.unit_named["khoa-0"], portal)
    assert counted(board) == {"Khác": 1, "Thi đua {2021}": 1, "Ngoài các phong trào": 1}


def test_the_picture_stays_inside_and_says_everything_in_words(tmp_path: Path) -> None:
    portal = portal_of(tmp_path, 30)
    picture = timeline_picture(campaign(portal), portal)
    assert [lane.name.text for lane in picture.lanes] == ["Cả phong trào", *(f"Khoa {n}" for n in range(5))]
    assert all(lane.text for lane in picture.lanes)
    places = [
        int(place)
        for lane in picture.lanes
        for shape in lane.shapes
        for mark in shape.path.split("M")[1:]
        for place in [mark.split()[0], *mark.split("H")[1:]]
    ]
    assert min(places) == 0
    assert max(places) == WIDE
    assert picture.today.startswith("M3")


def test_phases_before_and_after_the_campaign_widen_its_picture(tmp_path: Path) -> None:
    phases = (
        "[{title: Chuẩn bị, date: 1/11/2020, until: 20/1/2021}, {title: Tổng kết, date: 2/5/2021, until: 30/9/2021}]"
    )
    head = f"title: Thi đua\nstart: 1/2/2021\nend: 30/4/2021\nmilestones: {phases}\n"
    portal = portal_on(tmp_path, "1/3/2021", f"== plans/2021/thi-dua/index.md\n{head}")
    picture = timeline_picture(campaign(portal), portal)
    assert picture.summary == "Từ 01/11/2020 đến 30/09/2021; hôm nay 01/03/2021."
    drawn = {lane.name.text: lane.shapes[0].path for lane in picture.lanes}
    assert drawn["Chuẩn bị"].startswith("M0 12H")
    assert drawn["Tổng kết"].endswith(f"H{WIDE}")


def test_work_that_was_given_up_stretches_no_picture(tmp_path: Path) -> None:
    head = """
== site_src/don-vi/khoa.md
== plans/2021/a/index.md
start: 20/4/2021
end: 31/5/2021
works:
  - {unit: khoa, title: A, due: 20/5/2021}
"""
    pictures = []
    for name, more in (("without", ""), ("with", "  - {unit: khoa, title: B, due: 31/12/2021, status: huy}\n")):
        portal = portal_on(tmp_path / name, "1/5/2021", head + more)
        pictures.append(timeline_picture(campaign(portal), portal))
    assert pictures[1].summary == pictures[0].summary
    assert pictures[1].lanes[-1].shapes == pictures[0].lanes[-1].shapes
    assert pictures[1].lanes[-1].text == "xong 0/1 việc, hủy 1"


@pytest.mark.parametrize("tasks", [30, 500])
def test_marks_of_one_place_are_drawn_once(tmp_path: Path, tasks: int) -> None:
    portal = portal_of(tmp_path, tasks)
    for lane in timeline_picture(campaign(portal), portal).lanes:
        for shape in lane.shapes:
            marks = shape.path.split("M")[1:]
            assert len(marks) == len(set(marks))


def test_square_marks_have_a_length_or_paper_would_show_none(sample: Portal) -> None:
    lanes = timeline_picture(sample.campaign_named["bau-cu-2021"], sample).lanes
    marks = [
        mark for lane in lanes for shape in lane.shapes if shape.kind == "mark" for mark in shape.path.split("M")[1:]
    ]
    assert marks
    assert not [mark for mark in marks if mark.endswith("h0")]


def test_how_long_it_is_overdue_is_a_number_of_days_not_more_than_it(tmp_path: Path) -> None:
    tasks = "{unit: khoa-0, do: A, due: 24/3/2021}, {unit: khoa-0, do: B, due: 1/4/2021, done: 4/4/2021}"
    more = f"== plans/2021/thi-dua/2.md\nnumber: 2/KH-TCT\ndate: 1/1/2021\ntasks: [{tasks}]\n"
    portal = portal_of(tmp_path, 0, more)
    ((late, done),) = (group.rows for group in campaign_board(campaign(portal), portal).groups)
    assert (late.state.text, late.late) == ("Quá hạn", "37 ngày")
    assert (done.state.text, done.late) == ("Xong muộn", "muộn 3 ngày")


def test_what_has_no_day_does_not_wait_for_it_and_open_data_keep_their_code(tmp_path: Path) -> None:
    more = (
        "== plans/2021/thi-dua/2.md\nnumber: 2/KH-TCT\ndate: 1/1/2021\n"
        "tasks: [{unit: khoa-0, do: A}, {unit: khoa-0, do: B, due: 1/12/2021}]\n"
    )
    portal = portal_of(tmp_path, 0, more)
    only = campaign(portal)
    board = campaign_board(only, portal)
    assert [(row.what, row.due, row.state.text) for row in board.groups[0].rows if not row.due] == [
        ("A", None, "Chưa xong")
    ]
    assert board.states == ("Chưa đến hạn", "Chưa xong (không ghi hạn)")
    assert board.groups[0].counted == "2 việc, 1 chưa đến hạn, 1 chưa xong (không ghi hạn)"
    records = open_assignments(portal, str)["assignments"]
    assert [(each["state"], each["state_text"]) for each in records] == [
        ("chua-den-han", "Chưa xong"),
        ("chua-den-han", "Chưa đến hạn"),
    ]
    assert campaign_record(only, portal, str)["progress"] == {"chua-den-han": 2}


@pytest.mark.parametrize(
    ("later", "said"),
    [
        ("type: QĐ\nrecalls: 1/KH-TCT", "Kế hoạch số 1/KH-TCT (đã bị thu hồi)"),
        ("replaces: 1/KH-TCT", "Kế hoạch số 1/KH-TCT (đã bị thay thế)"),
        ("amends: 1/KH-TCT", "Kế hoạch số 1/KH-TCT"),
    ],
)
def test_a_row_tells_that_its_paper_no_longer_stands(tmp_path: Path, later: str, said: str) -> None:
    """Why a task is off, or given twice, is asked of every board on which a plan was replaced midway."""
    paper = f"== plans/2021/thi-dua/2.md\nnumber: 2/KH-TCT\ndate: 10/4/2021\n{later}\n"
    portal = portal_of(tmp_path, 2, paper)
    rows = [row for group in campaign_board(campaign(portal), portal).groups for row in group.rows]
    assert {row.source.text for row in rows} == {said}


def test_of_what_was_given_up_no_evidence_is_waited_for(tmp_path: Path) -> None:
    tasks = "[{unit: khoa-0, do: Thôi, status: huy}, {unit: khoa-0, do: Xong, status: xong}, {unit: khoa-0, do: Còn}]"
    more = f"== plans/2021/thi-dua/2.md\nnumber: 2/KH-TCT\ndate: 1/1/2021\ntasks: {tasks}\n"
    portal = portal_of(tmp_path, 0, more)
    (group,) = campaign_board(campaign(portal), portal).groups
    said = {row.what: row.no_evidence for row in group.rows}
    assert said == {"Thôi": "Không có", "Xong": "Chưa có", "Còn": "Chưa có"}
