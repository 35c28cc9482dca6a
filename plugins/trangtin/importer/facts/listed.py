"""Tables that list something row by row: which column says what, and which rows only head the rows below them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trangtin.content.text import fold, one_line
from trangtin.importer.paper import Table, paragraphs_of

_MARK = re.compile(r"(?:[IVX]+|[A-ZĐa-zđ])\s*[.)/]?")
_FIGURE = re.compile(r"\d+\s*[.)/]?")
_SUM = re.compile(r"(?:tong )?(?:cong|so)\b.*")


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows below the head of a table."""

    columns: Mapping[str, int]
    """The place of each column by its key."""
    rows: tuple[tuple[str, ...], ...]
    is_numbered: bool
    """True where rows are numbered in figures: what has a letter or a Roman number beside them heads a section."""

    def section(self, row: Sequence[str]) -> str:
        """What a row says that lists nothing, but tells of the rows below it: empty for any other row."""
        said = [text for text in row if text]
        if len(said) == 1:  # across the table
            return said[0]
        return said[1] if self.is_numbered and len(said) == 2 and is_mark(said[0]) else ""


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
            rows = texts[at + 1 :]
            is_numbered = any(_FIGURE.fullmatch(next(filter(None, row), "")) for row in rows)
            return Listing(columns, rows, is_numbered)
    return None


def is_mark(text: str) -> bool:
    """Whether it numbers a section (`I`, `A.`, `a)`); a figure numbers a row."""
    return _MARK.fullmatch(text) is not None


def is_sum(text: str) -> bool:
    """Whether it heads the row that counts the others."""
    return _SUM.fullmatch(fold(text)) is not None
