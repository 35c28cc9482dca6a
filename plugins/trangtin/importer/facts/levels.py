"""The level of a body that issued a paper, with what is doubtful about it."""

from __future__ import annotations

import re
from datetime import date

from trangtin.content.levels import is_of_district, level_of
from trangtin.content.text import fold
from trangtin.content.values.vocabulary import Level
from trangtin.importer.facts.found import Found

_OTHER = re.compile(r"bo (?!mon\b|phan\b)")
_COUNTED = "chọn ở level; để trống thì tính là văn bản của đơn vị"


def read_level(name: str, day: date | None) -> Found[Level | None]:
    """The level that a body's name shows; `day` is that of the paper. A name that may hide one is a doubt."""
    level = level_of(name, day)
    if level is None and is_of_district(name):
        return Found(None, (f"“{name}”: cấp huyện (có đến hết tháng 6/2025) không có trong danh mục, {_COUNTED}",))
    if level is None and _OTHER.match(fold(name)):
        return Found(None, (untold(name),))
    return Found(level)


def untold(name: str) -> str:
    """The doubt about the level of another body whose name does not show it."""
    return f"tên “{name}” không cho biết cấp, {_COUNTED}"
