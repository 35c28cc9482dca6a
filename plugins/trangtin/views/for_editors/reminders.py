"""What falls due, for a mail or another program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypedDict

from trangtin.content.values.dates import WEEKDAYS, day_text
from trangtin.content.values.quantity import number_text
from trangtin.portal.model import Portal
from trangtin.portal.reminders import Reminder, reminders_of
from trangtin.views.parts.rows import unit_name

_NOBODY = "Việc chung của phong trào"
"""Heading of what no sub-unit answers for."""


@dataclass(frozen=True, slots=True)
class UnitReminders:
    """What one sub-unit is to be reminded of, the longest overdue first."""

    id: str | None
    """None for what no sub-unit answers for, and where that one is not public."""
    name: str
    email: str | None
    reminders: tuple[Reminder, ...]

    @property
    def overdue(self) -> int:
        """How many are past their day."""
        return sum(each.days_left < 0 for each in self.reminders)


def reminders_by_unit(portal: Portal, days: int) -> tuple[UnitReminders, ...]:
    """Reminders by sub-unit, in the order of the alphabet; what nobody answers for comes last."""
    found = reminders_of(portal, days)
    order = [unit.id for unit in portal.units]
    units = dict.fromkeys((*order, *sorted({each.unit for each in found if each.unit} - set(order))))
    groups = [_group(portal, unit, found) for unit in (*units, None)]
    return tuple(group for group in groups if group.reminders)


def _group(portal: Portal, unit: str | None, found: Sequence[Reminder]) -> UnitReminders:
    own = tuple(each for each in found if each.unit == unit)
    known = portal.unit_named.get(unit or "")
    email = known.entry.head.unit.email if known and not known.is_past else None  # nobody reads it any more
    return UnitReminders(known.id if known else None, who_acts(portal, unit, _NOBODY), email, own)


def who_acts(portal: Portal, unit: str | None, nobody: str) -> str:
    """Whom a reminder is for; it says so where that sub-unit is past and nobody took over from it."""
    if unit is None:
        return nobody
    known = portal.unit_named.get(unit)
    return f"{unit_name(portal, unit)}{' (đã thôi hoạt động)' if known and known.is_past else ''}"


def reminder_text(portal: Portal, days: int) -> str:
    """A letter: who is reminded of what, and since when it is late."""
    groups = reminders_by_unit(portal, days)
    first, last = day_text(portal.today), day_text(portal.today + timedelta(days))
    term = f"trong {days} ngày tới (từ {first} đến {last})" if days else f"hôm nay ({first})"
    title = f"Việc quá hạn và đến hạn {term}"
    if not groups:
        return f"{title}\n\nKhông có việc nào.\n"
    sources = _source_titles(portal)
    parts = (_letter_part(group, sources) for group in groups)
    return "\n\n".join([f"{title}\n{portal.settings.unit.name}", *parts]) + "\n"


def _source_titles(portal: Portal) -> Mapping[str, str]:
    """What each public file is called by its path; with its day where a number was used again."""
    named = Counter(portal.titles.values())
    days = {path: document.head.date for path, document in portal.document_at.items() if document.head.date}
    return {
        path: f"{title} ngày {day_text(days[path])}" if named[title] > 1 and path in days else title
        for path, title in portal.titles.items()
    }


def _letter_part(group: UnitReminders, sources: Mapping[str, str]) -> str:
    late = f", {number_text(group.overdue)} quá hạn" if group.overdue else ""
    lines = [f"{group.name} ({number_text(len(group.reminders))} việc{late})"]
    for each in group.reminders:
        lines.append(f"- {when_text(each)}: {each.what}")
        lines.append(f"  {each.kind.label}, theo {sources.get(each.source, each.source)}")
    return "\n".join(lines)


def when_text(reminder: Reminder) -> str:
    """`Quá hạn 3 ngày (18/11/2026)`, `Hôm nay (thứ Bảy 21/11/2026, ngày nghỉ)`, `Còn 4 ngày (thứ Tư 25/11/2026)`."""
    day, left = day_text(reminder.due), reminder.days_left
    if left < 0:
        return f"Quá hạn {number_text(-left)} ngày ({day})"
    off = ", ngày nghỉ" if reminder.is_day_off else ""
    return f"{f'Còn {left} ngày' if left else 'Hôm nay'} ({WEEKDAYS[reminder.due.weekday()]} {day}{off})"


class ReminderRecord(TypedDict):
    """One reminder for another program."""

    kind: str
    what: str
    due: date
    days_left: int
    is_day_off: bool
    campaign: str | None
    source: str
    line: int
    source_title: str


class UnitRecord(TypedDict):
    """A sub-unit's reminders for another program."""

    id: str | None
    name: str
    email: str | None
    items: list[ReminderRecord]


class RemindersRecord(TypedDict):
    """All of them."""

    today: date
    until: date
    overdue: int
    due: int
    units: list[UnitRecord]


def reminders_record(portal: Portal, days: int) -> RemindersRecord:
    """The same facts as the letter's."""
    groups = reminders_by_unit(portal, days)
    overdue = sum(group.overdue for group in groups)
    sources = _source_titles(portal)
    return {
        "today": portal.today,
        "until": portal.today + timedelta(days),
        "overdue": overdue,
        "due": sum(len(group.reminders) for group in groups) - overdue,
        "units": [
            {"id": group.id, "name": group.name, "email": group.email, "items": list(_records(group, sources))}
            for group in groups
        ],
    }


def _records(group: UnitReminders, sources: Mapping[str, str]) -> Iterator[ReminderRecord]:
    for each in group.reminders:
        yield {
            "kind": each.kind.slug,
            "what": each.what,
            "due": each.due,
            "days_left": each.days_left,
            "is_day_off": each.is_day_off,
            "campaign": each.campaign,
            "source": each.source,
            "line": each.line,
            "source_title": sources.get(each.source, each.source),
        }
