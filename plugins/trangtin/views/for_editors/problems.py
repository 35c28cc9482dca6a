"""What is wrong with the content, as a page: only while an editor previews, never on a published site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trangtin.content.problem import Problem, errors, worst_first
from trangtin.content.values.quantity import number_text
from trangtin.views.page import PageView, home_link


@dataclass(frozen=True, kw_only=True)
class ProblemsView(PageView):
    """Problems of one file, or of all."""

    errors: tuple[Problem, ...]
    """What stops a build."""
    others: tuple[Problem, ...]
    """Warnings, then notices."""
    template: str = "problems.html"


def problems_view(problems: Iterable[Problem], path: str | None = None) -> ProblemsView:
    """The problems of the file at `path`, or all of them."""
    shown = worst_first(problem for problem in problems if path is None or problem.path == path)
    stopping = errors(shown)
    others = shown[len(stopping) :]
    message = f"{number_text(len(stopping))} lỗi phải sửa" if stopping else f"{number_text(len(others))} điều nên xem"
    return ProblemsView(
        title=f"Tệp có lỗi: {path}" if path else f"Nội dung có {message}",
        description="Danh sách lỗi nội dung, chỉ hiện khi xem thử trên máy biên tập",
        crumbs=(home_link(),),
        errors=stopping,
        others=others,
    )
