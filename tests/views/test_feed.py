"""What feeds tell: an update is an update, nothing is told of what is held back, withdrawals give their reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.portal.drawing import portal_on
from tests.views.every_view import texts
from tests.views.open_data.test_documents import HELD
from trangtin.content.media_type import media_type
from trangtin.views import targets
from trangtin.views.machine_readable.changes import changes
from trangtin.views.machine_readable.feed import PAGE_SIZE, FeedView, feeds, news_entry
from trangtin.views.machine_readable.metadata import metadata
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
    assert newest.title == "Thay tệp: Kế hoạch số 01/KH-TCT: Việc chung"
    assert [file.target for file in newest.files] == ["file:plans/2021/a.pdf"]
    assert newest.updated == date(2021, 5, 3)
    assert "thiếu phụ lục" in newest.summary and "ab" * 32 in newest.summary


TAKEN_BACK = f"""
== plans/2021/a.md
number: 08/QC-TCT
type: QC
title: Quy chế cũ
date: 1/1/2021
files: [{{path: a.pdf, former: [{{sha256: "{"ab" * 32}", until: 3/2/2021}}]}}]
== plans/2021/a.pdf
%PDF-1.7
== plans/2021/b.md
number: 09/QĐ-TCT
type: QĐ
title: Bãi bỏ quy chế
date: 1/3/2021
effective: 15/3/2021
recalls: [08/QC-TCT, a.md]
"""


@pytest.mark.parametrize(
    ("day", "title", "updated", "said"),
    [
        ("1/2/2021", "Quy chế số 08/QC-TCT: Quy chế cũ", "2021-01-01", ""),
        ("10/2/2021", "Quy chế số 08/QC-TCT: Quy chế cũ", "2021-02-03", ""),
        (
            "10/3/2021",
            "Quy chế số 08/QC-TCT: Quy chế cũ",
            "2021-03-01",
            "Văn bản này sẽ bị thu hồi từ ngày 15/03/2021: Quyết định số 09/QĐ-TCT ngày 01/03/2021 (Bãi bỏ quy chế). ",
        ),
        (
            "1/4/2021",
            "[Đã bị thu hồi] Quy chế số 08/QC-TCT: Quy chế cũ",
            "2021-03-15",
            "Văn bản này đã bị thu hồi: Quyết định số 09/QĐ-TCT ngày 01/03/2021 (Bãi bỏ quy chế). ",
        ),
    ],
)
def test_what_became_of_a_paper_is_an_update(tmp_path: Path, day: str, title: str, updated: str, said: str) -> None:
    drawing = f"{TAKEN_BACK}published: 1/3/2021\n"
    portal = portal_on(tmp_path, day, drawing)
    site = feed(list(feeds(portal)), targets.feed(targets.HOME))
    (told,) = (entry for entry in site.entries if entry.target == "plans/2021/a.md")
    assert (told.title, told.updated.isoformat()) == (title, updated)
    assert told.summary == f"{said}Quy chế số 08/QC-TCT ngày 01/01/2021 của Trường Chính trị tỉnh Mẫu: Quy chế cũ"
    assert told.published == date(2021, 1, 1)
    found = [entry for page in changes(portal) for entry in page.entries if entry.part.startswith("thu-hoi")]
    assert [(entry.updated.isoformat(), f"{entry.summary} ") for entry in found] == ([(updated, said)] if said else [])
    assert {entry.title for entry in found} <= {"Thu hồi: Quy chế số 08/QC-TCT: Quy chế cũ"}
    assert {entry.part for entry in found} <= {"thu-hoi-2021-09-qd-tct"}


def test_a_recall_that_was_recalled_is_told_so(tmp_path: Path) -> None:
    again = "== plans/2021/c.md\nnumber: 10/QĐ-TCT\ntype: QĐ\ndate: 1/4/2021\nrecalls: 09/QĐ-TCT\n"
    portal = portal_on(tmp_path, "1/5/2021", TAKEN_BACK + again)
    entries = [entry for page in changes(portal) for entry in page.entries]
    (told,) = (entry for entry in entries if entry.part == "thu-hoi-2021-09-qd-tct")
    assert told.updated == date(2021, 4, 1)
    assert told.summary.endswith("(Bãi bỏ quy chế) đã bị thu hồi, không còn tác động tới văn bản này.")
    assert len({entry.key for entry in entries}) == len(entries)


def test_changes_say_what_a_paper_is_about_and_bring_its_files(tmp_path: Path) -> None:
    added = [entry for page in changes(portal_on(tmp_path, "1/2/2021", TAKEN_BACK)) for entry in page.entries]
    (told,) = (entry for entry in added if entry.target == "plans/2021/a.md" and entry.part == "dang")
    assert told.title == "Đăng mới: Quy chế số 08/QC-TCT: Quy chế cũ"
    assert [file.target for file in told.files] == ["file:plans/2021/a.pdf"]


def test_files_that_news_link_to_come_with_them(tmp_path: Path) -> None:
    news = "== site_src/tin-tuc/2021/{0}.md\ndate: 5/2/2021\n---\n[Mẫu](mau.docx) ![](anh.png)\n"
    files = "== site_src/tin-tuc/2021/mau.docx\nx\n== site_src/tin-tuc/2021/anh.png\nx\n"
    portal = portal_on(tmp_path, "1/1/2022", news.format("a") + news.format("b") + files)
    assert len(portal.news) == 2
    for item in portal.news:
        (file,) = news_entry(item, portal).files
        assert (file.target, file.title) == ("site_src/tin-tuc/2021/mau.docx", "mau.docx")


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
    ("head", "author", "kind"),
    [
        ("author: Lê Văn C\nsource: Báo Mẫu", "Lê Văn C", "Person"),
        ("author: Ban Biên tập", "Ban Biên tập", "Organization"),
        ("source: Báo Mẫu", "Báo Mẫu", "Organization"),
        ("", "Trường Chính trị tỉnh Mẫu", "GovernmentOrganization"),
    ],
)
def test_feed_and_both_kinds_of_metadata_name_one_author_of_a_news_item(
    tmp_path: Path, head: str, author: str, kind: str
) -> None:
    portal = portal_on(tmp_path, "1/1/2022", f"== site_src/tin-tuc/2021/a.md\n{head}\n")
    item = portal.news[0]
    view = news_view(item, portal)
    article = structured_data(view, item.path, portal, str)["@graph"][0]
    assert news_entry(item, portal).author == author
    assert metadata(view, item.path, item.head.date, portal).creator == author
    assert (article["author"]["name"], article["author"]["@type"]) == (author, kind)
    assert ("@id" in article["author"]) is (not head)


def test_a_news_item_that_was_updated_stands_by_that_day(tmp_path: Path) -> None:
    drawing = "== site_src/tin-tuc/2021/{}.md\ndate: {}/2/2021\n"
    news = drawing.format("a", 5) + drawing.format("b", 4) + "updated: 8/2/2021\n"
    entries = feed(list(feeds(portal_on(tmp_path, "1/1/2022", news))), targets.feed(targets.NEWS)).entries
    assert [entry.updated for entry in entries] == [date(2021, 2, 8), date(2021, 2, 5)]


def test_a_sub_unit_that_was_taken_back_has_no_feed(tmp_path: Path) -> None:
    unit = "== site_src/don-vi/khoa.md\nunit: {name: Khoa}\n"
    target = targets.feed("site_src/don-vi/khoa.md")
    here = feeds(portal_on(tmp_path / "here", "1/1/2022", unit))
    gone = feeds(portal_on(tmp_path / "gone", "1/1/2022", f"{unit}withdrawn: {{date: 1/3/2021, reason: Nhầm}}\n"))
    assert [target in {view.target for view in views} for views in (here, gone)] == [True, False]
