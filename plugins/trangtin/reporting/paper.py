"""A paper of the unit's own, before it is Markdown or Word: head, sections, foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trangtin.content.document import Signer
from trangtin.content.open_points import open_point
from trangtin.content.values.markers import ALPHABET
from trangtin.proofreading.roman import to_roman


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph behind a dash."""

    text: str


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something that only a person can write; a description of it stands in its place."""

    what: str
    before: str = ""
    """The text in front of the gap, in the same paragraph."""

    @property
    def text(self) -> str:
        """The placeholder as it appears in the paper, to be found and replaced."""
        return open_point(self.what)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    title: str
    share: int
    """Its part of the table's width, relative to the shares of the other columns."""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    has_total: bool = False
    """The last row sums up the others."""


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part, with parts of its own."""

    title: str
    blocks: tuple[Block, ...]


Leaf = Item | OpenPoint | Table
Block = Leaf | Part


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part, with the number it bears (Nghị định 30/2020/NĐ-CP: I., 1., a))."""

    depth: int
    """1, 2 or 3."""
    mark: str
    title: str

    @property
    def text(self) -> str:
        """The text as printed: titles of the first depth in capitals."""
        return f"{self.mark} {self.title.upper() if self.depth == 1 else self.title}"


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper. What is not known yet is None or empty, and a place is left for it."""

    parent: str | None
    issuer: str
    symbol: str
    """The symbol that follows the number, which is still to be given: `BC-TCT`."""
    place: str | None
    year: int
    kind: str
    """Name of its type, in mixed case."""
    title: str
    """The subject (trích yếu)."""
    bases: tuple[str, ...]
    lead: str
    """The sentence that opens it, up to its colon."""
    parts: tuple[Part, ...]
    closing: str
    recipients: tuple[str, ...]
    signer: Signer | None

    def body(self) -> Iterator[Heading | Leaf]:
        """The numbered parts one after the other, headings with their numbers."""
        yield from _flat(self.parts, 1)

    def open_points(self) -> tuple[OpenPoint, ...]:
        """The gaps left to fill, in order."""
        return tuple(block for block in self.body() if isinstance(block, OpenPoint))


def _flat(blocks: tuple[Block, ...], depth: int) -> Iterator[Heading | Leaf]:
    number = 0
    for block in blocks:
        if isinstance(block, Part):
            number += 1
            yield Heading(depth, _mark(depth, number), block.title)
            yield from _flat(block.blocks, depth + 1)
        else:
            yield block


def _mark(depth: int, number: int) -> str:
    if depth == 1:
        return f"{to_roman(number)}."
    return f"{number}." if depth == 2 else f"{ALPHABET[number - 1]})"
