"""Events of calendars as text, kept from build to build: writing them is slow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from trangtin.disk.shelf import Shelf, key_of, program_version
from trangtin.host.machine_readable.icalendar_file import icalendar_event
from trangtin.host.view_bytes import bytes_of
from trangtin.views.machine_readable.calendar_events import CalendarEvent
from trangtin.views.targets import AddressOf

NAME = "calendars.sqlite"


def kept_events(events: Iterable[CalendarEvent], address: AddressOf, host: str, folder: Path) -> Mapping[str, bytes]:
    """Each event as text, by its key; `address` and `host` are those of `icalendar_event`.

    What is new is kept in `folder`.
    """
    common = key_of(program_version("icalendar"), host)
    distinct = {event.key: event for event in events}  # one stands in up to three calendars
    keys = {key_of(common, address(event.target), bytes_of(event)): name for name, event in distinct.items()}
    shelf = Shelf(folder / NAME, ("text",))
    written = {keys[key]: text for key, (text,) in shelf.rows() if key in keys and isinstance(text, bytes)}
    missing = {key: distinct[name] for key, name in keys.items() if name not in written}
    fresh = {key: icalendar_event(event, address, host) for key, event in missing.items()}
    shelf.add({key: (text,) for key, text in fresh.items()})
    shelf.keep(keys.keys())
    return written | {keys[key]: text for key, text in fresh.items()}
