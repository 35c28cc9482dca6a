"""docs/search-format.md is what other portals' scripts are written after: its table of weights is the program's."""

from __future__ import annotations

import re

from tests.docs.pages import read
from trangtin.search.record import Field


def test_the_table_of_weights_is_the_programs() -> None:
    rows = re.findall(r"(?m)^\| [^|]+ \| ([\d.]+) \| (\d+) \| ([\d.]+) \|$", read("docs/search-format.md"))
    told = {(float(weight), int(usual), float(slope)) for weight, usual, slope in rows}
    assert told == {(field.weight, field.usual, field.slope) for field in Field}
