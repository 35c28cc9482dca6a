"""The register of commendations as readers see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import SETTINGS, portal_on
from trangtin.content.term import Term
from trangtin.portal.model import Portal
from trangtin.reporting.composition import compose
from trangtin.reporting.markdown import body_markdown
from trangtin.reporting.scope import Scope
from trangtin.views.awards import AwardListView, award_list_views
from trangtin.views.campaign import campaign_view
from trangtin.views.home import home_view
from trangtin.views.machine_readable.calendar import calendars
from trangtin.views.machine_readable.feed import feeds
from trangtin.views.machine_readable.open_data.awards import open_awards
from trangtin.views.unit import unit_view


def lists(portal: Portal) -> dict[str, AwardListView]:
    return dict(award_list_views(portal))


def names(view: AwardListView) -> list[str]:
    return [row.to for group in view.groups for row in group.rows]


def test_the_whole_register(sample: Portal) -> None:
    view = lists(sample)["list:awards"]
    assert [group.decision.text for group in view.groups] == [
        "Quyết định số 1204/QĐ-UBND",
        "Quyết định số 512/QĐ-UBND",
        "Quyết định số 27/QĐ-TCT",
    ]
    assert view.counted == "13 lượt khen thưởng"
    assert view.sums[0] == "6 Giấy khen" and view.sums[-1] == "1 đã thu hồi"
    assert [group.issuer for group in view.groups] == ["Ủy ban nhân dân tỉnh Mẫu"] * 2 + [None]
    assert view.groups[2].campaign is not None


def test_one_taken_back_is_still_there_and_marked(sample: Portal) -> None:
    rows = [row for group in lists(sample)["list:awards"].groups for row in group.rows if row.revoked]
    (row,) = rows
    assert (row.to, row.revoked) == ("Lò Văn S", "Đã thu hồi ngày 20/09/2022 theo")
    assert row.day is not None and row.day.text == "05/04/2022"
    assert row.revoked_by is not None
    assert row.revoked_by.target == "plans/2022/1377-qd-ubnd.md"


@pytest.mark.parametrize(
    ("target", "who"),
    [
        ("year/2022", ["Phòng Tổ chức - Hành chính", "Lò Văn S", "Bùi Văn T"]),
        ("unit/khoa-llcs", ["Khoa Lý luận cơ sở", "Lý Văn N", "Khoa Lý luận cơ sở", "Lý Văn N"]),
        ("campaign/bau-cu-2021", ["Khoa Lý luận cơ sở", "Phòng Tổ chức - Hành chính"]),
        ("form/tap-the-lao-dong-xuat-sac", ["Khoa Lý luận cơ sở"]),
        ("kind/tap-the", ["Khoa Lý luận cơ sở", "Phòng Tổ chức - Hành chính"]),
        ("term/nam-hoc-2025-2026", ["Khoa Lý luận cơ sở", "Đặng Văn H", "Lý Văn N", "Đinh Thị P"]),
    ],
)
def test_cuts(sample: Portal, target: str, who: list[str]) -> None:
    assert names(lists(sample)[f"list:awards/{target}"])[: len(who)] == who


def test_no_list_is_empty_but_the_whole_one(tmp_path: Path, sample: Portal) -> None:
    assert all(view.groups for view in lists(sample).values())
    (only,) = award_list_views(portal_on(tmp_path, "1/1/2022"))
    assert (only[0], only[1].groups, only[1].counted) == ("list:awards", (), "0 lượt khen thưởng")


def test_a_long_register_has_pages_and_a_decision_goes_on_over_the_break(tmp_path: Path) -> None:
    people = "".join(f"\n  - {{form: Giấy khen, to: Lê Văn {chr(65 + n)}, kind: ca-nhan}}" for n in range(5))
    drawing = f"== plans/2021/a.md\ntype: QĐ\nnumber: 01/QĐ-TCT\ndate: 1/6/2021\nawards:{people}\n"
    portal = portal_on(tmp_path, "1/1/2022", drawing, SETTINGS.model_copy(update={"page_size": 2}))
    views = lists(portal)
    pages = [views[f"list:awards{page}"] for page in ("", "?2", "?3")]
    assert [names(page) for page in pages] == [["Lê Văn A", "Lê Văn B"], ["Lê Văn C", "Lê Văn D"], ["Lê Văn E"]]
    assert [page.counted for page in pages] == ["Lượt 1 - 2 trong 5", "Lượt 3 - 4 trong 5", "Lượt 5 - 5 trong 5"]
    assert {page.sums for page in pages} == {("5 Giấy khen",)}
    assert {page.groups[0].decision.target for page in pages} == {"plans/2021/a.md"}


@pytest.mark.parametrize(
    ("award", "position", "unit"),
    [
        ("to: 'A B, giảng viên Khoa Luật'", "Giảng viên", "Khoa Luật"),
        ("to: 'A B, Trưởng Khoa Luật'", None, "Trưởng Khoa Luật"),
        ("to: 'A B, Phó Trưởng Khoa Luật'", None, "Phó Trưởng Khoa Luật"),
        ("to: 'A B, Khoa Luật'", None, "Khoa Luật"),
        ("to: 'A B, bảo vệ'", "Bảo vệ", None),
        ("to: A B, position: Giảng viên, unit: luat", "Giảng viên", "Khoa Luật"),
        ("to: 'A B, giảng viên Khoa Hoá'", "Giảng viên", "Khoa Hóa"),
        ("to: 'A B, Trưởng Khoa Hoá'", None, "Trưởng Khoa Hoá"),
        ("to: 'A B, giang vien Khoa Luat'", "Giang vien", "Khoa Luật"),
        ("to: 'A B, giảng viên, Khoa Luật'", "Giảng viên", "Khoa Luật"),
        ("to: A B", None, None),
    ],
)
def test_name_position_and_unit_are_said_once(
    tmp_path: Path, award: str, position: str | None, unit: str | None
) -> None:
    drawing = (
        "== site_src/don-vi/luat.md\nunit: {name: Khoa Luật}\n== site_src/don-vi/hoa.md\nunit: {name: Khoa Hóa}\n"
        "== plans/2021/a.md\ntype: QĐ\ndate: 1/6/2021\n"
        f"awards: [{{form: Giấy khen, kind: ca-nhan, {award}}}]\n"
    )
    (row,) = lists(portal_on(tmp_path, "1/1/2022", drawing))["list:awards"].groups[0].rows
    assert (row.to, row.position, row.unit.text if row.unit else None) == ("A B", position, unit)


@pytest.mark.parametrize("typed", ["Khoa Hóa", "Khoa Hoá", "khoa hoa", "KHOA HÓA"])
def test_a_group_that_is_a_sub_unit_bears_its_name_however_it_was_typed(tmp_path: Path, typed: str) -> None:
    drawing = (
        "== site_src/don-vi/hoa.md\nunit: {name: Khoa Hóa}\n== plans/2021/a.md\ntype: QĐ\ndate: 1/6/2021\n"
        f"awards: [{{form: Giấy khen, kind: tap-the, to: {typed}}}]\n"
    )
    portal = portal_on(tmp_path, "1/1/2022", drawing)
    (row,) = lists(portal)["list:awards"].groups[0].rows
    assert (row.to, row.unit.text if row.unit else None) == ("Khoa Hóa", "Khoa Hóa")
    assert [record["to"] for record in open_awards(portal, str)["awards"]] == ["Khoa Hóa"]
    assert len(portal.unit_named["hoa"].awards) == 1


def test_what_took_it_back_is_not_named_before_it_is_published(tmp_path: Path) -> None:
    drawing = (
        "== plans/2021/b.md\ntype: QĐ\nnumber: 45/QĐ-TCT\ndate: 1/9/2021\ndraft: true\n"
        "== plans/2021/a.md\ntype: QĐ\ndate: 1/6/2021\n"
        "awards: [{form: Giấy khen, kind: ca-nhan, to: A B, revoked: {date: 1/9/2021, by: 45/QĐ-TCT}}]\n"
    )
    portal = portal_on(tmp_path, "1/1/2022", drawing)
    (row,) = lists(portal)["list:awards"].groups[0].rows
    assert (row.revoked, row.revoked_by) == ("Đã thu hồi ngày 01/09/2021", None)
    assert [record["revoked"] for record in open_awards(portal, str)["awards"]] == [{"date": "2021-09-01", "by": None}]


@pytest.mark.parametrize(
    ("day", "told", "on"),
    [
        ("31/8/2021", "Đã thu hồi cùng cả văn bản khen thưởng", None),
        ("1/9/2021", "Đã thu hồi ngày 01/09/2021 theo", "2021-09-01"),
    ],
)
def test_no_award_was_taken_back_on_a_day_to_come(tmp_path: Path, day: str, told: str, on: str | None) -> None:
    drawing = (
        "== plans/2021/a/index.md\n"
        "== plans/2021/a/1.md\ntype: QĐ\nnumber: 1/QĐ-TCT\ndate: 1/3/2021\n"
        "awards: [{form: Giấy khen, kind: ca-nhan, to: A B, revoked: {date: 1/9/2021, by: 45/QĐ-TCT}}]\n"
        "== plans/2021/2.md\ntype: QĐ\nnumber: 2/QĐ-TCT\ndate: 10/3/2021\nrecalls: 1/QĐ-TCT\n"
    )
    portal = portal_on(tmp_path, day, drawing)
    (row,) = lists(portal)["list:awards"].groups[0].rows
    (record,) = open_awards(portal, str)["awards"]
    assert (row.revoked, record["state"]) == (told, "da-thu-hoi")
    assert (record["revoked"] and record["revoked"]["date"]) == on
    report = body_markdown(compose(Scope(portal, portal.campaigns[0])))
    assert ("Đã thu hồi ngày" in report, "Đã thu hồi" in report) == (on is not None, True)


def test_pages_of_units_campaigns_and_home_lead_to_it(sample: Portal) -> None:
    unit = unit_view(sample.unit_named["khoa-llcs"], sample)
    assert [row.to for row in unit.awards] == ["Khoa Lý luận cơ sở", "Lý Văn N", "Khoa Lý luận cơ sở", "Lý Văn N"]
    campaign = campaign_view(sample.campaign_named["bau-cu-2021"], sample)
    assert len(campaign.awards) == 6
    assert campaign.all_awards is not None
    assert campaign.all_awards.target in lists(sample)
    assert "Khen thưởng" in [way.link.text for way in home_view(sample).ways]


def test_its_feed_tells_of_decisions(sample: Portal) -> None:
    (feed,) = [feed for feed in feeds(sample) if feed.page == "list:awards"]
    assert [entry.target for entry in feed.entries] == [
        "plans/2026/1204-qd-ubnd.md",
        "plans/2022/512-qd-ubnd.md",
        "plans/2021/bau-cu-2021/27-qd-tct.md",
    ]


def test_open_data_tells_what_the_register_tells(sample: Portal) -> None:
    records = open_awards(sample, lambda target: f"/{target}")["awards"]
    assert [record["to"] for record in records] == names(lists(sample)["list:awards"])
    (gone,) = [record for record in records if record["state"] == "da-thu-hoi"]
    assert gone["revoked"] == {"date": "2022-09-20", "by": "1377/QĐ-UBND"}
    assert (gone["listed_form"], gone["position"]) == ("Bằng khen", "Giảng viên")


def test_open_data_and_page_name_the_unit_as_it_was_called_then(tmp_path: Path) -> None:
    drawing = (
        "== site_src/don-vi/p1.md\nunit: {name: Phòng Tổng hợp, names: [{name: Phòng Hành chính, until: 31/12/2022}]}\n"
        "== plans/2021/a.md\ntype: QĐ\ndate: 1/6/2021\nawards: [{form: Giấy khen, to: A B, kind: ca-nhan, unit: p1}]\n"
    )
    portal = portal_on(tmp_path, "1/1/2026", drawing)
    (record,) = open_awards(portal, str)["awards"]
    (row,) = lists(portal)["list:awards"].groups[0].rows
    assert row.unit is not None
    assert record["unit"] == {"id": "p1", "title": row.unit.text} == {"id": "p1", "title": "Phòng Hành chính"}


def test_terms_that_overlap_share_awards(tmp_path: Path) -> None:
    terms = tuple(
        Term.model_validate({"name": name, "start": start, "end": end})
        for name, start, end in (("Nhiệm kỳ", "1/1/2021", "31/12/2025"), ("Năm học", "1/6/2021", "31/5/2022"))
    )
    drawing = "== plans/2021/a.md\ntype: QĐ\ndate: 1/6/2021\nawards: [{form: Giấy khen, to: A, kind: tap-the}]\n"
    views = lists(portal_on(tmp_path, "1/1/2022", drawing, SETTINGS.model_copy(update={"terms": terms})))
    assert {"list:awards/term/nhiem-ky", "list:awards/term/nam-hoc"} <= set(views)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Phong trào thi đua “A”", "Phong trào thi đua “A”"),
        ("PHONG TRÀO A", "PHONG TRÀO A"),
        ("Thi đua", "Phong trào: Thi đua"),
    ],
)
def test_the_word_campaign_is_not_said_twice(tmp_path: Path, title: str, told: str) -> None:
    drawing = (
        f"== plans/2021/a/index.md\ntitle: {title}\nanchor: {{name: Ngày hội, date: 1/3/2021}}\n== plans/2021/a/1.md\n"
        "type: QĐ\nnumber: 1/QĐ-TCT\nawards: [{form: Giấy khen, to: Khoa, kind: tap-the}]\n"
    )
    portal = portal_on(tmp_path, "1/6/2021", drawing)
    group = next(award_list_views(portal))[1].groups[0]
    assert group.campaign is not None
    assert group.called + group.campaign.text == told
    assert {event.text for event in next(calendars(portal)).events} == {f"{told}."}
