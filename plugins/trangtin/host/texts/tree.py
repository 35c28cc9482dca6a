"""What is done to the tree of every rendered text: headings in order, tables without `style=`, links resolved."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable, Iterator, Mapping

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import AMP_SUBSTITUTE

from trangtin.content.html import ATTRIBUTES
from trangtin.content.text import same_words
from trangtin.content.values.markers import CAPITAL, ROMAN
from trangtin.host.texts.sanitizer import is_harmless
from trangtin.host.texts.typography import KeptTogether

LEVELS: Mapping[object, int] = {f"h{level}": level for level in range(1, 7)}
"""Levels of headings by their tags."""
_PART = re.compile(rf"(?:{ROMAN}|{CAPITAL})[.)/-]\s+\S")
"""A heading inside a table: `I. TẬP THỂ`."""
_SCROLLS = 6
"""Columns that no phone has room for."""
_LONG = 24
"""Letters, a name or a few words."""
_OF_WORDS = frozenset({"p", *LEVELS})
_ELSEWHERE = re.compile(r"(?i)https?:|//")
_ADDRESSES = frozenset({"href", "src", "cite"})

LinkResolver = Callable[[str], str | None]
"""From a link as typed to its address relative to the page; None for what is not on the site."""


def is_bold(paragraph: etree.Element) -> bool:
    """Whether a paragraph is bold throughout, as headings are that were pasted from a word processor."""
    is_alone = len(paragraph) == 1 and not (paragraph.text or "").strip() and not (paragraph[0].tail or "").strip()
    return is_alone and paragraph[0].tag == "strong"


class HeadingOrder(Treeprocessor):
    """Renumbers headings: they start at `base` and never skip a level, whatever the editor wrote."""

    base = 2
    title: str | None = None
    """The page's title: an opening heading that says the same is not said twice. None keeps every heading."""

    def run(self, root: etree.Element) -> None:
        """Renumber in place. Only the nesting of what was typed matters, not its numbers."""
        opens = self.title is not None and len(root) > 0 and root[0].tag == "h1"
        if opens and same_words("".join(root[0].itertext()), self.title or ""):
            root.remove(root[0])
        open_levels: list[int] = []
        for element in root.iter():
            if level := LEVELS.get(element.tag):
                while open_levels and open_levels[-1] >= level:
                    open_levels.pop()
                open_levels.append(level)
                element.tag = f"h{min(self.base + len(open_levels) - 1, 6)}"


class PlainTables(Treeprocessor):
    """Tables without `style=` (content policy forbids it), which scroll by themselves and name their columns."""

    def run(self, root: etree.Element) -> None:
        """Replace `style` by classes and wrap each table."""
        for count, (parent, table) in enumerate(list(_tables(root)), start=1):
            for cell in table.iter():
                if cell.tag in {"td", "th"}:
                    self._plain(cell)
                elif cell.tag == "tr":
                    _widen(cell)
            _give_room(table)
            region = etree.Element(
                "div", {"class": "tt-scroll", "role": "region", "tabindex": "0", "aria-label": f"Bảng {count}"}
            )
            region.tail, table.tail = table.tail, None
            place = list(parent).index(table)
            parent[place] = region
            region.append(table)

    @staticmethod
    def _plain(cell: etree.Element) -> None:
        if cell.keys():
            style = cell.attrib.pop("style", "")
            align = cell.attrib.pop("align", "") or re.sub(r".*text-align:\s*(\w+).*", r"\1", style)
            if align in {"right", "center"}:
                cell.set("class", f"tt-{align}")
        if cell.tag == "th":
            if "".join(cell.itertext()).strip():
                cell.set("scope", "col")
            else:
                cell.tag = "td"  # an empty header names nothing


def _widen(row: etree.Element) -> None:
    """Let the heading of a part of a table run through its row: Markdown has no merged cells, papers have them there.

    Other rows with nothing behind their first cell are to be filled in.
    """
    head, *others = row
    if not others or head.tag != "td" or any(len(each) or (each.text or "").strip() for each in others):
        return
    text = "".join(head.itertext()).strip()
    is_bold = len(head) == 1 and head[0].tag == "strong" and head[0].text == text
    if is_bold or (_PART.match(text) and (text.isupper() or text[0] in "IVX")):
        head.set("colspan", str(len(row)))
        for each in others:
            row.remove(each)


