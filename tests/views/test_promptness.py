"""The page that says how soon documents of other bodies went out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.portal.drawing import SETTINGS, portal_on
from trangtin.content.options.settings import DutyRules, PromptRule
from trangtin.portal.model import Portal
from trangtin.views.promptness import promptness_view

# --- promptness ----------------------------------------------------------------------------------------------------


def test_the_page_of_promptness(sample: Portal) -> None:
    view = promptness_view(sample)
    assert view.terms == (
        "5 ngày làm việc kể từ ngày nhận, với văn bản nhận từ 01/04/2026 (Quy chế số 17/QC-TCT)",
        "10 ngày làm việc kể từ ngày nhận, với văn bản nhận từ 15/08/2022 đến 31/03/2026 "
        "(mức tham chiếu theo Nghị định 43/2011/NĐ-CP (đã bãi bỏ), Điều 17)",
        "10 ngày làm việc kể từ ngày nhận, với văn bản nhận từ 28/07/2011 đến 14/08/2022 "
        "(Nghị định 43/2011/NĐ-CP, Điều 17)",
    )
    latest = view.rows[0]
    assert (latest.quarter, latest.total, latest.on_time, latest.late) == ("Quý III năm 2026", "2", "1 (50%)", "1")
    assert (latest.median, latest.longest) == ("7,5 ngày làm việc", "14 ngày làm việc")
    assert [(row.document.text, row.days) for row in view.late] == [
        ("Công văn số 1518/UBND-NC", "14 ngày làm việc, thời hạn 5")
    ]
    (undated,) = view.undated
    assert undated.received is None or undated.published is None
    assert view.undated_because == "không ghi đủ ngày nhận, ngày đăng"
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
    assert view.undated_because == "nhận trước ngày 28/07/2011, khi chưa có quy định về thời hạn"


FIVE = SETTINGS.model_copy(
    update={"duties": DutyRules(prompt=PromptRule(days=5, since=date(2026, 4, 1), source="Quy chế"))}
)


@pytest.mark.parametrize(
    ("received", "published", "on_time", "told"),
    [
        ("31/3/2026", "14/4/2026", "1 (100%)", ["5 ngày … từ 01/04/2026", "10 ngày … từ 15/08/2022 đến 31/03/2026"]),
        ("1/4/2026", "14/4/2026", "0 (0%)", ["5 ngày … "]),
        ("12/8/2022", "26/8/2022", "1 (100%)", ["5 ngày … từ 01/04/2026", "10 ngày … từ 28/07/2011 đến 14/08/2022"]),
    ],
)
def test_every_term_that_a_figure_was_judged_by_is_told(
    tmp_path: Path, received: str, published: str, on_time: str, told: list[str]
) -> None:
    head = f"level: tinh\nissuer: UBND\nreceived: {received}\npublished: {published}\n"
    view = promptness_view(portal_on(tmp_path, "1/6/2026", f"== plans/2026/a.md\n{head}", FIVE))
    assert [row.on_time for row in view.rows] == [on_time]
    short = [
        term.partition(" (")[0].replace("làm việc kể từ ngày nhận", "… ").replace(", với văn bản nhận ", "")
        for term in view.terms
    ]
    assert short == told


def test_the_program_s_terms_are_told_where_the_unit_has_none(tmp_path: Path) -> None:
    assert promptness_view(portal_on(tmp_path, "1/6/2026")).terms == (
        "10 ngày làm việc kể từ ngày nhận (mức tham chiếu theo Nghị định 43/2011/NĐ-CP (đã bãi bỏ), Điều 17)",
    )


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
