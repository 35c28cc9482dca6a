"""What is wrong with the content, as a page: only while an editor previews, never on a published site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trangtin.content.problem import Problem
from trangtin.views.page import PageView, home_link


@dataclass(frozen=True, kw_only=True)
class ProblemsView(PageView):
    """Problems of one file, or of all."""

    problems: tuple[Problem, ...]
    template: str = "problems.html"


def problems_view(problems: Iterable[Problem], path: str | None = None) -> ProblemsView:
    """The problems of the file at `path`, or all of them."""
    shown = tuple(problem for problem in problems if path is None or problem.path == path)
    title = f"Tệp có lỗi: {path}" if path else f"Nội dung có {len(shown)} điều cần sửa"
    return ProblemsView(
        title=title,
        description="Danh sách lỗi nội dung, chỉ hiện khi xem thử trên máy biên tập",
        crumbs=(home_link(),),
        problems=shown,
    )
