"""Tables that list something row by row: which column says what, and which rows only head the rows below them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from trangtin.content.text import compared, fold, is_capitals, one_line
from trangtin.importer import grammar
from trangtin.importer.paper import Cell, Table, paragraphs_of

_MARK = re.compile(r"(?:[IVX]+|[A-ZĐa-zđ])\s*[.)/]?")
_FIGURE = re.compile(r"\d+\s*[.)/]?")
_PLACE = re.compile(r"\(?\d+\)?")
"""The number of a column below its head: `(1)`."""
_SUM = re.compile(r"(?i)(?:tổng\s+(?:cộng|số)|cộng)\s*[:.(]?\s*(?:\d.*)?")
"""With its accents, and with nothing but a figure behind: `Số hóa`, `Sở`, `Công đoàn`, `Công bố` begin alike folded."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says, cell by cell, and how it lies in the table."""

    texts: tuple[str, ...]
    is_across: bool = False
    """True where its last text has a cell over all the rest of the row, which is several columns of the head."""
    goes_on: bool = False
    """True where a cell of a row above reaches into it: it lists one more thing of what that cell says."""

    def __getitem__(self, place: int) -> str:
        return self.texts[place]

    @property
    def said(self) -> tuple[str, ...]:
        """The texts of the cells that have one."""
        return tuple(filter(None, self.texts))


@dataclass(frozen=True)  # no slots: what all rows say of the table is looked up once
class Listing:
    """The rows below the head of a table."""

    columns: Mapping[str, int]
    """The place of each column by its key."""
    needed: int
    """The place of what is listed."""
    rows: tuple[Row, ...]

    @cached_property
    def is_numbered(self) -> bool:
        """True where rows are numbered in figures: what has a letter or a Roman number beside them heads a section."""
        return any(_FIGURE.fullmatch(row.said[0]) for row in self.rows if row.said)

    @cached_property
    def is_marked(self) -> bool:
        """True where rows are numbered in any way, so that one without a number lists nothing."""
        return self.is_numbered or any(len(row.said) > 1 and is_mark(row.said[0]) for row in self.rows)

    @cached_property
    def is_in_capitals(self) -> bool:
        """True where no row lists anything in small letters: capitals then head nothing (`NGUYỄN VĂN A`)."""
        listed = [row[self.needed] for row in self.rows if row[self.needed] and not is_sum(row[self.needed])]
        return all(map(is_capitals, listed))

    def section(self, row: Row) -> str:
        """The heading that a row is for the rows below it; empty for any other row."""
        said = row.said
        if len(said) == 1:
            return said[0] if self._heads(row, said[0]) else ""
        return said[1] if self.is_numbered and len(said) == 2 and is_mark(said[0]) else ""

    def _heads(self, row: Row, text: str) -> bool:
        """Whether the only text of a row heads a section; it may as well be a name whose other cells are empty."""
        if row.is_across or grammar.ROMAN.match(text) or grammar.CAPITAL.match(text):
            return True
        if is_capitals(text) and not self.is_in_capitals:
            return True
        if row.goes_on:
            return False
        place = row.texts.index(text)
        return place < self.needed or (place == self.needed and self.is_marked)


def listing(table: Table, heads: Mapping[str, re.Pattern[str]], needed: str, *, between: str = " ") -> Listing | None:
    """The table as a list, if a row of it has heads that match folded; None where `needed` is not among them.

    `between` stands between the paragraphs of a cell.
    """
    texts = tuple(
        tuple(between.join(filter(None, (one_line(each.text) for each in paragraphs_of(cell.blocks)))) for cell in row)
        for row in table.rows
    )
    for at, row in enumerate(texts):
        columns: dict[str, int] = {}
        for place, text in enumerate(row):
            key = next((key for key, head in heads.items() if head.fullmatch(fold(text))), None)
            if key is not None:
                columns.setdefault(key, place)
        if needed in columns:
            rows = (
                _row(below, cells, table.rows[at])
                for below, cells in zip(texts[at + 1 :], table.rows[at + 1 :], strict=True)
                if not _is_head(below, row)
            )
            return Listing(columns, columns[needed], tuple(rows))
    return None


def _row(texts: tuple[str, ...], cells: Sequence[Cell], head: Sequence[Cell]) -> Row:
    last = max((place for place, text in enumerate(texts) if text), default=len(texts))
    rest = cells[last + 1 :]
    is_across = all(cell.covered and not cell.goes_on for cell in rest) and any(
        not cell.covered for cell in head[last + 1 :]
    )  # columns that the head does not tell apart either are but lines of the grid
    return Row(texts, is_across, any(cell.goes_on for cell in cells))


def _is_head(texts: Sequence[str], head: Sequence[str]) -> bool:
    """Whether a row is the head again, on the next page, or numbers its columns."""
    if [*map(compared, texts)] == [*map(compared, head)]:
        return True
    said = [text for text in texts if text]
    return bool(said) and all(map(_PLACE.fullmatch, said))


def is_mark(text: str) -> bool:
    """Whether it numbers a section (`I`, `A.`, `a)`); a figure numbers a row."""
    return _MARK.fullmatch(text) is not None


def is_sum(text: str) -> bool:
    """Whether it heads the row that counts the others."""
    return _SUM.fullmatch(text) is not None
