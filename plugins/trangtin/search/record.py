"""What search knows of one page: its words by field, what it can be narrowed down by, what an answer shows of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from hashlib import blake2b


class Field(Enum):
    """Where words stand: their weight, the usual length in words, and how much length counts (BM25F's b).

    The usual lengths are part of the format, not counted from a portal's own texts: so a page weighs the same in every
    portal, an unchanged one never has to be weighed again, and answers of several portals can be merged.
    """

    TITLE = 7.0, 16, 0.35
    NUMBER = 10.0, 6, 0.0
    CITATION = 3.2, 16, 0.0
    """What readers type who want just this page: type, number and day as others cite a document; of other pages the
    day; the month, which asks for all of a kind; the name of a list. Whoever types a whole citation wants the page that
    bears it, not one that cites it. A month stands there four times and must not weigh as much as a number."""
    NAMES = 2.5, 12, 0.3
    """Type, issuer, signer or author, areas of work, campaign and its slogan, unit, its id and its head, spokesperson,
    tags; what the document is that closes a campaign (`Báo cáo tổng kết`); what else people call a page that the portal
    makes."""
    SUMMARY = 2.0, 30, 0.3
    BODY = 1.0, 600, 0.75
    DETAILS = 0.7, 120, 0.5
    """Bases, tasks, awards, recipients, notes; criteria, works and steps of a campaign; titles of files; pictures in
    words; phone; a title with the numbers it cites."""
    FILES = 0.5, 600, 0.75
    """Text of attached PDF and office files; counts only for words that stand nowhere else."""

    def __init__(self, weight: float, usual: int, slope: float) -> None:
        """Name what the tuple holds."""
        self.weight = weight
        self.usual = usual
        self.slope = slope

    def weight_of_one(self, length: int) -> float:
        """What one occurrence weighs in a field of `length` words; below half the usual, shortness is no merit."""
        return self.weight / (1 - self.slope + self.slope * max(length / self.usual, 0.5))


BORNE = (Field.NUMBER, Field.CITATION)
"""Fields that say which page it is: they weigh the same whether it still holds or not."""


def spelt_out_in(field: Field) -> Field:
    """The field in which the other forms of its abbreviations count.

    `14/UBND-VHXH` says who wrote it: that office's papers are not all about culture, as its title would make one.
    """
    return Field.NAMES if field in BORNE else field


OVER = 0.7
"""All else in a page that no longer holds weighs so much of the usual: of two nearly alike, one in force is first."""
STRONG = (Field.TITLE, Field.NUMBER, Field.NAMES)
"""Fields in which a word begun with one or two letters is looked for."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value to narrow answers down by."""

    value: str
    """For addresses: `ke-hoach`."""
    label: str


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One public page."""

    target: str
    """Its repository path."""
    title: str
    """What an answer is called."""
    line: str
    """The line below the title: kind, day, issuer."""
    day: date | None
    fields: tuple[tuple[Field, str], ...]
    """Texts beside the body, each a run of words of its own: no phrase goes from one to the next."""
    body: str
    """The page's Markdown."""
    is_printed: bool
    """True for an issued document, where tags are text."""
    facets: tuple[FacetValue | None, ...]
    """One for each of `FACETS`, None where the question does not arise."""
    opening: tuple[str, ...]
    """Texts an excerpt may be cut from, before the body."""
    closing: tuple[str, ...]
    """The same, after it."""
    is_over: bool = False
    """True for a document that expired, was replaced or recalled."""

    def weights_of_one(self, lengths: Mapping[Field, int]) -> dict[Field, float]:
        """What one occurrence weighs in fields of so many words; a field not named has none."""
        return {
            field: field.weight_of_one(lengths.get(field, 0)) * (OVER if self.is_over and field not in BORNE else 1)
            for field in Field
        }


@dataclass(frozen=True, slots=True)
class Findable:
    """A public page of which nothing is worked out yet but its place among the others."""

    target: str
    """Its repository path."""
    day: date | None
    make: Callable[[], SearchRecord]
    """Works out what search knows of it."""
    written: bytes
    """A hash that changes with its text."""


def findable(record: SearchRecord) -> Findable:
    """A page that is worked out already."""
    return Findable(record.target, record.day, lambda: record, blake2b(record.body.encode()).digest())


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow answers down."""

    name: str
    """Its key in the page's address."""
    label: str


FACETS = (
    Facet("loai", "Loại"),
    Facet("co-quan", "Cơ quan ban hành"),
    Facet("cap", "Cấp ban hành"),
    Facet("nam", "Năm"),
    Facet("phong-trao", "Phong trào"),
    Facet("hieu-luc", "Hiệu lực"),
)


def facets_of_kind(kind: FacetValue) -> tuple[FacetValue | None, ...]:
    """The facets of a page that has a kind and none of the others."""
    return (kind, *(None for _ in FACETS[1:]))
