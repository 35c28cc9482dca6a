"""Sub-units that were merged: into one that is there, not in circles, and given nothing to do any more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from trangtin.content.campaign import Campaign
from trangtin.content.entry import Entry
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.unit import Unit
from trangtin.content.values.dates import day_text
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.lifecycle import CampaignState
from trangtin.portal.open_work import OpenWork
from trangtin.portal.statements import Holder, holders, item_line, undertakings
from trangtin.portal.succession import successor_of, turns_of


def check_units(catalogue: Catalogue, open_work: OpenWork) -> Iterator[Problem]:
    """Circles of mergers; tasks and works given to a sub-unit after its last day, or left open by one on that day."""
    for unit, entry in catalogue.units.items():
        yield from _circle(catalogue, unit, entry)
    ended = {unit for unit, entry in catalogue.units.items() if entry.head.unit.until is not None}
    for holder in holders(catalogue):
        for index, item in enumerate(undertakings(holder)):
            if item.unit not in ended:
                continue
            yield from _given_too_late(catalogue, holder, index, item.unit)
            if open_work.is_open(holder, index + 1, item):
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
        item_line(holder, index + 1, "unit"),
        Code.UNIT_SUCCESSION,
        f"giao việc ngày {day_text(given)} cho '{unit}', đơn vị chỉ hoạt động đến {day_text(last)}",
        remedy,
        f"unit: {after}" if after != unit else "",
    )


def _left_to_nobody(catalogue: Catalogue, holder: Holder, index: int, unit: str) -> Iterator[Problem]:
    gone = _gone_without_heir(catalogue, unit)
    given, last = catalogue.given_on(holder), catalogue.units[unit].head.unit.until
    if gone is None or (given is not None and last is not None and given > last):  # which is reported as an error
        return
    line = item_line(holder, index + 1, "unit")
    yield gone.problem(
        (holder.path, line),
        f"việc còn mở của {gone.called(unit)}",
        "chưa rõ ai làm tiếp",
        "ghi 'status: huy' nếu việc đã bỏ",
        "merged_into: phong-tchc",
    )


def lead_without_heir(catalogue: Catalogue, campaign: Entry[Campaign], state: CampaignState) -> Iterator[Problem]:
    """A campaign that somebody has to lead or report on, led by a sub-unit that is no more."""
    head = campaign.head
    is_over = state.is_settled or (state is CampaignState.AWAITING_REPORT and head.report_due is None)
    if head.lead is None or is_over or head.is_withdrawn:
        return
    gone = _gone_without_heir(catalogue, head.lead)
    if gone is None:
        return
    yield gone.problem(
        (campaign.path, campaign.line("lead")),
        f"đơn vị thường trực là {gone.called(head.lead)}",
        "chưa rõ ai theo dõi, báo cáo",
        "ghi đơn vị thường trực khác",
        "lead: phong-tchc",
    )


class _Gone(NamedTuple):
    unit: str
    path: str
    """Of its file."""
    last: date
    """Its last day."""
    held_back: tuple[Entry[Unit], ...]
    """The sub-units that would pass the work on to one of today, were they before readers."""

    def called(self, named: str) -> str:
        """What to call it where a file names `named`: the sub-unit itself, or one that was merged into it."""
        return f"'{named}', đơn vị" if named == self.unit else f"'{named}', đơn vị sáp nhập vào '{self.unit}',"

    def problem(self, place: tuple[str, int], what: str, left: str, otherwise: str, example: str) -> Problem:
        """The problem at the work or the campaign that it leaves behind."""
        remedy = f"ghi đơn vị tiếp nhận vào {self.path}"
        if self.held_back:
            first = self.held_back[0].stem
            left = "đơn vị này" if first == self.unit else f"đơn vị tiếp nhận '{first}'"
            left, remedy, example = f"{left} chưa đăng", f"đăng {', '.join(each.path for each in self.held_back)}", ""
        return Problem(
            *place,
            Code.WORK_OF_PAST_UNIT,
            f"{what} đã thôi hoạt động từ sau ngày {day_text(self.last)}, {left}",
            f"{remedy}, hoặc {otherwise}",
            example,
            Severity.NOTICE,
        )


def _gone_without_heir(catalogue: Catalogue, unit: str) -> _Gone | None:
    """The sub-unit itself or the last public one that it was merged into, where that is no more today.

    A draft inherits nothing: pages and reminders know of none.
    """
    unit = successor_of(catalogue.public_units, unit, catalogue.today)
    known = catalogue.units.get(unit)
    last = known.head.unit.until if known is not None and known.reads("unit") else None
    if known is None or last is None or last >= catalogue.today:
        return None
    return _Gone(unit, known.path, last, _held_back(catalogue, unit))


def _held_back(catalogue: Catalogue, unit: str) -> tuple[Entry[Unit], ...]:
    """The drafts among those that a closed sub-unit's work would go through to one of today."""
    heir = catalogue.units[successor_of(catalogue.units, unit, catalogue.today)].head.unit
    if heir.until is not None and heir.until < catalogue.today:
        return ()
    chain = (turn.unit for turn in turns_of(catalogue.units, unit))
    return tuple(catalogue.units[each] for each in chain if each not in catalogue.public_units)
