"""Writes calendars as iCalendar (RFC 5545, RFC 7986)."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta, timezone

from trangtin.host.content_lines import day_line, line, moment_line, text_line
from trangtin.views.calendar import CalendarEvent, CalendarView

_VIETNAM = timezone(timedelta(hours=7))
_FIRST = date(2000, 1, 1)
_REMINDERS = (("-PT16H", "Ngày mai là hạn"), ("-P2DT16H", "Còn 3 ngày đến hạn"))
"""At 8 in the morning, one day and three days before: an all-day event begins at midnight."""

AddressOf = Callable[[str], str]


def icalendar(view: CalendarView, address: AddressOf, host: str, known: dict[CalendarEvent, bytes]) -> bytes:
    """The calendar as a file; `address` gives full addresses, `host` is the site's domain name for identifiers.

    `known` keeps events as they are written: one event stands in up to three calendars.
    """
    for event in view.events:
        if event not in known:
            known[event] = b"".join(_event(event, address, host))
    opening = (
        line("BEGIN", "VCALENDAR"),
        line("VERSION", "2.0"),
        line("PRODID", "-//trangtin//VI"),
        line("CALSCALE", "GREGORIAN"),
        text_line("NAME", view.title),
        text_line("X-WR-CALNAME", view.title),  # what programs of before RFC 7986 read
        line("REFRESH-INTERVAL;VALUE=DURATION", "P1D"),
        line("URL", address(view.page)),
        line("X-PUBLISHED-TTL", "P1D"),
    )
    return b"".join((*opening, *(known[event] for event in view.events), line("END", "VCALENDAR")))


def _event(event: CalendarEvent, address: AddressOf, host: str) -> Iterator[bytes]:
    # Without METHOD this is the moment of the last revision (RFC 5545, 3.8.7.2), so that builds are alike.
    revised = datetime.combine(event.revised, time(), _VIETNAM)
    yield line("BEGIN", "VEVENT")
    yield text_line("SUMMARY", event.title)
    yield day_line("DTSTART", event.first)
    yield day_line("DTEND", event.last + timedelta(days=1))  # the first day that no longer belongs to it
    yield moment_line("DTSTAMP", revised)
    yield text_line("UID", f"{uuid.uuid5(uuid.NAMESPACE_URL, f'{host}/{event.key}')}@{host}")
    # A file has no memory of how often it was changed, but its days of change only go up.
    yield line("SEQUENCE", str(max((event.revised - _FIRST).days, 0)))
    yield text_line("CATEGORIES", event.kind)
    yield line("CLASS", "PUBLIC")
    yield text_line("DESCRIPTION", event.text)
    yield moment_line("LAST-MODIFIED", revised)
    yield line("TRANSP", "TRANSPARENT")
    yield line("URL", address(event.target))
    for before, text in _REMINDERS if event.is_due else ():
        yield line("BEGIN", "VALARM")
        yield line("ACTION", "DISPLAY")
        yield text_line("DESCRIPTION", f"{text}: {event.title}")
        yield line("TRIGGER", before)
        yield line("END", "VALARM")
    yield line("END", "VEVENT")
