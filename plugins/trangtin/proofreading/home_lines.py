"""Land lines at people's homes: "ĐT nhà: 0213 …", "NR: …", columns "Điện thoại nhà riêng". Offices' are no secret."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trangtin.proofreading.columns import Columns
from trangtin.proofreading.figures import GAP

_LINE = rf"\(?02\d(?:{GAP}\d){{8}}(?!\d|[ .-]\d{{3}})"
"""An area code and a number, eleven figures together."""
# "Điện thoại nhà trường", "ĐT Nhà văn hóa" are of offices: nothing else stands behind the word.
_AT_HOME = r"(?:(?:đt|sđt|điện\s+thoại|số\s+máy|tel)\.?\s*\(?(?:nhà(?:\s+riêng)?|(?-i:NR))\)?|nhà\s+riêng|(?-i:\bNR))"
_SAID = re.compile(rf"(?<!\w){_AT_HOME}[\s*_]*[:.–-]?[\s*_]*(?P<data>{_LINE})", re.IGNORECASE)
_HEAD = re.compile(rf"\W*(?:số\s+)?{_AT_HOME}\W*", re.IGNORECASE)
_CELL = re.compile(rf"\W*?(?P<data>{_LINE})\W*")


def home_lines(text: str, columns: Columns) -> Iterator[tuple[int, str]]:
    """Every land line that is said to be at a home, as (offset, the number as it stands)."""
    if "02" not in text or not ("nhà" in text.lower() or "NR" in text):
        return
    for match in _SAID.finditer(text):
        yield match.start("data"), match["data"]
    for at, cell in columns.below(_HEAD.fullmatch):
        if number := _CELL.fullmatch(cell):
            yield at + number.start("data"), number["data"]
