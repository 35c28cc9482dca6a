"""Open data as tables, for people who open them in a spreadsheet: headings in Vietnamese, one row per record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trangtin.portal.model import GrantedAward, LinkedDocument, Portal
from trangtin.views import targets
from trangtin.views.dataset import AddressOf
from trangtin.views.disclosure import DisclosedItem, disclosed
from trangtin.views.open_data import document_record

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows of the same length."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def document_table(portal: Portal, address: AddressOf) -> Table:
    """All public documents, newest first, with the headings of a register of documents (sổ đăng ký văn bản)."""
    return _table(
        "Số, ký hiệu|Ngày ban hành|Loại văn bản|Trích yếu|Cơ quan ban hành|Cấp ban hành|Người ký|Chức vụ|Lĩnh vực|"
        "Phong trào|Hiệu lực|Có hiệu lực từ|Hết hiệu lực|Ngày đăng|Ngày cập nhật|Ngày gỡ|Lý do gỡ|Trang|Tệp",
        (_document(document, portal, address) for document in portal.documents),
    )


def _document(document: LinkedDocument, portal: Portal, address: AddressOf) -> Iterator[str | None]:
    record = document_record(document, portal, address)
    gone = record["withdrawn"]
    yield from (record["number"], record["IssuedDate"], record["TypeName"], record["Subject"], record["OrganName"])
    yield from (document.level.label, record["FullName"], record["Position"], "; ".join(record["areas"]))
    yield record["campaign"]["title"] if record["campaign"] else None
    yield "Đã gỡ" if gone else record["validity_text"]
    yield from (record["effective"], record["expires"], record["published"], record["updated"])
    yield from (gone["date"], gone["reason"]) if gone else (None, None)
    yield record["url"]
    yield "; ".join(file["url"] for file in record["files"])


def award_table(portal: Portal, address: AddressOf) -> Table:
    """All commendations of public decisions, newest first."""
    granted = [
        (document, GrantedAward(award, document.path, document.head.date))
        for document in portal.documents
        if not document.head.is_withdrawn
        for award in document.head.awards
    ]
    return _table(
        "Hình thức|Trao cho|Đối tượng|Thành tích|Quyết định|Ngày|Phong trào|Ngày thu hồi|Thu hồi theo|Trang",
        (_award(document, award, portal, address) for document, award in granted),
    )


def _award(
    document: LinkedDocument, granted: GrantedAward, portal: Portal, address: AddressOf
) -> Iterator[str | date | None]:
    award = granted.award
    campaign = portal.campaign_named.get(document.campaign or "")
    yield from (award.form, award.to, award.kind.label, award.reason)
    yield from (str(document.head.number) if document.head.number else None, granted.day)
    yield campaign.head.title if campaign else None
    yield from (award.revoked.date, award.revoked.by) if award.revoked else (None, None)
    yield address(granted.document)


def disclosure_table(portal: Portal, address: AddressOf) -> Table:
    """The whole register of information that must be public."""
    return _table(
        "Tên thông tin, văn bản|Số, ký hiệu|Ngày văn bản|Hình thức công khai|Thời điểm công khai, cập nhật|"
        "Thời hạn công khai|Địa chỉ",
        (_disclosed(item, address) for item in disclosed(portal)),
    )


def _disclosed(item: DisclosedItem, address: AddressOf) -> Iterator[str | date | None]:
    yield from (item.name.text, item.number, item.issued, item.form, item.published, item.term)
    yield address(item.name.target or "")


def _table(headings: str, rows: Iterator[Iterator[str | date | None]]) -> Table:
    return Table(tuple(headings.split("|")), tuple(tuple(map(cell, row)) for row in rows))


def cell(value: str | date | None) -> str:
    """A value as a spreadsheet may open it: one line, and no text is taken for a formula (OWASP: CSV injection)."""
    text = " ".join((value.isoformat() if isinstance(value, date) else value or "").split())
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text


TABLES = {
    targets.DOCUMENT_TABLE: document_table,
    targets.AWARD_TABLE: award_table,
    targets.DISCLOSURE_TABLE: disclosure_table,
}
"""Which table is behind which target."""
