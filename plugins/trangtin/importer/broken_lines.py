"""Lines broken by hand (Shift+Enter): which are the rest of a sentence, and which stand for themselves."""

from __future__ import annotations

import re

from trangtin.content.text import is_capitals
from trangtin.importer import grammar

_SENTENCE_END = re.compile(r"[.;:!?…”\")]\s*$")
_SHORT = 45
"""Letters of a line that was not full when it was broken; names, numbers and points of a list have fewer."""
_LABEL = re.compile(r"[^\W\d_][^\W\d_ ]*(?: [^\W\d_]+){0,3}\s?:\s")
"""`Điện thoại: `"""
_SESSION = re.compile(r"KH(?:ÓA|OÁ) [IVXLC\d]+\b")
"""`KHÓA II, KỲ HỌP THỨ 3`, below the council that resolves."""
_OPEN = re.compile(
    r"(?i)(?:[,–-]|\b(?:của|và|hoặc|do|tại|cho|với|các|những|theo|số|ngày|tháng|năm|là|từ|đến|trên|trong|về|để|thuộc|"
    r"gồm|cùng|giữa|bởi|ông|bà|đồng chí|khóa|khoá|lớp|xã|phường|huyện|tỉnh|thành phố|thôn|bản|đường))$"
)
"""What nobody ends a line with that stands for itself."""


def goes_on(before: str, text: str, *, in_cell: bool) -> bool:
    """Whether a line is the rest of the sentence above it. Cells are narrow: there a short line tells nothing."""
    if (
        grammar.DRAWN.fullmatch(before)
        or grammar.DRAWN.fullmatch(text)
        or grammar.starts_unit(text)
        or grammar.BASIS.match(text)
        or _SESSION.match(text)
        or is_capitals(before) != is_capitals(text)
        or _SENTENCE_END.search(before)
    ):
        return False
    if is_capitals(text) or _OPEN.search(before[-12:]) or grammar.is_broken_inside(before, text):
        return True
    if text[:1].isupper():
        return not (in_cell or len(before) < _SHORT or _LABEL.match(text))
    return not (in_cell and text[:1].isdigit())
