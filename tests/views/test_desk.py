"""The desk as a page and as text: its orders, and that each row opens its file."""

from __future__ import annotations

from pathlib import Path

from tests.portal.drawing import draw
from tests.portal.test_desk import opened
from trangtin.content.problem import Code, Problem, Severity
from trangtin.portal.desk import desk_of
from trangtin.views.for_editors.desk import DeskOrder, DeskView, desk_views, sorted_by
from trangtin.views.for_editors.desk_listing import desk_record, desk_text


def views(root: Path, *, with_drafts: bool = False) -> dict[str, DeskView]:
    repository = opened(root, with_drafts=with_drafts)
    items = desk_of(repository.reading, repository.portal, repository.portal.problems)
    return dict(desk_views(items, repository.portal, lambda path: f"https://git.example/{path}"))


def test_every_order_shows_everything_once(tmp_path: Path) -> None:
    found = views(tmp_path)
    assert list(found) == [order.target for order in DeskOrder]
    places = [sorted(row.place.text for group in view.groups for row in group.rows) for view in found.values()]
    assert all(each == places[0] for each in places)
    assert len(set(places[0])) == len(places[0]) == 12


def test_orders(tmp_path: Path) -> None:
    repository = opened(tmp_path)
    items = desk_of(repository.reading, repository.portal, repository.portal.problems)
    by_day = [item.day for item in sorted_by(items, DeskOrder.DAY) if item.day]
    assert by_day == sorted(by_day, reverse=True)
    errors = [item.errors for item in sorted_by(items, DeskOrder.PROBLEMS)]
    assert errors == sorted(errors, reverse=True)
    assert errors[0] > 0
    paths = [item.path for item in sorted_by(items, DeskOrder.PATH)]
    assert paths == sorted(paths)
    names = [item.title for item in sorted_by(items, DeskOrder.NAME)]
    assert names.index("Giới thiệu") < names.index("Khoa Một") < names.index("Trang chủ")


def test_rows_open_their_files_and_lead_only_to_pages_that_are_there(tmp_path: Path) -> None:
    rows = {row.place.text: row for group in views(tmp_path)["list:desk"].groups for row in group.rows}
    assert rows["plans/2026/2.md:7"].place.edit == "https://git.example/plans/2026/2.md"
    assert rows["plans/2026/2.md:7"].title.target is None
    assert rows["plans/2026/2.md:7"].since == "chờ 15 ngày"
    assert rows["plans/2026/2.md:7"].counted == "1 lỗi, 1 lưu ý"
    draft = next(row for place, row in rows.items() if place.startswith("plans/2026/mau/index.md"))
    assert draft.todo == ("thay các lời nhắc ✎",)
    assert "thiếu tệp khong-co.pdf" in rows["plans/2026/2.md:7"].todo
    assert "chưa kèm tệp nào" not in rows["plans/2026/2.md:7"].todo
    assert any("chưa kèm tệp nào" in row.todo for place, row in rows.items() if place.startswith("plans/2026/4.md"))
    assert rows["plans/2026/4.md:4"].since == "còn 10 ngày"
    assert any(row.title.target == "plans/2026/3.md" for row in rows.values())


def test_what_waits_leads_to_its_page_where_the_preview_has_it(tmp_path: Path) -> None:
    shown, hidden = views(tmp_path, with_drafts=True)["list:desk"], views(tmp_path)["list:desk"]
    assert (shown.hides_drafts, hidden.hides_drafts) == (False, True)
    for view in (shown, hidden):
        found = {row.place.text.partition(":")[0]: row.title.target for group in view.groups for row in group.rows}
        for path in ("plans/2026/2.md", "plans/2026/mau/1.md", "plans/2026/4.md", "site_src/gioi-thieu.md"):
            assert found[path] == (path if view is shown else None)
        assert found["site_src/tin-tuc/2026/hong.md"] is None


def test_the_first_page_counts_what_waits_and_what_is_due(tmp_path: Path) -> None:
    work = "== plans/2026/6.md\nnumber: 6/KH-TCT\ndate: 1/11/2026\ntasks: [{}]\n"
    tasks = "{unit: khoa, do: Họp, due: 19/11/2026}, {unit: khoa, do: Báo cáo, due: 25/11/2026}"
    draw(tmp_path, work.replace("{}", tasks))
    first, *others = views(tmp_path).values()

    assert [link.text for link in first.counts][:2] == [
        "Việc đến hạn: 2 (1 quá hạn)",
        "Văn bản chờ đăng: 3 (lâu nhất 19 ngày)",
    ]
    assert [(row.unit, row.what.text, row.what.target, row.is_late) for row in first.due] == [
        ("Khoa Một", "Họp", "plans/2026/6.md", True),
        ("Khoa Một", "Báo cáo", "plans/2026/6.md", False),
    ]
    assert {view.counts for view in others} == {()}


def test_what_a_draft_would_settle_is_due_and_says_so(tmp_path: Path) -> None:
    drawing = """
    == plans/2026/6.md
    number: 6/KH-TCT
    date: 1/11/2026
    tasks: [{unit: khoa, do: Họp, due: 19/11/2026}]
    == site_src/tin-tuc/2026/hop.md
    date: 18/11/2026
    draft: true
    evidence_for: 6/KH-TCT#1
    """
    draw(tmp_path, drawing)
    first = next(iter(views(tmp_path, with_drafts=True).values()))
    assert [row.what.text for row in first.due] == ["Họp (có bản nháp chờ đăng)"]


def test_the_text_lists_the_notices_of_the_configuration(tmp_path: Path) -> None:
    repository = opened(tmp_path)
    notices = [
        Problem("mkdocs.yml", 1, Code.SECTION_MISSING, f"chưa có mục {name}", "thêm mục", severity=Severity.NOTICE)
        for name in ("Một", "Hai")
    ]
    text = desk_text(desk_of(repository.reading, repository.portal, notices), repository.portal)
    for name in ("Một", "Hai"):
        assert f"    dòng 1: lưu ý TT651: chưa có mục {name} → thêm mục\n" in text


def test_the_text_names_what_needs_somebody(tmp_path: Path) -> None:
    repository = opened(tmp_path)
    items = desk_of(repository.reading, repository.portal, repository.portal.problems)
    text = desk_text(items, repository.portal)
    assert (
        "plans/2026/2.md:7: Kế hoạch số 2/KH-UBND: Chờ rà (Văn bản, 01/11/2026) - chờ 15 ngày, 1 lỗi, 1 lưu ý" in text
    )
    assert "    còn phải rà: Xem người ký\n" in text
    assert "    thiếu tệp: khong-co.pdf\n" in text
    assert "    còn phải thay các lời nhắc ✎\n" in text
    told = [line.strip() for line in text.split("\n") if line.startswith("    dòng ")]
    assert any(line.startswith("dòng 7: lỗi TT") and "khong-co.pdf" in line for line in told)
    assert not any("TT408" in line for line in told)  # said in the lines of what is left to review
    assert "plans/2026/3.md" not in text
    assert text.endswith("Đã đăng: 3; Đã gỡ: 1\n")
    record = desk_record(items, repository.portal)
    assert isinstance(record["items"], list)
    assert [item["path"] for item in record["items"]] == [item.path for item in items]
