"""The written calendars, by a parser that shares nothing with what writes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import unquote

import icalendar
import pytest
import vobject

from trangtin.host.machine_readable.icalendar_file import icalendar as write_calendar
from trangtin.host.machine_readable.icalendar_file import icalendar_event
from trangtin.views.machine_readable.calendar import CalendarView
from trangtin.views.machine_readable.calendar_events import CalendarEvent

BASE = "https://truongchinhtri.mau.example/"


def test_every_calendar_of_the_sample_is_read_by_another_program(sample: Path) -> None:
    files = list(sample.rglob("*.ics"))
    assert len(files) == 11
    for file in files:
        calendar = vobject.readOne(file.read_text(encoding="utf-8"))
        assert calendar.prodid.value and calendar.x_wr_calname.value
        events = calendar.contents.get("vevent", [])
        uids = [event.uid.value for event in events]
        assert len(uids) == len(set(uids)), file
        for event in events:
            assert event.summary.value
            assert isinstance(event.dtstart.value, date)
            assert event.dtend.value > event.dtstart.value
            assert (sample / unquote(event.url.value.removeprefix(BASE)) / "index.html").is_file()


def test_a_second_library_reads_the_same_events(sample: Path) -> None:
    for file in sample.rglob("*.ics"):
        ours = vobject.readOne(file.read_text(encoding="utf-8")).contents.get("vevent", [])
        told = [(e.uid.value, e.summary.value, e.dtstart.value, e.dtend.value, int(e.sequence.value)) for e in ours]
        read = icalendar.Calendar.from_ical(file.read_bytes())
        assert read.errors == []
        events = read.walk("VEVENT")
        assert [
            (str(e["UID"]), str(e["SUMMARY"]), e.decoded("DTSTART"), e.decoded("DTEND"), e.decoded("SEQUENCE"))
            for e in events
        ] == told
        for event in events:
            assert event.errors == []
            assert str(event["URL"]).startswith(BASE)
            assert event.decoded("DTSTAMP").tzinfo is not None
            assert all(alarm["ACTION"] == "DISPLAY" for alarm in event.walk("VALARM"))


def test_a_campaign_ends_on_the_day_after_its_last(sample: Path) -> None:
    calendar = vobject.readOne((sample / "phong-trao/bau-cu-2021/lich.ics").read_text(encoding="utf-8"))
    period = next(event for event in calendar.vevent_list if event.categories.value == ["Phong trào thi đua"])
    assert (period.dtstart.value, period.dtend.value) == (date(2021, 4, 20), date(2021, 6, 1))


def test_lines_are_folded_by_octets_and_end_as_the_standard_asks(sample: Path) -> None:
    for file in sample.rglob("*.ics"):
        data = file.read_bytes()
        assert data.count(b"\n") == data.count(b"\r\n")
        for line in data.split(b"\r\n"):
            assert len(line) <= 75, file
            line.decode()  # no letter is cut apart


def read(event: CalendarEvent) -> vobject.base.Component:
    def address(target: str) -> str:
        return f"https://a.example/{target}"

    view = CalendarView("calendar:x", "Lịch", "x", (event,))
    written = {event.key: icalendar_event(event, address, "a.example")}
    return vobject.readOne(write_calendar(view, address, written).decode()).vevent


EVENT = CalendarEvent(
    "k", "Hạn", "Hạn: a, b; c\\d", date(2026, 3, 1), date(2026, 3, 2), "Dòng 1\nDòng 2", "x", date(2026, 1, 1), True
)


def test_signs_that_mean_something_to_the_format_come_back_as_they_were() -> None:
    event = read(EVENT)
    assert event.summary.value == "Hạn: a, b; c\\d"
    assert event.description.value == "Dòng 1\nDòng 2"
    assert event.dtend.value == date(2026, 3, 3)


def test_a_deadline_reminds_in_the_morning_before() -> None:
    triggers = [alarm.trigger.value for alarm in read(EVENT).valarm_list]
    assert triggers == [timedelta(hours=-16), timedelta(days=-2, hours=-16)]


def test_a_reminder_says_once_that_something_is_due() -> None:
    told = [alarm.description.value for alarm in read(replace(EVENT, title="Hạn: Tủ sách")).valarm_list]
    assert told == ["Ngày mai là hạn: Tủ sách", "Còn 3 ngày đến hạn: Tủ sách"]


@pytest.mark.parametrize(
    ("revised", "later"), [(date(2026, 1, 1), date(2026, 1, 2)), (date(1999, 1, 1), date(2027, 1, 1))]
)
def test_a_revision_counts_up_and_keeps_the_identity(revised: date, later: date) -> None:
    first, second = (read(replace(EVENT, revised=day)) for day in (revised, later))
    assert first.uid.value == second.uid.value
    assert 0 <= int(first.sequence.value) < int(second.sequence.value)
