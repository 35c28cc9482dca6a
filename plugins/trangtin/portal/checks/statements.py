"""What pages say of tasks against what plans say: each sentence of both must be true at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trangtin.content.campaign import Campaign, Undertaking
from trangtin.content.nearest import nearest, nearest_number, unless_meant
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.text import parted
from trangtin.content.values.dates import day_text
from trangtin.content.values.typed_text import LIST_REMEDY
from trangtin.content.values.vocabulary import WorkStatus
from trangtin.portal.bearings import Bearings
from trangtin.portal.catalogue import Catalogue, said_on
from trangtin.portal.checks.citations import to_several
from trangtin.portal.references import Outcome, read_citation
from trangtin.portal.statements import Holder, Statement, Statements, holders, item_line, undertakings


def check_statements(catalogue: Catalogue, bearings: Bearings, statements: Statements) -> Iterator[Problem]:
    """Evidence for what is not there, was given up, was not given yet; days and states that contradict each other."""
    for statement in statements.all:
        yield from _statement(catalogue, bearings, statements, statement)
    for holder in holders(catalogue):
        for number, item in enumerate(undertakings(holder), start=1):
            said = statements.about(holder.path, number)
            if said or item.evidence or item.done is not None:  # of most nobody says anything, so nothing contradicts
                yield from _item(catalogue, holder, number, item, said)


def _statement(catalogue: Catalogue, bearings: Bearings, statements: Statements, said: Statement) -> Iterator[Problem]:
    page = catalogue.entries[said.source]
    line = page.line("evidence_for", said.index)
    if said.outcome is Outcome.BROKEN:
        return
    if said.holder is None:
        yield _no_holder(catalogue, said, line)
        return
    holder = statements.holder_at(said.holder)
    if said.number is None:
        if holder.reads("tasks", "works"):
            yield Problem(said.source, line, Code.TASK_UNKNOWN, *_no_task(holder, said))
        return
    item = undertakings(holder)[said.number - 1]
    if item.status is WorkStatus.CANCELLED:
        yield Problem(
            said.source,
            line,
            Code.TASK_CANCELLED,
            f"'{said.reference}' đã hủy ({_place(holder, said.number, 'status')})",
            "bỏ mục này, hoặc bỏ 'status: huy' nếu việc vẫn được làm",
        )
    elif taker := _taken_back(catalogue, bearings, said):
        yield Problem(
            said.source,
            line,
            Code.TASK_CANCELLED,
            f"'{said.reference}' là việc của văn bản đã bị thu hồi hoặc thay thế bởi {taker}",
            "kiểm tra lại số văn bản; giữ nguyên nếu việc vẫn được làm xong theo văn bản cũ",
            severity=Severity.NOTICE,
        )
    given = catalogue.given_on(holder)
    if said.day is not None and given is not None and said.day < given:
        yield Problem(
            said.source,
            line,
            Code.DONE_BEFORE_GIVEN,
            f"việc '{said.reference}' được coi là xong ngày {day_text(said.day)}, "
            f"trước khi được giao ngày {day_text(given)} ({holder.path})",
            "sửa ngày, hoặc sửa số văn bản trong 'evidence_for'",
        )


def _no_holder(catalogue: Catalogue, said: Statement, line: int) -> Problem:
    wanted = said.reference.holder
    if said.outcome is Outcome.AMBIGUOUS:
        number = read_citation(wanted).number
        return Problem(
            said.source,
            line,
            Code.TASK_UNKNOWN,
            *to_several(wanted),
            f"{number} ngày 20/4/2021#{said.reference.task}",
        )
    if len(several := parted(str(said.reference))) > 1 and all("#" in each for each in several):
        message = f"'{said.reference}' là {len(several)} việc trên một dòng"
        return Problem(said.source, line, Code.TASK_UNKNOWN, message, LIST_REMEDY, f"- {several[0]}")
    near = nearest_number(wanted, catalogue.numbers) or nearest(wanted, catalogue.campaigns, cutoff=0.75)
    return Problem(
        said.source,
        line,
        Code.TASK_UNKNOWN,
        f"không có văn bản hay phong trào '{wanted}'",
        unless_meant(near, "ghi số văn bản, tên thư mục phong trào hoặc đường dẫn tệp"),
        f"{near or '12/KH-TCT'}#{said.reference.task}",
    )


def _no_task(holder: Holder, said: Statement) -> tuple[str, str, str]:
    items = undertakings(holder)
    what = "công trình, phần việc" if isinstance(holder.head, Campaign) else "nhiệm vụ"
    wanted = said.reference.task
    message = f"{holder.path} không có {what} '{wanted}'"
    if not items:
        return message, f"thêm {what} vào tệp ấy, hoặc sửa số văn bản", f"{said.reference.holder}#1"
    near = nearest(wanted, [item.id for item in items if item.id])
    if near and not wanted.isdecimal():
        return message, f"có phải ý bạn là '{near}'?", f"{said.reference.holder}#{near}"
    return message, f"ghi số thứ tự từ 1 đến {len(items)}, hoặc mã 'id' của việc", f"{said.reference.holder}#1"


def _item(
    catalogue: Catalogue, holder: Holder, number: int, item: Undertaking, said: tuple[Statement, ...]
) -> Iterator[Problem]:
    if item.status is WorkStatus.NOT_STARTED and item.evidence:
        yield Problem(
            holder.path,
            item_line(holder, number, "status"),
            Code.STATUS_AGAINST_EVIDENCE,
            "'status: chua' mà việc này đã có minh chứng",
            "bỏ 'status' (có minh chứng là đã xong), ghi 'dang' nếu mới xong một phần, hoặc bỏ 'evidence'",
            "status: dang",
        )
    elif item.status is WorkStatus.NOT_STARTED and said:
        yield Problem(
            holder.path,
            item_line(holder, number, "status"),
            Code.STATUS_OUTDATED,
            f"'status: chua' nhưng {said[0].source} cho biết việc này đã xong",
            "bỏ 'status': tình trạng được tính từ minh chứng",
            severity=Severity.NOTICE,
        )
    elif item.status is WorkStatus.CANCELLED and item.evidence:
        yield Problem(
            holder.path,
            item_line(holder, number, "evidence"),
            Code.TASK_CANCELLED,
            "việc này đã hủy ('status: huy') mà có minh chứng",
            "bỏ 'evidence', hoặc bỏ 'status: huy' nếu việc vẫn được làm",
        )
    given = catalogue.given_on(holder)
    if item.done is not None and given is not None and item.done < given:
        yield Problem(
            holder.path,
            item_line(holder, number, "done"),
            Code.DONE_BEFORE_GIVEN,
            f"việc xong ngày {day_text(item.done)}, trước khi được giao ngày {day_text(given)}",
            "sửa một trong hai ngày",
            f"done: {day_text(given)}",
        )
    if item.done is not None and item.done > catalogue.today:
        yield _to_come(holder.path, item_line(holder, number, "done"), item.done, catalogue.today)
    yield from _disagreeing(catalogue, holder, number, item, said)
    yield from _older(catalogue, holder, number, item, given)


def _disagreeing(
    catalogue: Catalogue, holder: Holder, number: int, item: Undertaking, said: tuple[Statement, ...]
) -> Iterator[Problem]:
    """Days that several give for one task, at each page that differs from the plan, or else from the first page."""
    exact = [(each, each.day) for each in said if each.is_exact and each.day]
    first = item.done or (exact[0][1] if exact else None)
    where = _place(holder, number, "done") if item.done else exact[0][0].source if exact else ""
    for statement, day in exact:
        if first is not None and day != first:
            page = catalogue.entries[statement.source]
            yield Problem(
                page.path,
                page.line("done"),
                Code.DONE_TWICE,
                f"ghi việc '{statement.reference}' xong ngày {day_text(day)}, nhưng {where} ghi ngày {day_text(first)}",
                "giữ một ngày đúng ở cả hai chỗ, hoặc bỏ 'done' ở một chỗ",
                f"done: {day_text(first)}",
            )


def _older(
    catalogue: Catalogue, holder: Holder, number: int, item: Undertaking, given: date | None
) -> Iterator[Problem]:
    for index, text in enumerate(item.evidence):
        path = catalogue.reading.layout.resolve(holder.path, text)
        day = said_on(catalogue.entries.get(path or ""))
        if day is not None and given is not None and day < given:
            yield Problem(
                holder.path,
                item_line(holder, number, "evidence", index),
                Code.EVIDENCE_OLDER,
                f"minh chứng '{text}' đề ngày {day_text(day)}, trước khi việc được giao ngày {day_text(given)}",
                "kiểm tra lại đường dẫn; nếu đúng thì ghi thêm ngày làm xong vào 'done'",
                f"done: {day_text(given)}",
                Severity.NOTICE,
            )


def _to_come(path: str, line: int, day: date, today: date) -> Problem:
    return Problem(
        path,
        line,
        Code.DONE_TO_COME,
        f"ngày làm xong {day_text(day)} chưa tới (hôm nay {day_text(today)})",
        "sửa ngày; đến ngày ấy việc mới được tính là xong",
        f"done: {day_text(today)}",
        Severity.NOTICE,
    )


def _place(holder: Holder, number: int, key: str) -> str:
    return f"{holder.path}:{item_line(holder, number, key)}"


def _taken_back(catalogue: Catalogue, bearings: Bearings, said: Statement) -> str | None:
    """The public document that recalled or replaced the plan by the day it was done, if one did and holds."""
    if said.holder not in catalogue.documents:
        return None
    day = said.day or catalogue.today
    endings = bearings.endings(said.holder)
    return next((each.target for each in endings if each.since is not None and each.since <= day), None)
