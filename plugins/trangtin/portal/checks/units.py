"""Sub-units that were merged: into one that is there, not in circles, and given nothing to do any more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from trangtin.content.campaign import Campaign, Undertaking
from trangtin.content.entry import Entry
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.unit import Unit
from trangtin.content.values.vocabulary import WorkStatus
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.relations import Relations
from trangtin.portal.statements import Holder, Statement, Statements, holders, undertakings
from trangtin.portal.succession import successor_of


def check_units(catalogue: Catalogue, relations: Relations, statements: Statements) -> Iterator[Problem]:
    """Circles of mergers; tasks and works given to a sub-unit after its last day, or left open by one on that day."""
    for unit, entry in catalogue.units.items():
        yield from _circle(catalogue, unit, entry)
    ended = {unit for unit, entry in catalogue.units.items() if entry.head.unit.until is not None}
    for holder in holders(catalogue):
        for index, item in enumerate(undertakings(holder)):
            if item.unit not in ended:
                continue
            yield from _given_too_late(catalogue, holder, index, item.unit)
            if _is_open(item, statements.about(holder.path, index + 1)) and not _is_off(holder, relations):
                yield from _left_to_nobody(catalogue, holder, index, item.unit)


def _circle(catalogue: Catalogue, unit: str, entry: Entry[Unit]) -> Iterator[Problem]:
    path, step = [unit], entry.head.unit.merged_into
    while step is not None and step in catalogue.units and step not in path:
        path.append(step)
        step = catalogue.units[step].head.unit.merged_into
    if step == unit and unit == min(path):
        yield Problem(
            entry.path,
            entry.line("unit", "merged_into"),
            Code.UNIT_SUCCESSION,
            f"sáp nhập đi thành vòng: {' → '.join([*path, unit])}",
            "bỏ 'merged_into' của đơn vị đang hoạt động",
        )


def _given_too_late(catalogue: Catalogue, holder: Holder, index: int, unit: str) -> Iterator[Problem]:
    known = catalogue.units.get(unit)
    given = catalogue.given_on(holder)
    last = known.head.unit.until if known is not None else None
    if last is None or given is None or given <= last:
        return
    after = successor_of(catalogue.units, unit, given)
    remedy = f"ghi đơn vị nhận việc: {after}" if after != unit else "ghi đơn vị đang hoạt động"
    yield Problem(
        holder.path,
        holder.line("works" if isinstance(holder.head, Campaign) else "tasks", index, "unit"),
        Code.UNIT_SUCCESSION,
        f"giao việc ngày {given:%d/%m/%Y} cho '{unit}', đơn vị chỉ hoạt động đến {last:%d/%m/%Y}",
        remedy,
        f"unit: {after}" if after != unit else "",
    )


def _is_open(item: Undertaking, said: Sequence[Statement]) -> bool:
    if said or item.done is not None or item.status in {WorkStatus.DONE, WorkStatus.CANCELLED}:
        return False
    return item.status is WorkStatus.DOING or not item.evidence


def _is_off(holder: Holder, relations: Relations) -> bool:
    return holder.head.is_withdrawn or bool(relations.ended_by(holder.path))


def _left_to_nobody(catalogue: Catalogue, holder: Holder, index: int, unit: str) -> Iterator[Problem]:
    known = catalogue.units.get(unit)
    last = known.head.unit.until if known is not None else None
    given = catalogue.given_on(holder)
    if known is None or last is None or last >= catalogue.today or (given is not None and given > last):
        return
    if successor_of(catalogue.units, unit, catalogue.today) == unit:
        yield Problem(
            holder.path,
            holder.line("works" if isinstance(holder.head, Campaign) else "tasks", index, "unit"),
            Code.WORK_OF_PAST_UNIT,
            f"việc còn mở của '{unit}', đơn vị đã thôi hoạt động từ sau ngày {last:%d/%m/%Y}, chưa rõ ai làm tiếp",
            f"ghi đơn vị tiếp nhận vào {known.path}, hoặc ghi 'status: huy' nếu việc đã bỏ",
            "merged_into: phong-tchc",
            Severity.NOTICE,
        )
