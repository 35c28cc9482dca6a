"""What every reader of files hands over: paragraphs and tables in reading order, as they look on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from trangtin.importer.letters import tidy


class Align(StrEnum):
    """How the lines of a paragraph stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one look."""

    text: str
    """NFC; a tab is a tab, a line broken by hand is `\\n`."""
    bold: bool = False
    italic: bool = False
    link: str = ""
    """Address on the web that it leads to, where the words do not say it themselves."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, its automatic number already part of the text."""

    spans: tuple[Span, ...]
    align: Align = Align.LEFT
    starts_page: bool = False
    """True where it is known to stand first on its page."""
    level: int = 0
    """Depth of a heading by the style of its author; 0 for text."""

    @property
    def text(self) -> str:
        """All of it, without its look."""
        return "".join(span.text for span in self.spans)

    @property
    def is_bold(self) -> bool:
        """True if every letter is."""
        letters = [span for span in self.spans if span.text.strip()]
        return bool(letters) and all(span.bold for span in letters)

    @property
    def is_italic(self) -> bool:
        """True if every letter is."""
        letters = [span for span in self.spans if span.text.strip()]
        return bool(letters) and all(span.italic for span in letters)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; what a merged cell covers is an empty cell."""

    blocks: tuple[Block, ...] = ()
    covered: bool = False
    """True for a place that a merged cell beside or above it covers."""
    goes_on: bool = False
    """True for such a place whose merged cell begins in a row above."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each row as long as the widest."""

    rows: tuple[tuple[Cell, ...], ...]
    is_ruled: bool = True
    """False where cells only put things side by side, with no line between them."""

    @property
    def is_merged(self) -> bool:
        """True if a cell covers several places."""
        return any(cell.covered for row in self.rows for cell in row)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to tell about a file."""

    text: str
    """A description in Vietnamese."""
    to_review: bool = True
    """True where a person must look before the document goes out; False for mere news."""
    is_of_pictures: bool = False
    """True where it only says that pictures were left out, which a news item takes along."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a file, with its place."""

    data: bytes
    """Empty for what cannot be taken out of the file: a chart, a drawing."""
    suffix: str
    """`.jpg`, by its bytes."""
    block: int
    """How many blocks stand before it; the one that follows may be its caption."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A file, read."""

    blocks: tuple[Block, ...]
    footnotes: tuple[Paragraph, ...] = ()
    """In order; their signs (`¹`) stand in the text."""
    remarks: tuple[Remark, ...] = ()
    is_guessed: bool = False
    """True where letters were recognised in a picture: everything needs confirming."""
    pictures: tuple[Picture, ...] = ()
    """In order, of a Word file; those of a PDF are part of its pages."""


def paragraphs_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Every paragraph, those in cells too, in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from paragraphs_of(cell.blocks)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Neighbours in one look as one span; NFC over the seams, for marks that stand in a run of their own."""
    out: list[Span] = []
    for _, alike in groupby((span for span in spans if span.text), key=lambda span: replace(span, text="")):
        first, *others = alike
        text = "".join([first.text, *(span.text for span in others)])
        out.append(replace(first, text=tidy(text)) if others else first)
    return tuple(out)


def plain_paragraph(text: str, align: Align = Align.LEFT, *, bold: bool = False) -> Paragraph:
    """A paragraph in one look."""
    return Paragraph((Span(text, bold=bold),), align)
