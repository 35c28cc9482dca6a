"""Terms (nhiệm kỳ, năm học) by which a unit files what is past."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trangtin.content.record import Contradiction, Record, labelled
from trangtin.content.text import slug
from trangtin.content.values.dates import day_text
from trangtin.content.values.field import Day, Line


class Term(Record):
    """A span of time with a name: option `terms` of the plugin in `mkdocs.yml`. Terms may overlap."""

    name: Line = labelled("Tên nhiệm kỳ, năm học", "Năm học 2025 - 2026")
    """As people say it."""
    start: Day = labelled("Từ ngày", "1/9/2025")
    """First day."""
    end: Day = labelled("Đến hết ngày", "31/8/2026", "Kể cả ngày ấy.")
    """Last day, itself included."""

    @property
    def slug(self) -> str:
        """Its name in addresses."""
        return slug(self.name)

    def has(self, day: date | None) -> bool:
        """Whether a day lies in it; what has no day lies in none."""
        return day is not None and self.start <= day <= self.end

    def meets(self, start: date, end: date) -> bool:
        """Whether a span shares a day with it."""
        return self.start <= end and start <= self.end

    def contradictions(self) -> Iterator[Contradiction]:
        """Days in order, a name that can be in an address."""
        if self.end < self.start:
            yield Contradiction(
                "end",
                f"'end' ({day_text(self.end)}) trước 'start' ({day_text(self.start)})",
                "sửa một trong hai ngày",
                "end: 31/8/2026",
            )
        if not self.slug:
            yield Contradiction(
                "name", f"'{self.name}' không có chữ nào", "viết tên bằng chữ", "name: Nhiệm kỳ 2021 - 2026"
            )
