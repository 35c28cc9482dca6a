"""Evidence that was taken back: what it alone proved is open again, and nobody may have meant that."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from trangtin.content.campaign import Campaign, Undertaking
from trangtin.content.evidence import EvidenceHead
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.values.place import is_web
from trangtin.content.values.vocabulary import WorkStatus
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.relations import Relations
from trangtin.portal.statements import Holder, Statements, holders, undertakings


def check_evidence(catalogue: Catalogue, relations: Relations, statements: Statements) -> Iterator[Problem]:
    """Tasks and works that count as open again since the last page that showed them done was withdrawn."""
    gone = {path for path, entry in catalogue.entries.items() if entry.head.is_withdrawn and catalogue.is_public(path)}
    for holder in holders(catalogue) if gone else ():
        if not catalogue.is_public(holder.path) or holder.head.is_withdrawn:
            continue
        if any(catalogue.is_public(path) and path not in gone for path in relations.ended_by(holder.path)):
            continue
        for number, item in enumerate(undertakings(holder), start=1):
            if item.done is None and item.status not in {WorkStatus.DONE, WorkStatus.CANCELLED}:
                yield from _open_again(catalogue, statements, gone, holder, number, item)


def _open_again(
    catalogue: Catalogue, statements: Statements, gone: Collection[str], holder: Holder, number: int, item: Undertaking
) -> Iterator[Problem]:
    """Told where the page was taken back if that page says what it shows, else where the plan names it."""
    key = "works" if isinstance(holder.head, Campaign) else "tasks"
    said = [each for each in statements.about(holder.path, number) if catalogue.is_public(each.source)]
    own = _own(catalogue, holder, item)
    if any(path not in gone for path in (*own.values(), *(each.source for each in said))):
        return
    for statement in said:
        page = catalogue.entries[statement.source]
        yield _problem(
            page.path,
            page.line("withdrawn"),
            f"bài đã gỡ, nên việc '{statement.reference}' lại tính là chưa xong",
            f"ghi 'done', 'status: xong' hoặc minh chứng khác ở {holder.path}:{holder.line(key, number - 1)}; "
            "việc đúng là chưa xong thì bỏ mục này trong 'evidence_for'",
            statement.day,
        )
    for index, path in own.items():
        head = catalogue.entries[path].head
        yield _problem(
            holder.path,
            holder.line(key, number - 1, "evidence", index),
            f"minh chứng '{item.evidence[index]}' đã gỡ, nên việc này lại tính là chưa xong",
            "ghi 'done', 'status: xong' hoặc minh chứng khác; việc đúng là chưa xong thì bỏ 'evidence'",
            head.said_on if isinstance(head, EvidenceHead) else None,
        )


def _own(catalogue: Catalogue, holder: Holder, item: Undertaking) -> dict[int, str]:
    """What its own `evidence` leads to, by place in that list; of what is only begun it closes nothing."""
    if item.status is WorkStatus.DOING:
        return {}
    found: dict[int, str] = {}
    for index, text in enumerate(item.evidence):
        path = text if is_web(text) else catalogue.reading.layout.resolve(holder.path, text) or ""
        if path not in catalogue.entries or catalogue.is_public(path):  # a web page, a file, a page that is out
            found[index] = path
    return found


def _problem(path: str, line: int, message: str, remedy: str, day: date | None) -> Problem:
    example = f"done: {day:%d/%m/%Y}" if day else ""
    return Problem(path, line, Code.EVIDENCE_WITHDRAWN, message, remedy, example, Severity.WARNING)
