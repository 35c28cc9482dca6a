"""The numbers typed before sections and items: what skips, repeats or stands under another's number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from trangtin.content.printed.type_and_subject import VV
from trangtin.content.problem import Code
from trangtin.content.values.markers import ALPHABET, ANNEX, CAPITAL, DECIMAL, LETTER, PART, ROMAN
from trangtin.proofreading.oddity import Oddity
from trangtin.proofreading.roman import roman, to_roman
from trangtin.proofreading.writing import Writing

_SIGN = r"[.)]\x00*[ \t]+|[-/]\x00*[ \t]+(?!\d)"
"""`1.` and `1)`, `1-` of the Party's papers and `1/`; `1/ 5` is no number of an item."""
_LINE = re.compile(
    r"[ \t]{0,3}(?:#{1,6}[ \t]+)?\x00*(?:"
    rf"(?!{VV})(?P<roman>{ROMAN})(?={_SIGN})"
    rf"|(?P<part>{PART})(?=[.]\x00*[ \t]+)"
    rf"|(?P<decimal>{DECIMAL})(?={_SIGN}|\x00*[ \t]+(?P<words>[\x00“\"'(\[]*[^\W\d_]?))"
    rf"|(?P<arabic>\d{{1,2}})(?={_SIGN})"
    rf"|(?P<letter>{LETTER})(?=\)|\.\x00*[ \t]+)"
    r"|[Đđ]iều[ \t]+(?P<article>\d{1,3})(?=[.:]\x00*[ \t])"
    rf"|(?P<annex>{ANNEX})(?=[ \t]*(?:[:.–\x00-]|$))"
    rf"|(?P<chapter>(?:CHƯƠNG|Chương|PHẦN|Phần)[ \t]+(?:{ROMAN}|{PART}|\d{{1,3}}))(?!\w)"
    r")(?P<sign>[.)/-]?)\x00*[ \t]*(?=\S|\x00|$)"
)
_STARTS = frozenset(" \t#\x00IVXLCABDEFGHĐđPp0123456789abcdeghiklmnopqrstuvxyfjwz")
_QUOTES = {"“": "”", '"': '"', "«": "»"}
_LONGEST_QUOTATION = 20_000
"""Characters of an amended text; a mark that closes farther on belongs to another one."""
_PLAIN = "abcdefghijklmnopqrstuvwxyz"
_PARTS = "ABCDĐEFGH", "ABCDEFGH"

_Kind = tuple[str | int, ...]
"""What is counted together: numbers of one sort behind which one sign stands, decimals under one number."""


class _Odd(NamedTuple):
    what: str
    """`mục`, `điểm`, `Điều` …"""
    before: str
    after: str


@dataclass(slots=True)
class _Counts:
    """What was counted last, from the outermost kind to the innermost that is still open."""

    article: int | None = None
    """Counted through a whole paper, whatever its chapters."""
    titles: dict[_Kind, int] = field(default_factory=dict)
    """The last chapter, part or annex of each way to count them."""
    parts: list[str] = field(default_factory=list)
    """The capitals since the first that came in order: one alone may be the first letter of a name."""
    open: list[tuple[_Kind, int]] = field(default_factory=list)
    closed: dict[_Kind, int] = field(default_factory=dict)
    """Where the arabic numbers of the section before ended: some papers go on counting."""

    def begin(self) -> None:
        """A section that holds all that follows: everything is counted anew."""
        self.open, self.closed = [], {}

    def close_above(self, kind: _Kind) -> int | None:
        """End what lies inside a kind, or all where it is not open; returns its own last number."""
        at = next((at for at, (each, _) in enumerate(self.open) if each == kind), -1)
        closed = {each: last for each, last in self.open[at + 1 :] if each[0] == "arabic"}
        if closed or kind[0] == "roman":
            self.closed = closed
        last = self.open[at][1] if at >= 0 else None
        del self.open[max(at, 0) :]
        return last

    def is_open(self, kind: _Kind) -> bool:
        """Whether numbers of this kind are counted at this place."""
        return any(each == kind for each, _ in self.open)

    def follows_another(self, kind: _Kind, now: int) -> bool:
        """Whether it goes on where numbers with another sign stopped: `1.`, `2)`, `3.`."""
        return any(each[0] == kind[0] and each != kind and last == now - 1 for each, last in self.open)


def numbering(writing: Writing) -> Iterator[Oddity]:
    """Each number that does not follow from the one before it at its level."""
    counts = _Counts()
    at = quoted = 0
    is_apart = True
    for line in writing.text.split("\n"):
        if line[:1] in _QUOTES:
            quoted = max(quoted, _end_of_quotation(writing.text, at, line))
        elif at < quoted:
            pass
        elif line[:1] in _STARTS and (match := _LINE.match(line)) and (odd := _next(counts, match, is_apart=is_apart)):
            what, before, after = odd
            told = f"{what} {after} lặp lại" if before == after else f"{what} {after} đứng sau {what} {before}"
            yield Oddity(at, Code.NUMBERING, after, told, words=(f"{what} {after}", after))
        is_apart = not line.strip(" \t\x00")
        at += len(line) + 1


def _end_of_quotation(text: str, at: int, line: str) -> int:
    """Where an amended text ends that begins with its number in a line: `“2. …`, `“c) …`; 0 where none begins."""
    if not _LINE.match(line[1:]):
        return 0
    depth, close = 1, _QUOTES[line[0]]
    for mark in re.finditer(f"[{line[0]}{close}]", text[at + 1 : at + _LONGEST_QUOTATION]):
        depth += -1 if mark[0] == close else 1
        if not depth:
            return at + 1 + mark.end()
    return 0


