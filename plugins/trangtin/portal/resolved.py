"""What entries say of each other, worked out once: the portal is built of it, and the checks look at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from trangtin.portal.attachments import Attachments, sort_attachments
from trangtin.portal.bearings import Bearings
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.open_work import OpenWork
from trangtin.portal.references import References
from trangtin.portal.relations import Relations
from trangtin.portal.slugs import document_slugs
from trangtin.portal.statements import Statements


@dataclass(frozen=True)
class Resolved:
    """A catalogue and what follows from it."""

    catalogue: Catalogue
    references: References
    relations: Relations
    statements: Statements
    bearings: Bearings
    attachments: Attachments
    open_work: OpenWork
    slugs: Mapping[str, str]
    """The last part of each document's address, by path."""

    @cached_property
    def for_readers(self) -> Resolved:
        """The same without the drafts that a preview shows."""
        catalogue = self.catalogue.for_readers
        if catalogue is self.catalogue:
            return self
        bearings = Bearings(catalogue, self.relations)
        open_work = OpenWork(catalogue, self.attachments, self.statements, bearings)
        return replace(self, catalogue=catalogue, bearings=bearings, open_work=open_work)


def resolve(catalogue: Catalogue) -> Resolved:
    """Work out what follows from a catalogue."""
    references = References(catalogue)
    relations = Relations(catalogue, references)
    statements = Statements(catalogue, references)
    bearings = Bearings(catalogue, relations)
    attachments = sort_attachments(catalogue)
    open_work = OpenWork(catalogue, attachments, statements, bearings)
    slugs = document_slugs(catalogue)
    return Resolved(
        catalogue=catalogue,
        references=references,
        relations=relations,
        statements=statements,
        bearings=bearings,
        attachments=attachments,
        open_work=open_work,
        slugs=slugs,
    )
