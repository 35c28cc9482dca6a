"""Lists and brackets nested too deep: of lists some 150 levels would end a build, of brackets thousands hold it up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.inline import without_escapes
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, Problem
from trangtin.content.spans import without_code

_DEEPEST = 40
"""Most levels within one line, and most levels of its indent: both together stay below what can be read."""
_MARK = r"(?:[-+*]|\d+[.)]|!!!)[ \t]"
_TOO_DEEP = re.compile(
    rf"(?m)^(?:(?:[ \t>]*{_MARK}){{{_DEEPEST + 1}}}|(?:\t| {{4}}){{{_DEEPEST + 1}}}[ \t]*{_MARK})",
)
_MOST_OPEN = 500
"""Most brackets of one block that are left open: Markdown looks for the end of each. A table of half-open intervals
(`[5; 8)`) has one in a cell."""
_BRACKET = re.compile(r"[\[\]]|\n[ \t]*\n")


def lists_too_deep(entry: Entry[PageHead]) -> Iterator[Problem]:
    """The first line of a list that lies deeper than anybody can mean; papers have no such lists."""
    if not isinstance(entry.head, Document) and (match := _TOO_DEEP.search(without_code(entry.body))):
        message = f"danh sách, khung lồng vào nhau quá {_DEEPEST} mức"
        yield _problem(entry, match.start(), message, "các dấu đầu dòng, các mức thụt thừa")


def brackets_too_deep(entry: Entry[PageHead]) -> Iterator[Problem]:
    """The first bracket of a block that is one more than Markdown can look for the end of."""
    if not entry.says("[") or entry.body.count("[") <= _MOST_OPEN:
        return
    is_open = 0
    text = without_escapes(without_code(entry.body, is_printed=isinstance(entry.head, Document)))
    for sign in _BRACKET.finditer(text):
        is_open = {"[": is_open + 1, "]": max(is_open - 1, 0)}.get(sign[0], 0)
        if is_open > _MOST_OPEN:
            yield _problem(
                entry, sign.start(), f"đoạn này có hơn {_MOST_OPEN} dấu '[' mở mà không đóng", "các dấu thừa"
            )
            return


def _problem(entry: Entry[PageHead], place: int, message: str, surplus: str) -> Problem:
    line = entry.body_line + entry.body.count("\n", 0, place)
    remedy = f"bỏ {surplus}; có thể tệp bị dán nhầm nội dung khác"
    return Problem(entry.path, line, Code.NESTED_TOO_DEEP, message, remedy)
