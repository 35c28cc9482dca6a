"""Markdown for news and pages as clerks have it: pasted from Word, or typed as letters are.

Markdown wants an empty line before a list and between paragraphs, knows three bullets, and takes a line that is set in
for code. A text from Word has none of those lines, the bullets of Word, and a Tab before every paragraph. What is
written as Markdown wants it is read as ever; a forge's preview shows the lists of both alike (CommonMark, too, lets a
list follow a paragraph at once).
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension

from trangtin.content.paragraphs import starts_item, starts_paragraph, wrapped_width
from trangtin.content.values.markers import BULLETS_OF_WORD, Marker, read_marker

_BULLET = re.compile(
    r"(?P<indent>[ \u00a0]*)"
    rf"(?P<sign>[{BULLETS_OF_WORD}]"
    r"|[o§Øv](?=[ \u00a0]{2}))"  # the same fonts, as letters: with a Tab behind them
    r"[ \u00a0]+(?=\S)"
)
_NUMBERED = re.compile(r"\d+\.\Z")
"""The numbers that make a list in Markdown, `1.`; all others are text."""
_TAB = 4
_SET_IN = 2
"""Spaces that put an item below the one above it."""
_LONG = 120
"""Letters: no program wraps lines at more, so the lines of such a block are paragraphs."""
_SHORT = 50
"""Letters of a line that was hardly broken within a sentence."""
_NEXT_SENTENCE = re.compile(r"[.!?…][\"”’)]* [“\"(]?(\w)")
_SENTENCE = re.compile(r"[.!?…][\"”’)*]*\s*$")
_BEGINS = re.compile(r"\s*[\"“‘(*_\[]*[^\W_]")
"""A line of text, not of marks that mean something to Markdown."""
_BREAK = "  "
"""What ends a line in Markdown."""


def _marker(line: str) -> Marker | None:
    """The sign before an item of a list; `+` is another kind of bullet than `-`, and means a level below it."""
    if bullet := _BULLET.match(line):
        return Marker(len(bullet["indent"]), bullet["sign"], bullet["sign"], line[bullet.end() :])
    typed = read_marker(line)
    return None if typed is None or typed.kind == "bullet" else typed


def _makes_list(marker: Marker) -> bool:
    return marker.kind == marker.text or _NUMBERED.match(marker.text) is not None


class _Levels:
    """Depth of the items of one list: by their indent, else by their signs."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []

    def has(self, marker: Marker) -> bool:
        """Whether an item of this kind is open at its indent."""
        return any(kind == marker.kind and abs(indent - marker.indent) < _SET_IN for indent, kind in self._open)

    def enter(self, marker: Marker) -> int:
        """The depth (from 1) of the next item. Nesting by 2, 3 or 4 spaces is the same; less than 2 is none."""
        while self._open and self._open[-1][0] > marker.indent + 1:
            self._open.pop()
        if self.has(marker):
            while self._open[-1][1] != marker.kind or abs(self._open[-1][0] - marker.indent) >= _SET_IN:
                self._open.pop()
        else:
            self._open.append((marker.indent, marker.kind))
        return len(self._open)


class SetIn(BlockProcessor):
    """Treats indented text as text: only fences make code."""

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether the block is indented: by now nothing above can claim it."""
        return block.startswith(" " * _TAB)

    def run(self, parent: etree.Element, blocks: list[str]) -> bool:
        """Remove the indent, so that the other processors read the block."""
        indent = len(blocks[0]) - len(blocks[0].lstrip(" "))
        blocks[0] = re.sub(rf"(?m)^ {{1,{indent}}}", "", blocks[0])
        return False


class Margin(BlockProcessor):
    """Splits a block in which an item at the margin follows indented lines: it does not belong to what stands above."""

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether the block is indented and has several lines."""
        return block.startswith(" " * _TAB) and "\n" in block

    def run(self, parent: etree.Element, blocks: list[str]) -> bool:
        """Split it in place; nothing is read yet."""
        lines = blocks[0].split("\n")
        for at, line in enumerate(lines):
            marker = _marker(line)
            if marker is not None and marker.indent < _SET_IN and _makes_list(marker):
                blocks[:1] = ["\n".join(lines[:at]), "\n".join(lines[at:])]
                break
        return False


