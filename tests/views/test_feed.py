"""What feeds tell: an update is an update, nothing is told of what is held back, withdrawals give their reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.portal.drawing import portal_on
from tests.views.every_view import texts
from tests.views.open_data.test_documents import HELD
from trangtin.views import targets
from trangtin.views.machine_readable.changes import changes
from trangtin.views.machine_readable.feed import PAGE_SIZE, FeedView, feeds, news_entry
from trangtin.views.machine_readable.metadata import metadata
from trangtin.views.machine_readable.open_data.media_type import media_type
from trangtin.views.machine_readable.structured import structured_data
from trangtin.views.news import news_view


def feed(views: list[FeedView], target: str) -> FeedView:
    return next(view for view in views if view.target == target)


LIFE = """
== plans/2021/moi.md
number: 01/KH-TCT
date: 1/2/2021
== plans/2021/sua.md
number: 02/KH-TCT
date: 1/1/2021
updated: 1/3/2021
== plans/2021/go.md
number: 03/KH-TCT
date: 1/1/2021
withdrawn: {date: 1/4/2021, reason: Đăng nhầm bản chưa ký.}
== site_src/tin-tuc/2021/tin.md
date: 5/2/2021
"""


def test_the_latest_change_stands_first_and_keeps_its_day_of_publishing(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/1/2022", LIFE)
    site = feed(list(feeds(portal)), targets.feed(targets.HOME))

    told = [(entry.target.rpartition("/")[2], entry.published, entry.updated) for entry in site.entries]
    assert told == [
        ("go.md", date(2021, 1, 1), date(2021, 4, 1)),
        ("sua.md", date(2021, 1, 1), date(2021, 3, 1)),
        ("tin.md", date(2021, 2, 5), date(2021, 2, 5)),
        ("moi.md", date(2021, 2, 1), date(2021, 2, 1)),
    ]
    assert site.updated == date(2021, 4, 1)
    assert site.entries[0].title.startswith("[Đã gỡ] ")
    assert "Đăng nhầm bản chưa ký" in site.entries[0].summary


def test_changes_tell_each_event_once_with_its_reason(tmp_path: Path) -> None:
    told = [
        (entry.categories[0], entry.updated, entry.part)
        for page in changes(portal_on(tmp_path, "1/1/2022", LIFE))
        for entry in page.entries
    ]
    assert told == [
        ("Đã gỡ", date(2021, 4, 1), "go"),
        ("Cập nhật", date(2021, 3, 1), "sua-2021-03-01"),
        ("Đăng mới", date(2021, 2, 5), "dang"),
        ("Đăng mới", date(2021, 2, 1), "dang"),
        ("Đăng mới", date(2021, 1, 1), "dang"),
        ("Đăng mới", date(2021, 1, 1), "dang"),
    ]


def test_a_replaced_file_is_a_change(tmp_path: Path) -> None:
    drawing = f"""
    == plans/2021/a.md
    number: 01/KH-TCT
    date: 1/1/2021
    files: [{{path: a.pdf, former: [{{sha256: "{"ab" * 32}", until: 3/5/2021, reason: thiếu phụ lục}}]}}]
    == plans/2021/a.pdf
    %PDF-1.7
    """
    newest = next(changes(portal_on(tmp_path, "1/1/2022", drawing))).entries[0]
    assert newest.title == "Thay tệp: Kế hoạch số 01/KH-TCT"
    assert newest.updated == date(2021, 5, 3)
    assert "thiếu phụ lục" in newest.summary and "ab" * 32 in newest.summary


def test_nothing_held_back_is_told(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/1/2022", HELD)
    for view in (*feeds(portal), *changes(portal)):
        assert not [text for text in texts(view) if "BIMAT" in text], view.target


def test_a_long_feed_is_cut_into_pages_that_lead_to_each_other(tmp_path: Path) -> None:
    count = 2 * PAGE_SIZE + 1
    drawing = "".join(f"== plans/2021/{n}.md\nnumber: {n}/KH-TCT\ndate: 1/1/2021\n" for n in range(1, count + 1))
    views = list(feeds(portal_on(tmp_path, "1/1/2022", drawing)))
    pages = [feed(views, targets.feed(targets.HOME, number)) for number in (1, 2, 3)]

    assert [len(page.entries) for page in pages] == [PAGE_SIZE, PAGE_SIZE, 1]
    assert len({entry.target for page in pages for entry in page.entries}) == count
    assert [sorted(dict(page.turns)) for page in pages] == [
        ["first", "last", "next"],
        ["first", "last", "next", "previous"],
        ["first", "last", "previous"],
    ]
    assert dict(pages[1].turns)["next"] == pages[2].target
    for own in ("list:library?", "/type/ke-hoach?", "/issuer/"):
        kinds = [view for view in views if own in view.target]
        assert [len(view.entries) for view in kinds] == [PAGE_SIZE, PAGE_SIZE, 1], own


def test_changes_go_on_page_by_page_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trangtin.views.machine_readable.changes.CHANGES_ON_A_PAGE", 2)
    pages = list(changes(portal_on(tmp_path, "1/1/2022", LIFE)))
    assert [(page.target, len(page.entries)) for page in pages] == [
        (targets.CHANGES, 2),
        (f"{targets.CHANGES}?2", 2),
        (f"{targets.CHANGES}?3", 2),
    ]
    assert dict(pages[1].turns) == {
        "first": targets.CHANGES,
        "previous": targets.CHANGES,
        "next": f"{targets.CHANGES}?3",
        "last": f"{targets.CHANGES}?3",
    }


@pytest.mark.parametrize("drawing", ["", "== plans/2021/x.md\n", "== don-vi/x.md\n"])
def test_a_portal_with_next_to_nothing_has_its_feeds(tmp_path: Path, drawing: str) -> None:
    portal = portal_on(tmp_path, "1/1/2022", drawing)
    found = {view.target for view in (*feeds(portal), *changes(portal))}
    assert {targets.feed(targets.HOME), targets.feed(targets.NEWS), targets.CHANGES} <= found


def test_media_types_do_not_depend_on_the_machine() -> None:
    assert media_type("a/B.PDF") == "application/pdf"
    assert media_type("phu-luc.docx").endswith("wordprocessingml.document")
    assert media_type("lạ.xyz") == media_type("không-đuôi") == "application/octet-stream"


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("author: Lê Văn C\nsource: Báo Mẫu", "Lê Văn C"),
        ("source: Báo Mẫu", "Báo Mẫu"),
        ("", "Trường Chính trị tỉnh Mẫu"),
    ],
)
def test_feed_and_both_kinds_of_metadata_name_one_author_of_a_news_item(tmp_path: Path, head: str, author: str) -> None:
    portal = portal_on(tmp_path, "1/1/2022", f"== site_src/tin-tuc/2021/a.md\n{head}\n")
    item = portal.news[0]
    view = news_view(item, portal)
    article = structured_data(view, item.path, portal, str)["@graph"][0]
    assert news_entry(item, portal).author == author
    assert metadata(view, item.path, item.head.date, portal).creator == author
    assert article["author"]["name"] == author
    assert ("@id" in article["author"]) is (not head)
