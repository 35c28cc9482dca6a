"""Sub-units that change their names or are merged: what is older keeps the old name and leads to the page of today."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import campaign, document, portal_on, told
from trangtin.content.values.dates import parse_date
from trangtin.portal.model import Portal
from trangtin.portal.reminders import reminders_of
from trangtin.reporting.figures import figures_by_unit
from trangtin.reporting.scope import Scope
from trangtin.views.campaign import campaign_view
from trangtin.views.document import document_view
from trangtin.views.parts.assignment_rows import assignment_rows
from trangtin.views.parts.board import campaign_board
from trangtin.views.parts.rows import unit_link
from trangtin.views.unit import MOST_LEFT, unit_list_view, unit_view

UNITS = """
== site_src/don-vi/dao-tao.md
unit:
  name: Phòng Đào tạo và Khoa học
  names:
    - {name: Ban Giáo vụ, until: 31/12/2018}
    - {name: Phòng Đào tạo, until: 30/6/2020}
== site_src/don-vi/dan-van.md
unit: {name: Khoa Dân vận, until: 30/6/2019, merged_into: xdd}
== site_src/don-vi/xdd.md
unit: {name: Khoa Xây dựng Đảng, until: 31/12/2020, merged_into: llcs}
== site_src/don-vi/llcs.md
unit: {name: Khoa Lý luận cơ sở}
== plans/2018/1.md
number: 1/KH-TCT
date: 1/2/2018
tasks:
  - {unit: dao-tao, do: Một}
  - {unit: dan-van, do: Hai}
