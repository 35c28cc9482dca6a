"""Columns of Markdown tables: what the first row of a table says above each cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final


@dataclass(frozen=True, slots=True)
class Table:
    """Rows one below the other."""

    start: int
    """Offset of the first row in the text."""
    head: tuple[str, ...]
    """The texts between the bars of the first row; the text before the first bar is empty."""
    rows: tuple[tuple[int, str], ...]
    """The rows below it, each with its offset."""

    def below(self, column: int) -> Iterator[tuple[int, str]]:
        """The cells of a column, each as (offset, text)."""
        for at, row in self.rows:
            cells = row.split("|")
            if column < len(cells):
                yield at + sum(len(cell) + 1 for cell in cells[:column]), cells[column]


class Columns:
    """The tables of one text. They are looked for once, however often they are asked."""

    def __init__(self, text: str) -> None:
        """Read nothing yet."""
        self._text: Final = text

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in order."""
        return tuple(_tables(self._text)) if "|" in self._text else ()

    def below(self, is_head: Callable[[str], object]) -> Iterator[tuple[int, str]]:
        """The cells of all columns with such a head, each as (offset, text)."""
        for table in self.tables:
            for column, head in enumerate(table.head):
                if is_head(head):
                    yield from table.below(column)

    def head_above(self, at: int) -> str:
        """The head of the column in which an offset stands; empty in a first row and outside tables."""
        index = bisect_right(self.tables, at, key=lambda table: table.start)
        if not index:
            return ""
        table = self.tables[index - 1]
        row = bisect_right(table.rows, at, key=lambda row: row[0])
        start, line = table.rows[row - 1] if row else (0, "")
        if at > start + len(line):
            return ""
        column = self._text.count("|", start, at)
        return table.head[column] if column < len(table.head) else ""


def _tables(text: str) -> Iterator[Table]:
    at, found = 0, list[tuple[int, str]]()
    for line in (*text.split("\n"), ""):
        if line.lstrip().startswith("|"):
            found.append((at, line))
        elif found:
            yield Table(found[0][0], tuple(found[0][1].split("|")), tuple(found[1:]))
            found = []
        at += len(line) + 1
