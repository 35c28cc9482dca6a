"""What a file in Rich Text Format says and hides (Microsoft, RTF 1.9.1): as much of it as a reader of words needs."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

from trangtin.content.text import normalise

_TOKEN = re.compile(
    rb"""
    (?P<plain> [^\\{}\r\n]+ )
    | (?P<brace> [{}] )
    | \\' (?P<byte> [\da-f]{2} )
    | \\ (?P<word> [a-z]+ ) (?P<number> -?\d{1,9} )? [ ]?  # a space behind a control word is part of it
    | \\ (?P<sign> [^a-z] )
    | [\r\n]  # lines of the file are none of the text
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NO_WORDS = frozenset(
    b"fonttbl colortbl stylesheet info pict objdata objclass fldinst listtable listoverridetable generator themedata "
    b"datastore sn sv xe tc private revtbl rsidtbl annotation atnid atnauthor atntime atndate atnref filetbl".split()
)
"""Groups in which no words of the text stand."""
_WITH_WORDS = frozenset({b"shpinst", b"shptxt", b"footnote", b"background"})
"""Groups that older programs pass over, and in which words may stand: boxes."""
_LINE_ENDS = frozenset(b"par line row sect page".split())
_SIGNS = {
    b"tab": "\t", b"cell": "\t", b"emdash": "—", b"endash": "–", b"bullet": "•",
    b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”",
}  # fmt: skip
_TRACKED = frozenset({b"revised", b"deleted"})


@dataclass(slots=True)
class RichText:
    """What was found."""

    lines: list[str] = field(default_factory=list)
    """The words, a paragraph a line; those not shown too."""
    tracked: int = 0
    hidden: int = 0
    comments: int = 0
    objects: int = 0


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in a group up to its end."""

    is_passed: bool = False
    is_hidden: bool = False
    is_tracked: bool = False
    instead: int = 1
    """Letters for older programs behind each letter that is given by its number."""


def read_rich_text(data: bytes) -> RichText:
    """Read the bytes of a file. Never raises for what it holds."""
    return _Reader().read(data)


class _Reader:
    def __init__(self) -> None:
        self.found = RichText()
        self._state = _State()
        self._above: list[_State] = []
        self._said: list[str] = []
        self._code = "cp1252"
        self._is_optional = False
        self._was = _State()

    def read(self, data: bytes) -> RichText:
        at = passed = 0
        while token := _TOKEN.match(data, at):
            at = token.end()
            if token["brace"]:
                self._brace(token["brace"])
            elif token["word"]:
                number = int(token["number"]) if token["number"] else None
                if token["word"] == b"bin":
                    at += max(0, number or 0)
                elif token["word"] == b"u" and number is not None:
                    self._say(chr(number % 0x10000))
                    passed = self._state.instead
                    continue
                else:
                    self._control(token["word"], number)
            elif token["sign"]:
                self._sign(token["sign"])
            elif token["byte"] or token["plain"]:
                words = bytes.fromhex(token["byte"].decode()) if token["byte"] else token["plain"]
                self._say(words[passed:].decode(self._code, "replace"))
                passed = max(0, passed - len(words))
                continue
            passed = 0
        self._end_line()
        return self.found

    def _brace(self, brace: bytes) -> None:
        self._is_optional = False
        if brace == b"{":
            self._above.append(self._state)
        elif self._above:
            self._state = self._above.pop()

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._is_optional = True
        else:
            self._say({b"~": "\u00a0", b"_": "-", b"-": ""}.get(sign, sign.decode("latin-1")))

    def _control(self, word: bytes, number: int | None) -> None:
        state, is_on = self._state, number != 0
        is_passed = word in _NO_WORDS or (self._is_optional and word not in _WITH_WORDS)
        self._is_optional = False
        if word == b"annotation":
            self.found.comments += 1
        elif word == b"object":
            self.found.objects += 1
        if is_passed:
            self._state = replace(state, is_passed=True)
        elif word == b"v":
            self._state = replace(state, is_hidden=is_on)
        elif word in _TRACKED:
            self._state = replace(state, is_tracked=is_on)
        elif word == b"plain":
            self._state = replace(state, is_hidden=False, is_tracked=False)
        elif word == b"uc":
            self._state = replace(state, instead=max(0, number or 0))
        elif word == b"ansicpg":
            self._code = _code_page(number)
        elif word in _LINE_ENDS:
            self._end_line()
        elif word in _SIGNS:
            self._say(_SIGNS[word])

    def _say(self, text: str) -> None:
        state, was = self._state, self._was
        if state.is_passed or not text:
            return
        self._said.append(text)
        if text.strip():
            self.found.hidden += state.is_hidden and not was.is_hidden
            self.found.tracked += state.is_tracked and not was.is_tracked
            self._was = state

    def _end_line(self) -> None:
        # Letters beyond the first 65,536 are given as two halves.
        text = "".join(self._said).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if line := normalise(text).strip():
            self.found.lines.append(line)
        self._said.clear()


def _code_page(number: int | None) -> str:
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"
