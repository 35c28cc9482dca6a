"""The printed table of contents of a long paper: page numbers say nothing on a portal, which makes its own."""

from __future__ import annotations

import re
from dataclasses import replace

from trangtin.content.text import fold
from trangtin.importer.paper import Block, Paper, Paragraph, Remark

_ENTRY = re.compile(r"\S.*(?:\.{3,}|…|\t|\s{3,})[\s.…]*\d{1,3}", re.DOTALL)
"""A heading, what leads to the margin, a page."""
_FEWEST = 3
"""Entries below the heading `MỤC LỤC` that make it one."""


def without_contents(paper: Paper) -> Paper:
    """The paper without its printed table of contents, whose removal is reported."""
    for start, block in enumerate(paper.blocks):
        if isinstance(block, Paragraph) and fold(block.text).strip(" .:") == "muc luc":
            end = _end(paper.blocks, start + 1)
            if end - start > _FEWEST:
                told = Remark(f"bỏ mục lục in {end - start - 1} dòng: trang tự lập mục lục", to_review=False)
                blocks = (*paper.blocks[:start], *paper.blocks[end:])
                return replace(paper, blocks=blocks, remarks=(*paper.remarks, told))
    return paper


def _end(blocks: tuple[Block, ...], start: int) -> int:
    """The first block behind the entries; one that is too long for its line may be two."""
    end = start
    while _is_entry(blocks, end) or _is_entry(blocks, end + 1):
        end += 1
    return end


def _is_entry(blocks: tuple[Block, ...], place: int) -> bool:
    block = blocks[place] if place < len(blocks) else None
    return isinstance(block, Paragraph) and _ENTRY.fullmatch(block.text.strip()) is not None
