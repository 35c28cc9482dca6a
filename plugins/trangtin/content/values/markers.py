"""The marks that people type before items: `-`, `•`, `1.`, `a)`, `1.1.`, `II.`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKER = re.compile(
    r"[ \t]*(?:"
    r"(?P<bullet>[-–—+*•●○▪])"
    r"|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,4}[.)]?)"
    r"|(?P<arabic>\d{1,3}[.)])"
    r"|(?P<roman>[IVXLC]{1,7}[.)])"
    r"|(?P<capital>[A-ZĐ][.)])"
    r"|(?P<letter>[a-zđ](?:[.)]|,(?=[ \t]+(?![a-zđ]\b))))"  # "a," is a slip for "a)", but "a, b và c" is none
    r")[ \t]+(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A typed marker at the start of a line."""

    indent: int
    kind: str
    text: str
    """`1.`, `a)`, `-`."""
    rest: str
    """What follows it."""

    @property
    def ordinal(self) -> int | None:
        """The last number of an arabic or decimal marker; the place of a letter in the alphabet."""
        if self.kind in {"arabic", "decimal"}:
            return int(re.findall(r"\d+", self.text)[-1])
        if self.kind == "letter":
            return "abcdđeghiklmnopqrstuvxy".find(self.text[0])
        return None


def read_marker(line: str) -> Marker | None:
    """The marker a line starts with; a number of four digits (`2026.`) is a year, not a marker."""
    match = _MARKER.match(line)
    if match is None or match.lastgroup is None:
        return None
    kind = match.lastgroup
    return Marker(len(line[: match.start(kind)].expandtabs(4)), kind, match[kind], line[match.end() :])
