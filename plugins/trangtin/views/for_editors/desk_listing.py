"""The editors' desk for a terminal and for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from trangtin.content.open_points import GUIDANCE
from trangtin.content.problem import Code, Severity
from trangtin.content.values.dates import day_text
from trangtin.content.values.quantity import number_text
from trangtin.portal.desk import DeskItem, DeskState, reminders_on_desk
from trangtin.portal.model import Portal
from trangtin.views.for_editors.desk import DUE_DAYS, problem_counts, since_text
from trangtin.views.for_editors.reminders import when_text


def desk_text(items: Sequence[DeskItem], portal: Portal) -> str:
    """The desk for a terminal: what needs somebody, then how much there is of everything."""
    lines: list[str] = []
    due = reminders_on_desk(items, portal, DUE_DAYS)
    if due:
        lines.append(f"Việc quá hạn và đến hạn trong {DUE_DAYS} ngày tới ({number_text(len(due))})")
        lines += [f"  {reminder.source}:{reminder.line}: {when_text(reminder)}: {reminder.what}" for reminder in due]
        lines.append("")
    for state, group in groupby(items, key=lambda item: item.state):
        shown = [item for item in group if _needs_somebody(item)]
        if shown:
            lines.append(f"{state.label} ({number_text(len(shown))})")
            lines += [line for item in shown for line in _item_lines(item, portal.today)]
            lines.append("")
    counts = [(state, sum(item.state is state for item in items)) for state in DeskState]
    lines.append("; ".join(f"{state.label}: {number_text(count)}" for state, count in counts if count))
    return "\n".join(lines) + "\n"


def _needs_somebody(item: DeskItem) -> bool:
    return not item.state.is_out or bool(item.errors or item.warnings or item.missing)


def _item_lines(item: DeskItem, today: date) -> Iterator[str]:
    day = f", {day_text(item.day)}" if item.day else ""
    about = ", ".join(filter(None, (since_text(item, today), problem_counts(item))))
    yield f"  {item.path}:{item.line}: {item.title} ({item.kind}{day}){f' - {about}' if about else ''}"
    yield from (f"    còn phải rà: {text}" for text in item.review)
    if item.has_guidance:
        yield f"    còn phải thay các lời nhắc {GUIDANCE}"
    yield from (f"    thiếu tệp: {name}" for name in item.missing)
    if item.is_bare:
        yield "    chưa kèm tệp nào"
    order = list(Severity)
    for each in sorted(item.problems, key=lambda problem: (order.index(problem.severity), problem.line)):
        if each.code is not Code.NOT_PUBLISHED:  # its points to review stand above
            yield f"    dòng {each.line}: {each.severity.label} {each.code}: {each.message} → {each.remedy}"


def desk_record(items: Sequence[DeskItem], portal: Portal) -> dict[str, object]:
    """The desk for another program."""
    return {
        "today": portal.today,
        "due": [
            {
                "due": each.due,
                "days_left": each.days_left,
                "kind": each.kind.slug,
                "unit": each.unit,
                "what": each.what,
                "path": each.source,
                "line": each.line,
            }
            for each in reminders_on_desk(items, portal, DUE_DAYS)
        ],
        "items": [
            {
                "path": item.path,
                "line": item.line,
                "kind": item.kind,
                "title": item.title,
                "state": item.state.slug,
                "day": item.day,
                "waiting_since": item.waiting_since,
                "review": item.review,
                "missing": item.missing,
                "without_file": item.is_bare,
                "guidance": item.has_guidance,
                "errors": item.errors,
                "warnings": item.warnings,
                "notices": item.notices,
            }
            for item in items
        ],
    }
