"""What the portal itself says around a text, in other languages than Vietnamese: one catalogue of words for each.

Vietnamese stands in the templates and views; a catalogue is a gettext file beside this module (`en.po`), which any
translator's program opens. Where a language has none, its pages keep a Vietnamese frame.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from trangtin.content.values.languages import VIETNAMESE
from trangtin.views.parts.link import Link, day_link

Word = Callable[[str], str]
"""From Vietnamese words of a template or view to another language; what has no translation stays as it is."""


@cache
def frame_of(tag: str) -> str:
    """The language of the frame around a text: its own where there is a catalogue for it, else Vietnamese."""
    base = tag.partition("-")[0]
    return base if _catalogue(base).is_file() else VIETNAMESE


@cache
def words(frame: str) -> Word:
    """The catalogue of a frame's language."""
    if frame == VIETNAMESE:
        return str
    from babel.messages.pofile import read_po  # takes long to import, and most commands need no other language

    with _catalogue(frame).open("rb") as file:
        known = {str(message.id): str(message.string) for message in read_po(file) if message.id and message.string}
    return lambda text: known.get(text, text)


def day_in(frame: str, day: date) -> Link:
    """A day as readers of that language write it: `20 April 2021`."""
    if frame == VIETNAMESE:
        return day_link(day)
    from babel.dates import format_date  # as above

    return Link(format_date(day, "d MMMM y", locale=frame), iso=day.isoformat())


def catalogues() -> list[Path]:
    """The files of all catalogues."""
    return sorted(Path(__file__).parent.glob("*.po"))


def _catalogue(frame: str) -> Path:
    return Path(__file__).with_name(f"{frame}.po")
