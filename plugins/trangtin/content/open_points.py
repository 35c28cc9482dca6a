"""What is still to be written: how blanks and drafts mark it, so that it is found again and does not go out."""

from __future__ import annotations

import re
from collections.abc import Iterator

GUIDANCE = "✎"
"""Begins a paragraph that tells the editor of a blank page what to write there; it must not go out."""
UNNAMED = "Đơn vị chưa ghi tên"
"""Stands for the name of a unit that nobody gave."""
_MARK = re.compile(r"\[\s*Cần viết\s*:\s*([^\]]*)\]", re.IGNORECASE)


def open_point(what: str) -> str:
    """The mark that stands in a text where `what` is still to be written."""
    return f"[Cần viết: {what}]"


def open_points(text: str) -> Iterator[tuple[int, str]]:
    """Each gap of a text as (0-based line, what is to be written)."""
    for match in _MARK.finditer(text):
        yield text.count("\n", 0, match.start()), match[1].strip()
