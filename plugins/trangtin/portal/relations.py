"""How documents bear on each other: declared once, seen from both ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from trangtin.content.document import Basis, Document
from trangtin.content.entry import Entry
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.references import Outcome, References


class RelationKind(Enum):
    """A relation's key in the front matter, and its words from either end."""

    IMPLEMENTS = ("implements", "Thực hiện", "Được thực hiện bởi")
    REPLACES = ("replaces", "Thay thế", "Bị thay thế bởi")
    AMENDS = ("amends", "Sửa đổi, bổ sung", "Được sửa đổi, bổ sung bởi")
    CORRECTS = ("corrects", "Đính chính", "Được đính chính bởi")
    RECALLS = ("recalls", "Thu hồi", "Bị thu hồi bởi")

    def __init__(self, key: str, forward: str, backward: str) -> None:
        """`forward` are its words seen from the paper that declares it, `backward` those seen from the other."""
        self.key = key
        self.forward = forward
        self.backward = backward

    def of(self, document: Document) -> tuple[str, ...]:
        """What a document's front matter says under this relation's key."""
        return getattr(document, self.key)  # type: ignore[no-any-return]


ABOUT_ANOTHER = (RelationKind.AMENDS, RelationKind.CORRECTS, RelationKind.RECALLS)
"""What changes or takes back another paper sets out no work of its own."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One declared relation, resolved as far as it can be."""

    kind: RelationKind
    source: str
    """Path of the document that declares it."""
    index: int
    """Position in its list."""
    text: str
    """As typed."""
    target: str | None
    """Path of the document meant; None where it is not in this portal."""
    outcome: Outcome | None
    """Why there is no target."""


@dataclass(frozen=True, slots=True)
class ResolvedBasis:
    """A basis, with the document it cites where that is in this portal."""

    basis: Basis
    target: str | None


class Relations:
    """Every relation and basis of every document, both ways."""

    def __init__(self, catalogue: Catalogue, references: References) -> None:
        """Resolve all; linear in the number of relations."""
        self.all: tuple[Relation, ...] = tuple(
            relation for entry in catalogue.reading.documents for relation in _declared(entry, references)
        )
        self._from: dict[str, list[Relation]] = defaultdict(list)
        self._to: dict[str, list[Relation]] = defaultdict(list)
        for relation in self.all:
            self._from[relation.source].append(relation)
            if relation.target is not None:
                self._to[relation.target].append(relation)
        self._bases: dict[str, tuple[ResolvedBasis, ...]] = {}
        self._cited_by: dict[str, list[str]] = defaultdict(list)
        for entry in catalogue.reading.documents:
            resolved = tuple(_resolve(basis, entry, references) for basis in entry.head.basis)
            self._bases[entry.path] = resolved
            for basis in resolved:
                if basis.target is not None:
                    self._cited_by[basis.target].append(entry.path)

    def declared_by(self, path: str) -> tuple[Relation, ...]:
        """Relations a document declares."""
        return tuple(self._from.get(path, ()))

    def pointing_at(self, path: str) -> tuple[Relation, ...]:
        """Relations other documents declare towards it."""
        return tuple(self._to.get(path, ()))

    def bases_of(self, path: str) -> tuple[ResolvedBasis, ...]:
        """What a document rests on."""
        return self._bases.get(path, ())

    def citing(self, path: str) -> tuple[str, ...]:
        """Paths of the documents that rest on it."""
        return tuple(dict.fromkeys(self._cited_by.get(path, ())))


def _declared(entry: Entry[Document], references: References) -> Iterator[Relation]:
    for kind in RelationKind:
        for index, text in enumerate(kind.of(entry.head)):
            found = references.find(text, entry)
            if isinstance(found, Outcome):
                yield Relation(kind, entry.path, index, text, None, found)
            else:
                yield Relation(kind, entry.path, index, text, found.path, None)


def _resolve(basis: Basis, entry: Entry[Document], references: References) -> ResolvedBasis:
    found = references.find_basis(basis, entry)
    return ResolvedBasis(basis, found.path if found is not None else None)
