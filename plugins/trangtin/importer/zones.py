"""Cuts a paper into head, title, body, foot and annexes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trangtin.content.body_names import begins_as_body
from trangtin.content.printed.annex import ATTACHED, is_annex_title
from trangtin.content.printed.recipients import ADDRESSED
from trangtin.content.printed.signature import is_collective, is_title
from trangtin.content.printed.state import is_of_party
from trangtin.content.printed.type_and_subject import type_of_line, type_that_starts
from trangtin.content.text import fold, is_capitals
from trangtin.content.values.doctype import DocumentType
from trangtin.importer import grammar
from trangtin.importer.foot_zone import Band, find_foot, opens_annex
from trangtin.importer.lines import Column, Line, lines_of
from trangtin.importer.paper import Align, Block, Paper, Paragraph, Span, Table
from trangtin.importer.repeated_head import repeated_head
from trangtin.importer.untyped import head_end, split_name, starts_body

_LONGEST_HEAD = 60
_LONGEST_TITLE = 14
_TypeLine = tuple[int, int, DocumentType, Line | None]
"""Where the line with the type stands: block, line in it, type, the rest of the line if it goes on."""
_JOINT = re.compile(r"lien (?:nganh|tich|so|bo|co quan)")


@dataclass(frozen=True, slots=True)
class Zones:
    """The parts of a paper."""

    head: tuple[Line, ...]
    """What stands above the title."""
    type: DocumentType | None
    """Named by a line of its own; a letter has none."""
    title: tuple[Line, ...]
    body: tuple[Block, ...]
    foot: tuple[Line, ...]
    """Recipients and signatures."""
    annexes: tuple[Block, ...]
    """All that stands behind the foot."""
    is_annex: bool = False
    """True where the whole file is an annex of another document."""
    joint: str = ""
    """What a paper of several bodies prints behind its type (`LIÊN NGÀNH`); empty elsewhere."""
    speaker: str = ""
    """Who issues it, where that is printed between type and title (`CỦA BAN CHẤP HÀNH …`); empty elsewhere."""
    is_title_certain: bool = True
    """False where only the words show where the title ends."""
    repeated: str = ""
    """The head of the paper, printed again above its annexes, of which it is no part."""


def divide(paper: Paper) -> Zones:
    """Find the parts by the words and the look of lines."""
    blocks = paper.blocks
    first = next((line.text for index, block in enumerate(blocks[:2]) for line in lines_of(block, index)), "")
    if is_annex_title(first):
        return Zones((), None, (), blocks, (), (), is_annex=True)
    named = _type_line(blocks)
    head, kind, title, rest, start, certain = _upper(blocks, named)
    end, after = _foot(blocks, start)
    foot = [line for index in range(end, after) for line in lines_of(blocks[index], index)]
    if not title and end <= start and after >= len(blocks):  # nothing but head and foot was seen: keep every word
        start, end = 0, len(blocks)
    again = repeated_head(blocks[after:], {line.text for line in head})
    speaker = _speaker(title) if kind is not None else 0
    return Zones(
        tuple(head),
        kind,
        tuple(title[speaker:]),
        (*rest, *blocks[start:end]),
        tuple(foot),
        tuple(blocks[after + len(again) :]),
        repeated=" ".join(again),
        joint=_joint(blocks, named),
        speaker=" ".join(line.text for line in title[:speaker]),
        is_title_certain=certain,
    )


def _upper(
    blocks: tuple[Block, ...], found: _TypeLine | None
) -> tuple[list[Line], DocumentType | None, list[Line], list[Paragraph], int, bool]:
    """(head, type, title, rest of its block, index of the next block, whether its end is certain)."""
    if found is None:
        end = head_end(blocks[:_LONGEST_HEAD])
        above, name, left = split_name([line for index in range(end) for line in lines_of(blocks[index], index)])
        return above, None, name, _not_in(name, left), end, True
    index, place, kind, rest = found
    head = [line for before in range(index) for line in lines_of(blocks[before], before)]
    own = list(lines_of(blocks[index], index))
    head += own[:place]
    title = [rest] if rest is not None and not _JOINT.fullmatch(fold(rest.text)) else []
    following = list(own[place + 1 :])
    formed = any(line.align is Align.CENTER or line.bold for line in own[place : place + 1])
    title, done = _take(title, following, formed)
    below = _not_in(title, following)
    start = index + 1
    told = formed
    while not done and start < len(blocks):
        block = blocks[start]
        if isinstance(block, Table):
            break
        lines = list(lines_of(block, start))
        title, done = _take(title, lines, formed)
        told = told or (done and bool(lines) and _tells_end(lines[0].text))
        if done and not any(line.block == start for line in title):
            start += _is_rule(block)
            break
        below += _not_in(title, lines)
        start += 1
    while start < len(blocks) and _is_rule(blocks[start]):
        start += 1
    return head, kind, title, below, start, told or len(title) < 2


def _speaker(title: Sequence[Line]) -> int:
    """How many of the first lines of a title name who issues the paper, as old papers and the Party's do."""
    if not title or not title[0].text.startswith("CỦA ") or not begins_as_body(title[0].text.removeprefix("CỦA ")):
        return 0
    count = next(
        (at for at, line in enumerate(title) if not is_capitals(line.text) or line.text.startswith("VỀ ")), len(title)
    )
    return count if count < len(title) else 0


def _joint(blocks: tuple[Block, ...], found: _TypeLine | None) -> str:
    if found is None:
        return ""
    index, place, _, rest = found
    lines = [line for at in (index, index + 1) if at < len(blocks) for line in lines_of(blocks[at], at)]
    after = [*([rest] if rest is not None else []), *lines[place + 1 :]]
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


def _type_line(blocks: tuple[Block, ...]) -> _TypeLine | None:
    party = False
    for index, block in enumerate(blocks[:_LONGEST_HEAD]):
        if index and starts_body(block):
            break
        for place, line in enumerate(lines_of(block, index)):
            party = party or is_of_party(line.text)
            if line.column is Column.FULL and (kind := type_of_line(line.text, party=party)) is not None:
                return index, place, kind, None
    for index, block in enumerate(blocks[:_LONGEST_HEAD]):
        if index and starts_body(block):
            break
        for place, line in enumerate(lines_of(block, index)):
            if line.column is Column.FULL and (both := type_that_starts(line.text)) is not None:
                rest = Line(both[1], line.column, line.align, line.bold, line.italic, index)
                return index, place, both[0], rest
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
