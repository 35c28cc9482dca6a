"""Cuts a paper into head, title, body, foot and annexes."""

from __future__ import annotations

from dataclasses import dataclass

from trangtin.content.printed.annex import is_annex_title
from trangtin.importer.foot_zone import Band, find_foot, opens_annex
from trangtin.importer.lines import Line, lines_of
from trangtin.importer.paper import Block, Paper, Table
from trangtin.importer.repeated_head import repeated_head
from trangtin.importer.title_zone import Upper, find_title


@dataclass(frozen=True, slots=True)
class Zones:
    """The parts of a paper."""

    upper: Upper
    body: tuple[Block, ...]
    foot: tuple[Line, ...]
    """Recipients and signatures."""
    annexes: tuple[Block, ...]
    """All that stands behind the foot."""
    is_annex: bool = False
    """True where the whole file is an annex of another document."""
    repeated: str = ""
    """The head of the paper, printed again above its annexes, of which it is no part."""


def divide(paper: Paper) -> Zones:
    """Find the parts by the words and the look of lines."""
    blocks = paper.blocks
    first = next((line.text for index, block in enumerate(blocks[:2]) for line in lines_of(block, index)), "")
    if is_annex_title(first):
        return Zones(Upper((), None, (), (), 0), blocks, (), (), is_annex=True)
    upper = find_title(blocks)
    start = upper.end
    end, after = _foot(blocks, start)
    foot = [line for index in range(end, after) for line in lines_of(blocks[index], index)]
    if not upper.title and end <= start and after >= len(blocks):  # nothing but head and foot was seen: keep every word
        start, end = 0, len(blocks)
    again = repeated_head(blocks[after:], {line.text for line in upper.head})
    return Zones(
        upper,
        (*upper.below, *blocks[start:end]),
        tuple(foot),
        tuple(blocks[after + len(again) :]),
        repeated=" ".join(again),
    )


def _foot(blocks: tuple[Block, ...], start: int) -> tuple[int, int]:
    """(first block of the foot, first block behind it): both the annex, or the end, of a paper that has none."""
    bands = [_band(block, index) for index, block in enumerate(blocks)]
    annex = next((index for index in range(start, len(bands)) if opens_annex(bands[index])), len(bands))
    return find_foot(bands, start) or (annex, annex)


def _band(block: Block, index: int) -> Band:
    lines = tuple(line.text for line in lines_of(block, index))
    if isinstance(block, Table):
        return Band(lines, is_table=True, is_ruled=block.is_ruled)
    return Band(lines, starts_page=block.starts_page)