class Typed(BlockProcessor):
    """Splits a block into the paragraphs and lists that were meant, and rewrites lists as the library reads them."""

    def __init__(self, parser: BlockParser) -> None:
        """Nothing was split yet."""
        super().__init__(parser)
        self.made: set[str] = set()
        """What was split already: each part comes here once more."""

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether the block may be more than one paragraph."""
        return block not in self.made and ("\n" in block or _marker(block) is not None)

    def run(self, parent: etree.Element, blocks: list[str]) -> bool:
        """Put the parts in the place of the block; the library reads them next."""
        parts = ["\n".join(part) for part in _parts(blocks[0].split("\n"), self.parser.state.isstate("list"))]
        self.made.update(parts)
        blocks[:1] = parts
        return False


def _parts(lines: list[str], in_item: bool) -> list[list[str]]:
    """The lines of each paragraph and list; within an item there are no paragraphs, so lines are broken instead."""
    width = wrapped_width(lines)
    is_pasted = not width and (
        (any(len(line) > _LONG for line in lines) and any(map(_has_two_sentences, lines)))
        or (not in_item and _are_whole(lines))
    )
    parts: list[list[str]] = []
    levels: _Levels | None = None
    item: Marker | None = None
    before = ""
    for line in lines:
        marker = _marker(line)
        is_item = marker is not None and (not before or starts_item(_as_typed(marker), before, item, width))
        in_list = marker is not None and _makes_list(marker) and (is_item or levels is not None)
        if marker is not None and in_list:
            if levels is None or _is_beside(marker, levels):
                parts.append([])
                levels = _Levels()
            parts[-1].append(_as_read(marker, levels.enter(marker)))
        elif not parts or (levels is not None and marker is None and _ends_list(line, before, width)):
            parts.append([line])
            levels = None
        elif levels is not None:
            parts[-1].append(line)
        else:
            is_meant = is_pasted or (in_item and _is_heading(before) and line.lstrip()[:1].isupper())
            is_new = is_meant and marker is None and starts_paragraph(line.strip(), before, width)
            if is_new and not in_item:
                parts.append([])
            elif (is_new or is_item) and not before.endswith(_BREAK):
                parts[-1][-1] += _BREAK
            parts[-1].append(line)
        item = marker if is_item else item
        before = line
    return parts


def _is_beside(marker: Marker, levels: _Levels) -> bool:
    """Whether a number begins a new list: it never belongs below bullets at the same indent."""
    return marker.kind != marker.text and marker.indent < _SET_IN and not levels.has(marker)


def _as_read(marker: Marker, depth: int) -> str:
    """An item as the library reads it: always the same bullet, four spaces for each level."""
    return f"{' ' * _TAB * (depth - 1)}{'-' if marker.kind == marker.text else marker.text} {marker.rest}"


def _ends_list(line: str, before: str, width: int) -> bool:
    """Whether a line ends the list above: it stands at the margin, behind an item that is a whole sentence."""
    at_margin = len(line) - len(line.lstrip()) < _SET_IN
    return at_margin and _SENTENCE.search(before) is not None and starts_paragraph(line.strip(), before, width)


def _is_heading(line: str) -> bool:
    """Whether a line is short and no sentence."""
    return len(line) < _SHORT and _SENTENCE.search(line) is None


def _are_whole(lines: list[str]) -> bool:
    """Whether no line was broken within a sentence, as paragraphs are that were typed or pasted without empty lines.

    Items of a list, and what announces one, need not be sentences.
    """
    items = [marker is not None and _makes_list(marker) for marker in map(_marker, lines)]
    ends = [line for line, *near in zip(lines, items, items[1:], strict=False) if not any(near)]
    begins = [line for line, is_item in zip(lines, items, strict=True) if not is_item]
    is_long = any(len(line) > _SHORT for line in begins)
    return is_long and all(map(_SENTENCE.search, ends)) and all(map(_BEGINS.match, begins[not items[0] :]))


def _has_two_sentences(line: str) -> bool:
    """Whether a line holds two sentences; where none does, lines may have been broken within sentences by hand."""
    return any(letter[1].isupper() for letter in _NEXT_SENTENCE.finditer(line))


def _as_typed(marker: Marker) -> Marker:
    """The same in the words of `content.values.markers`."""
    is_bullet = marker.kind == marker.text
    return Marker(marker.indent, "bullet", marker.text, marker.rest) if is_bullet else marker


class PastedExtension(Extension):
    """All of this module, before the library's own processors."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register: around what is set in below an item, before lists and paragraphs."""
        processors = md.parser.blockprocessors
        processors.register(Margin(md.parser), "tt-margin", 95)
        processors.register(SetIn(md.parser), "code", 80)
        self._typed = Typed(md.parser)
        processors.register(self._typed, "tt-typed", 45)
        md.registerExtension(self)

    def reset(self) -> None:
        """Forget the last text."""
        self._typed.made.clear()
