"""How deep an item stands, told from what is typed before it: the numbering of papers is text and counts nothing."""

from __future__ import annotations

from trangtin.content.values.markers import Marker

_DEEPEST = 4


class Outline:
    """The depth of items, from their indents and from the kinds of their markers."""

    def __init__(self, deepest: int = _DEEPEST) -> None:
        """Start outside any item."""
        self._deepest = deepest
        self._open: list[tuple[int, str]] = []

    def clear(self) -> None:
        """A heading ends all open items."""
        self._open.clear()

    @property
    def depth(self) -> int:
        """Depth of the item last entered; 0 outside."""
        return min(len(self._open), self._deepest)

    def has(self, marker: Marker) -> bool:
        """Whether an item of this kind is open at its indent."""
        return any(kind == marker.kind and abs(indent - marker.indent) < 2 for indent, kind in self._open)

    def enter(self, marker: Marker) -> int:
        """The depth (from 1) of the next item. Nesting by 2, 3 or 4 spaces is the same; less than 2 is none."""
        while self._open and self._open[-1][0] > marker.indent + 1:
            self._open.pop()
        if self.has(marker):
            while self._open[-1][1] != marker.kind or abs(self._open[-1][0] - marker.indent) >= 2:
                self._open.pop()
        else:
            self._open.append((marker.indent, marker.kind))
        return self.depth
