"""Every file that an entry names, wherever in it: what is published and what is checked rest on the same search."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from urllib.parse import unquote

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.entry import Entry, KeyPath, Layout
from trangtin.content.links import links_in, points_in
from trangtin.content.news import News
from trangtin.content.page import PageHead
from trangtin.content.text import normalise
from trangtin.portal.entry_memory import EntryMemory

_RUN = frozenset(
    ".html .htm .xhtml .xht .shtml .mht .mhtml .hta .js .mjs .cjs .wasm .swf .jar .xml .xsl .xslt .rdf .svgz "
    ".php .phtml .asp .aspx .jsp .cgi .exe .msi .bat .cmd .com .scr .ps1 .vbs .lnk .reg .apk .dmg".split()
)


def runs_in_browser(name: str) -> bool:
    """True for pages, scripts and programs, by the ending of their name: no paper is one."""
    return posixpath.splitext(name)[1].lower() in _RUN


class Place(Enum):
    """Where in an entry a file is named."""

    DECLARED = "files"
    """In `files` of a document."""
    HEAD = "head"
    """Elsewhere in the head."""
    TEXT = "text"
    """As a link or picture."""


@dataclass(frozen=True, slots=True)
class Named:
    """One file, page or address where an entry names it."""

    name: str
    """As typed."""
    line: int
    path: str | None
    """What it means in the repository, whether there is such a file or not; None for what leads out of it."""
    place: Place


@dataclass(frozen=True, slots=True)
class NamedPoint:
    """A point of a text, where a link leads to it."""

    name: str
    """The file as typed; empty where the point is to be in the same text."""
    point: str
    """What it is called, as typed: `II.9`."""
    line: int
    path: str | None
    """The text in the repository; None for what leads out of it."""


_TO_POINTS = (".md#", "](#", "]: #")
"""Signs without which a text has no link to a point; nearly no text has one."""


class NamedFiles:
    """What entries name, found once for each."""

    def __init__(self) -> None:
        """Nothing was asked for yet."""
        self._memory: EntryMemory[tuple[Named, ...]] = EntryMemory()
        self._points: EntryMemory[tuple[NamedPoint, ...]] = EntryMemory()

    def of(self, entry: Entry[PageHead], layout: Layout) -> tuple[Named, ...]:
        """Everything that an entry names, in the order in which it does."""
        known = self._memory.get(entry, layout)
        return known if known is not None else self._memory.put(entry, layout, _all_of(entry, layout))

    def points_of(self, entry: Entry[PageHead], layout: Layout) -> tuple[NamedPoint, ...]:
        """Every point of a text that links of an entry lead to."""
        known = self._points.get(entry, layout)
        return known if known is not None else self._points.put(entry, layout, _points_of(entry, layout))

    def turn(self) -> None:
        """Called when all entries were asked for: forget those that are gone."""
        self._memory.turn()
        self._points.turn()


def _all_of(entry: Entry[PageHead], layout: Layout) -> tuple[Named, ...]:
    return tuple(
        Named(name, line, layout.resolve(entry.path, _meant(name, place)), place) for name, line, place in _typed(entry)
    )


def _points_of(entry: Entry[PageHead], layout: Layout) -> tuple[NamedPoint, ...]:
    if not (entry.says("#") and entry.says("]") and any(map(entry.says, _TO_POINTS))):
        return ()
    return tuple(
        NamedPoint(
            name,
            point,
            entry.body_line + row,
            layout.resolve(entry.path, _meant(name, Place.TEXT)) if name else entry.path,
        )
        for name, point, row in points_in(entry.body, is_printed=isinstance(entry.head, Document))
    )


def _meant(name: str, place: Place) -> str:
    """The file's name: in a text an address stands, in which a space is `%20`; a head has the name itself."""
    return normalise(unquote(name)) if place is Place.TEXT else name


def _typed(entry: Entry[PageHead]) -> Iterator[tuple[str, int, Place]]:
    head = entry.head
    found: list[tuple[str, KeyPath]] = []
    if isinstance(head, Document):
        for index, file in enumerate(head.files):
            yield file.path, entry.line("files", index, "path"), Place.DECLARED
        found = [(text, ("tasks", n, "evidence")) for n, task in enumerate(head.tasks) for text in task.evidence]
    elif isinstance(head, Campaign):
        found = [(text, ("works", n, "evidence")) for n, work in enumerate(head.works) for text in work.evidence]
    elif isinstance(head, News):
        found = [(head.image.src, ("image", "src"))] if head.image else []
        found += [(image.src, ("album", n, "src")) for n, image in enumerate(head.album)]
    for name, key in found:
        yield name, entry.line(*key), Place.HEAD
    if entry.says("]"):
        for link, row in links_in(entry.body, is_printed=isinstance(head, Document)):
            yield link, entry.body_line + row, Place.TEXT
