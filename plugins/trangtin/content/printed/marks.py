"""Mức độ khẩn, and the mark of a draft: words in capitals beside or above the head.

(Nghị định 30/2020/NĐ-CP, phụ lục I, mục III.2; `hỏa tốc hẹn giờ` by the older Thông tư 01/2011/TT-BNV.)
"""

from __future__ import annotations

import re

URGENCY = r"(?:h(?:ỏa|oả) tốc(?: hẹn giờ)?|thượng khẩn|khẩn)"
"""A pattern in small letters."""
_URGENCY = re.compile(URGENCY)
_DRAFT = re.compile(r"(?i)\(?dự\s*thảo(?:\s+lần\s+\d+)?\)?")


def is_urgency(text: str) -> bool:
    """True for a mark of urgency in capitals."""
    return text.isupper() and _URGENCY.fullmatch(text.lower()) is not None


def is_draft_mark(text: str) -> bool:
    """True for `DỰ THẢO`, `Dự thảo lần 2`."""
    return _DRAFT.fullmatch(text) is not None
