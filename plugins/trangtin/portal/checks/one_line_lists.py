"""Lists that were typed on one line, as on paper: the portal takes such a line for one item."""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.content.entry import Entry
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.text import parted
from trangtin.content.values.typed_text import LIST_REMEDY

_PARTED_BY = {"tags": ",;", "areas": ";", "recipients": ";", "criteria": ";"}
"""Keys that take any words, and the signs between items of theirs. A comma is as often within a name of an area of work
(`Thi đua, khen thưởng`), an addressee or a sentence as between two."""


def lists_on_one_line(entry: Entry[PageHead]) -> Iterator[Problem]:
    """One text where several must be meant. An item of a list is what it is: written so, nobody is asked again."""
    for key, signs in _PARTED_BY.items():
        typed: tuple[str, ...] = getattr(entry.head, key, ())
        if len(typed) != 1 or (key, 0) in entry.lines or len(items := parted(typed[0], signs)) < 2:
            continue
        shown = ", ".join(f'"{each}"' if set(each) & set(',:"[]{}#') else each for each in items)
        yield Problem(
            entry.path,
            entry.line(key),
            Code.WRONG_SHAPE,
            f"'{key}' viết {len(items)} mục trên một dòng nên trang hiểu là một mục: '{typed[0]}'",
            f"{LIST_REMEDY}, hoặc trong ngoặc vuông; đúng là một mục thì viết sau dấu '- '",
            f"{key}: [{shown}]",
            Severity.NOTICE,
        )
