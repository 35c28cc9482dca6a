"""A public document with all that bears on it, and what it is called."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from trangtin.content.document import AttachedFile, Document
from trangtin.content.entry import Entry
from trangtin.content.values.vocabulary import Level
from trangtin.portal.assignments import Assignment
from trangtin.portal.awards import GrantedAward
from trangtin.portal.bearings import Bearing
from trangtin.portal.issuers import Issuer
from trangtin.portal.relations import ABOUT_ANOTHER, ResolvedBasis
from trangtin.portal.validity import Validity
from trangtin.signing.report import FileReport


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """An attached file that exists."""

    path: str
    """Repository path of its bytes."""
    declared: AttachedFile
    facts: FileReport | None
    beside: tuple[FileReport, ...]
    """Reports of the `.p7s` files on offer that sign it."""
    signs: str
    """For a `.p7s`: repository path of the file it signs, where the folder has one."""
    is_alone: bool
    """True for a `.p7s` without the file it signs on offer: readers have nothing to hold it against."""


@dataclass(frozen=True)
class LinkedDocument:
    """A public document with all that bears on it."""

    entry: Entry[Document]
    year: int
    slug: str
    issuer: str
    """As the paper spells it."""
    issued_by: Issuer
    level: Level
    """Level of the issuer."""
    is_own: bool
    """Whether the unit itself issued it."""
    unit: str | None
    """Id of the public sub-unit that issued it."""
    campaign: str | None
    """Slug of a public campaign."""
    validity: Validity
    bearings: tuple[Bearing, ...]
    bases: tuple[ResolvedBasis, ...]
    cited_by: tuple[str, ...]
    """Paths of public documents that rest on this one."""
    files: tuple[OfferedFile, ...]
    tasks: tuple[Assignment, ...]
    over_on: date | None
    """Outside campaigns, the day by whose names the sub-units of its tasks are called; None: today (`work_over.py`)."""
    awards: tuple[GrantedAward, ...]
    """In its own order."""

    @property
    def head(self) -> Document:
        """Its front matter."""
        return self.entry.head

    @property
    def path(self) -> str:
        """Its identity."""
        return self.entry.path

    def is_only_about(self, others: Collection[str]) -> bool:
        """Whether it amends, corrects or recalls something, and nothing but `others` (paths)."""
        changed = [bearing.target for bearing in self.bearings if bearing.is_forward and bearing.kind in ABOUT_ANOTHER]
        return bool(changed) and all(target in others for target in changed)

    @property
    def issued(self) -> tuple[int, bool, tuple[int, str, str], str]:
        """Sort key, oldest first: by date, then by number (12 before 145); undated and unnumbered ones first."""
        day, number = self.head.date, self.head.number
        return (day.toordinal() if day else 0, number is not None, number.key if number else (0, "", ""), self.path)


def document_name(document: Document) -> str:
    """How people name a document: `Kế hoạch số 12/KH-TCT`, or type and title where it has no number."""
    named = typed_number(document)
    return named if document.number is not None else f"{named} {document.title}"


def document_title(document: Document) -> str:
    """Its name and what it is about: `Kế hoạch số 12/KH-TCT: Tết trồng cây`."""
    name = document_name(document)
    return f"{name}: {document.title}" if document.number is not None else name


def typed_number(document: Document) -> str:
    """`Kế hoạch số 12/KH-TCT`, or the type alone where it has no number."""
    return f"{document.type.name} số {document.number}" if document.number is not None else document.type.name
