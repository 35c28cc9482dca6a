"""Home and library: what is shown, in which order, how it is cut down."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.portal.drawing import SETTINGS, portal_on
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.options.settings import Settings
from trangtin.portal.model import Portal
from trangtin.views.home import home_view
from trangtin.views.library import library_views
from trangtin.views.parts.listing import Facet
from trangtin.views.unit import unit_view


def counts(facets: Iterable[Facet]) -> dict[str, list[str]]:
    return {facet.label: [f"{value.link.text} {value.count}" for value in facet.values] for facet in facets}


# --- home ----------------------------------------------------------------------------------------------------------


def test_home_shows_what_is_going_on(sample: Portal) -> None:
    view = home_view(sample)

    assert view.title == "Trường Chính trị tỉnh Mẫu"
    assert [(card.state.text, card.next_distance is not None) for card in view.campaigns] == [
        ("Đang diễn ra", True),
        ("Sắp diễn ra", True),
        ("Chờ tổng kết", True),
    ]
    assert len(view.documents) == 6
    assert view.documents[0].name == "Kế hoạch số 201/KH-TCT"
    assert view.documents[0].validity is not None
    assert view.documents[0].validity.text == "Chưa có hiệu lực"
    assert [card.is_pinned for card in view.news] == [True, False, False, False, False]


def test_old_campaigns_without_a_report_do_not_push_the_news_off_the_home_page(tmp_path: Path) -> None:
    old = "".join(
        f"== plans/{year}/cu-{year}/index.md\ntitle: Cũ {year}\nstart: 1/3/{year}\nend: 1/4/{year}\n"
        f"report_due: 1/5/{year}\nunits: [khoa]\n"
        for year in range(2010, 2021)
    )
    now = "== plans/2021/nay/index.md\ntitle: Nay\nstart: 1/1/2021\nend: 1/12/2021\nunits: [khoa]\n"
    portal = portal_on(tmp_path, "1/6/2021", f"{old}{now}== site_src/don-vi/khoa.md\nunit: {{name: Khoa}}\n")

    newest = ["Nay", *(f"Cũ {year}" for year in range(2020, 2015, -1))]
    assert [card.title for card in home_view(portal).campaigns] == newest
    unit = unit_view(portal.units[0], portal)
    assert [card.title for card in unit.campaigns] == newest
    assert [link.text for link in unit.more_campaigns] == [f"Cũ {year}" for year in range(2015, 2009, -1)]


def test_a_campaign_that_was_taken_back_says_so_among_the_further_ones_of_a_sub_unit(tmp_path: Path) -> None:
    gone = "withdrawn: {date: 1/3/2021, reason: Nhầm}\n"
    drawing = "== site_src/don-vi/khoa.md\n" + "".join(
        f"== plans/{year}/dot-{year}/index.md\ntitle: Đợt {year}\nunits: [khoa]\n"
        f"start: 1/1/{year}\nend: 1/2/{year}\n{gone if year == 2010 else ''}"
        for year in range(2010, 2018)
    )
    portal = portal_on(tmp_path, "1/4/2021", drawing)
    more = unit_view(portal.units[0], portal).more_campaigns
    assert [link.text for link in more] == ["Đợt 2011", "Đợt 2010 (đã gỡ)"]


def test_home_of_a_unit_that_has_only_begun(tmp_path: Path) -> None:
    view = home_view(portal_on(tmp_path, "1/1/2022"))

    assert (view.campaigns, view.documents, view.news) == ((), (), ())
    assert view.description == "Trang thông tin điện tử Trường Chính trị tỉnh Mẫu"
    assert [way.link.text for way in view.ways] == ["Tiếp cận thông tin"]


def test_the_ways_from_home_say_how_much_there_is(tmp_path: Path) -> None:
    drawing = (
        "== plans/2021/a/index.md\n== plans/2021/1.md\n== plans/2021/2.md\ndraft: true\n== plans/2021/3.md\n"
        "== site_src/don-vi/khoa.md\n== plans/2021/4.md\ntype: QĐ\n"
        "awards: [{form: Giấy khen, to: Bà B, kind: ca-nhan}]\n"
    )
    ways = home_view(portal_on(tmp_path, "1/1/2022", drawing)).ways
    assert [(way.link.text, way.note) for way in ways] == [
        ("Tra cứu văn bản", "3 văn bản"),
        ("Phong trào thi đua", "1 phong trào"),
        ("Khen thưởng", "1 lượt"),
        ("Đơn vị trực thuộc", "1 đơn vị"),
        ("Tiếp cận thông tin", "Danh mục công khai"),
    ]


@pytest.mark.parametrize(
    ("facts", "note"),
    [
        ({"phone": "0200 3000 000", "email": "vp@mau.example"}, "Điện thoại, thư điện tử"),
        ({"address": "Số 1 đường Mẫu"}, "Địa chỉ"),
        ({}, None),
    ],
)
def test_the_way_to_the_contact_page_promises_what_is_there(
    tmp_path: Path, facts: dict[str, str], note: str | None
) -> None:
    settings = SETTINGS.model_copy(update={"unit": SETTINGS.unit.model_copy(update=facts)})
    portal = portal_on(tmp_path, "1/1/2022", settings=settings)
    notes = [way.note for way in home_view(portal).ways if way.link.text == "Liên hệ"]
    assert notes == ([note] if note else [])


def test_pinned_news_come_first_until_they_expire(tmp_path: Path) -> None:
    drawing = """
        == site_src/tin-tuc/2021/a.md
        title: Ghim
        date: 1/4/2021
        pinned: true
        expires: 30/4/2021
        == site_src/tin-tuc/2021/b.md
        title: Mới
        date: 20/4/2021
        == site_src/tin-tuc/2021/c.md
        title: Gỡ
        date: 21/4/2021
        withdrawn: {date: 22/4/2021, reason: Sai}
        """
    assert [card.title for card in home_view(portal_on(tmp_path, "30/4/2021", drawing)).news] == ["Ghim", "Mới"]
    assert home_view(portal_on(tmp_path, "1/5/2021")).news[0].title == "Mới"


# --- the library -----------------------------------------------------------------------------------------------------

LIBRARY = """
== plans/2021/bau-cu/index.md
title: Bầu cử
== plans/2021/bau-cu/1.md
number: 01/KH-TCT
date: 1/3/2021
== plans/2021/2.md
type: Đề án
number: 02/ĐA-TCT
date: 2/3/2021
== plans/2021/3.md
type: BC
== plans/2022/4.md
number: 04/KH-UBND
date: 4/3/2022
issuer: Ủy ban nhân dân tỉnh Mẫu
level: tinh
"""


def test_the_library_newest_first_undated_last(tmp_path: Path) -> None:
    _, view = next(library_views(portal_on(tmp_path, "1/1/2023", LIBRARY)))

    assert [row.name for row in view.rows] == [
        "Kế hoạch số 04/KH-UBND",
        "Đề án số 02/ĐA-TCT",
        "Kế hoạch số 01/KH-TCT",
        "Báo cáo (chưa có số)",
    ]
    assert (view.counted, view.forces) == ("4 văn bản", ())


def test_of_one_day_number_10_is_newer_than_number_2(tmp_path: Path) -> None:
    numbers = ("10/KH-TCT", "2/KH-TCT", "9a/KH-TCT", "9/KH-TCT")
    drawing = "".join(f"== plans/2021/{n}.md\nnumber: {number}\ndate: 1/3/2021\n" for n, number in enumerate(numbers))
    _, view = next(library_views(portal_on(tmp_path, "1/1/2023", drawing)))

    assert [row.name for row in view.rows] == [f"Kế hoạch số {n}/KH-TCT" for n in ("10", "9a", "9", "2")]


def test_the_facets_of_the_library(tmp_path: Path) -> None:
    _, view = next(library_views(portal_on(tmp_path, "1/1/2023", LIBRARY)))

    assert counts(view.facets) == {
        "Loại văn bản": ["Báo cáo 1", "Đề án 1", "Kế hoạch 2"],
        "Năm": ["2022 1", "2021 3"],
        "Cơ quan ban hành": ["Trường Chính trị tỉnh Mẫu 3", "Ủy ban nhân dân tỉnh Mẫu 1"],
        "Cấp ban hành": ["Cấp tỉnh 1", "Đơn vị 3"],
        "Phong trào": ["Bầu cử 1"],
        "Hiệu lực": ["Không xét hiệu lực 4"],
    }


AREAS = """
== plans/2021/1.md
areas: [Thi đua, Đào tạo]
== plans/2021/2.md
areas: Đào tạo
== plans/2021/3.md
areas: Đào Tạo
withdrawn: {date: 2/1/2022, reason: Sai}
== plans/2021/4.md
areas: đào tạo
"""


def test_areas_of_work_are_one_however_they_are_spelled_and_withdrawn_papers_have_none(tmp_path: Path) -> None:
    views = dict(library_views(portal_on(tmp_path, "1/1/2023", AREAS)))

    assert counts(views["list:library"].facets)["Lĩnh vực"] == ["đào tạo 3", "Thi đua 1"]
    assert len(views["list:library/area/dao-tao"].rows) == 3


FORCE = """
== plans/2021/1.md
type: QC
number: 01/QC-TCT
date: 1/1/2021
== plans/2021/2.md
type: QC
number: 02/QC-TCT
date: 2/1/2021
replaces: 01/QC-TCT
== plans/2021/3.md
type: QĐ
date: 3/1/2021
expires: 31/12/2021
== plans/2021/4.md
type: QĐ
date: 4/1/2021
effective: 1/6/2023
== plans/2021/5.md
type: QĐ
date: 5/1/2021
withdrawn: {date: 6/1/2021, reason: Sai}
== plans/2021/6.md
type: QĐ
== plans/2021/7.md
"""


def test_what_holds_and_what_no_longer_does_are_apart(tmp_path: Path) -> None:
    views = dict(library_views(portal_on(tmp_path, "1/1/2023", FORCE)))

    assert counts(views["list:library"].facets)["Hiệu lực"] == [
        "Còn hiệu lực 1",
        "Chưa có hiệu lực 1",
        "Hết hiệu lực 2",
        "Chưa xác định hiệu lực 1",
        "Không xét hiệu lực 1",
        "Đã gỡ 1",
    ]
    assert views["list:library"].forces[:3] == ("1 còn hiệu lực", "1 chưa có hiệu lực", "2 hết hiệu lực")
    over = views["list:library/validity/het-hieu-luc"]
    assert [row.validity.text for row in over.rows if row.validity] == ["Hết hiệu lực", "Đã bị thay thế"]
    assert over.forces == ()
    withdrawn = views["list:library/validity/da-go"].rows[0]
    assert withdrawn.validity is not None
    assert withdrawn.validity.text == "Đã gỡ"


def test_every_facet_has_its_list(tmp_path: Path) -> None:
    views = dict(library_views(portal_on(tmp_path, "1/1/2023", LIBRARY)))
    plans = views["list:library/type/ke-hoach"]

    assert plans.title == "Văn bản: Kế hoạch"
    assert [row.name for row in plans.rows] == ["Kế hoạch số 04/KH-UBND", "Kế hoạch số 01/KH-TCT"]
    current = [value.link.text for facet in plans.facets for value in facet.values if value.is_current]
    assert current == ["Kế hoạch"]
    for facet in plans.facets:
        for value in facet.values:
            assert views[value.link.target or ""].counted == f"{value.count} văn bản"


def test_one_body_spelled_two_ways_has_one_list(tmp_path: Path) -> None:
    drawing = LIBRARY + "== plans/2022/5.md\nnumber: 05/KH-UBND\nissuer: Uỷ ban nhân dân tỉnh Mẫu\ndate: 1/1/2022\n"
    views = dict(library_views(portal_on(tmp_path, "1/1/2023", drawing)))
    assert len(views["list:library/issuer/uy-ban-nhan-dan-tinh-mau"].rows) == 2


def test_long_lists_have_pages(tmp_path: Path) -> None:
    settings = Settings(unit=PortalUnit(name="Trường"), page_size=2)
    views = dict(library_views(portal_on(tmp_path, "1/1/2023", LIBRARY, settings)))

    assert [len(views[target].rows) for target in ("list:library", "list:library?2")] == [2, 2]
    assert [views[target].counted for target in ("list:library", "list:library?2")] == [
        "Văn bản 1 - 2 trong 4",
        "Văn bản 3 - 4 trong 4",
    ]
    assert "(trang 2)" in views["list:library?2"].title
    assert "(trang 2)" in views["list:library?2"].description


@pytest.mark.parametrize(
    ("keys", "shown"),
    [("date: 1/3/2021\n", None), ("", None), ("date: 1/3/2021\nexpires: 1/4/2021\n", "Hết hiệu lực")],
)
def test_a_line_tells_of_force_only_what_limits_it(tmp_path: Path, keys: str, shown: str | None) -> None:
    portal = portal_on(tmp_path, "1/6/2021", f"== plans/2021/8.md\nnumber: 08/QC-TCT\ntype: QC\n{keys}")
    (row,) = home_view(portal).documents
    assert (row.validity.text if row.validity else None) == shown
