"""Tables typed in texts: a row with more cells than its header would lose the last of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.spans import without_code

_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")


def torn_tables(entry: Entry[PageHead]) -> Iterator[Problem]:
    """Rows that are too long, and tables that no blank line sets apart from the text before them."""
    if "|" not in entry.body:
        return
    rows = without_code(entry.body, is_printed=isinstance(entry.head, Document)).split("\n")
    for number, (header, rule) in enumerate(pairwise(rows)):
        if "|" not in rule or "|" not in header or not _RULE.fullmatch(rule):
            continue
        if number > 0 and rows[number - 1].strip():
            yield Problem(
                entry.path,
                entry.body_line + number,
                Code.TABLE_ROW,
                "bảng dính vào đoạn chữ ngay trên nên không thành bảng",
                "thêm một dòng trống trước bảng",
                severity=Severity.NOTICE,
            )
        columns = cells(header)
        for below, row in enumerate(rows[number + 2 :], start=number + 2):
            if not row.strip() or "|" not in row:
                break
            if cells(row) > columns:
                yield Problem(
                    entry.path,
                    entry.body_line + below,
                    Code.TABLE_ROW,
                    f"dòng này có {cells(row)} ô, đầu bảng chỉ có {columns}: ô cuối sẽ mất",
                    "sửa số ô; dấu '|' là chữ thì viết '\\|'",
                )


def cells(row: str) -> int:
    """How many cells a row has."""
    return len(re.split(r"(?<!\\)\|", row.strip().removeprefix("|").removesuffix("|")))
