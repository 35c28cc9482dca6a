"""What an OpenDocument file (odt, ods, odp) hides: words, sheets, slides, changes, remarks (OASIS, version 1.3)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from trangtin.signing.inside.parts import Words

_TEXTS = frozenset({"p", "h", "span", "a"})
_BESIDE = frozenset({"tracked-changes", "annotation"})
"""Elements whose words belong to no line of the text."""
_UNSHOWN = frozenset({"collapse", "filter"})
_MOST_COLUMNS = 16_384
"""As many as a table of today's programs can have; repetitions are not believed beyond."""


class _Columns:
    """The columns of one table: which of them are not shown though something stands in them."""

    def __init__(self) -> None:
        """None so far."""
        self._declared = 0
        self._empty: list[int] = []
        """Those not shown in which nothing stands so far, in their order."""
        self._at = self._width = 0
        """The cell that is open, and how many columns it stands for."""

    def column(self, attributes: Mapping[str, str]) -> None:
        """One more, or some alike."""
        first, self._declared = self._declared, self._declared + _repeated(attributes)
        if attributes.get("visibility") in _UNSHOWN:
            self._empty += range(first, min(self._declared, _MOST_COLUMNS))

    def row(self) -> None:
        """Back to the first."""
        self._at = self._width = 0

    def cell(self, attributes: Mapping[str, str]) -> None:
        """The next one, or some alike."""
        self._at += self._width
        self._width = _repeated(attributes)

    def filled(self) -> int:
        """Something stands in the open cell: how many more columns have something in them for that."""
        first = bisect_left(self._empty, self._at)
        last = bisect_right(self._empty, self._at + self._width - 1)
        del self._empty[first:last]
        return last - first


def _repeated(attributes: Mapping[str, str]) -> int:
    return int(attributes.get("number-columns-repeated", 1))


class OpenText(Words):
    """Hears styles, then the text itself; the same one hears both parts of a file."""

    def __init__(self) -> None:
        """Nothing so far."""
        super().__init__()
        self.tracked = 0
        self.hidden = 0
        self.comments = 0
        self.hidden_sheets = 0
        """Sheets of a table and slides."""
        self.hidden_rows = 0
        """Those in which something stands, and such columns."""
        self.notes = 0
        """Slides under which a speaker wrote something."""
        self._unshown: set[str] = set()
        """Styles of sheets and slides that are not shown."""
        self._row: bool | None = None
        """Of the row that is open, if it is not shown, whether something stands in it."""
        self._tables = [_Columns()]
        """Those that are open: one may stand in a cell of another."""
        self._note: bool | None = None
        """Of the notes that are open, whether something stands in them."""
        self._own: dict[str, bool] = {}
        self._above: dict[str, str] = {}
        self._style = ""
        self._open: list[bool] = []
        """Of each text element that is open, whether its style hides it."""
        self._counted = False
        self._beside = 0
        self._edges = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Styles are noted, hidden words and changes counted."""
        if self._beside or name in _BESIDE:
            self._beside += 1
        if name == "body":
            self._edges = len(self.lines)
        elif name == "style":
            self._style = attributes.get("name", "")
            self._above[self._style] = attributes.get("parent-style-name", "")
        elif name == "text-properties" and "display" in attributes:
            self._own[self._style] = attributes["display"] == "none"
        elif (name == "table-properties" and attributes.get("display") == "false") or (
            name == "drawing-page-properties" and attributes.get("visibility") == "hidden"
        ):
            self._unshown.add(self._style)
        elif name in {"table", "page"}:
            self.hidden_sheets += attributes.get("style-name", "") in self._unshown
            self._tables += [_Columns()] if name == "table" else []
        elif name == "table-column":
            self._tables[-1].column(attributes)
        elif name == "table-row":
            self._row = False if attributes.get("visibility") in _UNSHOWN else None
            self._tables[-1].row()
        elif name in {"table-cell", "covered-table-cell"}:
            self._tables[-1].cell(attributes)
        elif name == "notes":
            self._note = False
        elif name == "changed-region":
            self.tracked += 1
        elif name == "annotation":
            self.comments += 1
        elif (name in {"hidden-text", "hidden-paragraph"} and attributes.get("is-hidden") == "true") or (
            name == "section" and attributes.get("display") == "none"
        ):
            self.hidden += 1
        elif name in {"tab", "s"}:
            self._said.append("\t" if name == "tab" else " ")
        if name in {"p", "h", "line-break"}:
            self._end_line()
        if name in _TEXTS:
            self._open.append(self._hides(attributes.get("style-name", "")))
            self._counted = False

    def end(self, name: str) -> None:
        """A line ends with its paragraph."""
        self._beside -= bool(self._beside)
        if name in _TEXTS and self._open:
            self._open.pop()
        if name in {"p", "h"}:
            self._end_line()
        elif name == "table-row":
            self.hidden_rows += bool(self._row)
            self._row = None
        elif name == "table" and len(self._tables) > 1:
            self._tables.pop()
        elif name == "notes":
            self.notes += bool(self._note)
            self._note = None

    def data(self, text: str) -> None:
        """Words of the innermost element."""
        if not self._open or self._beside:
            return
        self._said.append(text)
        if not text.isspace():
            self._row = None if self._row is None else True
            self.hidden_rows += self._tables[-1].filled()
            self._note = None if self._note is None else True
        if any(self._open) and not self._counted and not text.isspace():
            self.hidden += 1
            self._counted = True

    @property
    def text_first(self) -> list[str]:
        """The lines of the text, then those of heads and feet, which come with the styles."""
        return [*self.lines[self._edges :], *self.lines[: self._edges]]

    def _hides(self, style: str) -> bool:
        for _ in range(len(self._above) + 1):
            if style in self._own:
                return self._own[style]
            if not (style := self._above.get(style, "")):
                break
        return False
