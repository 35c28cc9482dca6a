"""A sub-unit (phòng, khoa, ban …) of the unit whose portal this is."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from trangtin.content.field import Line, Prose, choice
from trangtin.content.page import PageHead
from trangtin.content.place import Email
from trangtin.content.record import Record, labelled
from trangtin.content.vocabulary import UnitKind


class UnitFacts(Record):
    """What the public should know about a sub-unit."""

    name: Line = labelled("Tên đơn vị", "Khoa Lý luận cơ sở")
    """Full name."""
    kind: Annotated[UnitKind, BeforeValidator(choice(UnitKind))] = labelled(
        "Loại đơn vị", "khoa", default=UnitKind.OTHER
    )
    """Phòng, khoa, ban …"""
    head: Line | None = labelled("Phụ trách", "Lê Văn C, Trưởng khoa", default=None)
    """Who leads it."""
    phone: Line | None = labelled("Điện thoại", "0200 3000 011", default=None)
    """Office telephone, not a private one."""
    email: Email | None = labelled("Thư điện tử", "khoallcs@truong.example", default=None)
    """Office mail."""


class Unit(PageHead):
    """A sub-unit; its id is the name of its file."""

    unit: UnitFacts = labelled("Đơn vị")
    """Its facts."""
    title: Line | None = labelled("Tiêu đề", "Khoa Lý luận cơ sở", default=None)
    """Heading of the page; the unit's name where left out."""
    summary: Prose | None = labelled("Tóm tắt", "Giảng dạy lý luận chính trị", default=None)
    """One or two sentences."""
