"""What must never go out: marks of secrecy and circulation, in texts, in heads and in attached files."""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.content.entry import Entry
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, Problem
from trangtin.portal.checks.carried import Carried
from trangtin.portal.checks.personal import found_in_head
from trangtin.proofreading.secrecy import marked_lines, marked_pages, marked_properties

_AWAY = "không đăng văn bản này; gỡ tệp khỏi kho và báo người phụ trách, vì Git vẫn giữ bản đã lưu"


def marks_in_file(carried: Carried) -> Iterator[Problem]:
    """Marks in the text and the properties of a file in use."""
    pages = () if carried.report.is_garbled else carried.report.text
    found = [f"ở trang {page}: '{mark}'" for page, mark in marked_pages(pages)]
    found += [f"trong thông tin tệp ({key}): '{value}'" for key, value in marked_properties(carried.report.metadata)]
    for where in found[:1]:
        yield Problem(
            carried.entry.path,
            carried.line,
            Code.SECRECY_IN_FILE,
            f"tệp '{carried.name}' có dấu chỉ mức độ mật hoặc phạm vi lưu hành {where}",
            _AWAY,
        )


def marks_in_text(entry: Entry[PageHead]) -> Iterator[Problem]:
    """Marks on lines of their own in a text, and in the words of its head."""
    for row, line in marked_lines(entry.body):
        yield _problem(entry, entry.body_line + row, line)
    for key, (_, line) in found_in_head(entry.head, marked_lines):
        yield _problem(entry, entry.line(*key), line)


def _problem(entry: Entry[PageHead], line: int, mark: str) -> Problem:
    message = f"có dấu chỉ mức độ mật hoặc phạm vi lưu hành: '{mark}'"
    return Problem(entry.path, line, Code.SECRECY_MARK, message, _AWAY)
