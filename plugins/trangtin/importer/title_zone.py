"""Where the head of a paper ends: the line that is its type, the title below it, and what stands between the two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trangtin.content.body_names import begins_as_body
from trangtin.content.printed.annex import ATTACHED
from trangtin.content.printed.recipients import ADDRESSED
from trangtin.content.printed.signature import is_collective, is_title
from trangtin.content.printed.state import is_of_party
from trangtin.content.printed.type_and_subject import type_of_line, type_that_starts
from trangtin.content.text import fold, is_capitals
from trangtin.content.values.doctype import DocumentType
from trangtin.importer import grammar
from trangtin.importer.lines import Column, Line, lines_of
from trangtin.importer.paper import Align, Block, Paragraph, Span, Table
from trangtin.importer.untyped import head_end, split_name, starts_body

_LONGEST_HEAD = 60
_LONGEST_TITLE = 14
_JOINT = re.compile(r"lien (?:nganh|tich|so|bo|co quan)")


@dataclass(frozen=True, slots=True)
class Upper:
    """A paper down to its title."""

    head: tuple[Line, ...]
    """What stands above the title."""
    type: DocumentType | None
    """Named by a line of its own; a letter has none."""
    title: tuple[Line, ...]
    below: tuple[Paragraph, ...]
    """Lines that share a block with head or title and are of the text."""
    end: int
    """The first block behind all this."""
    joint: str = ""
    """What a paper of several bodies prints behind its type (`LIÊN NGÀNH`); empty elsewhere."""
    speaker: str = ""
    """Who issues it, where that is printed between type and title (`CỦA BAN CHẤP HÀNH …`); empty elsewhere."""
    is_title_certain: bool = True
    """False where only the words show where the title ends."""


@dataclass(frozen=True, slots=True)
class _TypeLine:
    """The line with the type."""

    block: int
    place: int
    """Which line of its block it is."""
    type: DocumentType
    rest: Line | None = None
    """What stands behind the type on the same line."""


def find_title(blocks: Sequence[Block]) -> Upper:
    """Find head, type and title by the words and the look of lines."""
    found = _type_line(blocks)
    return _without_type(blocks) if found is None else _with_type(blocks, found)


def _without_type(blocks: Sequence[Block]) -> Upper:
    end = head_end(blocks[:_LONGEST_HEAD])
    above, name, left = split_name([line for index in range(end) for line in lines_of(blocks[index], index)])
    return Upper(tuple(above), None, tuple(name), tuple(_not_in(name, left)), end)


def _with_type(blocks: Sequence[Block], found: _TypeLine) -> Upper:
    above = [line for before in range(found.block) for line in lines_of(blocks[before], before)]
    own = list(lines_of(blocks[found.block], found.block))
    behind = own[found.place + 1 :]
    joint = _joint(blocks, found)
    title = [found.rest] if found.rest is not None and found.rest.text != joint else []
    formed = own[found.place].align is Align.CENTER or own[found.place].bold
    title, done = _take(title, behind, formed)
    below = _not_in(title, behind)
    end = found.block + 1
    told = formed
    while not done and end < len(blocks):
        block = blocks[end]
        if isinstance(block, Table):
            break
        lines = list(lines_of(block, end))
        title, done = _take(title, lines, formed)
        told = told or (done and bool(lines) and _tells_end(lines[0].text))
        if done and not any(line.block == end for line in title):
            break
        below += _not_in(title, lines)
        end += 1
    while end < len(blocks) and _is_rule(blocks[end]):
        end += 1
    named = _speaker(title)
    return Upper(
        (*above, *own[: found.place]),
        found.type,
        tuple(title[named:]),
        tuple(below),
        end,
        joint,
        " ".join(line.text for line in title[:named]),
        is_title_certain=told or len(title) < 2,
    )


def _speaker(title: Sequence[Line]) -> int:
    """How many of the first lines of a title name who issues the paper, as old papers and the Party's do."""
    if not title or not title[0].text.startswith("CỦA ") or not begins_as_body(title[0].text.removeprefix("CỦA ")):
        return 0
    count = next(
        (at for at, line in enumerate(title) if not is_capitals(line.text) or line.text.startswith("VỀ ")), len(title)
    )
    return count if count < len(title) else 0


