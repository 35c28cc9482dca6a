"""Numbers and symbols of documents: `12/KH-TCT`, `224/2026/NĐ-CP`, `49-KL/TW`.

Grammar after Nghị định 30/2020/NĐ-CP, Điều 15 and Phụ lục I.II.3, and Hướng dẫn 36-HD/VPTW for Party papers. A unit's
symbol is its head's to choose, so no list of symbols exists and none is made up here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from trangtin.content.text import fold, one_line, slug
from trangtin.content.values.doctype import BY_CODE, PARTY_BY_CODE, DocumentType

BEFORE_SYMBOL = r"\d{1,6}[A-Za-z]?(?:/(?:19|20)\d\d)?[/-]"
"""A pattern for what stands before the symbol, where no space is typed or lost: `95/`, `224/2026/`, `49-`."""
SYMBOL = r"[A-ZĐÂÊÔƠƯĂ][0-9A-Za-zĐđÂâÊêÔôƠơƯưĂă&]*"
_GROUPS = rf"{SYMBOL}(?:-{SYMBOL})*"
_ORDINAL = r"(?P<ordinal>\d{1,6})(?P<letter>[A-Za-z]?)"
_LEGAL = re.compile(rf"(?P<ordinal>\d{{1,5}})(?P<letter>)/(?P<year>(?:19|20)\d\d)/(?P<symbol>{_GROUPS})")
_ADMINISTRATIVE = re.compile(rf"{_ORDINAL}/(?P<symbol>{SYMBOL}(?:-{SYMBOL})+)")
_PARTY = re.compile(
    rf"{_ORDINAL}-(?P<symbol>(?:{'|'.join(sorted(PARTY_BY_CODE, key=len, reverse=True))})"
    r"/[A-ZĐ][A-Za-zĐđ]*(?:-[A-ZĐ][A-Za-zĐđ]*)*)"
)
_OTHER = re.compile(rf"{_ORDINAL}[/-](?P<symbol>\S*[A-ZĐ]\S*)")
_LEADING = re.compile(r"^số\s*:?\s*", re.IGNORECASE)
_TIGHT = re.compile(r"\s*([/-])\s*")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013", "-"))  # word processors make them of a hyphen


class NumberKind(StrEnum):
    """Which grammar a number follows."""

    ADMINISTRATIVE = "hanh-chinh"
    LEGAL = "quy-pham"
    PARTY = "dang"
    OTHER = "khac"
    """Readable, but of no shape in force (`54/CP` of 1996): kept as printed."""


@dataclass(frozen=True)
class DocumentNumber:
    """A number and symbol, taken apart."""

    text: str
    """The number as printed, without stray spaces (`05/KH-TCT`)."""
    kind: NumberKind
    ordinal: int
    """The running number: 5 for `05/KH-TCT`."""
    year: int | None
    """Only where the number itself carries it (`224/2026/NĐ-CP`)."""
    symbol: str
    """All that follows the number: `KH-TCT`, `NĐ-CP`, `KL/TW`."""
    type_code: str | None
    """The document type in the symbol (`KH`), or None for a công văn, whose symbol has no type."""

    @property
    def type(self) -> DocumentType | None:
        """The type that `type_code` means in its grammar: TT is a Thông tư of the state, a Thông tri of the Party."""
        return _types_of(self.kind).get(self.type_code or "")

    @cached_property
    def key(self) -> tuple[int, str, str]:
        """What makes two spellings one number: `5/KH-TCT` and `05/KH-TCT` are equal by it."""
        letter = re.match(r"\d+([A-Za-z]?)", self.text)
        return self.ordinal, letter.group(1).lower() if letter else "", f"{self.year or ''}/{self.symbol}".casefold()

    @cached_property
    def printed_key(self) -> tuple[int, str, str]:
        """The key for comparing with print: a text layer loses marks, and a dash or a stroke may separate the parts."""
        ordinal, letter, symbol = self.key
        return ordinal, letter, re.sub(r"\W", "", fold(symbol))

    @cached_property
    def slug(self) -> str:
        """The number in addresses: `12-kh-tct`."""
        return slug(self.text)

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=4096)  # the same laws and directives are cited again and again
def parse_number(text: str) -> DocumentNumber:
    """Read a number as a person typed it: spaces around `/` and `-`, a leading `Số:` are forgiven.

    Raises ValueError with the reason in Vietnamese when the text is no complete number.
    """
    written = _LEADING.sub("", one_line(text).translate(_DASHES))
    if " " in written:
        written = _TIGHT.sub(r"\1", written)
    if written.isdigit():
        raise ValueError("chỉ có số, thiếu ký hiệu")
    if written[:1] in {"/", "-", ".", "…", "_"}:
        raise ValueError("chưa có số (văn bản chưa cấp số thì để trống)")
    for kind, grammar in (
        (NumberKind.LEGAL, _LEGAL),
        (NumberKind.ADMINISTRATIVE, _ADMINISTRATIVE),
        (NumberKind.PARTY, _PARTY),
        (NumberKind.OTHER, _OTHER),
    ):
        if match := grammar.fullmatch(written):
            found = match.groupdict()
            symbol = found["symbol"]
            return DocumentNumber(
                text=written,
                kind=kind,
                ordinal=int(found["ordinal"]),
                year=int(found["year"]) if found.get("year") else None,
                symbol=symbol,
                type_code=_type_code(symbol, kind),
            )
    raise ValueError("không đúng dạng số/ký hiệu")


def _type_code(symbol: str, kind: NumberKind) -> str | None:
    first = re.split(r"[-/]", symbol, maxsplit=1)[0]
    return first if first in _types_of(kind) else None


def _types_of(kind: NumberKind) -> Mapping[str, DocumentType]:
    return PARTY_BY_CODE if kind is NumberKind.PARTY else BY_CODE
