"""Markdown for issued documents: the numbering that was typed is the numbering that is shown.

Python-Markdown makes lists of `1.` and `-` and numbers them itself: "2. Yêu cầu" after a list of one becomes 1, a list
that starts at 4 starts at 1, three spaces of nesting are lost. A printed number is text, so here every item is a
paragraph that keeps its marker as text; only its depth is computed, for the indent.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from dataclasses import dataclass

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, SimpleTextInlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.util import AtomicString

_MARKER = re.compile(
    r"[ \t]*(?:"
    r"(?P<bullet>[-–—+*•●○▪])"
    r"|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,4}[.)]?)"
    r"|(?P<arabic>\d{1,3}[.)])"
    r"|(?P<roman>[IVXLC]{1,7}[.)])"
    r"|(?P<capital>[A-ZĐ][.)])"
    r"|(?P<letter>[a-zđ](?:[.)]|,(?=[ \t]+(?![a-zđ]\b))))"  # "a," is a slip for "a)", but "a, b và c" is none
    r")[ \t]+(?=\S)"
)
_SENTENCE_END = re.compile(r"[.;:!?…\"”’)*_][*_ \t]*$")
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Marker:
    """A typed marker at the start of a line."""

    indent: int
    kind: str
    text: str
    """`1.`, `a)`, `-`."""
    rest: str
    """What follows it."""

    @property
    def ordinal(self) -> int | None:
        """The last number of an arabic or decimal marker; the place of a letter in the alphabet."""
        if self.kind in {"arabic", "decimal"}:
            return int(re.findall(r"\d+", self.text)[-1])
        if self.kind == "letter":
            return "abcdđeghiklmnopqrstuvxy".find(self.text[0])
        return None


def read_marker(line: str) -> Marker | None:
    """The marker a line starts with; a number of four digits (`2026.`) is a year, not a marker."""
    match = _MARKER.match(line)
    if match is None or match.lastgroup is None:
        return None
    kind = match.lastgroup
    return Marker(len(line[: match.start(kind)].expandtabs(4)), kind, match[kind], line[match.end() :])


# A number after one of these is cited, not counted: "theo khoản / 2. Điều 16", "ngày / 14. tháng 4".
_CITING = re.compile(r"(?i)(?:,|\b(?:khoản|điểm|điều|mục|chương|phần|số|ngày|tháng|năm|và|hoặc|tại|theo|của))[ \t]*$")
_OPENING = re.compile(r"(?:\*\*)?(?:Căn cứ|Xét|Theo đề nghị|Điều \d+[.:]|Nơi nhận|Kính gửi|Trên đây là)\b")
_YEAR_LAST, _YEAR_FIRST = re.compile(r"\b\d{4}\s*$"), re.compile(r"\d{4}\b")
"""Around the dash of a span of years (`nhiệm kỳ 2021 - 2026`): any other number after a dash is an item's own."""
_FULL_LINE = 50


def wrapped_width(lines: list[str]) -> int:
    """The width at which a block was broken into lines by a program, 0 if each line is a paragraph of its own.

    Word hands over a paragraph as one line, however long; a PDF hands over lines of nearly one length.
    """
    broken = [len(line.rstrip()) for line in lines[:-1]]
    width = max(broken, default=0)
    if width < _FULL_LINE or width > 120:
        return 0
    return width if sum(length >= width * 0.75 for length in broken) * 2 > len(broken) else 0


def starts_item(marker: Marker, previous_line: str, previous: Marker | None, width: int) -> bool:
    r"""Whether a marker inside a block (no blank line before it) starts an item, or is a wrapped sentence.

    `2021\n- 2026` and `theo khoản\n2. Điều …` are wrapped; `… như sau:\n- …` and `1. …\n2. …` are items.
    """
    if marker.kind == "bullet":
        return not (_YEAR_LAST.search(previous_line) and _YEAR_FIRST.match(marker.rest))
    if _CITING.search(previous_line):
        return False
    if _SENTENCE_END.search(previous_line) or len(previous_line.rstrip()) < width * 0.75 or not width:
        return True
    if previous is None or previous.kind != marker.kind or previous.ordinal is None or marker.ordinal is None:
        return False
    return marker.ordinal == previous.ordinal + 1


def starts_paragraph(line: str, previous_line: str, width: int) -> bool:
    """Whether a line without a marker starts a paragraph, or goes on with the line before it."""
    if previous_line.endswith("  ") or line[:1].islower() or _CITING.search(previous_line):
        return False
    if _OPENING.match(line):
        return True
    return not width or len(previous_line.rstrip()) < width * 0.6


