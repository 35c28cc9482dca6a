"""Tasks and awards that an imported paper seems to give, as keys of its head with a doubt for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from trangtin.content.abbreviated import is_shortened
from trangtin.content.text import compared, fold
from trangtin.content.values.dates import day_text
from trangtin.importer.facts.tasks import TaskProposal
from trangtin.importer.sheet import Sheet
from trangtin.importer.surroundings import Surroundings

_BEFORE = re.compile(r"^(?:Trưởng|Giao|Đề nghị)\s+")
_LONGEST = 60
_BETWEEN = re.compile(r"\s*(?:[;,]|\bvà\b)\s*")


def fill_tasks(sheet: Sheet, proposals: Iterable[TaskProposal], around: Surroundings) -> None:
    """Put tasks of units that the portal knows into `tasks`; those of others are only proposed in words."""
    rows = _Rows()
    short: dict[str, str] = {}
    carried = 0
    for each in proposals:
        units = _units(each.unit, around, short)
        if not units:
            until = f", hạn {day_text(each.due)}" if each.due else ""
            until += f", thời gian “{each.when}”" if each.when else ""
            whom = f"cho “{each.unit}”" if each.unit else "chưa rõ của đơn vị nào"
            sheet.doubt("tasks", f"đề xuất việc {whom}{until}: {each.do}")
            continue
        carried += each.is_carried
        for unit in units:
            rows.add(unit, each.do, each.due)
        if each.when:
            meant = (
                f"đã lấy ngày sau cùng {day_text(each.due)} làm hạn, mỗi hạn khác ghi thành một nhiệm vụ"
                if each.due
                else "là hạn thì ghi ngày ở 'due'"
            )
            sheet.doubt("tasks", f"việc “{_begun(each.do)}”: thời gian “{each.when}”, {meant}")
    if rows.all:
        sheet.put("tasks", rows.all)
        sheet.doubt("tasks", f"{len(rows.all)} nhiệm vụ do máy đề xuất từ phần tổ chức thực hiện, bảng phân công")
    if carried:
        sheet.doubt("tasks", f"{carried} việc có ô đơn vị trống trong bảng, đã lấy đơn vị ở dòng trên")
    for said, meant in short.items():
        sheet.doubt("tasks", f"“{said}” đã hiểu là “{meant}”")


class _Rows:
    """Tasks as the head has them, each once: the same words for two days are two tasks."""

    def __init__(self) -> None:
        self.all: list[dict[str, object]] = []
        self._by_words: dict[tuple[str, str], dict[date | None, dict[str, object]]] = {}

    def add(self, unit: str, do: str, due: date | None) -> None:
        """Add a task, unless it is there. Where one of two alike has no day, they are one task with the other's day."""
        same = self._by_words.setdefault((unit, compared(do)), {})
        if due in same or (due is None and same):
            return
        row = same.pop(None, None)
        if row is None:
            row = {"unit": unit, "do": do}
            self.all.append(row)
        if due is not None:
            row["due"] = due
        same[due] = row


def _units(said: str, around: Surroundings, short: dict[str, str]) -> tuple[str, ...]:
    """The ids of the units that are named; empty if any of them is not the portal's."""
    if (one := _unit(said, around, short)) is not None:
        return (one,)
    parts = [part for part in _BETWEEN.split(said) if part]
    understood: dict[str, str] = {}
    found = [_unit(part, around, understood) for part in parts] if len(parts) > 1 else []
    if not all(found):
        return ()  # nothing is taken, so nothing is told as understood either
    short.update(understood)
    return tuple(dict.fromkeys(unit for unit in found if unit))


def _unit(said: str, around: Surroundings, short: dict[str, str]) -> str | None:
    name = _BEFORE.sub("", said)
    exact = next((key for key, known in around.units.items() if fold(known) == fold(name)), None)
    if exact is not None:
        return exact
    meant = [key for key, known in around.units.items() if is_shortened(name, known)]
    if len(meant) != 1:
        return None
    short[name] = around.units[meant[0]]
    return meant[0]


def _begun(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def fill_awards(sheet: Sheet, proposed: tuple[str, Sequence[Mapping[str, str]]]) -> None:
    """Put the awards of a list into `awards`; without a list, say how to write them."""
    form, rows = proposed
    if rows:
        sheet.put("awards", [dict(row) for row in rows])
        sheet.doubt("awards", f"{len(rows)} khen thưởng do máy đề xuất từ bảng danh sách, đối chiếu từng dòng")
    elif form:
        sheet.doubt(
            "awards",
            f"quyết định tặng {form} mà không thấy bảng danh sách: ghi mỗi tập thể, cá nhân một mục, "
            f"ví dụ - {{form: {form}, to: Nguyễn Văn A, position: Giáo viên, kind: ca-nhan, reason: …}}",
        )
