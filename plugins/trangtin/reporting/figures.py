"""The numbers of a report, counted from the model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from trangtin.content.vocabulary import AwardKind, Level
from trangtin.portal.assignments import Assignment, AssignmentState
from trangtin.reporting.paper import Column, Table
from trangtin.reporting.scope import Scope
from trangtin.views.formats import number_text
from trangtin.views.rows import unit_link


def overall_figures(scope: Scope, level_names: dict[Level, str]) -> Table:
    """How much of everything: what there is none of is told as 0, levels without a document are left out."""
    levels = Counter(document.level for document in scope.documents)
    kinds = Counter(award.award.kind for award in scope.awards if award.award.revoked is None)
    revoked = sum(award.award.revoked is not None for award in scope.awards)
    rows = [
        ("Văn bản đã ban hành", "văn bản", len(scope.documents)),
        *((level_names[level], "văn bản", levels[level]) for level in Level if levels[level]),
        ("Nhiệm vụ được giao", "việc", sum(not each.is_work for each in scope.assignments)),
        ("Công trình, phần việc đăng ký", "việc", sum(each.is_work for each in scope.assignments)),
        ("Tin, bài đã đăng", "tin, bài", len(scope.news)),
        ("Tập thể được khen thưởng", "lượt tập thể", kinds[AwardKind.GROUP]),
        ("Cá nhân được khen thưởng", "lượt cá nhân", kinds[AwardKind.PERSON]),
        *([("Khen thưởng đã thu hồi", "lượt", revoked)] if revoked else []),
    ]
    columns = (Column("TT", 2, True), Column("Nội dung", 17), Column("Đơn vị tính", 6), Column("Số lượng", 5, True))
    return Table(
        columns,
        tuple(
            (str(place), what, measure, number_text(count)) for place, (what, measure, count) in enumerate(rows, start=1)
        ),
    )


def figures_by_unit(scope: Scope) -> Table:
    """Tasks and works of each sub-unit by state, of those states that occur, and their sums."""
    states = [state for state in AssignmentState if any(each.state is state for each in scope.assignments)]
    rows = [
        (unit_link(scope.portal, unit).text, *_counts([a for a in scope.assignments if a.unit == unit], states))
        for unit in scope.units()
    ]
    columns = (
        Column("Đơn vị", 7),
        Column("Tổng số", 2, True),
        *(Column(state.label, 2, True) for state in states),
    )
    return Table(columns, (*rows, ("Cộng", *_counts(scope.assignments, states))), has_total=True)


def _counts(assignments: Sequence[Assignment], states: Sequence[AssignmentState]) -> tuple[str, ...]:
    found = Counter(each.state for each in assignments)
    return tuple(map(number_text, (len(assignments), *(found[state] for state in states))))