== plans/2018/2.md
number: 2/KH-BGV
date: 1/3/2018
issuer: Ban Giáo vụ
"""


@pytest.mark.parametrize(
    ("unit", "day", "name", "page"),
    [
        ("dao-tao", "31/12/2018", "Ban Giáo vụ", "dao-tao"),
        ("dao-tao", "1/1/2019", "Phòng Đào tạo", "dao-tao"),
        ("dao-tao", "1/7/2020", "Phòng Đào tạo và Khoa học", "dao-tao"),
        ("dan-van", "1/1/2019", "Khoa Dân vận", "llcs"),
        ("llcs", "1/1/2019", "Khoa Lý luận cơ sở", "llcs"),
    ],
)
def test_the_name_of_the_day_and_the_page_of_today(tmp_path: Path, unit: str, day: str, name: str, page: str) -> None:
    link = unit_link(portal_on(tmp_path, "1/1/2022", UNITS), unit, parse_date(day))
    assert (link.text, link.target) == (name, f"site_src/don-vi/{page}.md")


@pytest.mark.parametrize(
    ("day", "present"), [("30/6/2019", "dan-van"), ("1/7/2019", "xdd"), ("31/12/2020", "xdd"), ("1/1/2021", "llcs")]
)
def test_a_merger_holds_from_the_day_after(tmp_path: Path, day: str, present: str) -> None:
    assert portal_on(tmp_path, day, UNITS).unit_named["dan-van"].present == present


def test_a_new_name_told_ahead_is_not_borne_yet(tmp_path: Path) -> None:
    assert portal_on(tmp_path, "30/6/2020", UNITS).unit_named["dao-tao"].name == "Phòng Đào tạo"


@pytest.mark.parametrize(
    ("day", "unit", "words"), [("30/6/2019", "dan-van", "Hai"), ("1/7/2019", "xdd", "Hai (nhận từ Khoa Dân vận)")]
)
def test_open_work_is_reminded_of_where_it_is_done_today(tmp_path: Path, day: str, unit: str, words: str) -> None:
    portal = portal_on(tmp_path, day, UNITS.replace("do: Hai}", "do: Hai, due: 1/7/2019}"))
    (reminder,) = reminders_of(portal, 7)
    assert (reminder.unit, reminder.what) == (unit, words)
    (row,) = assignment_rows(portal.unit_named[unit].assignments, portal)
    assert (row.unit.target, row.what) == (f"site_src/don-vi/{unit}.md", words)


@pytest.mark.parametrize(
    ("done", "unit", "origin"),
    [
        ("30/6/2019", "dan-van", None),
        ("1/7/2019", "xdd", "dan-van"),
        ("31/12/2020", "xdd", "dan-van"),
        ("1/1/2021", "llcs", "dan-van"),
    ],
)
def test_done_work_counts_for_whoever_had_it_on_that_day(
    tmp_path: Path, done: str, unit: str, origin: str | None
) -> None:
    portal = portal_on(tmp_path, "1/1/2022", UNITS.replace("do: Hai}", f"do: Hai, done: {done}}}"))
    assert [(item.unit, item.received_from) for item in portal.assignments if item.what == "Hai"] == [(unit, origin)]


@pytest.mark.parametrize("how", ["status: huy", "status: xong"])
def test_work_given_up_or_done_on_no_known_day_stays_with_whom_it_was_given_to(tmp_path: Path, how: str) -> None:
    portal = portal_on(tmp_path, "1/1/2022", UNITS.replace("do: Hai}", f"do: Hai, {how}}}"))
    assert [(item.unit, item.received_from) for item in portal.assignments if item.what == "Hai"] == [("dan-van", None)]


MERGED = """
== site_src/don-vi/dong.md
unit: {name: Thôn Đông, until: 30/9/2026, merged_into: ba}
== site_src/don-vi/ba.md
unit: {name: Thôn 3}
== site_src/tin-tuc/2026/muong.md
date: 12/10/2026
unit: ba
evidence_for: [1/KH-TCT#2]
== plans/2026/xanh/index.md
start: 1/8/2026
end: 30/11/2026
units: [dong, ba]
== plans/2026/xanh/1.md
number: 1/KH-TCT
date: 1/8/2026
tasks:
  - {unit: dong, do: Dọn vệ sinh, due: 20/9/2026, done: 19/9/2026}
  - {unit: dong, do: Khơi mương, due: 30/9/2026}
  - {unit: dong, do: Lắp thùng rác, due: 31/10/2026}
  - {unit: ba, do: Dọn vệ sinh, due: 20/9/2026, done: 24/9/2026}
"""


def test_a_merged_units_work_is_counted_once_and_for_the_same_unit_on_every_page(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "21/11/2026", MERGED)
    pages = {unit.name: unit_view(unit, portal) for unit in portal.units}
    whole = campaign(portal)
    board = campaign_board(whole, portal)
    counted = {"Thôn Đông": "1", "Thôn 3": "3"}
    assert {line.name.text: line.total for line in board.lines} == counted
    assert {name: view.board.lines[0].total for name, view in pages.items()} == counted
    report = figures_by_unit(Scope(portal, whole))
    assert {row[0]: row[1] for row in report.rows} == {**counted, "Cộng": "4"}
    assert [link.text for link in board.overdue] == ["Thôn 3 (1)"]
    shown = {
        name: [(row.what, row.late) for group in view.board.groups for row in group.rows]
        for name, view in pages.items()
    }
    assert shown == {
        "Thôn Đông": [("Dọn vệ sinh", None)],
        "Thôn 3": [
            ("Lắp thùng rác (nhận từ Thôn Đông)", "21 ngày"),
            ("Dọn vệ sinh", "muộn 4 ngày"),
            ("Khơi mương (nhận từ Thôn Đông)", "muộn 12 ngày"),
        ],
    }


def test_what_a_merger_divides_is_told_apart_from_what_counts(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "21/11/2026", MERGED)
    old, heir = (unit_view(portal.unit_named[unit], portal) for unit in ("dong", "ba"))
    (handed,), (before,) = old.left, heir.left
    assert [(row.unit.text, row.unit.target, row.what) for row in handed.rows] == [
        ("Thôn 3", "site_src/don-vi/ba.md", "Lắp thùng rác (nhận từ Thôn Đông)"),
        ("Thôn 3", "site_src/don-vi/ba.md", "Khơi mương (nhận từ Thôn Đông)"),
    ]
    assert (handed.counted, handed.more) == ("Việc giao cho đơn vị này, tính cho đơn vị tiếp nhận: 2 việc.", None)
    assert [tag.text for tag in old.progress] == ["1 xong đúng hạn"]
    assert [(row.unit.text, row.unit.target, row.what) for row in before.rows] == [
        ("Thôn Đông", "site_src/don-vi/dong.md", "Dọn vệ sinh")
    ]
    assert before.counted == "Không tính vào số việc của đơn vị này: 1 việc."


def test_many_handed_over_are_told_by_the_first_and_a_number(tmp_path: Path) -> None:
    rows = "".join(f"\n  - {{unit: dong, do: Việc {n}}}" for n in range(MOST_LEFT + 2))
    plan = f"== plans/2026/2.md\nnumber: 2/KH-TCT\ndate: 1/8/2026\ntasks:{rows}\n"
    portal = portal_on(tmp_path, "21/11/2026", MERGED + plan)
    (handed,) = unit_view(portal.unit_named["dong"], portal).left
    assert (len(handed.rows), handed.more) == (MOST_LEFT, "Còn 4 việc, xem ở trang của từng đơn vị.")


@pytest.mark.parametrize(
    ("task", "day", "is_told"),
    [
        ("do: Hai}", "30/6/2019", False),
        ("do: Hai}", "1/7/2019", True),
        ("do: Hai, done: 1/3/2019}", "1/7/2019", False),
        ("do: Hai, status: huy}", "1/7/2019", False),
    ],
)
def test_open_work_that_nobody_took_over_is_told_of(tmp_path: Path, task: str, day: str, is_told: bool) -> None:
    drawing = UNITS.replace(", merged_into: xdd", "").replace("do: Hai}", task)
    found = [line for line in told(portal_on(tmp_path, day, drawing)) if "TT415" in line]
    assert len(found) == is_told
    assert all(line.startswith("plans/2018/1.md:6: TT415 việc còn mở của 'dan-van'") for line in found)


GONE = """
== site_src/don-vi/cho.md
unit: {name: Ban Quản lý chợ, until: 31/10/2026}
== site_src/don-vi/to.md
unit: {name: Tổ Chợ, until: 1/9/2026, merged_into: cho}
== plans/2026/xanh/index.md
start: 1/8/2026
end: 30/11/2026
lead: cho
works: [{unit: cho, title: Lát nền}]
== plans/2026/xanh/80.md
number: 80/KH-TCT
date: 1/8/2026
tasks: [{unit: cho, do: Dọn chợ}, {unit: to, do: Quét chợ}]
"""
REPLACED = "== plans/2026/xanh/81.md\nnumber: 81/KH-TCT\ndate: 15/11/2026\neffective: 1/12/2026\nreplaces: 80/KH-TCT\n"
TAKEN_BACK = """
== site_src/tin-tuc/2026/don.md
date: 20/8/2026
evidence_for: [80/KH-TCT#1]
withdrawn: {date: 25/8/2026, reason: Nhầm}
"""


def places(portal: Portal) -> list[str]:
    return [line.split(" ")[0].removeprefix("plans/2026/") for line in told(portal, "TT415")]


@pytest.mark.parametrize(
    ("day", "more", "found"),
    [
        ("31/10/2026", "", []),
        ("1/11/2026", "", ["xanh/80.md:4:", "xanh/80.md:4:", "xanh/index.md:4:", "xanh/index.md:5:"]),
        ("21/11/2026", REPLACED, ["xanh/80.md:4:", "xanh/80.md:4:", "xanh/index.md:4:", "xanh/index.md:5:"]),
        ("1/12/2026", REPLACED, ["xanh/index.md:5:"]),
        ("1/11/2026", TAKEN_BACK, ["xanh/80.md:4:", "xanh/80.md:4:", "xanh/index.md:4:", "xanh/index.md:5:"]),
    ],
    ids=["its last day", "the day after", "replaced later on", "replaced, campaign over", "evidence taken back"],
)
def test_all_that_a_closed_unit_leaves_is_told(tmp_path: Path, day: str, more: str, found: list[str]) -> None:
    assert places(portal_on(tmp_path, day, GONE + more)) == found


def test_it_is_told_whose_work_and_lead_nobody_took_over(tmp_path: Path) -> None:
    drawing = GONE.replace("lead: cho", "lead: to")
    lines = told(portal_on(tmp_path, "1/11/2026", drawing))
    ended = "đã thôi hoạt động từ sau ngày 31/10/2026, chưa rõ ai"
    assert [line.partition(" TT415 ")[2].partition(" →")[0] for line in lines] == [
        f"việc còn mở của 'cho', đơn vị {ended} làm tiếp",
        f"việc còn mở của 'to', đơn vị sáp nhập vào 'cho', {ended} làm tiếp",
        f"đơn vị thường trực là 'to', đơn vị sáp nhập vào 'cho', {ended} theo dõi, báo cáo",
        f"việc còn mở của 'cho', đơn vị {ended} làm tiếp",
    ]


@pytest.mark.parametrize(
    ("day", "head", "is_told"),
    [
        ("30/11/2026", "", True),
        ("1/12/2026", "", False),
        ("1/12/2026", "report_due: 15/12/2026", True),
        ("1/2/2027", "report_due: 15/12/2026", True),
        ("1/11/2026", "withdrawn: {date: 1/11/2026, reason: Nhầm}", False),
    ],
)
def test_a_closed_lead_matters_while_there_is_anything_to_lead(
    tmp_path: Path, day: str, head: str, is_told: bool
) -> None:
    drawing = GONE.replace("lead: cho\n", f"lead: cho\n{head}\n" if head else "lead: cho\n")
    assert ("xanh/index.md:4:" in places(portal_on(tmp_path, day, drawing))) is is_told


def test_a_report_closes_what_a_closed_unit_led(tmp_path: Path) -> None:
    report = "== plans/2026/xanh/9.md\nnumber: 9/BC-TCT\ntype: BC\ndate: 10/12/2026\ntitle: Tổng kết\n"
    drawing = GONE.replace("lead: cho\n", "lead: cho\nreport_due: 15/12/2026\n") + report
    assert "xanh/index.md:4:" not in places(portal_on(tmp_path, "11/12/2026", drawing))


@pytest.mark.parametrize(
    ("day", "lead"),
    [("30/9/2026", "Thôn Đông"), ("1/10/2026", "Thôn Đông (nay là Thôn 3)"), ("1/12/2026", "Thôn Đông")],
)
def test_a_campaign_tells_who_took_over_its_lead_while_it_is_on(tmp_path: Path, day: str, lead: str) -> None:
    drawing = MERGED.replace("units: [dong, ba]", "lead: dong").replace(
        "do: Lắp thùng rác", "status: huy, do: Lắp thùng"
    )
    portal = portal_on(tmp_path, day, drawing)
    facts = {fact.label: fact.values for fact in campaign_view(campaign(portal), portal).facts}
    assert [link.text for link in facts["Đơn vị thường trực"]] == [lead]


def test_work_left_open_goes_to_the_unit_of_today_and_the_old_page_stays(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/1/2022", UNITS)
    assert told(portal) == []
    assert [item.what for item in portal.unit_named["llcs"].assignments] == ["Hai"]
    assert [contact.unit.text for contact in unit_list_view(portal).units] == [
        "Khoa Lý luận cơ sở",
        "Phòng Đào tạo và Khoa học",
    ]
    assert [link.text for link in unit_list_view(portal).past] == ["Khoa Dân vận", "Khoa Xây dựng Đảng"]
    old = unit_view(portal.unit_named["dan-van"], portal)
    assert old.notices[0].title == "Sau ngày 30/06/2019, đơn vị này đã sáp nhập"
    assert [(part.heading, [(row.unit.text, row.what) for row in part.rows]) for part in old.left] == [
        ("Việc đã chuyển cho đơn vị tiếp nhận", [("Khoa Lý luận cơ sở", "Hai (nhận từ Khoa Dân vận)")])
    ]


@pytest.mark.parametrize(
    ("day", "chain"),
    [
        ("1/7/2019", ["Khoa Xây dựng Đảng"]),
        ("31/12/2020", ["Khoa Xây dựng Đảng"]),
        ("1/1/2021", ["Khoa Xây dựng Đảng (đến 31/12/2020)", "Khoa Lý luận cơ sở"]),
    ],
)
def test_a_chain_of_mergers_is_told_step_by_step_on_every_page_of_it(
    tmp_path: Path, day: str, chain: list[str]
) -> None:
    portal = portal_on(tmp_path, day, UNITS)
    views = {unit.id: unit_view(unit, portal) for unit in portal.units}
    assert [link.text for link in views["dan-van"].notices[0].links] == chain
    took_over = {
        unit: [link.text for each in view.facts if each.label == "Tiếp nhận" for link in each.values]
        for unit, view in views.items()
    }
    later = ["Khoa Xây dựng Đảng"] if day == "1/1/2021" else []
    assert took_over == {"dan-van": [], "xdd": ["Khoa Dân vận"], "llcs": later, "dao-tao": []}


@pytest.mark.parametrize(("day", "notices"), [("30/6/2019", []), ("1/7/2019", ["hoạt động đến hết ngày 30/06/2019"])])
def test_a_unit_that_nobody_took_over_says_until_when_it_was(tmp_path: Path, day: str, notices: list[str]) -> None:
    portal = portal_on(tmp_path, day, "== site_src/don-vi/dan-van.md\nunit: {name: Khoa Dân vận, until: 30/6/2019}\n")
    found = unit_view(portal.unit_named["dan-van"], portal).notices
    assert [notice.title for notice in found] == [f"Đơn vị này {notice}" for notice in notices]


def test_a_document_keeps_the_name_of_its_issuer_and_leads_to_the_unit_of_today(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/1/2022", UNITS)
    view = document_view(document(portal, "2"), portal)
    facts = {fact.label: [value.text for value in fact.values] for fact in view.facts}
    assert (facts["Cơ quan ban hành"], facts["Nay là"]) == (["Ban Giáo vụ"], ["Phòng Đào tạo và Khoa học"])
    assert facts["Cấp ban hành"] == ["Phòng, khoa, bộ phận"]
    assert [item.entry.stem for item in portal.unit_named["dao-tao"].documents] == ["2"]


def test_what_cannot_be(tmp_path: Path) -> None:
    portal = portal_on(
        tmp_path,
        "1/1/2022",
        """
        == site_src/don-vi/a.md
        unit: {name: A, until: 1/1/2020, merged_into: b}
        == site_src/don-vi/b.md
        unit: {name: B, until: 1/1/2021, merged_into: a}
        == site_src/don-vi/c.md
        unit: {name: C, until: 1/1/2021, merged_into: d}
        == site_src/don-vi/e.md
        unit: {name: E, until: 1/1/2020, merged_into: g}
        == site_src/don-vi/g.md
        unit: {name: G}
        == plans/2021/1.md
        date: 1/2/2021
        number: 1/KH-TCT
        tasks: [{unit: e, do: Họp}]
        """,
    )
    assert told(portal) == [
        "plans/2021/1.md:4: TT327 giao việc ngày 01/02/2021 cho 'e', đơn vị chỉ hoạt động đến 01/01/2020 → "
        "ghi đơn vị nhận việc: g (ví dụ: unit: g)",
        "site_src/don-vi/a.md:2: TT327 sáp nhập đi thành vòng: a → b → a → bỏ 'merged_into' của đơn vị đang hoạt động",
        "site_src/don-vi/c.md:2: TT305 không có đơn vị 'd' → tạo tệp site_src/don-vi/d.md",
    ]
