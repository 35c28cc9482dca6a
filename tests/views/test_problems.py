"""What an editor who previews reads of the content's faults."""

from __future__ import annotations

import pytest

from trangtin.content.problem import Code, Problem, Severity
from trangtin.views.for_editors.problems import problems_view

NOTICE = Problem("plans/a.md", 1, Code.NO_TEXT_LAYER, "sai", "sửa", severity=Severity.NOTICE)
WARNING = Problem("plans/b.md", 3, Code.DOUBLED_WORD, "sai", "sửa", severity=Severity.WARNING)
ERROR = Problem("site_src/c.md", 9, Code.TAB, "sai", "sửa")


@pytest.mark.parametrize(
    ("problems", "title"),
    [
        ((NOTICE, WARNING, ERROR), "Nội dung có 1 lỗi phải sửa"),
        ((NOTICE, WARNING), "Nội dung có 2 điều nên xem"),
        ((), "Nội dung có 0 điều nên xem"),
    ],
)
def test_what_has_to_be_mended_comes_before_what_may_be_looked_at(problems: tuple[Problem, ...], title: str) -> None:
    view = problems_view(problems)
    assert view.title == title
    assert (*view.errors, *view.others) == problems[::-1]
