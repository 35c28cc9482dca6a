"""The page that says how soon documents of other bodies went out."""

from __future__ import annotations

from pathlib import Path

from tests.portal.drawing import portal_on
from trangtin.portal.model import Portal
from trangtin.views.promptness import promptness_view

# --- promptness ----------------------------------------------------------------------------------------------------


def test_the_page_of_promptness(sample: Portal) -> None:
    view = promptness_view(sample)
    assert view.rule == "5 ngày làm việc kể từ ngày nhận (Quy chế số 17/QC-TCT)"
    latest = view.rows[0]
    assert (latest.quarter, latest.total, latest.on_time, latest.late) == ("Quý III năm 2026", "2", "1 (50%)", "1")
    assert (latest.median, latest.longest) == ("7,5 ngày làm việc", "14 ngày làm việc")
    assert [(row.document.text, row.days) for row in view.late] == [
        ("Công văn số 1518/UBND-NC", "14 ngày làm việc, thời hạn 5")
    ]
    (undated,) = view.undated
    assert undated.received is None or undated.published is None
    assert view.early is None


def test_it_counts_by_quarter_and_lists_the_latest_first(tmp_path: Path) -> None:
    days = {"a": "9/3", "b": "10/3", "c": "24/3", "d": "25/3"}
    drawing = "".join(
        f"== plans/2026/{name}.md\nlevel: tinh\nissuer: UBND\nreceived: 2/3/2026\npublished: {day}/2026\n"
        for name, day in days.items()
    )
    undated = "".join(
        f"== plans/2026/{name}.md\nlevel: tinh\nissuer: UBND\ndate: 2/3/2026\n{published}"
        for name, published in {"e": "", "f": "published: 4/3/2026\n", "g": "published: 5/3/2026\n"}.items()
    )
    view = promptness_view(portal_on(tmp_path, "1/6/2026", f"{drawing}{undated}== plans/2026/h.md\ndate: 2/3/2026\n"))
    (row,) = view.rows
    assert (row.total, row.on_time, row.late, row.median, row.longest) == (
        "4",
        "2 (50%)",
        "2",
        "11 ngày làm việc",
        "17 ngày làm việc",
    )
    assert [each.document.target for each in view.late] == ["plans/2026/d.md", "plans/2026/c.md"]
    assert [each.document.target for each in view.undated] == [f"plans/2026/{name}.md" for name in "gfe"]
    three = promptness_view(portal_on(tmp_path / "three", "1/6/2026", drawing.partition("== plans/2026/d.md")[0]))
    assert three.rows[0].on_time == "2 (66,7%)"


def test_it_says_of_no_document_that_a_day_is_missing_which_is_there(tmp_path: Path) -> None:
    drawing = (
        "== plans/2005/a.md\nlevel: tinh\nissuer: UBND\nreceived: 2/2/2005\npublished: 4/2/2005\n"
        "== plans/2026/b.md\nlevel: tinh\nissuer: UBND\nreceived: 6/3/2026\npublished: 4/3/2026\n"
    )
    view = promptness_view(portal_on(tmp_path, "1/6/2026", drawing))
    (before,) = view.undated  # no rule named a term then
    assert before.received and before.published
    assert view.early == "1 văn bản đăng trước khi nhận bản chính thức, tính là 0 ngày"
    assert "không ghi đủ" not in str(view)


def test_drafts_and_names_are_not_on_it(tmp_path: Path) -> None:
    text = "level: tinh\nissuer: {}\ntitle: {}\nreceived: 2/3/2026\n"
    drawing = (
        f"== plans/2026/a.md\n{text.format('Sở Nội vụ', 'Công khai')}published: 30/3/2026\n"
        f"== plans/2026/b.md\n{text.format('BIMAT', 'BIMAT')}draft: true\n"
        f"== plans/2026/c.md\n{text.format('BIMAT', 'BIMAT')}published: 1/1/2027\n"
    )
    held = promptness_view(portal_on(tmp_path / "a", "21/11/2026", drawing))
    alone = promptness_view(portal_on(tmp_path / "b", "21/11/2026", drawing.partition("== plans/2026/b.md")[0]))
    assert [row.title for row in held.late] == ["Công khai"]
    assert held == alone  # not even a number tells of them
    assert len(held.rows) == 1
