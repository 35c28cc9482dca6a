"""Kinds of documents and their codes, a closed list set by the state (unlike the symbols of units)."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from trangtin.content.text import fold, one_line, slug


class TypeGroup(StrEnum):
    """Which rule book names the type."""

    ADMINISTRATIVE = "hanh-chinh"
    """Nghị định 30/2020/NĐ-CP, Điều 7 and Phụ lục III."""
    LEGAL = "quy-pham"
    """Normative documents, met as legal bases."""
    PARTY = "dang"
    """Hướng dẫn 36-HD/VPTW."""


@dataclass(frozen=True, slots=True)
class DocumentType:
    """One kind of document."""

    name: str
    """Its name as printed above the title, in mixed case: `Kế hoạch`."""
    code: str | None
    """Its abbreviation in symbols (`KH`); None for Công văn and Thư công, which have none."""
    group: TypeGroup = TypeGroup.ADMINISTRATIVE

    @property
    def slug(self) -> str:
        """Its name in addresses: `ke-hoach`."""
        return slug(self.name)


def _types(group: TypeGroup, listing: str) -> tuple[DocumentType, ...]:
    pairs = (item.split("=") for item in listing.replace("\n", " ").split("; "))
    return tuple(DocumentType(name.strip(), code.strip() or None, group) for code, name in pairs)


TYPES: tuple[DocumentType, ...] = (
    *_types(
        TypeGroup.ADMINISTRATIVE,
        "NQ=Nghị quyết; QĐ=Quyết định; CT=Chỉ thị; QC=Quy chế; QyĐ=Quy định; TC=Thông cáo; TB=Thông báo; "
        "HD=Hướng dẫn; CTr=Chương trình; KH=Kế hoạch; PA=Phương án; ĐA=Đề án; DA=Dự án; BC=Báo cáo; BB=Biên bản; "
        "TTr=Tờ trình; HĐ=Hợp đồng; =Công văn; CĐ=Công điện; BGN=Bản ghi nhớ; BTT=Bản thỏa thuận; GUQ=Giấy ủy quyền; "
        "GM=Giấy mời; GGT=Giấy giới thiệu; GNP=Giấy nghỉ phép; PG=Phiếu gửi; PC=Phiếu chuyển; PB=Phiếu báo; "
        "=Thư công; SY=Bản sao y; TrS=Bản trích sao; SL=Bản sao lục",
    ),
    *_types(
        TypeGroup.LEGAL,
        "=Hiến pháp; =Bộ luật; =Luật; PL=Pháp lệnh; L=Lệnh; NĐ=Nghị định; TT=Thông tư; TTLT=Thông tư liên tịch; "
        "NQLT=Nghị quyết liên tịch; VBHN=Văn bản hợp nhất",
    ),
    *_types(TypeGroup.PARTY, "KL=Kết luận; QĐi=Quy định; =Thông tri; QTr=Quy trình"),
)
"""Every type known. `Quy định` stands twice: QyĐ for the state, QĐi for the Party; the state's comes first."""

BY_CODE: Mapping[str, DocumentType] = {kind.code: kind for kind in reversed(TYPES) if kind.code}
"""Types by the code in symbols of the state."""
BY_NAME: Mapping[str, DocumentType] = {fold(kind.name): kind for kind in reversed(TYPES)}
"""Types by their folded name; of two with one name, the first of the list."""

# "CV" is a Party code and a common unofficial one; the state's table gives a công văn no code.
_ALIASES = {"CV": BY_NAME["cong van"], "VB": BY_NAME["cong van"]}

_PARTY_CODES = "NQ CT QĐi QĐ QC KL TB HD CV BC KH CTr TTr TT QTr BB".split()
_OF_THE_PARTY = {"CV": BY_NAME["cong van"], "TT": BY_NAME["thong tri"]}
PARTY_BY_CODE: Mapping[str, DocumentType] = {code: _OF_THE_PARTY.get(code) or BY_CODE[code] for code in _PARTY_CODES}
"""Types by what stands before the slash in Party numbers, where TT is a Thông tri."""


def find_type(text: str) -> DocumentType | None:
    """The type meant by a code (`KH`) or a name (`Kế hoạch`, whatever its case or accents), or None."""
    written = one_line(text)
    return (
        BY_CODE.get(written)
        or _ALIASES.get(written.upper())
        or BY_NAME.get(fold(written))
        or next((kind for code, kind in BY_CODE.items() if code.upper() == written.upper()), None)
    )


def nearest_type(text: str) -> str:
    """The name that looks most like what was typed, for "did you mean"; empty where none does."""
    close = difflib.get_close_matches(fold(text), list(BY_NAME), n=1, cutoff=0.6)
    return BY_NAME[close[0]].name if close else ""