def _next(counts: _Counts, match: re.Match[str], *, is_apart: bool) -> _Odd | None:
    """Take one number in; what is odd about it."""
    if match["annex"] or match["chapter"]:
        return _title(counts, match["annex"] or match["chapter"], is_apart=is_apart, is_annex=bool(match["annex"]))
    if match["part"]:
        counts.begin()
        return _part(counts, match["part"])
    if match["article"]:
        before, counts.article = counts.article, int(match["article"])
        counts.begin()
        is_right = before is None or counts.article in {before + 1, 1}
        return None if is_right else _Odd("Điều", str(before), match["article"])
    sign = match["sign"]
    if match["roman"]:
        return _roman(counts, ("roman", sign), match["roman"])
    if match["arabic"]:
        return _arabic(counts, ("arabic", sign), int(match["arabic"]))
    if match["letter"]:
        return _letter(counts, ("letter", sign), match["letter"])
    words = (match["words"] or "").strip("\x00“\"'([")
    if sign or words.isupper():  # a line may begin with `1.5 triệu`
        return _decimal(counts, tuple(int(part) for part in match["decimal"].split(".")))
    return None


def _title(counts: _Counts, title: str, *, is_apart: bool, is_annex: bool) -> _Odd | None:
    """A chapter, a part or an annex; in the middle of a paragraph it is only spoken of."""
    counts.begin()
    counts.parts = []
    if is_annex:
        counts.article = None
    *words, number = title.split()
    system, now = _number(number)
    if now is None:  # the only annex
        return None
    kind = words[0].upper(), system
    before = counts.titles.get(kind)
    if is_apart or now == (before or 0) + 1:
        counts.titles[kind] = now
    if not is_apart or before is None or now <= before + 1:
        return None
    return _Odd(" ".join(words[:2] if is_annex else words).capitalize(), _as(system, before), number)


def _number(typed: str) -> tuple[str, int | None]:
    """How it is counted, and the number it is."""
    if typed.isdecimal():
        return "arabic", int(typed)
    if re.fullmatch(ROMAN, typed):
        return "roman", roman(typed)
    return "letter", _PARTS[0].index(typed) + 1 if re.fullmatch(CAPITAL, typed) and typed in _PARTS[0] else None


def _as(system: str, value: int) -> str:
    if system == "roman":
        return to_roman(value)
    return str(value) if system == "arabic" else _PARTS[0][value - 1]


def _part(counts: _Counts, now: str) -> _Odd | None:
    before = counts.parts[-1:] or [""]
    if not before[0] or now in {"A", *_followers(before[0], *_PARTS)}:
        counts.parts = [*counts.parts, now] if now != "A" else [now]
        return None
    were_in_order = len(counts.parts) > 1
    counts.parts = [now]
    return _Odd("phần", before[0], now) if were_in_order else None


def _roman(counts: _Counts, kind: _Kind, typed: str) -> _Odd | None:
    """Sections, which lie in no point, whatever its number."""
    now = roman(typed)
    is_right = counts.follows_another(kind, now)
    before = counts.close_above(kind)
    counts.open.append((kind, now))
    if is_right or before is None or (now in {before + 1, 1} and now != before):
        return None
    return _Odd("mục", to_roman(before), typed)


def _arabic(counts: _Counts, kind: _Kind, now: int) -> _Odd | None:
    is_right = counts.follows_another(kind, now)
    went_on = counts.closed.get(kind)
    before = counts.close_above(kind) if counts.is_open(kind) else None
    counts.open.append((kind, now))
    if before is None:
        is_right = is_right or now == 1 or went_on is None or now == went_on + 1
        return None if is_right else _Odd("mục", str(went_on), str(now))
    # A list of its own may begin anew, but not with the number that has only just begun one.
    if is_right or now == before + 1 or (now == 1 and before > 1):
        return None
    return _Odd("mục", str(before), str(now))


def _decimal(counts: _Counts, numbers: tuple[int, ...]) -> _Odd | None:
    *prefix, now = numbers
    kind: _Kind = ("decimal", *prefix)
    beside = None
    if counts.is_open(kind):
        before = counts.close_above(kind)
    else:
        before = None
        beside = next((each for each in counts.open if each[0][0] == "decimal" and len(each[0]) == len(kind)), None)
        if beside is not None:
            counts.close_above(beside[0])
    counts.open.append((kind, now))
    if before is not None and now not in {before + 1, 1}:
        return _Odd("mục", ".".join(map(str, (*prefix, before))), ".".join(map(str, numbers)))
    if beside is not None and now != 1:
        return _Odd("mục", ".".join(map(str, (*beside[0][1:], beside[1]))), ".".join(map(str, numbers)))
    return None


def _letter(counts: _Counts, kind: _Kind, typed: str) -> _Odd | None:
    before = counts.close_above(kind) if counts.is_open(kind) else None
    counts.open.append((kind, ord(typed)))
    if before is None or typed in {*_followers(chr(before), ALPHABET, _PLAIN), "a"}:
        return None
    return _Odd("điểm", f"{chr(before)}{kind[1]}", f"{typed}{kind[1]}")


def _followers(letter: str, *alphabets: str) -> Iterator[str]:
    for alphabet in alphabets:
        at = alphabet.find(letter)
        if 0 <= at < len(alphabet) - 1:
            yield alphabet[at + 1]
