"""Days, sentences and citations as an administrative paper prints them."""

from __future__ import annotations

from datetime import date

from trangtin.content.doctype import find_type
from trangtin.content.document import Basis, Document
from trangtin.content.number import parse_number


def printed_day(day: date) -> str:
    """`05/4/2021`: days under 10 and the first two months with a leading 0, no others (Phụ lục I, mục II.4)."""
    return f"{day.day:02d}/{_month(day)}/{day.year}"


def day_in_words(day: date) -> str:
    """`ngày 05 tháng 4 năm 2021`, as documents are cited."""
    return f"ngày {day.day:02d} tháng {_month(day)} năm {day.year}"


def _month(day: date) -> str:
    return f"{day.month:02d}" if day.month <= 2 else str(day.month)


def sentence(text: str) -> str:
    """With a full stop, unless it ends with a sign of its own."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def small(label: str) -> str:
    """A label inside a sentence."""
    return label[:1].lower() + label[1:]


def cited_basis(basis: Basis) -> str:
    """`Kế hoạch số 95/KH-UBND ngày 14 tháng 4 năm 2021 của … (what it is about)`; a law is named by its title first."""
    kind = basis.type.name if basis.type else _type_in(basis.number)
    return _cited(kind, basis.number, basis.date, basis.issuer, basis.title)


def cited_document(document: Document, issuer: str) -> str:
    """The same for a document of this portal."""
    number = str(document.number) if document.number else None
    return _cited(document.type.name, number, document.date, issuer, document.title)


def _cited(kind: str | None, number: str | None, day: date | None, issuer: str | None, title: str | None) -> str:
    facts = [f"số {number}" if number else "", day_in_words(day) if day else "", f"của {issuer}" if issuer else ""]
    named = " ".join([kind or title or "Văn bản", *filter(None, facts)])
    return f"{named} ({title})" if kind and title else named


def _type_in(number: str | None) -> str | None:
    try:
        code = parse_number(number or "").type_code
    except ValueError:
        return None
    found = find_type(code) if code else None
    return found.name if found else None