def _joint(blocks: Sequence[Block], found: _TypeLine) -> str:
    near = range(found.block, min(found.block + 2, len(blocks)))
    lines = [line for at in near for line in lines_of(blocks[at], at)]
    after = [*([found.rest] if found.rest is not None else []), *lines[found.place + 1 :]]
    return after[0].text if after and _JOINT.fullmatch(fold(after[0].text)) else ""


def _not_in(title: Sequence[Line], lines: Sequence[Line]) -> list[Paragraph]:
    """Lines of a block of which the title took only the first ones: they belong to the body."""
    passed = [line for line in lines if grammar.DRAWN.fullmatch(line.text) or _JOINT.fullmatch(fold(line.text))]
    left = [line for line in lines if line not in title and line not in passed]
    return [Paragraph((Span(line.text, line.bold, line.italic),), line.align) for line in left]


def _tells_end(text: str) -> bool:
    """Whether a line is by its own words no part of a title."""
    return bool(grammar.RULE.fullmatch(text) or grammar.BASIS.match(text) or grammar.starts_unit(text))


def _is_rule(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(grammar.DRAWN.fullmatch(block.text.strip()))


def _type_line(blocks: Sequence[Block]) -> _TypeLine | None:
    party = False
    for index, block in enumerate(blocks[:_LONGEST_HEAD]):
        if index and starts_body(block):
            break
        for place, line in enumerate(lines_of(block, index)):
            party = party or is_of_party(line.text)
            if line.column is Column.FULL and (kind := type_of_line(line.text, party=party)) is not None:
                return _TypeLine(index, place, kind)
    for index, block in enumerate(blocks[:_LONGEST_HEAD]):
        if index and starts_body(block):
            break
        for place, line in enumerate(lines_of(block, index)):
            if line.column is Column.FULL and (both := type_that_starts(line.text)) is not None:
                rest = Line(both[1], line.column, line.align, line.bold, line.italic, index)
                return _TypeLine(index, place, both[0], rest)
    return None


def _take(title: list[Line], lines: list[Line], formed: bool) -> tuple[list[Line], bool]:
    """The title with as many of the lines as belong to it, and whether it ends there."""
    for line in lines:
        if not title and _JOINT.fullmatch(fold(line.text)):
            continue
        if grammar.RULE.fullmatch(line.text):
            if title:
                return title, True
            continue
        if len(title) >= _LONGEST_TITLE or _ends_title(title, line, formed):
            return title, True
        title = [*title, line]
    return title, False


def _ends_title(title: list[Line], line: Line, formed: bool) -> bool:
    """Whether a line below the type, or below the first lines of the title, is no longer the title's."""
    text = line.text
    if ADDRESSED.match(text) or grammar.ROMAN.match(text) or grammar.ARTICLE.match(text):
        return True
    if grammar.CHAPTER.fullmatch(text) or ATTACHED.match(text):
        return True
    if not title:  # a title may begin with "Thực hiện Chỉ thị …": what stands first is the title
        plain = formed and line.align is not Align.CENTER and not line.bold
        return plain and (len(text) > 200 or bool(grammar.BASIS.match(text)))
    last = title[-1]
    if formed:
        if last.bold and not line.bold:
            return True
        # A line of a title that fills its column does not look centred, but it is bold like the others.
        if line.align is not Align.CENTER and (not (last.bold and line.bold) or grammar.starts_unit(text)):
            return last.align is Align.CENTER or not last.bold or grammar.starts_unit(text)
    elif (
        grammar.BASIS.match(text)
        or len(text) > 110
        or grammar.starts_unit(text)
        or (text[:1].isupper() and len(last.text) < 45)
    ):
        return True
    if text.startswith("(") and (line.italic or not line.bold):
        return True
    if is_capitals(text):
        all_capitals = all(is_capitals(each.text) for each in title)
        named = is_title(text) or is_collective(text)
        return named or not all_capitals
    return False
