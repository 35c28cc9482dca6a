"""What Word's styles say of a run and a paragraph: defaults, then the chain of styles, then what is set directly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from trangtin.importer.docx.grounds import Ground, ground_of, grounds_of_style, on
from trangtin.importer.docx.wordml import W, child, local, number, switch, value
from trangtin.importer.paper import Align

NO_LIST = "0"
"""The list that is none (ISO/IEC 29500-1, 17.9.18)."""
_LONGEST_CHAIN = 20
_ALIGNS = {
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.JUSTIFY,
    "distribute": Align.JUSTIFY,
    "left": Align.LEFT,
    "start": Align.LEFT,
}
_PAPER = frozenset({"FFFFFF", "FEFEFE", "FDFDFD"})
"""Colours that white paper swallows."""
_TINY = 4
"""Half points: letters below this nobody reads."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks."""

    bold: bool = False
    italic: bool = False
    capitals: bool = False
    """Drawn in capitals, whatever was typed."""
    vanished: bool = False
    """Not drawn at all."""
    white: bool = False
    """True for letters in the colour of paper."""
    ground: Ground | None = None
    """The ground of the letters themselves."""
    tiny: bool = False
    """Smaller than two points."""
    struck: bool = False
    raised: bool = False
    font: str = ""

    def is_hidden(self, below: Ground) -> bool:
        """Nobody sees it on paper; `below` is the ground of its paragraph."""
        return self.vanished or self.tiny or (self.white and on(below, self.ground) is not Ground.COLOUR)


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph stands."""

    align: Align = Align.LEFT
    level: int = 0
    """Depth of a heading, from 1; 0 for text."""
    list_id: str | None = None
    """`NO_LIST` where a number is taken away; None where nothing is said of one."""
    list_level: int = 0
    starts_page: bool = False
    ground: Ground | None = None
    """None where nothing is said of one."""


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str | None
    run: etree._Element | None
    paragraph: etree._Element | None
    borders: etree._Element | None
    """Borders of a table."""
    grounds: dict[str, Ground]
    """Grounds of a table's cells, by part of the table."""
    name: str


