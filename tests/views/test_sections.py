"""Campaigns, news and sub-units: what their lists and pages show, how they are cut down."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.portal.drawing import SETTINGS, portal_on
from tests.views.test_lists import counts
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.options.settings import Settings
from trangtin.portal.model import Portal
from trangtin.views.campaign import campaign_view
from trangtin.views.campaigns import campaign_list_views
from trangtin.views.english import english_site
from trangtin.views.library import library_views
from trangtin.views.machine_readable.open_data.catalogue import catalogue
from trangtin.views.news import news_list_views, news_view
from trangtin.views.page import site_view
from trangtin.views.parts.link import Link
from trangtin.views.unit import unit_view

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

    assert (len(view.news), view.news_total) == (3, "8")
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


def test_tags_that_signs_alone_tell_apart_have_lists_of_their_own(tmp_path: Path) -> None:
    tags = ["C", "C++", "c#", "#thi đua", "A+", "ASEAN+3", "日本"]
    drawing = f"== site_src/tin-tuc/2021/a.md\ndate: 1/4/2021\ntags: {tags}\n"
    portal = portal_on(tmp_path, "1/1/2022", drawing)
    shown = {tag.text: (tag.target or "").rpartition("/")[2] for tag in news_view(portal.news[0], portal).tags}
    assert shown == {
        "C": "c", "C++": "c-cong-cong", "c#": "c-thang", "#thi đua": "thi-dua", "A+": "a-cong", "ASEAN+3": "asean-3",
        "日本": "",
    }  # fmt: skip
    lists = dict(news_list_views(portal))
    assert all(f"list:news/tag/{name}" in lists for name in shown.values() if name)


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


CC_BY = "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize(
    ("written", "vietnamese", "english"),
    [
        (
            None,
            Link("Ghi rõ nguồn khi đăng lại nội dung của trang này."),
            Link("Name the source when you republish what this site says."),
        ),
        ("Hỏi đơn vị trước", Link("Hỏi đơn vị trước."), Link("Hỏi đơn vị trước.", lang="vi")),
        (
            CC_BY,
            Link("Điều kiện sử dụng lại nội dung của trang này", CC_BY),
            Link("Conditions for reusing what this site says", CC_BY),
        ),
    ],
)
def test_every_page_says_the_conditions_that_the_data_have(
    tmp_path: Path, written: str | None, vietnamese: Link, english: Link
) -> None:
    settings = SETTINGS.model_copy(update={"licence": written} if written else {})
    portal = portal_on(tmp_path, "1/1/2022", "", settings)
    assert (site_view(portal).licence, english_site(portal).licence) == (vietnamese, english)
    told = catalogue(portal, str)
    licences = [told["dct:license"], *(each["dct:license"] for each in told["dcat:dataset"])]
    assert licences == [{"@id": CC_BY} if written == CC_BY else settings.licence] * len(licences)
