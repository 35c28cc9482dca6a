"""Where the foot of a paper begins and ends: recipients, signatures, and nothing of an annex behind them."""

from __future__ import annotations

from trangtin.content.text import fold
from trangtin.importer import grammar
from trangtin.importer.lines import Line, lines_of
from trangtin.importer.paper import Block, Paragraph, Table


def find_foot(blocks: tuple[Block, ...], start: int) -> tuple[int, int]:
    """(first block of the foot, first block behind it)."""
    anchor = next((index for index in range(start, len(blocks)) if _has_recipients(blocks[index])), None)
    if anchor is None:
        anchor = _signature(blocks, start)
    if anchor is None:
        annex = next((index for index in range(start, len(blocks)) if _opens_annex(blocks[index], index)), len(blocks))
        return annex, annex
    while anchor > start:
        if _is_signature(blocks[anchor - 1]):
            anchor -= 1
        elif anchor - 1 > start and _is_named(blocks[anchor - 1]) and _is_signature(blocks[anchor - 2]):
            anchor -= 2
        else:
            break
    return anchor, _foot_end(blocks, anchor)


def _has_recipients(block: Block) -> bool:
    return any(grammar.RECIPIENTS.match(line.text) for line in lines_of(block, 0))


def _signature(blocks: tuple[Block, ...], start: int) -> int | None:
    """A signature without recipients: a title in capitals with a name soon after it, in the last part of the paper."""
    for index in range(len(blocks) - 1, start - 1, -1):
        lines = [line.text for line in lines_of(blocks[index], index)]
        if not any(grammar.is_authority(text) or grammar.is_office(text) for text in lines):
            continue
        near = [line.text for after in range(index, min(index + 8, len(blocks))) for line in lines_of(blocks[after], 0)]
        if any(grammar.is_person(text) for text in near):
            return index
    return None


def _is_signature(block: Block) -> bool:
    """True for lines that can only stand at the end: a title in capitals, a name."""
    lines = list(lines_of(block, 0))
    if isinstance(block, Table):
        told = any(grammar.is_authority(line.text) or grammar.is_office(line.text) for line in lines)
        named = any(grammar.is_person(line.text) for line in lines)
        return told and named and all(len(line.text) < 80 for line in lines)
    return bool(lines) and all(_signs(line) for line in lines)


def _is_named(block: Block) -> bool:
    """True for a line in capitals that may name the body signed for, between two lines of a signature."""
    return isinstance(block, Paragraph) and grammar.is_capitals(block.text) and len(block.text) < 80


def _signs(line: Line) -> bool:
    text = line.text
    if text.endswith(":") or grammar.ROMAN.match(text):
        return False
    return (
        grammar.is_authority(text)
        or grammar.is_office(text)
        or grammar.is_collective(text)
        or grammar.is_person(text)
        or text.startswith("(")
    ) and len(text) < 80


def _opens_annex(block: Block, index: int) -> bool:
    return isinstance(block, Paragraph) and any(grammar.is_annex_title(line.text) for line in lines_of(block, index))


def _foot_end(blocks: tuple[Block, ...], anchor: int) -> int:
    """The first block behind the recipients and signatures."""
    signed = False
    listing = False
    archived = False
    for index in range(anchor, len(blocks)):
        block = blocks[index]
        lines = list(lines_of(block, index))
        if _opens_annex(block, index) or (signed and any(grammar.opens_text(line.text) for line in lines)):
            return index
        in_list = listing and not archived and isinstance(block, Paragraph) and len(block.text) < 130
        if index > anchor and signed and not in_list:
            if isinstance(block, Table):
                if block.is_ruled or not any(_signs(line) or _is_item(line) for line in lines):
                    return index
            elif not all(_signs(line) or _is_item(line) or len(line.text) < 4 for line in lines) or (
                block.starts_page and not any(_signs(line) or _is_item(line) for line in lines)
            ):
                return index
        listing = listing or any(grammar.RECIPIENTS.match(line.text) for line in lines)
        archived = archived or (listing and any(fold(line.text).lstrip("-– ").startswith("luu") for line in lines))
        signed = signed or any(grammar.is_person(line.text) for line in lines)
        if not listing and not signed and isinstance(block, Paragraph) and len(block.text) > 300:
            return index
    return len(blocks)


def _is_item(line: Line) -> bool:
    text = line.text
    return bool(
        grammar.RECIPIENTS.match(text)
        or text.startswith(("-", "–", "+"))
        or (grammar.ARCHIVE.match(text) and fold(text).startswith("luu"))
    )
