"""The number of the unit's next document, from the register of those it has."""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.content.values.doctype import DocumentType
from trangtin.content.values.number import DocumentNumber
from trangtin.portal.catalogue import Catalogue


def next_number(catalogue: Catalogue, kind: DocumentType, year: int) -> str | None:
    """The number after the highest that the unit's own documents of a type and year bear on the portal.

    None where the symbol cannot be derived: for a công văn, whose symbol names the drafting division, or a unit without
    a symbol.
    """
    own = [number for _, number in _own_numbers(catalogue, year) if number.type_code == kind.code]
    last = max(own, key=lambda number: number.ordinal, default=None)
    if kind.code is None:
        return None
    unit = catalogue.settings.unit.symbol
    symbol = last.symbol if last else f"{kind.code}-{unit}" if unit else None
    return f"{(last.ordinal if last else 0) + 1:02}/{symbol}" if symbol else None


def owner_of(catalogue: Catalogue, number: DocumentNumber, year: int) -> str | None:
    """The path of the unit's own document that bears a number in a year, if one does."""
    return next((path for path, known in _own_numbers(catalogue, year) if known.key == number.key), None)


def _own_numbers(catalogue: Catalogue, year: int) -> Iterator[tuple[str, DocumentNumber]]:
    for entry in catalogue.reading.documents:
        is_own = catalogue.issuing.issuer_of(entry.head) == catalogue.settings.unit.name
        if is_own and entry.head.number is not None and catalogue.year_of(entry) == year:
            yield entry.path, entry.head.number
