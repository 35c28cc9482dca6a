"""Nơi nhận and kính gửi (Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.9)."""

from __future__ import annotations

import re

from trangtin.content.text import fold

RECIPIENTS = re.compile(r"(?i)n[ơo]i\s+nh[ậâa]n\s*(?::|$)")
"""The line above the list."""
ADDRESSED = re.compile(r"(?i)kính\s+(?:gửi|gởi|chuyển|trình)\b")
"""The line of a letter that says to whom it goes."""
ITEM = re.compile(r"[-–—+•*~]+\s*")
"""What stands before each of them."""


def is_archive(text: str) -> bool:
    """True for the item `Lưu: VT, …`, which is the last."""
    return fold(ITEM.sub("", text.strip(), count=1)).startswith("luu")
