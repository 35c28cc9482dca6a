"""Who issued a document: the portal's own unit, one of its sub-units or another body, and at which level."""

from __future__ import annotations

from collections.abc import Mapping

from trangtin.content.abbreviated import issuer_key
from trangtin.content.document import Document
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.values.vocabulary import Level

ABOVE = frozenset({Level.CENTRAL, Level.PROVINCE, Level.COMMUNE})
"""Levels that say where a body stands in the state, not whether it is the portal's own unit."""
WHOSE = ("issuer", "level", "received")
"""Keys that say whether a document is another body's."""


class Issuing:
    """Judges the documents of one portal by the names of its unit and of its sub-units."""

    def __init__(self, unit: PortalUnit, sub_units: Mapping[str, str]) -> None:
        """`sub_units` are the ids of the sub-units by every name that they ever bore (`issuer_key`)."""
        self._name = unit.name
        self._names = frozenset(issuer_key(name) for name in (unit.name, unit.short_name) if name)
        self._names_ever = frozenset(map(issuer_key, unit.all_names))
        self._sub_units = sub_units

    def issuer_of(self, document: Document) -> str:
        """The body that issued it; the portal's own unit where none is named, or that unit in another spelling."""
        if document.issuer is None or issuer_key(document.issuer) in self._names:
            return self._name
        return document.issuer

    def sub_unit_of(self, document: Document) -> str | None:
        """Id of the sub-unit that issued it, under whatever name; None where none did."""
        return self._sub_units.get(issuer_key(self.issuer_of(document)))

    def level_of(self, document: Document) -> Level:
        """The level of its issuer: as typed, else a sub-unit's where the issuer bears the name of one.

        Of the unit's own papers it is the unit's, though a commune types `xa` and a department `tinh`: that is where
        the unit stands, and beside whom its papers are not counted.
        """
        if document.level is not None and not (document.level in ABOVE and self._names_unit(document)):
            return document.level
        return Level.UNIT if self.sub_unit_of(document) is None else Level.DIVISION

    def is_own(self, document: Document) -> bool:
        """Whether the unit itself issued it, under its name or a former one.

        Neither a sub-unit's nor a paper of another body is, even where nobody wrote its level down.
        """
        return self.level_of(document) is Level.UNIT and self._names_unit(document)

    def is_of_another_body(self, document: Document) -> bool:
        """Whether neither the unit nor a sub-unit issued it: by its level, or by an issuer that is named."""
        return not self.is_own(document) and self.level_of(document) is not Level.DIVISION

    def _names_unit(self, document: Document) -> bool:
        """By its issuer; where none is named it is the unit's, unless it came in from somewhere."""
        if document.issuer is None:
            return document.received is None or document.level not in ABOVE
        return issuer_key(document.issuer) in self._names_ever
