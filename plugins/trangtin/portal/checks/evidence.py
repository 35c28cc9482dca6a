"""Evidence that was taken back: what it alone proved is open again, and nobody may have meant that."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from trangtin.content.campaign import Undertaking
from trangtin.content.evidence import EvidenceHead
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.values.dates import day_text
from trangtin.content.values.vocabulary import WorkStatus
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.open_work import OpenWork
from trangtin.portal.statements import Holder, Statement, Statements, holders, item_line, undertakings


def check_evidence(catalogue: Catalogue, open_work: OpenWork, statements: Statements) -> Iterator[Problem]:
    """Tasks and works that count as open again since the last page that showed them done was withdrawn."""
    gone = {path for path, entry in catalogue.entries.items() if entry.head.is_withdrawn and catalogue.is_public(path)}
    for holder in holders(catalogue) if gone else ():
        if catalogue.is_public(holder.path):
            for number, item in enumerate(undertakings(holder), start=1):
                said = [each for each in statements.about(holder.path, number) if each.source in gone]
                own = _own(catalogue, gone, holder, item)
                if (said or own) and open_work.is_open_again(holder, number, item):
                    yield from _open_again(catalogue, holder, number, item, said, own)


def _open_again(
    catalogue: Catalogue,
    holder: Holder,
    number: int,
    item: Undertaking,
    said: Iterable[Statement],
    own: Mapping[int, str],
) -> Iterator[Problem]:
    """Told where the page was taken back if that page says what it shows, else where the plan names it."""
    for statement in said:
        page = catalogue.entries[statement.source]
        yield _problem(
            page.path,
            page.line("withdrawn"),
            f"bài đã gỡ, nên việc '{statement.reference}' lại tính là chưa xong",
            f"ghi 'done', 'status: xong' hoặc minh chứng khác ở {holder.path}:{item_line(holder, number)}; "
            "việc đúng là chưa xong thì bỏ mục này trong 'evidence_for'",
            statement.day,
        )
    for index, path in own.items():
        head = catalogue.entries[path].head
        yield _problem(
            holder.path,
            item_line(holder, number, "evidence", index),
            f"minh chứng '{item.evidence[index]}' đã gỡ, nên việc này lại tính là chưa xong",
            "ghi 'done', 'status: xong' hoặc minh chứng khác; việc đúng là chưa xong thì bỏ 'evidence'",
            head.said_on if isinstance(head, EvidenceHead) else None,
        )


def _own(catalogue: Catalogue, gone: Collection[str], holder: Holder, item: Undertaking) -> dict[int, str]:
    """What was withdrawn of its own `evidence`, by place in that list; of what is only begun it closed nothing."""
    if item.status is WorkStatus.DOING:
        return {}
    named = ((index, catalogue.reading.layout.resolve(holder.path, text)) for index, text in enumerate(item.evidence))
    return {index: path for index, path in named if path is not None and path in gone}


def _problem(path: str, line: int, message: str, remedy: str, day: date | None) -> Problem:
    example = f"done: {day_text(day)}" if day else ""
    return Problem(path, line, Code.EVIDENCE_WITHDRAWN, message, remedy, example, Severity.WARNING)
