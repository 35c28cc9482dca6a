"""Every numbered point of an issued text has an address that its printed number makes: `#II.2`, `#dieu-5.2.a`.

Numbers as printed are what people cite, and an issued text is never edited, so such an address stays. Where a paper
counts twice (`1.` and `1.` again) the second becomes `1-2`.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections import Counter
from dataclasses import dataclass

from markdown.treeprocessors import Treeprocessor

from trangtin.content.text import slug
from trangtin.content.values.doctype import TYPES
from trangtin.content.values.markers import CAPITAL, LETTER, ROMAN
from trangtin.host.texts.tree import LEVELS, is_bold

_ARTICLE = re.compile(r"\s*Điều\s+(\d{1,3}[a-zđ]?)\s*[.:]?")
_ARTICLE_OF_TEXT = re.compile(r"\s*Điều\s+(\d{1,3}[a-zđ]?)(?:\s*[.:]|\s*$)")
"""In a line that is no heading: `Điều 5 Luật Thi đua, khen thưởng quy định …` cites an article and begins none."""
_PART = re.compile(
    r"\s*((?:Phần|Chương|Mục|Tiểu mục|Phụ lục)\s+(?:thứ\s+\w+|[IVXLC]+|\d+))(?=[\s.:]|$)[.:]?", re.IGNORECASE
)
_COUNTED = re.compile(rf"\s*({ROMAN}|{CAPITAL}|\d{{1,3}}(?:\.\d{{1,3}})*|{LETTER}(?=\)))[.)](?=\s|$)")
"""Wider than what marks an item: a heading may have any number, and the address that it makes stays."""
_BASIS = re.compile(r"(?:Căn cứ|Thực hiện|Xét|Theo đề nghị)\b.*;\s*$|(?:Theo|Xét) đề nghị của\b", re.DOTALL)
"""A legal basis, printed in italics (Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.6): each ends with a semicolon."""
_DECIDES = frozenset(f"{kind.name.upper()}:" for kind in TYPES) | {"QUYẾT NGHỊ:"}
"""Lines of their own that say what is decided: bold and in the middle (phụ lục I, mục II.6)."""
_DEPTH = re.compile(r"tt-item-(\d)")
_BOLD = 7
"""The level of a bold line among headings: below all of them."""
_LONGEST_HEADING = 90
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class Point:
    """A line of the outline."""

    id: str
    text: str
    """`II. NỘI DUNG THI ĐUA`, `2. Yêu cầu`."""
    depth: int
    """1 for a section, 2 for what stands in it."""


class Points(Treeprocessor):
    """Gives ids and links to numbers, and notes what an outline shows."""

    def run(self, root: etree.Element) -> None:
        """Walk through the text in its order; change in place."""
        self.outline: list[Point] = []
        self._taken: Counter[str] = Counter()
        self._sections: list[tuple[int, str]] = []
        self._article = ""
        self._items: list[str] = []
        for element in root:
            if level := LEVELS.get(element.tag):
                self._heading(element, level)
            elif element.tag == "p" and (found := _DEPTH.search(element.get("class", ""))):
                if element.get("class", "").startswith("tt-item"):
                    self._item(element, int(found[1]))
            elif element.tag == "p" and (article := _article_of(element)):
                self._start_article(element, article)
            elif element.tag == "p" and (is_bold(element) or _decides(element)):
                self._heading(element, _BOLD)
            elif element.tag == "p" and not self.outline and _BASIS.match(element.text or ""):
                element.set("class", "tt-basis")

    def _heading(self, element: etree.Element, level: int) -> None:
        while self._sections and self._sections[-1][0] >= level:
            self._sections.pop()
        self._items, self._article = [], ""
        text = "".join(element.itertext())
        if article := _ARTICLE.match(text):
            self._start_article(element, article)
            return
        match = _PART.match(text) or _COUNTED.match(text)
        if match is None:
            if (level == _BOLD and text.isupper()) or text in _DECIDES:
                element.set("class", "tt-center")  # who decides, and that it is decided
            return
        label = match[1] if match.re is _COUNTED else _part_label(match[1])
        self._sections.append((level, label))
        anchor = _wrapped(element, match.end())
        if anchor is not None:
            path = _joined([label for _, label in self._sections])
            self._mark(anchor, anchor, path, _cited(path, match[1] if match.re is _PART else ""))
            self.outline.append(Point(anchor.get("id", ""), _short(text), min(len(self._sections), 2)))

    def _start_article(self, element: etree.Element, match: re.Match[str]) -> None:
        self._items, self._article = [], f"dieu-{match[1]}"
        anchor = _wrapped(element, match.end())
        if anchor is not None:
            self._mark(anchor, anchor, self._article, f"Điều {match[1]}")
            depth = 2 if self._sections else 1
            self.outline.append(Point(anchor.get("id", ""), _short("".join(element.itertext())), depth))

    def _item(self, element: etree.Element, depth: int) -> None:
        marker = element.find("span")
        match = _COUNTED.match(marker.text or "") if marker is not None else None
        del self._items[depth - 1 :]
        self._items += [""] * (depth - 1 - len(self._items))
        self._items.append(match[1] if match else "")
        if match is None or marker is None:
            return
        before = [self._article] if self._article else [label for _, label in self._sections]
        path = _joined([*before, *filter(None, self._items)])
        anchor = etree.Element("a")
        anchor.tail, marker.tail = marker.tail, None
        element.remove(marker)
        element.insert(0, anchor)
        anchor.append(marker)
        self._mark(element, anchor, path, _cited(path))
        text = "" if self._article else "".join(element.itertext()).rstrip()
        if text and text[-1] not in ".;:,…":
            text = _short(text)
            if len(text) <= _LONGEST_HEADING and text[-1] != "…":
                self.outline.append(Point(element.get("id", ""), text, min(len(before) + depth, 3)))

    def _mark(self, holder: etree.Element, marker: etree.Element, path: str, cited: str) -> None:
        self._taken[path] += 1
        name = path if self._taken[path] == 1 else f"{path}-{self._taken[path]}"
        holder.set("id", name)
        marker.set("href", f"#{name}")
        marker.set("data-cite", cited)


def _article_of(paragraph: etree.Element) -> re.Match[str] | None:
    """Where a paragraph begins an article."""
    pattern = _ARTICLE if is_bold(paragraph) else _ARTICLE_OF_TEXT
    return pattern.match("".join(paragraph.itertext()))


def _decides(paragraph: etree.Element) -> bool:
    """Whether a paragraph says only what is decided; it is made bold, as it is printed."""
    if "".join(paragraph.itertext()).strip() not in _DECIDES:
        return False
    strong = etree.Element("strong")
    strong.text, paragraph.text = paragraph.text, None
    strong.extend(list(paragraph))
    for child in list(paragraph):
        paragraph.remove(child)
    paragraph.append(strong)
    return True


def _part_label(name: str) -> str:
    """`Chương II` -> `chuong-II`."""
    kind, _, number = name.rpartition(" ")
    return f"{slug(kind)}-{number if not number.islower() else slug(number)}"


def _joined(labels: list[str]) -> str:
    """`II`, `1`, `1.2` -> `II.1.2`: a decimal number already holds those it stands under."""
    parts: list[str] = []
    for label in labels:
        numbers = label.split(".")
        if len(numbers) > 1:
            while parts and parts[-1][:1].isdigit():
                parts.pop()
        parts.append(label)
    return ".".join(parts)


def _cited(path: str, part: str = "") -> str:
    """How a point is named in a citation: `mục II.2`, `điểm a khoản 2 Điều 5`."""
    if part:
        return part
    if not path.startswith("dieu-"):
        return f"mục {path}"
    article, *inner = path.split(".")
    words = [f"{'khoản' if each[:1].isdigit() else 'điểm'} {each}" for each in inner]
    return " ".join([*reversed(words), f"Điều {article.removeprefix('dieu-')}"])


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words) if len(words) <= _MOST_WORDS + 4 else f"{' '.join(words[:_MOST_WORDS])}…"


def _wrapped(element: etree.Element, end: int) -> etree.Element | None:
    """Make the first `end` letters of an element a link; None where they are not one run of text."""
    holder = element
    while not (holder.text or "").strip() and len(holder) and holder[0].tag in {"strong", "em"}:
        holder = holder[0]
    text = holder.text or ""
    if len(text) < end:
        return None
    anchor = etree.Element("a")
    etree.SubElement(anchor, "span", {"class": "tt-marker"}).text = text[:end]
    anchor.tail = text[end:]
    holder.text = ""
    holder.insert(0, anchor)
    return anchor
