"""Sentences and citations as an administrative paper prints them."""

from __future__ import annotations

from datetime import date

from trangtin.content.document import Basis, Document
from trangtin.content.values.dates import day_in_words


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends with a punctuation mark already."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def cited_basis(basis: Basis) -> str:
    """`Kế hoạch số 95/KH-UBND ngày 14 tháng 4 năm 2021 của … (what it is about)`; a law is named by its title first."""
    return _cited(basis.type_name, basis.number, basis.date, basis.issuer, basis.title)


def cited_document(document: Document, issuer: str) -> str:
    """The citation of a document of this portal."""
    number = str(document.number) if document.number else None
    return _cited(document.type.name, number, document.date, issuer, document.title)


def _cited(kind: str | None, number: str | None, day: date | None, issuer: str | None, title: str | None) -> str:
    facts = [f"số {number}" if number else "", day_in_words(day) if day else "", f"của {issuer}" if issuer else ""]
    named = " ".join([kind or title or "Văn bản", *filter(None, facts)])
    return f"{named} ({title})" if kind and title else named
