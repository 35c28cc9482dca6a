"""Open data as tables, for people who open them in a spreadsheet: headings in Vietnamese, one row per record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from trangtin.content.values.vocabulary import Level
from trangtin.portal.model import Portal
from trangtin.portal.promptness import quarters
from trangtin.views.disclosure import FORM, TERM, DisclosedItem, disclosed
from trangtin.views.machine_readable.open_data.awards import AwardRecord
from trangtin.views.machine_readable.open_data.documents import DocumentRecord
from trangtin.views.targets import AddressOf

_LEVELS = {level.value: level.label for level in Level}
_FORMULA = re.compile("(^|; *)(?=[-=+@＝＋－＠])")
"""Where one would begin; a spreadsheet set up for Vietnamese takes `;` for the end of a cell."""


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows of the same length."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def document_table(documents: Iterable[DocumentRecord]) -> Table:
    """Documents in the order given, with the headings of a register of documents (sổ đăng ký văn bản)."""
    return _table(
        "Số, ký hiệu|Ngày ban hành|Loại văn bản|Trích yếu|Cơ quan ban hành|Cấp ban hành|Người ký|Chức vụ|Lĩnh vực|"
        "Phong trào|Hiệu lực|Có hiệu lực từ|Hết hiệu lực|Ngày đăng|Ngày cập nhật|Ngày gỡ|Lý do gỡ|Trang|Tệp",
        map(_document, documents),
    )


def _document(record: DocumentRecord) -> Iterator[str | None]:
    gone = record["withdrawn"]
    yield from (record["number"], record["IssuedDate"], record["TypeName"], record["Subject"], record["OrganName"])
    yield from (_LEVELS[record["level"]], record["FullName"], record["Position"], "; ".join(record["areas"]))
    yield record["campaign"]["title"] if record["campaign"] else None
    yield "Đã gỡ" if gone else record["validity_text"]
    yield from (record["effective"], record["expires"], record["published"], record["updated"])
    yield from (gone["date"], gone["reason"]) if gone else (None, None)
    yield record["url"]
    yield "; ".join(file["url"] for file in record["files"])


def award_table(awards: Iterable[AwardRecord]) -> Table:
    """Commendations in the order given."""
    return _table(
        "Hình thức|Trao cho|Đối tượng|Chức vụ|Đơn vị|Thành tích|Quyết định|Ngày|Cơ quan ban hành|Phong trào|Tình trạng|"
        "Ngày thu hồi|Thu hồi theo|Trang",
        map(_award, awards),
    )


def _award(record: AwardRecord) -> Iterator[str | None]:
    revoked = record["revoked"]
    yield from (record["form"], record["to"], record["kind_text"], record["position"])
    yield record["unit"]["title"] if record["unit"] else None
    yield from (record["reason"], record["number"], record["date"], record["issuer"])
    yield record["campaign"]["title"] if record["campaign"] else None
    yield record["state_text"]
    yield from (revoked["date"], revoked["by"]) if revoked else (None, None)
    yield record["decision"]


def promptness_table(portal: Portal) -> Table:
    """Promptness per quarter, latest first."""
    return _table(
        "Năm|Quý|Văn bản của cơ quan khác đã đăng|Đúng hạn|Muộn|Trung vị (ngày làm việc)|Lâu nhất (ngày làm việc)",
        (
            iter((*map(str, (q.year, q.quarter, q.total, q.on_time, q.late)), f"{q.median:g}", str(q.longest)))
            for q in quarters(portal.deliveries)
        ),
    )


def disclosure_table(portal: Portal, address: AddressOf) -> Table:
    """The whole register of information that must be public."""
    return _table(
        "Tên thông tin, văn bản|Số, ký hiệu|Ngày văn bản|Hình thức công khai|Thời điểm công khai, cập nhật|"
        "Thời hạn công khai|Địa chỉ",
        (_disclosed(item, address) for item in disclosed(portal)),
    )


def _disclosed(item: DisclosedItem, address: AddressOf) -> Iterator[str | date | None]:
    yield from (item.name.text, item.number, item.issued, FORM, item.published, TERM)
    yield address(item.name.target or "")


def _table(headings: str, rows: Iterable[Iterable[str | date | None]]) -> Table:
    return Table(tuple(headings.split("|")), tuple(tuple(map(cell, row)) for row in rows))


def cell(value: str | date | None) -> str:
    """A value as a spreadsheet may open it: one line, and no text is taken for a formula (OWASP: CSV injection)."""
    text = " ".join((value.isoformat() if isinstance(value, date) else value or "").split())
    return _FORMULA.sub(r"\1'", text)
