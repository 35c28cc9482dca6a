"""A sub-unit (phòng, khoa, ban …) of the unit whose portal this is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated

from pydantic import BeforeValidator

from trangtin.content.page import PageHead
from trangtin.content.record import Contradiction, Record, labelled
from trangtin.content.values.dates import day_text
from trangtin.content.values.field import Day, Identifier, Line, Prose, choice
from trangtin.content.values.place import Email
from trangtin.content.values.vocabulary import UnitKind


class FormerName(Record):
    """A name the sub-unit bore before: what is older keeps it, with a link to the page of today."""

    name: Line = labelled("Tên cũ", "Phòng Đào tạo")
    """Full name then."""
    until: Day = labelled("Dùng đến hết ngày", "30/6/2019", "Ngày cuối mang tên ấy.")
    """Last day of that name."""


class UnitFacts(Record):
    """What the public should know about a sub-unit."""

    name: Line = labelled("Tên đơn vị", "Khoa Lý luận cơ sở")
    """Full name."""
    name_en: Line | None = labelled("Tên bằng tiếng Anh", "Basic Theory Faculty", default=None)
    """Full name in English."""
    kind: Annotated[UnitKind, BeforeValidator(choice(UnitKind))] = labelled(
        "Loại đơn vị", "khoa", default=UnitKind.OTHER
    )
    """Phòng, khoa, ban …"""
    head: Line | None = labelled("Phụ trách", "Lê Văn C, Trưởng khoa", default=None)
    """Who leads it."""
    head_en: Line | None = labelled("Phụ trách, bằng tiếng Anh", "Le Van C, Faculty Head", default=None)
    """The same in English."""
    phone: Line | None = labelled("Điện thoại", "0200 3000 011", "Số của cơ quan, không phải số riêng.", default=None)
    """Office telephone, not a private one."""
    email: Email | None = labelled("Thư điện tử", "khoallcs@truong.example", "Hộp thư của cơ quan.", default=None)
    """Office mail."""
    names: tuple[FormerName, ...] = labelled("Các tên cũ", None, "Cũ nhất trước.", default=())
    """Names it bore before, oldest first."""
    until: Day | None = labelled(
        "Hoạt động đến hết ngày", "30/6/2025", "Ngày cuối trước khi sáp nhập, giải thể; trang vẫn còn.", default=None
    )
    """Its last day, where it was merged or dissolved; its page stays."""
    merged_into: Identifier | None = labelled(
        "Sáp nhập vào", "khoa-llcs", "Đơn vị tiếp nhận sau ngày ấy.", default=None
    )
    """Id of the sub-unit that took over after that day."""

    def contradictions(self) -> Iterator[Contradiction]:
        """Former names in the order of their days; a merger has a day, after all of them."""
        for before, after in pairwise(self.names):
            if after.until <= before.until:
                yield Contradiction(
                    "names",
                    f"tên '{after.name}' dùng đến {day_text(after.until)}, không sau tên trước nó "
                    f"({day_text(before.until)})",
                    "xếp tên cũ nhất lên đầu, mỗi tên một ngày",
                )
        if self.merged_into is not None and self.until is None:
            yield Contradiction(
                "merged_into", "'merged_into' cần ngày cuối của đơn vị cũ", "thêm khóa until", "until: 30/6/2025"
            )
        if self.until is not None and self.names and self.until <= self.names[-1].until:
            yield Contradiction(
                "until",
                f"'until' ({day_text(self.until)}) không sau ngày cuối của tên cũ ({day_text(self.names[-1].until)})",
                "sửa một trong hai ngày",
                "until: 30/6/2025",
            )

    def name_on(self, day: Day | None) -> str:
        """Its name on a day; the last one where no day is known."""
        return next((old.name for old in self.names if day is not None and day <= old.until), self.name)

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name it ever bore."""
        return (*(old.name for old in self.names), self.name)


class Unit(PageHead):
    """A sub-unit; its id is the name of its file."""

    unit: UnitFacts = labelled("Đơn vị")
    """Its facts."""
    title: Line | None = labelled("Tiêu đề", "Khoa Lý luận cơ sở", "Bỏ trống: tên đơn vị.", default=None)
    """Heading of the page; the unit's name where left out."""
    summary: Prose | None = labelled("Tóm tắt", "Giảng dạy lý luận chính trị", default=None)
    """One or two sentences."""
