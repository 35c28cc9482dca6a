"""What a Word file hides: text that is not shown, and changes that nobody accepted (ISO/IEC 29500-1)."""

from __future__ import annotations

from collections.abc import Mapping

from trangtin.signing.inside.parts import Listener, Words

_TRACKED = frozenset(
    "ins del moveFrom moveTo cellIns cellDel cellMerge rPrChange pPrChange sectPrChange tblPrChange trPrChange "
    "tcPrChange tblPrExChange tblGridChange numberingChange".split()
)
# Not webHidden: Word writes it on the page numbers of a table of contents, and they print.
_VANISHED = frozenset({"vanish", "specVanish"})


def is_on(attributes: Mapping[str, str]) -> bool:
    """How a switch is read: on, unless it says otherwise."""
    return attributes.get("val", "1").lower() not in {"0", "false", "off"}


class Styles(Listener):
    """Hears which styles hide what is written in them."""

    def __init__(self) -> None:
        """None so far."""
        self._own: dict[str, bool] = {}
        self._above: dict[str, str] = {}
        self._standard = ""
        self._path: list[str] = []
        self._name = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A style, or what it is based on, or says."""
        if name == "style":
            self._name = attributes.get("styleId", "")
            if attributes.get("type") == "paragraph" and attributes.get("default", "0").lower() in {"1", "true", "on"}:
                self._standard = self._name
        elif name == "basedOn":
            self._above[self._name] = attributes.get("val", "")
        elif name in _VANISHED and self._path[-2:] == ["style", "rPr"]:
            self._own[self._name] = is_on(attributes)
        self._path.append(name)

    def end(self, name: str) -> None:
        """Back to what is around it."""
        self._path.pop()

    def hides(self, style: str | None, *, is_paragraph: bool = False) -> bool | None:
        """What a style says; None where it says nothing, as does one that is not there."""
        name = style or (self._standard if is_paragraph else "")
        for _ in range(len(self._above) + 1):
            if name in self._own:
                return self._own[name]
            if not (name := self._above.get(name, "")):
                break
        return None


class Story(Words):
    """Hears a text that readers see, and counts what of it they do not."""

    def __init__(self, styles: Styles) -> None:
        """`styles` are those of the file."""
        super().__init__()
        self.tracked = 0
        self.hidden = 0
        self._styles = styles
        self._path: list[str] = []
        self._paragraphs: list[str | None] = []
        """The style of each paragraph that is open: a text box stands in one and has its own."""
        self._run_style: str | None = None
        self._vanished: bool | None = None
        self._has_words = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Changes, switches and styles are noted; of a paragraph's own mark there is nothing to see."""
        super().start(name, attributes)
        path = self._path
        if self._skipped:
            pass
        elif name in _TRACKED:
            self.tracked += 1
        elif name == "p":
            self._paragraphs.append(None)
        elif name == "r":
            self._run_style, self._vanished, self._has_words = None, None, False
        elif name == "pStyle" and path[-1:] == ["pPr"] and self._paragraphs:
            self._paragraphs[-1] = attributes.get("val")
        elif path[-2:] == ["r", "rPr"]:
            if name == "rStyle":
                self._run_style = attributes.get("val")
            elif name in _VANISHED:
                self._vanished = bool(self._vanished) or is_on(attributes)
        elif name == "hidden" and path[-1:] == ["trPr"]:
            self.hidden += is_on(attributes)
        path.append(name)

    def end(self, name: str) -> None:
        """A run is hidden if it has words and it, or its style, or else its paragraph's says so."""
        seen = not self._skipped
        super().end(name)
        self._path.pop()
        if not seen:
            return
        if name == "r":
            self.hidden += self._has_words and self._is_hidden()
            self._has_words = False
        elif name == "p" and self._paragraphs:
            self._paragraphs.pop()

    def data(self, text: str) -> None:
        """Words, or what a program keeps for itself."""
        super().data(text)
        self._has_words |= self._is_word and not text.isspace()

    def _is_hidden(self) -> bool:
        above = self._paragraphs[-1] if self._paragraphs else None
        said = (
            self._vanished,
            self._styles.hides(self._run_style),
            self._styles.hides(above, is_paragraph=True),
        )
        return next((each for each in said if each is not None), False)
