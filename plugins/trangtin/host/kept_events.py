"""Events of calendars as the last build wrote them: the library takes a millisecond and more for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from trangtin.host.sheet import spelt_out
from trangtin.shelf import Shelf, key_of, program_version
from trangtin.views.calendar import CalendarEvent

NAME = "calendars.sqlite"


@contextmanager
def kept_events(
    events: Iterable[CalendarEvent], address: Callable[[str], str], host: str, folder: Path | None
) -> Iterator[dict[CalendarEvent, bytes]]:
    """Those of `events` that were written for these addresses before; what is added is written down afterwards.

    `address` and `host` are those that `icalendar` is given; without a `folder` nothing is kept.
    """
    if folder is None:
        yield {}
        return
    program = program_version("icalendar")
    keys = {key_of(program, host, address(event.target), spelt_out(event)): event for event in events}
    shelf = Shelf(folder / NAME, ("text",))
    known = {keys[key]: text for key, (text,) in shelf.find(keys) if isinstance(text, bytes)}
    before = frozenset(known)
    yield known
    shelf.add({key: (known[event],) for key, event in keys.items() if event in known and event not in before})
    shelf.keep(keys.keys())
