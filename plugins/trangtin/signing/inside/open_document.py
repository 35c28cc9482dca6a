"""What an OpenDocument file (odt, ods, odp) hides: words that are not shown, changes, remarks (OASIS, version 1.3)."""

from __future__ import annotations

from collections.abc import Mapping

from trangtin.signing.inside.parts import Words

_TEXTS = frozenset({"p", "h", "span", "a"})
_BESIDE = frozenset({"tracked-changes", "annotation"})
"""Elements whose words belong to no line of the text."""


class OpenText(Words):
    """Hears styles, then the text itself; the same one hears both parts of a file."""

    def __init__(self) -> None:
        """Nothing so far."""
        super().__init__()
        self.tracked = 0
        self.hidden = 0
        self.comments = 0
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

    def data(self, text: str) -> None:
        """Words of the innermost element."""
        if not self._open or self._beside:
            return
        self._said.append(text)
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
