"""Markdown for issued documents: the numbering that was typed is the numbering that is shown.

Python-Markdown makes lists of `1.` and `-` and numbers them itself: "2. Yêu cầu" after a list of one becomes 1, a list
that starts at 4 starts at 1, three spaces of nesting are lost. A printed number is text, so here every item is a
paragraph that keeps its marker as text; only its depth is computed, for the indent (`host/texts/points.py`).
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, SimpleTextInlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.util import AtomicString

from trangtin.content.paragraphs import paragraphs
from trangtin.content.values.markers import Marker

_SIGNS = re.compile(r"[\\`*_\[\]<>&~=^\x02\n](?:(?<!\n)|(?<=  \n))")
"""Finds a sign of inline Markdown, or a line that ends with two spaces; the set of letters in front halves the time."""
MARK = "data-mark"
"""Attribute of an item until its depth is known: its marker, and its indent."""


class PlainTexts(InlineTreeprocessor):
    """Looks for inline Markdown only in paragraphs with a sign of it, since most have none."""

    def run(self, tree: etree.Element, ancestors: list[str] | None = None) -> etree.Element:
        """Change the tree in place."""
        looked_at = etree.Element(tree.tag)  # what it holds stays in the tree as well
        looked_at.extend(part for part in tree if _SIGNS.search("".join(part.itertext())))
        for element in looked_at.iter():
            if element.text and not _SIGNS.search(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not _SIGNS.search(element.tail):
                element.tail = AtomicString(element.tail)
        super().run(looked_at, ancestors)
        return tree


class PrintedItems(BlockProcessor):
    """Keeps the markers of items as text in paragraphs."""

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether no other processor takes the block; quotes have their own."""
        return not block.lstrip().startswith(">")

    def _continues(self, parent: etree.Element, block: str) -> bool:
        last = self.lastChild(parent)
        is_item = last is not None and str(last.get("class", "")).startswith(("tt-item", "tt-continued"))
        return is_item and block.startswith(("  ", "\t"))

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Split a block into the text before its items and the items."""
        block = blocks.pop(0)
        continues = self._continues(parent, block)
        for item, _, lines in paragraphs(block.split("\n")):
            self._add(parent, item, lines, continues)

    def _add(self, parent: etree.Element, item: Marker | None, lines: list[str], continues: bool) -> None:
        text = "\n".join([line if line.endswith("  ") else line.rstrip() for line in lines])
        if not text.strip():
            return
        paragraph = etree.SubElement(parent, "p")
        if item is None:
            if continues:
                paragraph.set("class", "tt-continued")
            paragraph.text = text
            return
        paragraph.set("class", "tt-item")
        paragraph.set(MARK, f"{item.kind} {item.indent}")
        number = etree.SubElement(paragraph, "span", {"class": "tt-marker"})
        number.text = AtomicString(item.text)
        number.tail = f" {text}"


_PLAIN_ASTERISK = r"((?<=[^\W_])\*(?=[^\W_])|(?<![\w.,;:!?\"”’)*])\*(?![\w\"“‘(*]))"
# "#1" and "#chung-tay" are no headings: a heading has a space after its signs.
_HEADING = re.compile(r"(?:^|\n)(?P<level>#{1,6})[ \t]+(?P<header>(?:\\.|[^\\])*?)#*(?:\n|$)")


class LineBreak(InlineProcessor):
    """`<br>`, the only way to break a line in a cell of a table."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[etree.Element, int, int]:  # type: ignore[override]
        """Make the element."""
        return etree.Element("br"), m.start(0), m.end(0)


class PrintedExtension(Extension):
    """Switches lists, indented code and underlined headings off: a printed page has none of them."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Register all of it."""
        for name in ("olist", "ulist", "indent", "code", "setextheader", "reference"):
            md.parser.blockprocessors.deregister(name, strict=False)
        # "<" is a sign on paper: nothing that looks like HTML may vanish from the text. Only a line break is read.
        md.preprocessors.deregister("html_block", strict=False)
        md.inlinePatterns.deregister("html", strict=False)
        # "5*3*2" is a product and "thầy (*)" a sign: emphasis opens before a word and closes after one.
        md.inlinePatterns.register(SimpleTextInlineProcessor(_PLAIN_ASTERISK), "tt-asterisk", 175)
        md.parser.blockprocessors["hashheader"].RE = _HEADING  # type: ignore[attr-defined]
        md.inlinePatterns.register(LineBreak(r"<br\s*/?>", md), "tt-break", 90)
        md.parser.blockprocessors.register(PrintedItems(md.parser), "tt-printed", 40)
        md.treeprocessors.register(PlainTexts(md), "inline", 20)