class Outline:
    """The depth of items, from their indents and from the kinds of their markers."""

    def __init__(self) -> None:
        """Start outside any item."""
        self._open: list[tuple[int, str]] = []

    def clear(self) -> None:
        """A heading ends all open items."""
        self._open.clear()

    @property
    def depth(self) -> int:
        """Depth of the item last entered; 0 outside."""
        return min(len(self._open), _DEEPEST)

    def enter(self, marker: Marker) -> int:
        """The depth (from 1) of the next item. Nesting by 2, 3 or 4 spaces is the same; less than 2 is none."""
        while self._open and self._open[-1][0] > marker.indent + 1:
            self._open.pop()
        kinds = [kind for indent, kind in self._open if abs(indent - marker.indent) < 2]
        if marker.kind in kinds:
            while self._open[-1][1] != marker.kind or abs(self._open[-1][0] - marker.indent) >= 2:
                self._open.pop()
        else:
            self._open.append((marker.indent, marker.kind))
        return self.depth


_SIGNS = re.compile(r"[\\`*_\[\]<>&~=^\x02\n](?:(?<!\n)|(?<=  \n))")
"""A sign, or a line that ends with two spaces: begun by a set of letters, which is looked for in half the time."""


class PlainTexts(InlineTreeprocessor):
    """Looks for inline Markdown only in paragraphs with a sign of any: most have none, which took most of the time."""

    def run(self, tree: etree.Element, ancestors: list[str] | None = None) -> etree.Element:
        """Work in place."""
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
    """Paragraphs with their markers as text."""

    def __init__(self, parser: BlockParser, outline: Outline) -> None:
        """Share the outline with the extension, which resets it."""
        super().__init__(parser)
        self._outline = outline

    def test(self, parent: etree.Element, block: str) -> bool:
        """All that no other processor has taken; quotes are left to theirs."""
        return not block.lstrip().startswith(">")

    def _continues(self, parent: etree.Element, block: str) -> bool:
        last = self.lastChild(parent)
        is_item = last is not None and str(last.get("class", "")).startswith(("tt-item", "tt-continued"))
        return is_item and block.startswith(("  ", "\t"))

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Cut a block into its leading text and its items."""
        block = blocks.pop(0)
        last = self.lastChild(parent)
        if last is not None and re.fullmatch(r"h[1-6]", last.tag):
            self._outline.clear()
        continues = self._continues(parent, block)
        item: Marker | None = None
        lines: list[str] = []
        typed = block.split("\n")
        width = wrapped_width(typed)
        for line in typed:
            marker = read_marker(line)
            if marker is not None and (not lines or starts_item(marker, lines[-1], item, width)):
                self._close(parent, item, lines, continues)
                item, lines = marker, [marker.rest]
            elif marker is None and lines and line.strip() and starts_paragraph(line.strip(), lines[-1], width):
                self._close(parent, item, lines, continues)
                item, lines = None, [line.lstrip()]
            elif line.strip() or lines:
                lines.append(line.lstrip())
        self._close(parent, item, lines, continues)

    def _close(self, parent: etree.Element, item: Marker | None, lines: list[str], continues: bool) -> None:
        text = "\n".join([line if line.endswith("  ") else line.rstrip() for line in lines])
        if not text.strip():
            return
        paragraph = etree.SubElement(parent, "p")
        if item is None:
            if continues:
                paragraph.set("class", f"tt-continued tt-item-{self._outline.depth}")
            paragraph.text = text
            return
        paragraph.set("class", f"tt-item tt-item-{self._outline.enter(item)}")
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

    def __init__(self) -> None:
        """One outline per Markdown instance."""
        super().__init__()
        self._outline = Outline()

    def extendMarkdown(self, md: Markdown) -> None:
        """Register."""
        for name in ("olist", "ulist", "indent", "code", "setextheader", "reference"):
            md.parser.blockprocessors.deregister(name, strict=False)
        # "<" is a sign on paper: nothing that looks like HTML may vanish from the text. Only a line break is read.
        md.preprocessors.deregister("html_block", strict=False)
        md.inlinePatterns.deregister("html", strict=False)
        # "5*3*2" is a product and "thầy (*)" a sign: emphasis opens before a word and closes after one.
        md.inlinePatterns.register(SimpleTextInlineProcessor(_PLAIN_ASTERISK), "tt-asterisk", 175)
        md.parser.blockprocessors["hashheader"].RE = _HEADING  # type: ignore[attr-defined]
        md.inlinePatterns.register(LineBreak(r"<br\s*/?>", md), "tt-break", 90)
        md.parser.blockprocessors.register(PrintedItems(md.parser, self._outline), "tt-printed", 40)
        md.treeprocessors.register(PlainTexts(md), "inline", 20)
        md.registerExtension(self)

    def reset(self) -> None:
        """Forget the last document."""
        self._outline.clear()
