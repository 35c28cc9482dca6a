"""Word's automatic numbers: what is printed before a paragraph though nobody typed it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from trangtin.importer.docx.wordml import W, child, number, switch, value
from trangtin.importer.letters import symbol
from trangtin.proofreading.roman import to_roman

_SILENT = {"none"}
_SYMBOL_FONTS = {"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings"}


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int
    gap: str
    """What stands between the number and the text."""
    restart: int | None
    is_legal: bool
    """True where every number in it is arabic, whatever its own level says."""


def _letters(count: int) -> str:
    """`a` … `z`, then `aa`, as Word does."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def written(count: int, form: str) -> str:
    """A count in one of Word's formats (`ST_NumberFormat`); arabic for those nobody uses here."""
    if not 0 < count < 4000:
        return str(count)
    match form:
        case "lowerRoman":
            return to_roman(count).lower()
        case "upperRoman":
            return to_roman(count)
        case "lowerLetter":
            return _letters(count)
        case "upperLetter":
            return _letters(count).upper()
        case "decimalZero":
            return f"{count:02d}"
    return str(count)


class Numbering:
    """The lists of one file and how far each has counted."""

    def __init__(self, part: etree._Element | None) -> None:
        """Take `word/numbering.xml`."""
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, _Level], dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[str] = set()
        self.by_style: dict[str, tuple[str, int]] = {}
        """List and level that a paragraph style is tied to."""
        if part is None:
            return
        styles: dict[str, list[tuple[str, int]]] = {}
        for node in part.iterfind(f"{W}abstractNum"):
            name = str(node.get(f"{W}abstractNumId"))
            self._abstract[name] = _levels(node)
            for level in node.iterfind(f"{W}lvl"):
                if style := value(level, "pStyle"):
                    styles.setdefault(name, []).append((style, _depth(level)))
        links = _links(part)
        for node in part.iterfind(f"{W}num"):
            list_id, name = str(node.get(f"{W}numId")), value(node, "abstractNumId") or ""
            name = links.get(name, name)
            starts: dict[int, int] = {}
            changed: dict[int, _Level] = {}
            for override in node.iterfind(f"{W}lvlOverride"):
                depth = _depth(override)
                if (start := number(override, "startOverride")) is not None:
                    starts[depth] = start
                changed |= _levels(override)
            self._lists[list_id] = (name, changed, starts)
            for style, depth in styles.get(name, ()):
                self.by_style.setdefault(style, (list_id, depth))

    def next(self, list_id: str, depth: int) -> str | None:
        """The number of the next paragraph of a list, with what follows it; empty where none is printed.

        None where the file names a list or a level that it does not have.
        """
        if list_id not in self._lists:
            return None
        name, changed, starts = self._lists[list_id]
        levels = self._abstract.get(name, {}) | changed
        if depth not in levels:
            return None
        counts = self._counts.setdefault(name, {})
        if list_id not in self._started:
            self._started.add(list_id)
            for level in starts:  # a list that starts anew, though it shares its levels with another
                counts.pop(level, None)
        own = levels[depth]
        first = starts.get(depth, own.start)
        counts[depth] = counts[depth] + 1 if depth in counts else first
        for deeper in [each for each in counts if each > depth]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart and depth < restart):
                del counts[deeper]
        if own.format in _SILENT and "%" not in own.text:
            return own.text
        if own.format == "bullet":
            return f"{own.text}{own.gap}"
        text = re.sub(r"%(\d)", lambda found: self._number(int(found.group(1)) - 1, levels, counts, own), own.text)
        return f"{text}{own.gap}" if text else ""

    def _number(self, depth: int, levels: dict[int, _Level], counts: dict[int, int], own: _Level) -> str:
        level = levels.get(depth)
        if level is None:
            return ""
        return written(counts.setdefault(depth, level.start), "decimal" if own.is_legal else level.format)


def _depth(node: etree._Element) -> int:
    text = str(node.get(f"{W}ilvl", "0"))
    return int(text) if text.isdecimal() and len(text) < 3 else 0


def _links(part: etree._Element) -> dict[str, str]:
    """Lists that are only the name of a list style, with the list that the style is (`numStyleLink`, `styleLink`)."""
    nodes = [(str(node.get(f"{W}abstractNumId")), node) for node in part.iterfind(f"{W}abstractNum")]
    styles = {style: name for name, node in nodes if (style := value(node, "styleLink"))}
    return {name: styles[style] for name, node in nodes if (style := value(node, "numStyleLink")) in styles}


def _levels(node: etree._Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for level in node.iterfind(f"{W}lvl"):
        form = value(level, "numFmt") or "decimal"
        text = value(level, "lvlText") or ""
        if form == "bullet":
            text = _bullet(text, value(level, "rPr", "rFonts", key="ascii") or "")
        start = number(level, "start")
        found[_depth(level)] = _Level(
            form,
            text,
            1 if start is None else start,
            "" if value(level, "suff") == "nothing" else " ",
            number(level, "lvlRestart"),
            bool(switch(level, "isLgl")) and child(level, "isLgl") is not None,
        )
    return found


def _bullet(text: str, font: str) -> str:
    if not text.strip():
        return "-"
    sign = text.strip()[0]
    if "\uf000" <= sign <= "\uf0ff" or font.lower() in _SYMBOL_FONTS:
        return symbol(ord(sign))
    return {"o": "○", "−": "-"}.get(sign, sign)
