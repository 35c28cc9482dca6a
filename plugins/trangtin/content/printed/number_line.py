"""Số, ký hiệu: the line `Số: 12/KH-TCT` (Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.3)."""

from __future__ import annotations

import re

LABEL = "[Ss][ỐÔOÓỒỔốôoóồổ]\u0301?"
"""`Số`, also as text layers and scans have it that lost a mark or took it for another."""
_BEGINS = re.compile(rf"{LABEL}\s*:")
_STANDS = re.compile(rf"(?:^|\s){LABEL}\s*:.*")


def begins_number_line(text: str) -> bool:
    """True for `Số:`; without its colon it may be the number of something else."""
    return _BEGINS.match(text) is not None


def before_number(line: str) -> str:
    """What stands before `Số:` where a text layer runs the lines of a head into one; all of any other line."""
    return _STANDS.sub("", line).rstrip()
