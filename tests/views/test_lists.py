"""Home, library, campaigns, news and units: what is shown, in which order, how it is cut down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.portal.drawing import portal_on
from trangtin.content.portal_unit import PortalUnit
from trangtin.content.settings import Settings
from trangtin.portal.model import Portal
from trangtin.views.campaign import campaign_view
from trangtin.views.campaigns import campaign_list_views
from trangtin.views.home import home_view
from trangtin.views.library import library_views
from trangtin.views.link import Link
from trangtin.views.listing import Facet
from trangtin.views.news import news_list_views, news_view
from trangtin.views.page import site_view
from trangtin.views.site_map import site_map_view
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


def test_home_of_a_unit_that_has_only_begun(tmp_path: Path) -> None:
    view = home_view(portal_on(tmp_path, "1/1/2022"))

    assert (view.campaigns, view.documents, view.news) == ((), (), ())
    assert view.description == "Trang thông tin điện tử Trường Chính trị tỉnh Mẫu"
    assert [way.link.text for way in view.ways] == ["Tiếp cận thông tin", "Liên hệ"]


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


def test_of_one_day_number_2_comes_before_number_10(tmp_path: Path) -> None:
    numbers = ("10/KH-TCT", "2/KH-TCT", "9a/KH-TCT", "9/KH-TCT")
    drawing = "".join(f"== plans/2021/{n}.md\nnumber: {number}\ndate: 1/3/2021\n" for n, number in enumerate(numbers))
    _, view = next(library_views(portal_on(tmp_path, "1/1/2023", drawing)))

    assert [row.name for row in view.rows] == [f"Kế hoạch số {n}/KH-TCT" for n in ("2", "9", "9a", "10")]


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


# --- campaigns -------------------------------------------------------------------------------------------------------


def test_campaigns_by_state_and_year(sample: Portal) -> None:
    views = dict(campaign_list_views(sample))
    everything = views["list:campaigns"]

    assert [(group.label, len(group.cards)) for group in everything.groups] == [
        ("Đang diễn ra", 1),
        ("Sắp diễn ra", 1),
        ("Chờ tổng kết", 1),
        ("Đã tổng kết", 1),
    ]
    assert [group.label for group in views["list:campaigns/year/2021"].groups] == ["Đã tổng kết"]


def test_a_campaign_over_several_years_is_in_the_list_of_each(tmp_path: Path) -> None:
    drawing = "== plans/2021/a/index.md\nstart: 1/1/2021\nend: 31/12/2023\n"
    assert set(dict(campaign_list_views(portal_on(tmp_path, "1/1/2022", drawing)))) == {
        "list:campaigns",
        "list:campaigns/state/dang-dien-ra",
        "list:campaigns/year/2021",
        "list:campaigns/year/2022",
        "list:campaigns/year/2023",
    }


def test_the_page_of_a_campaign(sample: Portal) -> None:
    view = campaign_view(sample.campaign_named["bau-cu-2021"], sample)

    assert view.state.text == "Đã tổng kết"
    assert (view.next_event, view.next_distance) == (None, None)
    assert view.report is not None
    assert view.report.name == "Báo cáo số 18/BC-TCT"
    assert [level.label for level in view.chain] == ["Trung ương", "Cấp tỉnh", "Đơn vị", "Phòng, khoa, bộ phận"]
    assert len(view.documents) == 8
    assert all(row.is_past and not row.is_today for row in view.timeline)
    assert [row.day.iso for row in view.timeline] == sorted(str(row.day.iso) for row in view.timeline)
    assert view.today.text == "21/11/2026"
    assert {fact.label for fact in view.facts} >= {"Bắt đầu", "Kết thúc", "Đơn vị thường trực", "Đơn vị tham gia"}
    assert view.awards and view.board.lines and view.picture.lanes


def test_the_news_of_a_campaign_are_few_and_the_rest_a_link(tmp_path: Path) -> None:
    news = "".join(f"== site_src/tin-tuc/2021/{n}.md\ntitle: Tin {n}\ncampaign: a\n" for n in range(8))
    portal = portal_on(tmp_path, "1/1/2022", f"== plans/2021/a/index.md\n{news}")
    view = campaign_view(portal.campaigns[0], portal)

    assert (len(view.news), view.news_total) == (3, 8)
    assert view.all_news is not None
    assert (view.all_news.text, view.all_news.target) == ("Xem cả 8 tin", "list:news/campaign/a")


@pytest.mark.parametrize(("papers", "shown", "link"), [(30, 30, None), (31, 30, "Xem cả 31 văn bản")])
def test_a_campaign_of_many_papers_shows_some_and_leads_to_all(
    tmp_path: Path, papers: int, shown: int, link: str | None
) -> None:
    drawing = "".join(f"== plans/2021/a/{n}.md\nnumber: {n}/KH-TCT\ndate: {n}/1/2021\n" for n in range(1, papers + 1))
    portal = portal_on(tmp_path, "1/1/2022", f"== plans/2021/a/index.md\n{drawing}")
    view = campaign_view(portal.campaigns[0], portal)
    (level,) = view.chain

    assert (len(view.documents), view.documents_total) == (shown, papers)
    assert (view.all_documents.text if view.all_documents else None) == link
    assert [row.name for row in level.rows] == [f"Kế hoạch số {n}/KH-TCT" for n in range(1, 11)]
    assert level.more is not None
    assert level.more.text == f"Còn {papers - 10} văn bản, xem trong danh sách"
    assert level.more.target == "list:library/campaign/a"


# --- news and units --------------------------------------------------------------------------------------------------


def test_news_by_year_campaign_and_subject(tmp_path: Path) -> None:
    drawing = """
        == plans/2021/bau-cu/index.md
        title: Bầu cử
        == site_src/tin-tuc/2021/a.md
        title: Một
        date: 1/4/2021
        tags: [Bầu cử, khen thưởng]
        campaign: bau-cu
        == site_src/tin-tuc/2022/b.md
        title: Hai
        date: 1/4/2022
        tags: bầu cử
        """
    views = dict(news_list_views(portal_on(tmp_path, "1/1/2023", drawing)))

    assert [card.title for card in views["list:news"].cards] == ["Hai", "Một"]
    assert counts(views["list:news"].facets) == {
        "Năm": ["2022 1", "2021 1"],
        "Phong trào": ["Bầu cử 1"],
        "Chủ đề": ["bầu cử 2", "khen thưởng 1"],
    }
    assert [card.title for card in views["list:news/tag/bau-cu"].cards] == ["Hai", "Một"]


def test_a_withdrawn_news_item_says_so_and_no_more(tmp_path: Path) -> None:
    portal = portal_on(
        tmp_path,
        "1/1/2022",
        """
        == site_src/tin-tuc/2021/a.md
        title: Lễ phát động
        summary: Tóm tắt cũ
        withdrawn: {date: 22/4/2021, reason: Ảnh chưa được phép đăng}
        """,
    )
    view = news_view(portal.news[0], portal)

    assert (view.summary, view.picture) == (None, None)
    assert view.notices[0].text == "Lý do: Ảnh chưa được phép đăng."
    card = next(news_list_views(portal))[1].cards[0]
    assert (card.title, card.summary) == ("Lễ phát động", "Nội dung đã được gỡ.")


def test_the_page_of_a_unit(sample: Portal) -> None:
    view = unit_view(sample.unit_named["khoa-llcs"], sample)

    assert view.title == "Khoa Lý luận cơ sở"
    assert [row.name for row in view.documents] == ["Kế hoạch số 03/KH-LLCS"]
    assert [line.name.text for line in view.board.lines] == [group.name.text for group in view.board.groups]
    assert [group.name.target for group in view.board.groups][-1] == "plans/2021/bau-cu-2021/index.md"
    for group in view.board.groups:
        states = [(row.state.text != "Quá hạn", row.state.text.startswith("Xong"), row.due) for row in group.rows]
        assert states == sorted(states, key=lambda state: state[:2])  # what is late first, what is done last
    assert view.progress[0].text == "1 quá hạn"


def test_a_unit_of_no_kind_in_particular_names_none(tmp_path: Path) -> None:
    portal = portal_on(
        tmp_path,
        "1/1/2022",
        "== site_src/don-vi/th.md\nunit: {name: Tổng hợp}\n"
        "== site_src/don-vi/vp.md\nunit: {name: Văn phòng, kind: phong}\n",
    )
    labels = {unit.id: [each.label for each in unit_view(unit, portal).facts] for unit in portal.units}
    assert labels == {"th": [], "vp": ["Loại đơn vị"]}


def test_a_unit_of_many_papers_shows_the_newest_and_leads_to_all_under_each_of_its_names(tmp_path: Path) -> None:
    papers = "".join(
        f"== plans/2021/{n}.md\nnumber: {n}/KH-TH\ndate: {n}/1/2021\n"
        f"issuer: {'Phòng Hành chính' if n < 10 else 'Phòng Tổng hợp'}\n"
        for n in range(1, 22)
    )
    unit = "unit: {name: Phòng Tổng hợp, names: [{name: Phòng Hành chính, until: 9/1/2021}]}"
    portal = portal_on(tmp_path, "1/1/2022", f"== site_src/don-vi/th.md\n{unit}\n{papers}")
    view = unit_view(portal.units[0], portal)
    lists = dict(library_views(portal))

    assert [row.day.text for row in view.documents if row.day] == [f"{n}/01/2021" for n in range(21, 11, -1)]
    assert [(each.text, len(lists[each.target or ""].rows)) for each in view.all_documents] == [
        ("Xem cả 12 văn bản của Phòng Tổng hợp", 12),
        ("Xem cả 9 văn bản của Phòng Hành chính", 9),
    ]


# --- around ----------------------------------------------------------------------------------------------------------


def test_the_site_map_names_every_section(sample: Portal) -> None:
    assert [section.label for section in site_map_view(sample).sections] == [
        "Trang chung",
        "Phong trào thi đua",
        "Khen thưởng",
        "Văn bản",
        "Tin tức",
        "Đơn vị trực thuộc",
        "Ngôn ngữ khác",
    ]


def test_the_footer_has_the_facts_a_public_site_must_give(sample: Portal) -> None:
    footer = {fact.label: fact.values[0] for fact in site_view(sample).footer}

    assert footer["Cơ quan chủ quản"].text == "Tỉnh ủy Mẫu"
    assert footer["Chịu trách nhiệm nội dung"].text == "Trần Thị B, Phó Hiệu trưởng, Trưởng Ban Biên tập"
    assert footer["Điện thoại"].target == "tel:02003000000"
    assert footer["Thư điện tử"].target == "mailto:vanthu@truongchinhtri.mau.example"
    assert "Địa chỉ" in footer


@pytest.mark.parametrize("phone", ["không có", "---"])
def test_a_phone_without_digits_is_told_as_typed_and_is_no_link(sample: Portal, phone: str) -> None:
    footer = site_view(replace(sample, settings=Settings(unit=PortalUnit(name="Trường", phone=phone)))).footer
    assert [fact.values for fact in footer] == [(Link(phone),)]
