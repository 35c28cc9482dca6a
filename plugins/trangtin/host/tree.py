"""What is done to the tree of every rendered text: headings in order, tables without `style=`, links resolved."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Callable

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from trangtin.content.html import ATTRIBUTES
from trangtin.content.text import same_words
from trangtin.host.sanitizer import is_harmless
from trangtin.host.typography import KeptTogether

_HEADING = re.compile(r"h([1-6])")
_ELSEWHERE = re.compile(r"(?i)https?:|//")
_ADDRESSES = frozenset({"href", "src", "cite"})

LinkResolver = Callable[[str], str | None]
"""From a link as typed to its address relative to the page; None for what is not on the site."""


class HeadingOrder(Treeprocessor):
    """Headings start at `base` and never skip a level, whatever the editor wrote."""

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
            if match := _HEADING.fullmatch(str(element.tag)):
                level = int(match[1])
                while open_levels and open_levels[-1] >= level:
                    open_levels.pop()
                open_levels.append(level)
                element.tag = f"h{min(self.base + len(open_levels) - 1, 6)}"


class PlainTables(Treeprocessor):
    """Tables that break no content policy, scroll alone on a phone and name their columns."""

    def run(self, root: etree.Element) -> None:
        """Replace `style` by classes and wrap each table."""
        count = 0
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                if child.tag != "table":
                    continue
                count += 1
                for cell in child.iter():
                    self._plain(cell)
                region = etree.Element(
                    "div", {"class": "tt-scroll", "role": "region", "tabindex": "0", "aria-label": f"Bảng {count}"}
                )
                region.tail, child.tail = child.tail, None
                parent.remove(child)
                region.append(child)
                parent.insert(index, region)

    @staticmethod
    def _plain(cell: etree.Element) -> None:
        if cell.tag not in {"td", "th"}:
            return
        align = cell.attrib.pop("align", "") or re.sub(r".*text-align:\s*(\w+).*", r"\1", cell.attrib.pop("style", ""))
        if align in {"right", "center"}:
            cell.set("class", f"tt-{align}")
        if cell.tag == "th":
            if "".join(cell.itertext()).strip():
                cell.set("scope", "col")
            else:
                cell.tag = "td"  # an empty header names nothing


class RepositoryLinks(Treeprocessor):
    """Links that are true in the repository become links that are true on the site."""

    resolve: LinkResolver | None = None

    def run(self, root: etree.Element) -> None:
        """Rewrite in place; a link to what is not published becomes plain text."""
        if self.resolve is None:
            return
        for element in root.iter():
            if element.tag == "a" and "href" in element.attrib:
                href = element.attrib["href"]
                is_mail = href.startswith(AMP_SUBSTITUTE)  # `<mail@address>`, which the library hides from robots
                address = href if is_mail else self.resolve(href)
                if address is None:
                    element.tag = "span"
                    element.attrib.clear()
                else:
                    element.set("href", address)
                    if _ELSEWHERE.match(address):
                        element.set("rel", "noopener")
            elif element.tag == "img" and "src" in element.attrib:
                address = self.resolve(element.attrib["src"]) or ""
                if _ELSEWHERE.match(address):  # whoever looks at the page would be told of to that host
                    element.tag, element.text = "span", element.get("alt")
                    element.attrib.clear()
                    continue
                element.set("src", address)


class HarmlessAttributes(Treeprocessor):
    """What `{: … }` may add: classes, ids and the like; no style, script or other address, no id of our templates."""

    def run(self, root: etree.Element) -> None:
        """Drop the rest in place."""
        for element in root.iter():
            for name in [name for name, value in element.attrib.items() if not _may_stay(name, value)]:
                del element.attrib[name]
            if element.get("id") in TEMPLATE_IDS:
                element.set("id", f"m-{element.attrib['id']}")


def _may_stay(name: str, value: str) -> bool:
    return name.startswith("data-") or (
        name in ATTRIBUTES and (name not in _ADDRESSES or value.startswith(AMP_SUBSTITUTE) or is_harmless(value))
    )


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
    return headings, links
