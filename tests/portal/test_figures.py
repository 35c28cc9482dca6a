"""A campaign in numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import campaign, portal_on
from trangtin.portal.figures import figures_of
from trangtin.views.campaign import campaign_view
from trangtin.views.comparison import comparison_rows
from trangtin.views.machine_readable.open_data.campaigns import campaign_record
from trangtin.views.unit import unit_view

DRAWING = """
== site_src/don-vi/a.md
unit: {name: Khoa A}
== site_src/don-vi/b.md
unit: {name: Khoa B}
== site_src/tin-tuc/2021/x.md
date: 10/2/2021
campaign: bau-cu
== site_src/tin-tuc/2021/y.md
date: 10/2/2021
campaign: bau-cu
withdrawn: {date: 11/2/2021, reason: Nhầm}
== plans/2021/bau-cu/index.md
start: 1/2/2021
end: 28/2/2021
report_due: 15/3/2021
lead: b
units: [a, b]
works:
  - {unit: a, title: Một, due: 20/2/2021, status: xong, done: 20/2/2021}
  - {unit: a, title: Hai, due: 20/2/2021, status: xong, done: 21/2/2021}
== plans/2021/bau-cu/01.md
number: 01/KH-TCT
date: 1/2/2021
tasks:
  - {unit: a, do: Một, due: 10/2/2021}
  - {unit: a, do: Hai, due: 10/2/2021, status: xong}
  - {unit: b, do: Ba, status: xong}
  - {unit: b, do: Bốn, due: 30/12/2021}
  - {unit: b, do: Năm, due: 1/4/2021, status: dang}
  - {unit: b, do: Sáu, due: 10/2/2021, status: huy}
== plans/2021/bau-cu/02.md
number: 02/QĐ-TCT
type: QĐ
date: 20/3/2021
awards:
  - {form: Giấy khen, to: Khoa A, kind: tap-the}
  - {form: Giấy khen, to: Lê Văn A, kind: ca-nhan}
  - {form: Giấy khen, to: Lê Văn B, kind: ca-nhan, revoked: {date: 25/3/2021, by: 05/QĐ-TCT}}
"""


def test_what_is_counted(tmp_path: Path) -> None:
    figures = figures_of(campaign(portal := portal_on(tmp_path, "26/3/2021", DRAWING)), portal.today)
    assert (figures.units, figures.tasks, figures.works, figures.news) == (2, 6, 2, 1)
    assert (figures.awarded_groups, figures.awarded_persons, figures.revoked) == (1, 1, 1)


@pytest.mark.parametrize(
    ("day", "report", "late", "is_there"),
    [
        ("15/3/2021", "", 0, False),
        ("18/3/2021", "", 3, False),
        ("30/3/2021", "15/3/2021", 0, True),
        ("30/3/2021", "20/3/2021", 5, True),
        ("30/6/2021", "20/3/2021", 5, True),  # it grows no later
    ],
)
def test_how_late_the_report_is(tmp_path: Path, day: str, report: str, late: int, is_there: bool) -> None:
    text = f"== plans/2021/bau-cu/03.md\ntype: BC\nnumber: 03/BC-TCT\ntitle: Tổng kết\ndate: {report}\n"
    portal = portal_on(tmp_path, day, DRAWING + (text if report else ""))
    found = figures_of(campaign(portal), portal.today).report
    assert (found.days_late, found.document is not None) == (late, is_there)


def test_no_due_date_no_lateness(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/1/2022", DRAWING.replace("report_due: 15/3/2021\n", ""))
    assert figures_of(campaign(portal), portal.today).report.days_late == 0


def test_of_a_campaign_that_was_called_off_no_report_is_waited_for(tmp_path: Path) -> None:
    recall = "== plans/2021/bau-cu/03.md\ntype: QĐ\nnumber: 03/QĐ-TCT\ndate: 10/2/2021\nrecalls: 01/KH-TCT\n"
    whole = campaign(portal := portal_on(tmp_path, "18/3/2021", DRAWING + recall))
    assert figures_of(whole, portal.today).report.days_late == 0
    (row,) = comparison_rows([whole], portal)
    assert (row.state.text, row.report.text, row.report.tone) == ("Đã dừng", "Không", "neutral")


def test_whoever_has_work_in_a_campaign_takes_part_in_it_by_the_same_number_everywhere(tmp_path: Path) -> None:
    third = "== site_src/don-vi/c.md\nunit: {name: Khoa C}\n== plans/2021/bau-cu/03.md\nnumber: 03/KH-TCT\n"
    drawing = f"{DRAWING.replace('units: [a, b]', 'units: [a]')}{third}date: 2/2/2021\ntasks: [{{unit: c, do: Bảy}}]\n"
    whole = campaign(portal := portal_on(tmp_path, "26/3/2021", drawing))
    view = campaign_view(whole, portal)
    facts = {fact.label: [value.text for value in fact.values] for fact in view.facts}
    assert (facts["Đơn vị thường trực"], facts["Đơn vị tham gia"]) == (["Khoa B"], ["Khoa A", "Khoa C"])
    assert [line.name.text for line in view.board.lines] == ["Khoa A", "Khoa B", "Khoa C"]
    assert [row.units for row in comparison_rows([whole], portal)] == ["3"]
    shown = {unit.name: [card.title for card in unit_view(unit, portal).campaigns] for unit in portal.units}
    assert shown == {"Khoa A": ["Thi đua"], "Khoa B": ["Thi đua"], "Khoa C": ["Thi đua"]}
    assert [each["title"] for each in campaign_record(whole, portal, str)["units"]] == facts["Đơn vị tham gia"]
