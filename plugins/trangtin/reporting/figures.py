"""The numbers of a report, counted from the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from trangtin.content.values.quantity import number_text
from trangtin.content.values.vocabulary import Level
from trangtin.portal.assignments import Assignment, AssignmentState
from trangtin.reporting.paper import Column, Table
from trangtin.reporting.scope import Scope

_ORDER = (
    AssignmentState.DONE_ON_TIME,
    AssignmentState.DONE_LATE,
    AssignmentState.DONE,
    AssignmentState.DOING,
    AssignmentState.DUE_SOON,
    AssignmentState.NOT_DUE,
    AssignmentState.UNDATED,
    AssignmentState.OVERDUE,
    AssignmentState.CANCELLED,
)
"""The order of reports: what was done comes first."""


_OWN = (Level.UNIT, Level.DIVISION)
_FROM_ABOVE = tuple(level for level in Level if level not in _OWN)


def overall_figures(scope: Scope, level_names: Mapping[Level, str]) -> Table:
    """A table of totals: things of which there are none count 0; levels without a document are left out."""
    levels = Counter(document.level for document in scope.documents)
    figures = scope.figures
    rows = [
        *_documents("1", "Văn bản của cấp trên, cơ quan khác", _FROM_ABOVE, levels, level_names),
        *_documents("2", "Văn bản đã ban hành", _OWN, levels, level_names),
        ("3", "Nhiệm vụ được giao", "việc", figures.tasks),
        ("4", "Công trình, phần việc đăng ký", "việc", figures.works),
        ("5", "Tin, bài đã đăng", "tin, bài", figures.news),
        ("6", "Khen thưởng tập thể", "lượt", figures.awarded_groups),
        ("7", "Khen thưởng cá nhân", "lượt", figures.awarded_persons),
        *([("8", "Khen thưởng đã thu hồi", "lượt", figures.revoked)] if figures.revoked else []),
    ]
    columns = (Column("TT", 2), Column("Nội dung", 17), Column("Đơn vị tính", 6), Column("Số lượng", 5, True))
    return Table(columns, tuple((place, what, measure, number_text(count)) for place, what, measure, count in rows))


def _documents(
    place: str, title: str, of: Sequence[Level], levels: Mapping[Level, int], level_names: Mapping[Level, str]
) -> Iterator[tuple[str, str, str, int]]:
    """Documents of some levels together, then of each."""
    found = [level for level in of if levels[level]]
    yield place, f"{title}{', trong đó:' if found else ''}", "văn bản", sum(levels[level] for level in found)
    for level in found:
        yield "", f"- {level_names[level]}", "văn bản", levels[level]


def figures_by_unit(scope: Scope) -> Table:
    """Tasks and works of each sub-unit by state, of those states that occur, and their sums."""
    states = [state for state in _ORDER if any(each.state is state for each in scope.assignments)]
    rows = [
        (scope.unit_name(unit), *_counts([a for a in scope.assignments if a.unit == unit], states))
        for unit in scope.units()
    ]
    heads = ["Tổng số", *(state.in_sums for state in states)]
    columns = (Column("Đơn vị", 14), *(Column(head, _least_share(head), True) for head in heads))
    return Table(columns, (*rows, ("Cộng", *_counts(scope.assignments, states))), has_total=True)


def _least_share(head: str) -> int:
    """The least share of a column, from the longest word of its head, so that no word is broken."""
    return max(map(len, head.split())) + 2


def _counts(assignments: Sequence[Assignment], states: Sequence[AssignmentState]) -> tuple[str, ...]:
    found = Counter(each.state for each in assignments)
    return tuple(map(number_text, (len(assignments), *(found[state] for state in states))))
