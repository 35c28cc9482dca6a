"""Writes calendars as iCalendar (RFC 5545, RFC 7986)."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from icalendar import Calendar, Event, vDDDTypes, vText, vUri

from trangtin.content.text import small
from trangtin.content.values.dates import VIETNAM
from trangtin.views.machine_readable.calendar import CalendarView
from trangtin.views.machine_readable.calendar_events import CalendarEvent
from trangtin.views.targets import AddressOf

_FIRST = date(2000, 1, 1)
_REMINDERS = ((timedelta(hours=-16), "Ngày mai là"), (timedelta(days=-2, hours=-16), "Còn 3 ngày đến"))
"""At 8 in the morning one day before and three days before, counted from the midnight at which the day begins; only for
what somebody still has to do."""


def icalendar(view: CalendarView, address: AddressOf, written: Mapping[str, bytes]) -> bytes:
    """A calendar as text; `address` gives full addresses.

    `written` has each event by its key, as `icalendar_event` wrote it: one event stands in up to three calendars.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//trangtin//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for name in ("name", "x-wr-calname"):  # the second is what programs of before RFC 7986 read
        calendar.add(name, view.title)
    calendar.add("url", address(view.page))
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    opening, end, rest = calendar.to_ical().rpartition(b"END:VCALENDAR")
    return b"".join((opening, *(written[event.key] for event in view.events), end, rest))


def icalendar_event(event: CalendarEvent, address: AddressOf, host: str) -> bytes:
    """An event as it stands in a calendar; `host` is the site's domain name, for identifiers.

    Written line by line: the library's own event sorts its properties and looks up the type of each, which takes most
    of the time.
    """
    # Without METHOD this is the moment of the last revision (RFC 5545, 3.8.7.2), so that builds are alike.
    revised = datetime.combine(event.revised, time(), VIETNAM).astimezone(UTC)
    return b"".join(
        (
            _shared("BEGIN", "VEVENT"),
            _line("SUMMARY", event.title),
            _shared("DTSTART", event.first),
            _shared("DTEND", event.last + timedelta(days=1)),  # the first day that no longer belongs to it
            _shared("DTSTAMP", revised),
            _line("UID", f"{uuid.uuid5(uuid.NAMESPACE_URL, f'{host}/{event.key}')}@{host}"),
            # A file has no memory of how often it was changed, but its days of change only go up.
            _shared("SEQUENCE", str(max((event.revised - _FIRST).days, 0))),
            _shared("CATEGORIES", event.kind),
            _shared("CLASS", "PUBLIC"),
            _line("DESCRIPTION", event.text),
            _shared("LAST-MODIFIED", revised),
            _shared("TRANSP", "TRANSPARENT"),
            _shared("URL", vUri(address(event.target))),
            *(line for reminder in (_REMINDERS if event.is_due else ()) for line in _alarm(*reminder, event.title)),
            _shared("END", "VEVENT"),
        )
    )


def _alarm(before: timedelta, text: str, title: str) -> Iterator[bytes]:
    yield _shared("BEGIN", "VALARM")
    yield _shared("ACTION", "DISPLAY")
    yield _line("DESCRIPTION", f"{text} {small(title)}")
    yield _shared("TRIGGER", before)
    yield _shared("END", "VALARM")


def _line(name: str, value: str | date | timedelta) -> bytes:
    """One property as a folded line; a value that is no address is escaped."""
    text = vText(value) if isinstance(value, str) and not isinstance(value, vUri) else value
    written = text if isinstance(text, str) else vDDDTypes(text)
    return b"%s\r\n" % _EVENT.content_line(name, written).to_ical()


_EVENT = Event()
_shared = lru_cache(maxsize=10_000)(_line)
"""The same, remembered, for properties that many events have alike."""