class Styles:
    """The styles of one file."""

    def __init__(self, part: etree._Element | None, theme: etree._Element | None = None) -> None:
        """Take `word/styles.xml` and the theme, for fonts that are named by their role."""
        self._styles: dict[str, _Style] = {}
        self._default: dict[str, str] = {}
        self._theme = {} if theme is None else _theme_fonts(theme)
        self._looks: dict[tuple[str, str], Look] = {}
        self._shapes: dict[str, Shape] = {}
        self._base = Look()
        self._base_shape = Shape()
        if part is None:
            return
        for node in part.iterfind(f"{W}style"):
            name = str(node.get(f"{W}styleId", ""))
            shown = (value(node, "name") or name).lower()
            borders = child(node, "tblPr", "tblBorders")
            run, paragraph, grounds = child(node, "rPr"), child(node, "pPr"), grounds_of_style(node)
            self._styles[name] = _Style(value(node, "basedOn"), run, paragraph, borders, grounds, shown)
            if node.get(f"{W}default") in {"1", "true", "on"}:
                self._default[str(node.get(f"{W}type"))] = name
        self._base = self._look(Look(), child(part, "docDefaults", "rPrDefault", "rPr"))
        self._base_shape = _shape(Shape(), child(part, "docDefaults", "pPrDefault", "pPr"))

    def look(self, run: etree._Element | None, paragraph_style: str | None) -> Look:
        """The look of a run by its `rPr` inside a paragraph of that style."""
        named = value(run, "rStyle") or ""
        key = (paragraph_style or self._default.get("paragraph", ""), named)
        if key not in self._looks:
            look = self._base
            for name in (key[0], key[1] or self._default.get("character", "")):
                for style in self._chain(name):
                    look = self._look(look, style.run)
            self._looks[key] = look
        return self._look(self._looks[key], run)

    def shape(self, properties: etree._Element | None) -> Shape:
        """How a paragraph stands, by its `pPr`."""
        name = value(properties, "pStyle") or self._default.get("paragraph", "")
        if name not in self._shapes:
            shape = self._base_shape
            for style in self._chain(name):
                shape = _shape(shape, style.paragraph)
                if match := re.fullmatch(r"heading (\d)", style.name):
                    shape = replace(shape, level=int(match.group(1)))
            self._shapes[name] = shape
        return _shape(self._shapes[name], properties)

    def is_ruled(self, table: etree._Element) -> bool:
        """Whether a table has lines, by its own borders, those of its style, or the name of its style."""
        own = child(table, "tblPr", "tblBorders")
        if own is not None:
            return has_borders(own)
        named = self._table_style(table)
        chain = list(self._chain(named))
        told = [style.borders for style in chain if style.borders is not None]
        # Word writes names in English in every language; ids it translates.
        return has_borders(told[-1]) if told else "grid" in (chain[-1].name if chain else named.lower())

    def grounds(self, table: etree._Element) -> dict[str, Ground]:
        """What its style lays below the cells of a table, by the part of the table."""
        chain = self._chain(self._table_style(table))
        return {part: ground for style in chain for part, ground in style.grounds.items()}

    def _table_style(self, table: etree._Element) -> str:
        return value(table, "tblPr", "tblStyle") or self._default.get("table", "")

    def _chain(self, name: str) -> Iterator[_Style]:
        """The style and those it is based on, the last of them first."""
        chain: list[_Style] = []
        while (style := self._styles.get(name)) is not None and len(chain) < _LONGEST_CHAIN:
            chain.append(style)
            name = style.parent or ""
        return reversed(chain)

    def _look(self, look: Look, node: etree._Element | None) -> Look:
        if node is None:
            return look
        raised = value(node, "vertAlign")
        return Look(
            bold=_or(switch(node, "b"), look.bold),
            italic=_or(switch(node, "i"), look.italic),
            capitals=_or(switch(node, "caps"), look.capitals),
            vanished=_or(_either(switch(node, "vanish"), switch(node, "specVanish")), look.vanished),
            white=_or(_is_one_of(value(node, "color"), _PAPER), look.white),
            ground=ground_of(node) or look.ground,
            tiny=look.tiny if (size := number(node, "sz")) is None else size < _TINY,
            struck=_or(_either(switch(node, "strike"), switch(node, "dstrike")), look.struck),
            raised=look.raised if raised is None else raised == "superscript",
            font=self._font(node) or look.font,
        )

    def _font(self, node: etree._Element) -> str:
        fonts = child(node, "rFonts")
        if fonts is None:
            return ""
        for key in ("ascii", "hAnsi", "cs"):
            if named := fonts.get(W + key):
                return str(named)
        role = str(fonts.get(f"{W}asciiTheme") or fonts.get(f"{W}hAnsiTheme") or "")
        return self._theme.get("major" if role.startswith("major") else "minor", "") if role else ""


def has_borders(node: etree._Element | None) -> bool:
    """True if one of the borders listed in an element is drawn."""
    return node is not None and any(each.get(f"{W}val") not in {None, "nil", "none"} for each in node)


def _or(told: bool | None, otherwise: bool) -> bool:
    return otherwise if told is None else told


def _either(first: bool | None, second: bool | None) -> bool | None:
    return first if second is None else second if first is None else first or second


def _is_one_of(colour: str | None, colours: frozenset[str]) -> bool | None:
    return None if colour is None else colour.upper() in colours


def _theme_fonts(theme: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in theme.iter():
        if local(node) in {"majorFont", "minorFont"}:
            latin = next((part for part in node if local(part) == "latin"), None)
            if latin is not None:
                found[local(node).removesuffix("Font")] = str(latin.get("typeface", ""))
    return found


def _shape(shape: Shape, node: etree._Element | None) -> Shape:
    if node is None:
        return shape
    if (align := _ALIGNS.get(value(node, "jc") or "")) is not None:
        shape = replace(shape, align=align)
    if (outline := number(node, "outlineLvl")) is not None:
        shape = replace(shape, level=outline + 1 if outline < 9 else 0)
    if (break_before := switch(node, "pageBreakBefore")) is not None:
        shape = replace(shape, starts_page=break_before)
    if (ground := ground_of(node)) is not None:
        shape = replace(shape, ground=ground)
    if (list_id := value(node, "numPr", "numId")) is not None:
        shape = replace(shape, list_id=list_id)
    if (level := number(node, "numPr", "ilvl")) is not None:
        shape = replace(shape, list_level=min(max(level, 0), 8))
    return shape
