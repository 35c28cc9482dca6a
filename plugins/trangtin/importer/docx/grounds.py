"""What lies below letters in Word: a ground of a colour, on which white letters are seen; white; or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from lxml import etree

from trangtin.importer.docx.wordml import W, child, value

_LIGHT = 235
"""Brightness (0 to 255) above which nobody can read white letters."""
_FIRST_ROW, _FIRST_COLUMN = 0x20, 0x80
"""Bits of what a table takes from its style (ISO/IEC 29500-1, 17.4.56)."""


class Ground(Enum):
    """What a shading, or a marker, is."""

    COLOUR = "colour"
    WHITE = "white"
    """White like paper, whatever lies below."""
    CLEAR = "clear"
    """What lies below is seen."""


def on(below: Ground, ground: Ground | None) -> Ground:
    """What is seen below letters on a ground that lies on another."""
    return below if ground is None or ground is Ground.CLEAR else ground


def ground_of(node: etree._Element | None) -> Ground | None:
    """By the shading and the marker in the properties of a run, paragraph, cell or table; None where neither is."""
    shading = child(node, "shd")
    colour = None
    if shading is not None:
        colour = str(shading.get(f"{W}color" if shading.get(f"{W}val") == "solid" else f"{W}fill", "auto"))
    told = [_ground(each) for each in (colour, value(node, "highlight")) if each is not None]
    return next((each for each in Ground if each in told), None)


def _ground(colour: str) -> Ground:
    if colour.lower() in {"auto", "none"}:
        return Ground.CLEAR
    try:
        red, green, blue = bytes.fromhex(colour)
    except ValueError:  # markers have names
        return Ground.WHITE if colour.lower() == "white" else Ground.COLOUR
    return Ground.WHITE if 0.3 * red + 0.59 * green + 0.11 * blue > _LIGHT else Ground.COLOUR


def grounds_of_style(style: etree._Element) -> dict[str, Ground]:
    """The grounds of a table's cells by its style, for each part of the table; `""` is the whole of it."""
    parts = {str(node.get(f"{W}type")): node for node in style.iterfind(f"{W}tblStylePr")} | {"": style}
    found = {name: ground_of(child(node, "tcPr")) or ground_of(child(node, "tblPr")) for name, node in parts.items()}
    return {name: ground for name, ground in found.items() if ground}


class CellGrounds:
    """The grounds of one table's cells, by their own properties, else by the table's style."""

    def __init__(self, table: etree._Element, styled: Mapping[str, Ground]) -> None:
        """`styled` is what the style lays, by the part of the table."""
        properties = child(table, "tblPr")  # looked for once: a table without any is searched to its end
        look = child(properties, "tblLook")
        self._first_row = styled.get("firstRow") if _takes(look, "firstRow", _FIRST_ROW) else None
        self._first_column = styled.get("firstCol") if _takes(look, "firstColumn", _FIRST_COLUMN) else None
        self._whole = styled.get("") or ground_of(properties)

    def of(self, cell: etree._Element | None, row: int, column: int) -> Ground | None:
        """The ground of the cell with these properties; None where none is declared."""
        in_row = self._first_row if row == 0 else None
        in_column = self._first_column if column == 0 else None
        return ground_of(cell) or in_row or in_column or self._whole


def _takes(look: etree._Element | None, name: str, bit: int) -> bool:
    if look is None:
        return False
    if (told := look.get(f"{W}{name}")) is not None:
        return told in {"1", "true", "on"}
    try:
        return bool(int(str(look.get(f"{W}val", "0")), 16) & bit)
    except ValueError:
        return False
