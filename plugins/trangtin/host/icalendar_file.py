"""Writes calendars as iCalendar (RFC 5545, RFC 7986)."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from trangtin.content.dates import VIETNAM
from trangtin.views.calendar import CalendarEvent, CalendarView

_FIRST = date(2000, 1, 1)
_REMINDERS = ((timedelta(hours=-16), "Ngày mai là hạn"), (timedelta(days=-2, hours=-16), "Còn 3 ngày đến hạn"))
"""At 8 in the morning, one day and three days before: an all-day event begins at midnight."""

AddressOf = Callable[[str], str]


def icalendar(view: CalendarView, address: AddressOf, written: Mapping[CalendarEvent, bytes]) -> bytes:
    """The calendar as a file; `address` gives full addresses, `written` each event as `icalendar_event` wrote it.

    One event stands in up to three calendars, and writing it is slow.
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
    return b"".join((opening, *(written[event] for event in view.events), end, rest))


def icalendar_event(event: CalendarEvent, address: AddressOf, host: str) -> bytes:
    """An event as it stands in a calendar; `host` is the site's domain name, for identifiers."""
    item = Event()
    item.add("uid", f"{uuid.uuid5(uuid.NAMESPACE_URL, f'{host}/{event.key}')}@{host}")
    # Without METHOD this is the moment of the last revision (RFC 5545, 3.8.7.2), so that builds are alike.
    revised = datetime.combine(event.revised, time(), VIETNAM).astimezone(UTC)
    item.add("dtstamp", revised)
    item.add("last-modified", revised)
    # A file has no memory of how often it was changed, but its days of change only go up.
    item.add("sequence", max((event.revised - _FIRST).days, 0))
    item.add("dtstart", event.first)
    item.add("dtend", event.last + timedelta(days=1))  # the first day that no longer belongs to it
    item.add("summary", event.title)
    item.add("description", event.text)
    item.add("categories", [event.kind])
    item.add("url", address(event.target))
    item.add("class", "PUBLIC")
    item.add("transp", "TRANSPARENT")
    for before, text in _REMINDERS if event.is_due else ():
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", before)
        alarm.add("description", f"{text}: {event.title}")
        item.add_component(alarm)
    written: bytes = item.to_ical()
    return written
