"""Archive, comparison, lists of campaigns by khối, state and form: what readers see of a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import SETTINGS, portal_on
from tests.views.test_lists import counts
from trangtin.content.options.configuration import read_config
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.options.settings import Settings
from trangtin.content.term import Term
from trangtin.portal.model import Portal
from trangtin.views.archive import ArchiveView, TermView, archive_views
from trangtin.views.campaign import campaign_view
from trangtin.views.campaigns import campaign_list_views
from trangtin.views.comparison import comparison_rows, comparison_views
from trangtin.views.home import home_view
from trangtin.views.library import library_views
from trangtin.views.news import news_list_views, news_view
from trangtin.views.parts.rows import campaign_card

YEAR = Term.model_validate({"name": "Năm học 2020 - 2021", "start": "1/9/2020", "end": "31/8/2021"})
TIMES = """
== plans/2020/truoc/index.md
title: Trước
start: 1/1/2020
end: 31/8/2020
== plans/2020/sang/index.md
title: Sang
start: 1/1/2020
end: 1/9/2020
block: Khối số 4
== plans/2021/sau/index.md
title: Sau
start: 31/8/2021
end: 31/12/2021
block: khối số 4
form: chuyen-de
== plans/2020/a.md
number: 01/KH-TCT
date: 31/8/2020
== plans/2020/b.md
number: 02/KH-TCT
date: 1/9/2020
== plans/2021/c.md
number: 03/KH-TCT
date: 31/8/2021
== plans/2021/d.md
title: Không ngày
== site_src/tin-tuc/2021/e.md
date: 1/9/2021
"""


def timed(tmp_path: Path, day: str = "1/6/2022") -> Portal:
    return portal_on(tmp_path, day, TIMES, Settings(unit=PortalUnit(name="Trường"), terms=(YEAR,)))


def test_first_and_last_day_belong_to_a_term(tmp_path: Path) -> None:
    portal = timed(tmp_path)
    views = dict(archive_views(portal))
    term, archive = views["list:archive/term/nam-hoc-2020-2021"], views["list:archive"]
    assert isinstance(term, TermView) and isinstance(archive, ArchiveView)
    assert [card.title for card in term.campaigns] == ["Sau", "Sang"]
    assert [row.name for row in term.documents] == ["Kế hoạch số 03/KH-TCT", "Kế hoạch số 02/KH-TCT"]
    (group,) = archive.terms
    (row,) = group.rows
    counted = [link.text for link in (row.campaigns, row.documents, row.news, row.awards)]
    assert counted == ["2", "2", "0", "0"]
    assert [link.target is None for link in (row.campaigns, row.documents, row.news, row.awards)] == [
        False,
        False,
        True,
        True,
    ]


def test_every_number_of_the_archive_is_that_of_its_list(sample: Portal) -> None:
    lists = {target: sum(len(group.cards) for group in view.groups) for target, view in campaign_list_views(sample)}
    lists |= {target: int(view.counted.split()[0]) for target, view in library_views(sample)}  # none has a second page
    lists |= {target: view.total for target, view in news_list_views(sample)}
    archive = dict(archive_views(sample))["list:archive"]
    assert isinstance(archive, ArchiveView)
    rows = (*(row for group in archive.terms for row in group.rows), *archive.years)
    assert len(rows) > 6
    for row in rows:
        for link in (row.campaigns, row.documents, row.news):
            if link.target is not None:
                assert str(lists[link.target]) == link.text.partition(",")[0], link


def test_terms_of_one_kind_stand_together_and_what_lies_in_none_is_counted(tmp_path: Path) -> None:
    office = [
        Term.model_validate({"name": f"nhiệm kỳ {year}", "start": f"1/1/{year}", "end": f"31/12/{year}"})
        for year in (2019, 2021)
    ]
    portal = portal_on(tmp_path, "1/6/2022", TIMES, Settings(unit=PortalUnit(name="Trường"), terms=(YEAR, *office)))
    archive = dict(archive_views(portal))["list:archive"]
    assert isinstance(archive, ArchiveView)
    assert [(group.kind, group.anchor, [row.name.text for row in group.rows]) for group in archive.terms] == [
        ("nhiệm kỳ", "muc-nhiem-ky", ["nhiệm kỳ 2021", "nhiệm kỳ 2019"]),
        ("Năm học", "muc-nam-hoc", ["Năm học 2020 - 2021"]),
    ]
    assert [group.outside for group in archive.terms] == [
        "3 văn bản không nằm trong nhiệm kỳ nào nêu ở trên, trong đó 1 văn bản chưa có ngày",
        "2 văn bản không nằm trong năm học nào nêu ở trên, trong đó 1 văn bản chưa có ngày",
    ]


def test_a_term_of_which_nothing_is_left(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/1/2022", "", SETTINGS.model_copy(update={"terms": (YEAR,)}))
    views = dict(archive_views(portal))
    term = views["list:archive/term/nam-hoc-2020-2021"]
    assert isinstance(term, TermView)
    assert term.numbers.is_empty
    assert dict(campaign_list_views(portal)).keys() == {"list:campaigns"}


def test_lists_of_campaigns(tmp_path: Path) -> None:
    views = dict(campaign_list_views(timed(tmp_path)))

    def titles(target: str) -> list[str]:
        return sorted(card.title for group in views[f"list:campaigns/{target}"].groups for card in group.cards)

    assert titles("block/khoi-so-4") == ["Sang", "Sau"]  # two spellings of one khối
    assert titles("form/chuyen-de") == ["Sau"]
    assert titles("year/2021") == ["Sau"]
    assert titles("state/cho-tong-ket") == ["Sang", "Sau", "Trước"]
    assert titles("term/nam-hoc-2020-2021") == ["Sang", "Sau"]
    assert len(views["list:campaigns/block/khoi-so-4"].comparison) == 2
    assert views["list:campaigns"].comparison == ()


def test_campaigns_beside_each_other(sample: Portal) -> None:
    ((_, view),) = comparison_views(sample)
    rows = {row.campaign.target: row for row in view.rows}
    row = rows["plans/2021/bau-cu-2021/index.md"]
    assert (row.units, row.documents.text, row.news.text) == ("6", "8 văn bản", "8 tin")
    assert (row.block, row.report.text) == ("Khối thi đua số 4", "Có")
    assert row.awards is not None and row.awards.text == "6 khen thưởng"
    assert row.report_link is not None
    running = rows["plans/2026/day-tot-hoc-tot/index.md"]
    assert (running.awards, running.report.text) == (None, "Chưa đến hạn")


def test_what_was_taken_back_is_counted_and_told_apart_in_the_same_words_everywhere(tmp_path: Path) -> None:
    gone = "withdrawn: {date: 2/2/2021, reason: Sai}\n"
    drawing = (
        "== plans/2021/a/index.md\ntitle: Thi đua\n== plans/2021/a/1.md\nnumber: 1/KH-TCT\n"
        f"== plans/2021/a/2.md\nnumber: 2/KH-TCT\n{gone}== site_src/tin-tuc/2021/a.md\ncampaign: a\n{gone}"
    )
    portal = portal_on(tmp_path, "1/6/2021", drawing)
    card = campaign_card(portal.campaigns[0], portal)
    (row,) = comparison_rows(portal.campaigns, portal)
    told = ("2 văn bản, trong đó 1 đã gỡ", "1 tin, trong đó 1 đã gỡ")
    assert (card.documents, card.news) == (row.documents.text, row.news.text) == told
    page = campaign_view(portal.campaigns[0], portal)
    assert (page.news_total, [line.note for line in page.news]) == ("1, trong đó 1 đã gỡ", ["Nội dung đã được gỡ."])
    assert {way.link.text: way.note for way in home_view(portal).ways}["Tra cứu văn bản"] == told[0]
    archive = dict(archive_views(portal))["list:archive"]
    assert isinstance(archive, ArchiveView)
    assert [(year.documents.text, year.news.text) for year in archive.years] == [
        ("2, trong đó 1 đã gỡ", "1, trong đó 1 đã gỡ")
    ]
    assert len(dict(library_views(portal))[row.documents.target or ""].rows) == 2


def test_the_parts_of_a_comparison_sum_up_to_everything(tmp_path: Path) -> None:
    drawing = """
    == site_src/don-vi/khoa.md
    unit: {name: Khoa Một}
    == plans/2021/a/index.md
    works: [{unit: khoa, title: Tủ sách, status: huy}]
    == plans/2021/a/1.md
    number: 1/KH-TCT
    date: 1/2/2021
    tasks:
      - {unit: khoa, do: Một, due: 1/3/2021}
      - {unit: khoa, do: Hai, status: huy}
      - {unit: khoa, do: Ba, status: huy}
      - {unit: khoa, do: Bốn, due: 3/6/2021}
      - {unit: khoa, do: Năm, due: 3/12/2021}
      - {unit: khoa, do: Sáu}
    """
    portal = portal_on(tmp_path, "1/6/2021", drawing)
    ((_, view),) = comparison_views(portal)
    told = ["1 quá hạn", "1 sắp đến hạn", "1 chưa đến hạn", "1 chưa xong (không ghi hạn)", "2 đã hủy"]
    assert [tag.text for tag in view.rows[0].tasks] == told
    assert [tag.text for tag in campaign_card(portal.campaigns[0], portal).progress] == [*told[:-1], "3 đã hủy"]
    assert [tag.text for tag in view.rows[0].works] == ["1 đã hủy"]


def test_awards_taken_back_are_told_apart(tmp_path: Path) -> None:
    drawing = """
    == plans/2021/a/index.md
    == plans/2021/a/1.md
    type: QĐ
    number: 1/QĐ-TCT
    date: 1/9/2021
    awards:
      - {form: Giấy khen, to: Khoa Một, kind: tap-the}
      - {form: Giấy khen, to: Khoa Hai, kind: tap-the, revoked: {date: 2/9/2021, by: 2/QĐ-TCT}}
    """
    term = Term.model_validate({"name": "Năm học", "start": "1/9/2021", "end": "31/8/2022"})
    portal = portal_on(tmp_path, "1/6/2022", drawing, Settings(unit=PortalUnit(name="Trường"), terms=(term,)))
    archive = dict(archive_views(portal))["list:archive"]
    assert isinstance(archive, ArchiveView)
    rows = [*(row for group in archive.terms for row in group.rows), *archive.years]
    assert [row.awards.text for row in rows] == ["2, trong đó 1 đã thu hồi"] * 2
    ((_, view),) = comparison_views(portal)
    assert view.rows[0].awards is not None and view.rows[0].awards.text == "2 khen thưởng, trong đó 1 đã thu hồi"
    assert "2 lượt, trong đó 1 đã thu hồi" in [way.note for way in home_view(portal).ways]


@pytest.mark.parametrize(
    ("due", "day", "report", "told"),
    [
        ("report_due: 15/1/2022\n", "1/7/2021", "", "Chưa đến hạn"),
        ("report_due: 15/1/2022\n", "10/1/2022", "", "Chưa đến hạn"),
        ("report_due: 15/1/2022\n", "20/1/2022", "", "Chưa có, quá hạn 5 ngày"),
        ("", "1/7/2021", "", "Chưa đến hạn"),
        ("", "20/1/2022", "", "Chưa có"),
        ("report_due: 15/1/2022\n", "20/3/2022", "18/1/2022", "Có, muộn 3 ngày"),
        ("report_due: 15/1/2022\n", "20/3/2022", "15/1/2022", "Có"),
    ],
)
def test_what_is_said_of_the_report(tmp_path: Path, due: str, day: str, report: str, told: str) -> None:
    drawing = f"== plans/2021/a/index.md\n{due}"
    if report:
        drawing += f"== plans/2021/a/b.md\ntype: BC\nnumber: 1/BC-TCT\ntitle: Tổng kết\ndate: {report}\n"
    ((_, view),) = comparison_views(portal_on(tmp_path, day, drawing))
    assert [row.report.text for row in view.rows] == [told]


def test_a_withdrawn_campaign_is_compared_with_nothing(tmp_path: Path) -> None:
    drawing = "== plans/2021/a/index.md\nblock: BIMAT\nform: chuyen-de\nwithdrawn: {date: 1/2/2021, reason: Nhầm}\n"
    portal = portal_on(tmp_path, "1/1/2022", drawing)
    ((_, view),) = comparison_views(portal)
    assert view.rows == ()
    assert set(dict(campaign_list_views(portal))) == {"list:campaigns", "list:campaigns/state/da-go"}


def test_a_withdrawn_campaign_is_counted_nowhere_and_listed_as_what_it_is(tmp_path: Path) -> None:
    drawing = """
    == plans/2026/a/index.md
    title: Đã thôi
    start: 1/12/2026
    end: 31/12/2026
    withdrawn: {date: 1/11/2026, reason: Nhầm}
    == plans/2026/b/index.md
    title: Còn
    start: 1/11/2026
    end: 31/12/2026
    == site_src/tin-tuc/2026/x.md
    date: 2/11/2026
    campaign: a
    """
    term = Term.model_validate({"name": "Năm học", "start": "1/9/2026", "end": "31/8/2027"})
    settings = Settings(unit=PortalUnit(name="Trường"), terms=(term,))
    portal = portal_on(tmp_path, "21/11/2026", drawing, settings)
    views = dict(campaign_list_views(portal))
    everything = views["list:campaigns"]
    assert [(group.label, [card.title for card in group.cards]) for group in everything.groups] == [
        ("Đang diễn ra", ["Còn"]),
        ("Đã gỡ", ["Đã thôi"]),
    ]
    assert counts(everything.facets) == {
        "Năm": ["2026 1"],
        "Tình trạng": ["Đang diễn ra 1", "Đã gỡ 1"],
        "Nhiệm kỳ, năm học": ["Năm học 1"],
    }
    assert "1 phong trào" in [way.note for way in home_view(portal).ways]
    archive = dict(archive_views(portal))
    whole, one = archive["list:archive"], archive["list:archive/term/nam-hoc"]
    assert isinstance(whole, ArchiveView) and isinstance(one, TermView)
    assert [row.campaigns.text for row in (*whole.terms[0].rows, *whole.years)] == ["1", "1"]
    assert [card.title for card in one.campaigns] == ["Còn"]
    assert counts(next(news_list_views(portal))[1].facets)["Phong trào"] == ["Đã thôi (đã gỡ) 1"]
    news = news_view(portal.news[0], portal)
    assert [value.text for fact in news.facts for value in fact.values] == ["Đã thôi (đã gỡ)"]


def test_home_counts_the_units_of_today(tmp_path: Path) -> None:
    drawing = "== site_src/don-vi/a.md\nunit: {name: A}\n== site_src/don-vi/b.md\nunit: {name: B, until: 1/3/2021}\n"
    for day, count in (("1/3/2021", 2), ("2/3/2021", 1)):
        ways = home_view(portal_on(tmp_path, day, drawing)).ways
        assert f"{count} đơn vị" in [way.note for way in ways]


# --- options -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("terms", "told"),
    [
        (
            "[{name: Một, start: 2/1/2021, end: 1/1/2021}]",
            "mkdocs.yml:1: TT214 'end' (01/01/2021) trước 'start' (02/01/2021) → sửa một trong hai ngày",
        ),
        (
            "[{name: Một, start: 1/1/2021, end: 2/1/2021}, {name: MỘT, start: 1/1/2022, end: 2/1/2022}]",
            "mkdocs.yml:1: TT214 có hai mục cùng tên 'Một' → đổi tên một mục",
        ),
        (
            "[{name: Một, from: 1/1/2021, end: 2/1/2021}]",
            "mkdocs.yml:1: TT201 không có khóa 'terms[1].from' → có phải ý bạn là 'start'?",
        ),
    ],
)
def test_terms_that_cannot_be(terms: str, told: str) -> None:
    config = read_config(f"plugins: [trangtin: {{unit: {{name: Trường}}, terms: {terms}}}]\n")
    (line,) = [str(problem).replace("plugins[1].trangtin.", "") for problem in config.problems]
    assert line.startswith(told)
