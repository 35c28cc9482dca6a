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
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension

from trangtin.host.texts.markers import Marker, Outline, read_marker, starts_item, starts_paragraph, wrapped_width

_BULLET = re.compile(
    r"(?P<indent>[ \u00a0]*)"
    r"(?P<sign>[-+*–—•·●○▪■□◦‣➢❖\uf0b7\uf0a7\uf0d8\uf076]"  # what Word writes; the last are of its symbol fonts
    r"|[o§Øv](?=[ \u00a0]{2}))"  # the same fonts, as letters: with a Tab behind them
    r"[ \u00a0]+(?=\S)"
)
_NUMBERED = re.compile(r"\d+\.\Z")
"""The only numbers of which Markdown makes a list."""
_TAB = 4
_SET_IN = 2
"""Spaces that put an item below the one above it."""
_LONG = 120
"""Letters: no program wraps lines at more, so the lines of such a block are paragraphs."""
_NEXT_SENTENCE = re.compile(r"[.!?…][\"”’)]* [“\"(]?(\w)")
_SENTENCE = re.compile(r"[.!?…][\"”’)*]*\s*$")
_ANY_DEPTH = 100
_BREAK = "  "
"""What ends a line in Markdown."""


def _marker(line: str) -> Marker | None:
    """The mark before an item; the sign itself is the kind of a bullet, as `+` means a level below `-`."""
    if bullet := _BULLET.match(line):
        return Marker(len(bullet["indent"]), bullet["sign"], bullet["sign"], line[bullet.end() :])
    typed = read_marker(line)
    return None if typed is None or typed.kind == "bullet" else typed


def _makes_list(marker: Marker) -> bool:
    return marker.kind == marker.text or _NUMBERED.match(marker.text) is not None


class SetIn(BlockProcessor):
    """Takes the place of code that is only set in: what no list, note or box holds is text. Code has its fences."""

    def test(self, parent: etree.Element, block: str) -> bool:
        """All that is set in by now belongs to nothing above it."""
        return block.startswith(" " * _TAB)

    def run(self, parent: etree.Element, blocks: list[str]) -> bool:
        """Bring the block to the margin, its lines below each other as they were, and leave it to the others."""
        indent = len(blocks[0]) - len(blocks[0].lstrip(" "))
        blocks[0] = re.sub(rf"(?m)^ {{1,{indent}}}", "", blocks[0])
        return False


class TypedLists(BlockProcessor):
    """Writes a list as the library reads it: one bullet, four spaces a level."""

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether the block starts with an item."""
        marker = _marker(block.partition("\n")[0])
        return marker is not None and _makes_list(marker)

    def run(self, parent: etree.Element, blocks: list[str]) -> bool:
        """Change the block in place, and leave it to the library's lists."""
        outline = Outline(_ANY_DEPTH)
        lines = blocks[0].split("\n")
        width = wrapped_width(lines)
        for at, line in enumerate(lines):
            marker = _marker(line)
            if marker is None and at and _ends_list(line, lines[at - 1], width):
                return _cut(blocks, lines, at)
            if marker is None or not _makes_list(marker):
                continue
            depth = outline.enter(marker)
            is_bullet = marker.kind == marker.text
            if depth > 1 and not is_bullet and marker.indent < _SET_IN:  # numbers are never below bullets beside them
                return _cut(blocks, lines, at)
            lines[at] = f"{' ' * _TAB * (depth - 1)}{'-' if is_bullet else marker.text} {marker.rest}"
        blocks[0] = "\n".join(lines)
        return False


class TypedLines(BlockProcessor):
    """Cuts a block where a list or a paragraph starts; an item that is no list to Markdown gets a line of its own."""

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whatever has more than one line."""
        return "\n" in block

    def run(self, parent: etree.Element, blocks: list[str]) -> bool:
        """Change the block in place, or make two of it; the next processor takes the first."""
        lines = blocks[0].split("\n")
        width = wrapped_width(lines)
        is_pasted = not width and any(len(line) > _LONG for line in lines) and _has_two_sentences(blocks[0])
        item = None
        for at, line in enumerate(lines[1:], 1):
            marker, before = _marker(line), lines[at - 1]
            is_item = marker is not None and starts_item(_as_typed(marker), before, item, width)
            if marker is not None and is_item and _makes_list(marker):
                return _cut(blocks, lines, at)
            if is_item or (is_pasted and marker is None and starts_paragraph(line.strip(), before, width)):
                if not is_item and not self.parser.state.isstate("list"):
                    return _cut(blocks, lines, at)
                if not before.endswith(_BREAK):
                    lines[at - 1] = before + _BREAK
            item = marker if is_item else item
        blocks[0] = "\n".join(lines)
        return False


def _ends_list(line: str, before: str, width: int) -> bool:
    """Whether the text goes on behind a list: at the margin, after an item that is a whole sentence."""
    at_margin = len(line) - len(line.lstrip()) < _SET_IN
    return at_margin and _SENTENCE.search(before) is not None and starts_paragraph(line.strip(), before, width)


def _has_two_sentences(block: str) -> bool:
    """Whether a line has more than one; where none has, it may be that each sentence was typed on a line of its own."""
    return any(letter[1].isupper() for letter in _NEXT_SENTENCE.finditer(block))


def _as_typed(marker: Marker) -> Marker:
    """The marker as the rules of papers know it."""
    is_bullet = marker.kind == marker.text
    return Marker(marker.indent, "bullet", marker.text, marker.rest) if is_bullet else marker


def _cut(blocks: list[str], lines: list[str], at: int) -> bool:
    blocks[:1] = ["\n".join(lines[:at]), "\n".join(lines[at:])]
    return False


class PastedExtension(Extension):
    """All of it, before what the library does with the same blocks."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register: behind what is set in below an item, before lists, before paragraphs."""
        processors = md.parser.blockprocessors
        processors.register(SetIn(md.parser), "code", 80)
        processors.register(TypedLists(md.parser), "tt-lists", 45)
        processors.register(TypedLines(md.parser), "tt-lines", 11)
