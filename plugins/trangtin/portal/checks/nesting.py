"""Lists nested too deep: Markdown is read by recursion, and some 150 levels would end a build."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, Problem
from trangtin.content.spans import without_code

_DEEPEST = 40
"""Most levels within one line, and most levels of its indent: both together stay below what can be read."""
_MARK = r"(?:[-+*]|\d+[.)]|!!!)[ \t]"
_TOO_DEEP = re.compile(
    rf"(?m)^(?:(?:[ \t>]*{_MARK}){{{_DEEPEST + 1}}}|(?:\t| {{4}}){{{_DEEPEST + 1}}}[ \t]*{_MARK})",
)


def too_deep(entry: Entry[PageHead]) -> Iterator[Problem]:
    """The first line of a page or news item that lies deeper than any list can mean; papers have no such lists."""
    if isinstance(entry.head, Document):
        return
    if match := _TOO_DEEP.search(without_code(entry.body)):
        yield Problem(
            entry.path,
            entry.body_line + entry.body.count("\n", 0, match.start()),
            Code.NESTED_TOO_DEEP,
            f"danh sách, khung lồng vào nhau quá {_DEEPEST} mức",
            "bỏ các dấu đầu dòng, các mức thụt thừa; có thể tệp bị dán nhầm nội dung khác",
        )