def _give_room(table: etree.Element) -> None:
    """Mark the columns of sentences in a table that scrolls on a phone anyway: there they would be one word wide."""
    rows = list(table.iter("tr"))
    if not rows or len(rows[0]) < _SCROLLS:
        return
    for place, head in enumerate(rows[0]):
        cells = (row[place] for row in rows if len(row) > place and row[place].get("colspan") is None)
        if any(len("".join(cell.itertext())) > _LONG for cell in cells):
            head.set("class", f"{head.get('class', '')} tt-long".lstrip())


def _tables(parent: etree.Element) -> Iterator[tuple[etree.Element, etree.Element]]:
    """Every table below an element, with its parent; paragraphs and headings are skipped, since they hold none."""
    yield from ((parent, child) for child in parent if child.tag == "table")
    for child in parent:
        if len(child) and child.tag not in _OF_WORDS:
            yield from _tables(child)


class RepositoryLinks(Treeprocessor):
    """Turns links between files of the repository into links between pages of the site."""

    resolve: LinkResolver | None = None

    def run(self, root: etree.Element) -> None:
        """Rewrite in place; a link to what is not published becomes plain text."""
        if self.resolve is None:
            return
        for element in list(root.iter("a")):
            href = element.get("href")
            if href is None:
                continue
            is_mail = href.startswith(AMP_SUBSTITUTE)  # `<mail@address>`, which the library hides from robots
            address = href if is_mail else self.resolve(href)
            if address is None:
                element.tag = "span"
                element.attrib.clear()
            else:
                element.set("href", address)
                if _ELSEWHERE.match(address):
                    element.set("rel", "noopener")
        for element in list(root.iter("img")):
            source = element.get("src")
            if source is None:
                continue
            address = self.resolve(source) or ""
            if _ELSEWHERE.match(address):  # whoever looks at the page would be told of to that host
                element.tag, element.text = "span", element.get("alt")
                element.attrib.clear()
            else:
                element.set("src", address)


class HarmlessAttributes(Treeprocessor):
    """Keeps of `{: … }` classes, ids and the like: no style, no script, no other address, no id of our templates."""

    def run(self, root: etree.Element) -> None:
        """Delete all others in place."""
        for element in root.iter():
            names = element.keys()  # most elements have none, and would be given a dictionary of them
            for name in names:
                if not _may_stay(name, element.attrib[name]):
                    del element.attrib[name]
            if names and element.get("id") in TEMPLATE_IDS:
                element.set("id", f"m-{element.attrib['id']}")


class Unescaping(UnescapeTreeprocessor):
    """As the library's own, but only for texts that have something escaped, which few have."""

    def run(self, root: etree.Element) -> None:
        """Put back the signs that were typed behind a backslash."""
        if any("\\" in line for line in getattr(self.md, "lines", ("\\",))):
            super().run(root)


def _may_stay(name: str, value: str) -> bool:
    if name not in ATTRIBUTES:
        return name.startswith("data-")
    return name not in _ADDRESSES or value.startswith(AMP_SUBSTITUTE) or is_harmless(value)


TEMPLATE_IDS = frozenset({"noi-dung", "dau-trang"})
"""Ids of our templates, kept free in texts; so is everything that starts with `muc-`."""


def register(md: Markdown) -> tuple[HeadingOrder, RepositoryLinks]:
    """Add all to a Markdown instance: after inline patterns (20) and `attr_list` (8), before `toc` gives ids (5)."""
    headings, links = HeadingOrder(md), RepositoryLinks(md)
    md.treeprocessors.register(headings, "tt-headings", 12)
    md.treeprocessors.register(PlainTables(md), "tt-tables", 11)
    md.treeprocessors.register(links, "tt-links", 10)
    md.treeprocessors.register(HarmlessAttributes(md), "tt-attributes", 6)
    md.treeprocessors.register(KeptTogether(md), "tt-kept", 4)  # after `toc`, which reads headings
    md.treeprocessors.register(Unescaping(md), "unescape", 0)
    return headings, links
