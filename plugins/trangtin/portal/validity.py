"""Whether a document is in force on a day: computed from dates and relations, never typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from trangtin.content.document import Document


class Validity(Enum):
    """A document's force on a day."""

    NOT_YET = "Chưa có hiệu lực"
    IN_FORCE = "Còn hiệu lực"
    EXPIRED = "Hết hiệu lực"
    REPLACED = "Đã bị thay thế"
    RECALLED = "Đã bị thu hồi"
    UNKNOWN = "Chưa xác định hiệu lực"
    NOT_APPLICABLE = ""
    """A report, letter or plan has no force to lose."""

    @property
    def is_superseded(self) -> bool:
        """Whether a later paper took it back or its place: what it set and gave to do is off."""
        return self in {Validity.RECALLED, Validity.REPLACED}


# What informs, asks or sets out work, and lays down no rule: of a plan carried out years ago nobody may be told that it
# is in force. Where an editor typed a day of effect or expiry, the question arises all the same.
_WITHOUT_FORCE = {
    "Báo cáo", "Biên bản", "Tờ trình", "Công văn", "Thư công", "Công điện", "Thông cáo", "Giấy mời", "Giấy giới thiệu",
    "Giấy nghỉ phép", "Giấy ủy quyền", "Phiếu gửi", "Phiếu chuyển", "Phiếu báo", "Kết luận",
    "Kế hoạch", "Chương trình", "Phương án", "Đề án", "Dự án", "Thông báo",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ending:
    """A later document that takes this one's force: replaced or recalled from a day on."""

    since: date | None
    """Its first day in force; None if it has no date, which takes nothing."""
    recalls: bool
    """True for a recall, which also holds for documents without force."""


def validity_on(today: date, document: Document, endings: Iterable[Ending]) -> Validity:
    """The state on `today`; a recall outweighs a replacement, a replacement an expiry date."""
    begun = [ending for ending in endings if ending.since is not None and ending.since <= today]
    if any(ending.recalls for ending in begun):
        return Validity.RECALLED
    if begun:
        return Validity.REPLACED
    if document.expires is not None and document.expires < today:
        return Validity.EXPIRED
    if document.type.name in _WITHOUT_FORCE and document.effective is None and document.expires is None:
        return Validity.NOT_APPLICABLE
    start = document.effective or document.date
    if start is None:
        return Validity.UNKNOWN
    return Validity.NOT_YET if start > today else Validity.IN_FORCE
