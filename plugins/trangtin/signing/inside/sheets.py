"""What a table (xlsx) or a presentation (pptx) does not show: sheets, rows, columns, slides, a speaker's notes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from trangtin.signing.inside.parts import Listener, Words

_LETTERS = re.compile(r"[A-Z]+")
_ON = frozenset({"1", "true", "on"})
_FURNITURE = frozenset({"sldNum", "dt", "hdr", "ftr", "sldImg"})
"""Kinds of boxes on a page of notes that a program fills."""


class Sheets(Listener):
    """Hears which sheets of a table or slides of a presentation are hidden."""

    def __init__(self) -> None:
        """None so far."""
        self.hidden = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A sheet says so itself."""
        self.hidden += name == "sheet" and attributes.get("state") in {"hidden", "veryHidden"}


class Slide(Words):
    """Hears the words of a slide, and whether it is shown."""

    def __init__(self) -> None:
        """Shown, unless it says otherwise."""
        super().__init__()
        self.hidden = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """The slide says so itself."""
        super().start(name, attributes)
        self.hidden += name == "sld" and attributes.get("show") in {"0", "false"}


class Notes(Words):
    """Hears what a speaker wrote under a slide."""

    def __init__(self) -> None:
        """Nothing so far."""
        super().__init__()
        self._is_furniture = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Numbers of pages and the like are no notes."""
        if name == "sp":
            self._is_furniture = False
        elif name == "ph":
            self._is_furniture = attributes.get("type") in _FURNITURE
        super().start(name, attributes)

    def data(self, text: str) -> None:
        """Words of a box that somebody filled."""
        if not self._is_furniture:
            super().data(text)


class Rows(Listener):
    """Hears which rows and columns of a sheet are hidden though something stands in them.

    Empty ones do not count: many hide all columns behind their last.
    """

    def __init__(self) -> None:
        """None so far."""
        self.rows = 0
        self._ranges: list[tuple[int, int]] = []
        self._columns: set[int] = set()
        self._column = 0
        self._is_hidden = False
        self._is_filled = False
        self._is_value = False

    @property
    def hidden(self) -> int:
        """How many."""
        return self.rows + len(self._columns)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Columns come first, then each row with its cells."""
        if name == "col" and attributes.get("hidden") in _ON:
            self._ranges.append((int(attributes.get("min", 0)), int(attributes.get("max", 0))))
        elif name == "row":
            self._is_hidden, self._is_filled, self._column = attributes.get("hidden") in _ON, False, 0
        elif name == "c":
            self._column = _column(attributes.get("r", "")) or self._column + 1
        self._is_value = name in {"v", "t"}

    def end(self, name: str) -> None:
        """A hidden row counts if something stood in it."""
        self._is_value = False
        if name == "row":
            self.rows += self._is_hidden and self._is_filled

    def data(self, text: str) -> None:
        """Something stands in a cell."""
        if not self._is_value or text.isspace():
            return
        self._is_filled = True
        if any(first <= self._column <= last for first, last in self._ranges):
            self._columns.add(self._column)


def _column(cell: str) -> int:
    """28 for `AB7`; 0 for what names none."""
    found = _LETTERS.match(cell)
    place = 0
    for letter in found.group() if found else "":
        place = place * 26 + ord(letter) - 64
    return place
