"""Sub-units that were merged: into one that is there, not in circles, and given nothing to do any more."""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.content.campaign import Campaign
from trangtin.content.entry import Entry
from trangtin.content.problem import Code, Problem
from trangtin.content.unit import Unit
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.statements import Holder, holders, undertakings
from trangtin.portal.succession import successor_of


def check_units(catalogue: Catalogue) -> Iterator[Problem]:
    """Circles of mergers; tasks and works given to a sub-unit after its last day."""
    for unit, entry in catalogue.units.items():
        yield from _circle(catalogue, unit, entry)
    for holder in holders(catalogue):
        for index, item in enumerate(undertakings(holder)):
            yield from _given_too_late(catalogue, holder, index, item.unit)


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
