"""Địa danh và thời gian: `Mẫu, ngày 20 tháng 4 năm 2021` (Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.4)."""

from __future__ import annotations

import re

from trangtin.content.text import fold

NGAY, THANG, NAM = "(?i:ng[àa]y)", "(?i:th[áa]ng)", "(?i:n[ăa]m)"
"""The words between the figures, also where a text layer lost their marks."""
_STANDS = re.compile(r", ngay.*thang")


def stands_in(text: str) -> bool:
    """True for a line that says a place and a day, filled in or not, whatever is beside it."""
    return _STANDS.search(fold(text)) is not None
