"""Every numbered point of an issued text has an address that its printed number makes: `#II.2`, `#dieu-5.2.a`.

Numbers as printed are what people cite, and an issued text is never edited, so such an address stays. Where a paper
counts twice (`1.` and `1.` again) the second becomes `1-2`. `host/texts/outline.py` says what a point stands in.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections import Counter
from dataclasses import dataclass, replace

from markdown.treeprocessors import Treeprocessor

from trangtin.content.printed.basis import BASIS
from trangtin.content.text import slug
from trangtin.content.values.doctype import TYPES
from trangtin.content.values.markers import read_mark
from trangtin.host.texts.annexes import CLASS as ANNEXES
from trangtin.host.texts.outline import ARTICLE, BOLD, PLAIN, Outline, Place, address, citation
from trangtin.host.texts.printed import MARK
from trangtin.host.texts.tree import LEVELS, is_bold

_ARTICLE = re.compile(r"\s*Điều\s+(\d{1,3}[a-zđ]?)\s*[.:]?")
_ARTICLE_OF_TEXT = re.compile(r"\s*Điều\s+(\d{1,3}[a-zđ]?)(?:\s*[.:]|\s*$)")
"""In a line that is no heading: `Điều 5 Luật Thi đua, khen thưởng quy định …` cites an article and begins none."""
_PART = re.compile(r"\s*(Phần|Chương|Mục|Tiểu mục|Phụ lục)\s+(thứ\s+\w+|[IVXLC]+|\d+)(?=[\s.:]|$)[.:]?", re.IGNORECASE)
_BASIS = re.compile(rf"{BASIS}.*;\s*$|(?:Theo|Xét) đề nghị của\b", re.DOTALL)
"""A legal basis, printed in italics (Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.6): each ends with a semicolon."""
_DECIDES = frozenset(f"{kind.name.upper()}:" for kind in TYPES) | {"QUYẾT NGHỊ:"}
"""Lines of their own that say what is decided: bold and in the middle (phụ lục I, mục II.6)."""
_CENTRED = "tt-center"
_DEEPEST = 6
"""The deepest indent that there is a style for."""
_LISTED = 2
"""Levels that the list beside the text always shows: headings and articles."""
_LONGEST_HEADING = 90
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class Point:
    """A line of the list beside the text."""

    id: str
    text: str
    """`II. NỘI DUNG THI ĐUA`, `2. Yêu cầu`."""
    depth: int
    """1 for a section, 2 for what stands in it."""


class Points(Treeprocessor):
    """Gives points their ids and links, indents items, and collects the list beside the text."""

    def run(self, root: etree.Element) -> None:
        """Walk through the text in its order; change in place."""
        self.outline: list[Point] = []
        self._taken: Counter[str] = Counter()
        self._open = Outline()
        self._wants_title = False
        for element in root:
            if level := LEVELS.get(element.tag):
                self._line(element, level)
            elif element.tag == "p":
                self._paragraph(element)
            else:
                self._wants_title = False
                if element.tag == "blockquote":
                    _set_in(element)
                elif element.get("class") == ANNEXES:
                    self._open = Outline()

    def _paragraph(self, element: etree.Element) -> None:
        kind = element.get("class", "")
        if kind == "tt-item":
            self._item(element)
        elif kind == "tt-continued":
            element.set("class", f"{kind} {_depth(self._open)}")
        elif is_bold(element) or _decides(element):
            self._line(element, BOLD)
        else:
            self._line(element, PLAIN)

    def _line(self, element: etree.Element, level: int) -> None:
        text = "".join(element.itertext())
        found = _numbered(element, text, level)
        if found is not None:
            self._begin(element, text, *found)
        elif self._wants_title and (level < PLAIN or text.isupper()):
            self._add_title(element, text)
        elif level < PLAIN:
            self._open.end(level)
            if (level == BOLD and text.isupper()) or text in _DECIDES:
                element.set("class", _CENTRED)  # who decides, and that it is decided
        else:
            self._wants_title = False
            if not self.outline and _BASIS.match(element.text or ""):
                element.set("class", "tt-basis")

    def _begin(self, element: etree.Element, text: str, place: Place, end: int) -> None:
        points = self._open.enter(place)
        self._wants_title = place.is_word and place.kind != ARTICLE and not text[end:].strip()
        if self._wants_title:
            element.set("class", _CENTRED)  # as its title below it (phụ lục I, mục II.6)
        elif place.is_item:
            element.set("class", f"tt-item {_depth(self._open)}")
        anchor = _wrapped(element, end)
        if anchor is not None:
            self._mark(anchor, anchor, points)
            self._show(anchor, text, points)

    def _add_title(self, element: etree.Element, text: str) -> None:
        """Take a line as the title of the part whose number stands alone on the line above it."""
        element.set("class", _CENTRED)
        self._wants_title = text.isupper()
        if self.outline:
            part = self.outline[-1]
            self.outline[-1] = replace(part, text=_short(f"{part.text.rstrip('.:')}. {text}"))

    def _item(self, element: etree.Element) -> None:
        self._wants_title = False
        points = self._open.enter(_item_place(element))
        element.set("class", f"tt-item {_depth(self._open)}")
        marker = element.find("span")
        if not points[-1].label or marker is None:
            return
        anchor = etree.Element("a")
        anchor.tail, marker.tail = marker.tail, None
        element.remove(marker)
        element.insert(0, anchor)
        anchor.append(marker)
        self._mark(element, anchor, points)
        self._show(element, "".join(element.itertext()), points)

    def _mark(self, holder: etree.Element, marker: etree.Element, points: tuple[Place, ...]) -> None:
        path = address(points)
        self._taken[path] += 1
        name = path if self._taken[path] == 1 else f"{path}-{self._taken[path]}"
        holder.set("id", name)
        marker.set("href", f"#{name}")
        marker.set("data-cite", citation(points))

    def _show(self, holder: etree.Element, text: str, points: tuple[Place, ...]) -> None:
        shown, depth = _short(text), sum(bool(point.label) for point in points)
        is_item = points[-1].is_item
        if is_item and (any(point.kind == ARTICLE for point in points) or not _is_heading(shown)):
            return
        self.outline.append(Point(holder.get("id", ""), shown, min(depth, _LISTED + is_item)))


def _numbered(element: etree.Element, text: str, level: int) -> tuple[Place, int] | None:
    """The point that a heading or line begins, and where its number ends."""
    article = (_ARTICLE_OF_TEXT if level == PLAIN else _ARTICLE).match(text)
    if article is not None:
        return Place(ARTICLE, f"dieu-{article[1]}", level, f"Điều {article[1]}"), article.end()
    part = _PART.match(text)
    if part is not None and (level < PLAIN or _stands_alone(text, part.end())):
        return _part(part[1], part[2], level), part.end()
    mark = read_mark(text) if level < PLAIN or _begins_bold(element) else None
    if mark is None or mark.kind == "bullet":
        return None
    return _place(mark.kind, mark.text, level), text.index(mark.text) + len(mark.text)


def _begins_bold(paragraph: etree.Element) -> bool:
    """Whether its number is bold: `**1. Mục đích:** nâng cao …`, and so is no marker to those who read lines."""
    return len(paragraph) > 0 and paragraph[0].tag == "strong" and not (paragraph.text or "").strip()


def _stands_alone(text: str, end: int) -> bool:
    """Whether a plain line is the number of a part, with its title or without; `Mục 3 của Kế hoạch …` is none."""
    rest = text[end:].strip()
    return text[0].isupper() and (not rest or rest.isupper())


def _part(word: str, number: str, level: int) -> Place:
    """`Chương II`, whose label is `chuong-II`."""
    word, number = " ".join(word.split()).capitalize(), " ".join(number.split())
    if number[0] in "Tt":
        number = number.lower()
    label = slug(number) if number.islower() else number
    return Place(word.lower(), f"{slug(word)}-{label}", level, f"{word} {number}")


def _item_place(item: etree.Element) -> Place:
    kind, indent = item.attrib.pop(MARK).split(" ")
    return _place(kind, item.findtext("span", ""), PLAIN, int(indent))


def _place(kind: str, mark: str, level: int, indent: int = 0) -> Place:
    """The place of what begins with a mark (`1.`, `a)`, `-`)."""
    if kind == "bullet":
        return Place("plus" if mark == "+" else "dash", "", level, indent=indent)
    number = mark.rstrip(".),-/")
    return Place(kind, number, level, sign=mark[len(number) :], indent=indent)


def _set_in(quotation: etree.Element) -> None:
    """Indent the items of a quotation: what another text is to say has no points of this one."""
    outline = Outline()
    for element in quotation.iter("p"):
        kind = element.get("class", "")
        if kind == "tt-item":
            outline.enter(_item_place(element))
        if kind in {"tt-item", "tt-continued"}:
            element.set("class", f"{kind} {_depth(outline)}")


def _depth(outline: Outline) -> str:
    return f"tt-item-{min(outline.depth, _DEEPEST)}"


def _decides(paragraph: etree.Element) -> bool:
    """Whether a paragraph is nothing but words of decision (`QUYẾT ĐỊNH:`); if so it is made bold, as it is printed."""
    if "".join(paragraph.itertext()).strip() not in _DECIDES:
        return False
    strong = etree.Element("strong")
    strong.text, paragraph.text = paragraph.text, None
    strong.extend(list(paragraph))
    for child in list(paragraph):
        paragraph.remove(child)
    paragraph.append(strong)
    return True


def _is_heading(shown: str) -> bool:
    """Whether an item reads as a heading: short, and no sentence."""
    return len(shown) <= _LONGEST_HEADING and shown[-1] not in ".;:,…"


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
