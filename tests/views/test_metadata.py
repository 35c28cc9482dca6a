"""The days that pages tell machines are days that somebody wrote, never that of the build."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from tests.portal.drawing import portal_on
from trangtin.host.pages.contents import runs_of
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.awards import award_list_views
from trangtin.views.campaigns import campaign_list_views
from trangtin.views.document import document_view
from trangtin.views.library import library_views
from trangtin.views.machine_readable.last_change import document_changed
from trangtin.views.machine_readable.metadata import metadata
from trangtin.views.machine_readable.structured import structured_data
from trangtin.views.news import news_list_views, news_view
from trangtin.views.page import PageView

DAY = "1/9/2021"
PLAN = "plans/2021/12.md"
PAGE = PageView(title="Trang", description="Trang")


@pytest.mark.parametrize(
    ("own", "day", "created"),
    [
        ("", None, None),
        ("updated: 3/5/2021", date(2021, 5, 3), None),
        ("published: 2/5/2021", date(2021, 5, 2), None),
        ("published: 2/5/2021\ndate: 20/4/2021", date(2021, 4, 20), "2021-04-20"),
    ],
)
def test_a_document_has_the_day_that_is_written(
    tmp_path: Path, own: str, day: date | None, created: str | None
) -> None:
    portal = portal_on(tmp_path, DAY, f"== {PLAN}\nnumber: 12/QC-TCT\ntype: QC\n{own}\n")
    view = document_view(portal.documents[0], portal)
    assert metadata(view, PLAN, document_changed(portal.documents[0], portal), portal).date == day
    node = structured_data(view, PLAN, portal, str)["@graph"][0]
    assert node.get("dateCreated") == node.get("legislationDate") == created
    assert node.get("datePublished") == ("2021-05-02" if "published" in own else None)


LISTED = """
== plans/2021/bau-cu/index.md
== plans/2021/bau-cu/12.md
date: 20/4/2021
published: 22/4/2021
== site_src/tin-tuc/2021/a.md
date: 3/5/2021
campaign: bau-cu
unit: khoa
== site_src/don-vi/khoa.md
unit: {name: Khoa}
== site_src/don-vi/phong.md
unit: {name: Phòng}
"""


@pytest.mark.parametrize(
    ("target", "written", "day"),
    [
        (targets.HOME, None, date(2021, 5, 3)),
        (targets.HOME, date(2021, 5, 9), date(2021, 5, 9)),
        (targets.LIBRARY, None, date(2021, 4, 22)),
        (targets.NEWS, None, date(2021, 5, 3)),
        ("plans/2021/bau-cu/index.md", None, date(2021, 5, 3)),
        ("site_src/don-vi/khoa.md", None, date(2021, 5, 3)),
        ("site_src/don-vi/phong.md", None, None),
        (targets.CONTACT, None, None),
        (targets.CONTACT, date(2021, 5, 9), date(2021, 5, 9)),
        (targets.filtered(targets.LIBRARY, "year", "2021"), None, None),
    ],
)
def test_other_pages_have_the_newest_day_written_on_them_or_none(
    tmp_path: Path, target: str, written: date | None, day: date | None
) -> None:
    portal = portal_on(tmp_path, DAY, LISTED)
    assert metadata(PAGE, target, written, portal).date == day


CUT = """
== plans/2021/bau-cu/index.md
== plans/2021/bau-cu/12.md
number: 12/KH-TCT
type: KH
date: 20/4/2021
published: 22/4/2021
== plans/2021/khac.md
number: 13/QD-TCT
type: QĐ
date: 20/5/2021
awards: [{form: Giấy khen, to: Nguyễn Văn A, kind: ca-nhan}]
== site_src/tin-tuc/2021/a.md
date: 3/5/2021
campaign: bau-cu
tags: [Bầu cử]
"""


@pytest.mark.parametrize(
    ("views", "target", "day"),
    [
        (library_views, targets.filtered(targets.LIBRARY, "type", "ke-hoach"), date(2021, 4, 22)),
        (library_views, targets.filtered(targets.LIBRARY, "year", "2021"), date(2021, 5, 20)),
        (news_list_views, targets.filtered(targets.NEWS, "tag", "bau-cu"), date(2021, 5, 3)),
        (award_list_views, targets.AWARDS, date(2021, 5, 20)),
        (campaign_list_views, targets.CAMPAIGNS, date(2021, 5, 3)),
    ],
)
def test_a_list_has_the_newest_day_written_on_it(
    tmp_path: Path, views: Callable[[Portal], Iterable[tuple[str, PageView]]], target: str, day: date
) -> None:
    portal = portal_on(tmp_path, DAY, CUT)
    assert metadata(dict(views(portal))[target], target, None, portal).date == day


def test_a_page_that_was_taken_back_has_the_day_on_which_it_was(tmp_path: Path) -> None:
    gone = "withdrawn: {date: 1/8/2021, reason: Nhầm}\n"
    portal = portal_on(tmp_path, DAY, f"== site_src/gioi-thieu.md\ntitle: Giới thiệu\n{gone}")
    (content,) = (each for run in runs_of(portal) if run.target == "site_src/gioi-thieu.md" for each in run.make())
    assert content.day == date(2021, 8, 1)
    assert metadata(content.view, content.target, content.day, portal).date == date(2021, 8, 1)


@pytest.mark.parametrize(("day", "does"), [("24/3/2021", True), ("25/3/2021", False)])
@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("replaces", "legislationRepeals"),
        ("recalls", "legislationRepeals"),
        ("amends", "legislationChanges"),
        ("corrects", "legislationCorrects"),
    ],
)
def test_what_was_recalled_is_not_said_to_do_anything_to_others(
    tmp_path: Path, key: str, name: str, day: str, does: bool
) -> None:
    drawing = f"""
    == plans/2021/11.md
    number: 11/QC-TCT
    type: QC
    date: 1/3/2021
    == {PLAN}
    number: 12/QC-TCT
    type: QC
    date: 20/3/2021
    {key}: 11/QC-TCT
    implements: 11/QC-TCT
    == plans/2021/13.md
    number: 13/QĐ-TCT
    type: QĐ
    date: 25/3/2021
    recalls: 12/QC-TCT
    """
    portal = portal_on(tmp_path, day, drawing)
    node = structured_data(document_view(portal.document_at[PLAN], portal), PLAN, portal, str)["@graph"][0]
    assert (name in node, "isBasedOn" in node) == (does, True)
    assert node["legislationLegalForce"].endswith("/InForce" if does else "/NotInForce")


@pytest.mark.parametrize(
    ("own", "span"),
    [
        ("effective: 5/10/2021\nexpires: 31/12/2021", "2021-10-05/2021-12-31"),
        ("effective: 5/10/2021", "2021-10-05/.."),
        ("expires: 31/12/2021", "2021-04-20/2021-12-31"),
        ("", None),
    ],
)
def test_the_days_of_force_that_a_page_shows_are_data(tmp_path: Path, own: str, span: str | None) -> None:
    later = "== plans/2021/13.md\nnumber: 13/QC-TCT\ntype: QC\ndate: 1/11/2021\nreplaces: 12/QC-TCT\n"
    drawing = f"== {PLAN}\nnumber: 12/QC-TCT\ntype: QC\ndate: 20/4/2021\n{own}\n"

    def node(day: str, more: str = "") -> dict[str, object]:
        portal = portal_on(tmp_path, day, drawing + more)
        view = document_view(portal.document_at[PLAN], portal)
        return dict(structured_data(view, PLAN, portal, str)["@graph"][0])

    assert node(DAY).get("temporalCoverage") == span
    assert "temporalCoverage" not in node("1/11/2021", later)  # it ended before its day


@pytest.mark.parametrize(
    ("src", "image"),
    [("anh.jpg", "site_src/tin-tuc/2021/anh.jpg"), (None, None)],
)
def test_the_picture_of_a_news_item_is_data(tmp_path: Path, src: str | None, image: str | None) -> None:
    own = f"image: {{src: {src}, alt: Ảnh}}\n" if src else ""
    drawing = f"== site_src/tin-tuc/2021/a.md\n{own}== site_src/tin-tuc/2021/anh.jpg\nx\n"
    portal = portal_on(tmp_path, DAY, drawing)
    view = news_view(portal.news[0], portal)
    node = structured_data(view, portal.news[0].path, portal, str)["@graph"][0]
    assert node.get("image") == image
