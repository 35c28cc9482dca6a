"""The unit that answers for a portal, as `mkdocs.yml` names it."""

from __future__ import annotations

from trangtin.content.record import Record, labelled
from trangtin.content.values.field import Line, OneOrMore
from trangtin.content.values.place import Email


class PortalUnit(Record):
    """The unit that answers for the portal: option `unit` of the plugin in `mkdocs.yml`."""

    name: Line = labelled("Tên đơn vị", "Trường Chính trị tỉnh Mẫu")
    """Full name."""
    short_name: Line | None = labelled("Tên ngắn", "Trường Chính trị", "Cho chỗ hẹp.", default=None)
    """For narrow places."""
    name_en: Line | None = labelled(
        "Tên bằng tiếng Anh", "Mau Political School", "Có tên này thì trang có phần tiếng Anh ở `/en/`.", default=None
    )
    """Full name in English; with it the portal has its English pages at `/en/`."""
    former: OneOrMore[Line] = labelled(
        "Các tên cũ", "Trường Chính trị tỉnh Mẫu Cũ", "Văn bản mang các tên này là của đơn vị, giữ tên cũ.", default=()
    )
    """Names that it bore before: what it issued under them is its own, and keeps them."""
    parent: Line | None = labelled("Cơ quan chủ quản", "Tỉnh ủy Mẫu", default=None)
    """The body above."""
    parent_en: Line | None = labelled("Cơ quan chủ quản bằng tiếng Anh", "Mau Provincial Party Committee", default=None)
    """The same in English."""
    address: Line | None = labelled("Địa chỉ", "Số 1 đường Mẫu, phường Mẫu, tỉnh Mẫu", default=None)
    """Postal address."""
    address_en: Line | None = labelled(
        "Địa chỉ bằng tiếng Anh",
        "1 Mau Street, Mau Ward, Mau Province, Viet Nam",
        "Cho thư từ nước ngoài.",
        default=None,
    )
    """The same for letters from abroad."""
    phone: Line | None = labelled("Điện thoại", "0200 3000 000", default=None)
    """Telephone."""
    email: Email | None = labelled("Thư điện tử", "vanphong@truong.example", default=None)
    """Mail."""
    responsible: Line | None = labelled(
        "Chịu trách nhiệm", "Nguyễn Văn A, Hiệu trưởng", "Người chịu trách nhiệm về nội dung.", default=None
    )
    """Who answers for the content."""
    responsible_en: Line | None = labelled("Chịu trách nhiệm, bằng tiếng Anh", "Nguyen Van A, Rector", default=None)
    """The same in English."""
    symbol: Line | None = labelled("Ký hiệu", "TCT", "Trong số, ký hiệu văn bản của đơn vị.", default=None)
    """The unit's symbol in document numbers."""

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name under which the unit issues or issued papers."""
        return (self.name, *([self.short_name] if self.short_name else ()), *self.former)
