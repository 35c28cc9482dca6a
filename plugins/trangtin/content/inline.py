"""Code and links among the words of one paragraph, item or cell, found as Python-Markdown finds them: code first."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

Span = tuple[int, int]

_MASK = "\x1a"
"""Stands for each character that means nothing to what is looked for next: neither a space nor a sign."""
_RUN = re.compile(r"`+")
_OPENING_RUN = re.compile(r"(?<!\\)(?:\\\\)*(?P<ticks>`+)")
_ESCAPED = re.compile(r"\\[\\`*_{}\[\]()>#+\-.!|]")
_WORDS = re.compile(r"(?<!!)\[")
_PICTURE = re.compile(r"!\[")
_TITLE = r"\s*(?:\"[^\"]*\"|'[^']*')"
_STEP = r"(?:[^\s()<>]|\([^\s()]*\))"
_IN_ANGLES = re.compile(rf"\(\s*(?P<to><[^<>]*>)(?:{_TITLE})?\s*\)")
_PLAIN = re.compile(rf"\(\s*(?P<to>{_STEP}+?)(?:{_TITLE})?\s*\)")
_CUT = re.compile(rf"\(\s*(?P<to>{_STEP}+)")
"""A path ends at a space here: Python-Markdown would go on, forges would not."""
_SQUARE, _ROUND, _SPACE = re.compile(r"[\[\]]"), re.compile(r"[()]"), re.compile(r"\s+")
_NAME = re.compile(r"\s?\[(?P<name>[^\]]*)\]")


class Link(NamedTuple):
    """A link or picture as typed, by its offsets in the text."""

    at: int
    """Where its words end."""
    destination: Span = (0, 0)
    """What it leads to, with the < > around it."""
    name: str = ""
    """What it leads to by the name of a definition instead."""

    def moved(self, by: int) -> Link:
        """The link with its place moved this far on, for a longer text."""
        first, last = self.destination
        return Link(self.at + by, (first + by, last + by), self.name)


def masked(text: str, spans: Iterable[Span], mask: str = _MASK) -> str:
    """The text with some of it covered, as long as before; the spans are in order and apart."""
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += (text[at:start], mask * (end - start))
        at = end
    return "".join((*parts, text[at:])) if parts else text


def without_escapes(text: str) -> str:
    """The text with escaped signs masked, so that they mean nothing."""
    return _ESCAPED.sub(_MASK * 2, text) if "\\" in text else text


def code_in(text: str) -> Iterator[Span]:
    """Code between backticks: closed by as many as opened it, else by the longest run after it, if that is shorter."""
    runs = [match.span() for match in _RUN.finditer(text)]
    if "\\" not in text and len({last - first for first, last in runs}) == 1:
        yield from ((start, end) for (start, _), (_, end) in zip(runs[::2], runs[1::2], strict=False))
        return
    by_length: dict[int, list[int]] = {}
    for first, last in runs:
        by_length.setdefault(last - first, []).append(first)
    longest: list[Span] = [(0, 0)]  # of the runs from each one on, backwards: how long, and where it ends
    for first, last in reversed(runs):
        longest.append(max((last - first, last), longest[-1], key=lambda run: run[0]))
    longest.reverse()
    at = 0
    while opened := _OPENING_RUN.search(text, at):
        start, at = opened.span("ticks")
        length = at - start
        alike = by_length.get(length, [])
        closing = bisect_left(alike, at)
        fewer, end = longest[bisect_left(runs, (at, 0))]
        if closing < len(alike):
            at = alike[closing] + length
            yield start, at
        elif 0 < fewer < length:
            at = end
            yield start, at


def links_among(text: str, names: Collection[str]) -> list[Link]:
    """The links of a text in which code and escapes are masked; `names` are those that definitions have given."""
    if "](" not in text and not names:
        return []
    here = names and _plain(text)
    return _links(text, {name for name in names if f"[{name}]" in here} if here else (), 0)


_Led = tuple[Link | None, int] | None
"""A link and where it ends, or where what only looks like one does; None where the next bracket may open one."""


def _by_name(text: str, opened: int, closed: int, names: Collection[str]) -> _Led:
    match = _NAME.match(text, closed + 1)
    return match and (_named(match["name"] or text[opened + 1 : closed], closed, names), match.end())


def _by_path(text: str, opened: int, closed: int, names: Collection[str]) -> _Led:
    behind = closed + 1
    if not text.startswith("(", behind):
        return None
    if match := _PLAIN.match(text, behind) or _IN_ANGLES.match(text, behind):
        return Link(closed, match.span("to")), match.end()
    end = _pairs(text, _ROUND).get(behind)
    cut = _CUT.match(text, behind)
    return None if end is None else (cut and Link(closed, cut.span("to")), end + 1)


def _by_itself(text: str, opened: int, closed: int, names: Collection[str]) -> _Led:
    return _named(text[opened + 1 : closed], closed, names), closed + 1


def _named(words: str, closed: int, names: Collection[str]) -> Link | None:
    name = _plain(words)
    return Link(closed, name=name) if name in names else None


def _plain(words: str) -> str:
    return _SPACE.sub(" ", words.lower()) if "\n" in words or "  " in words else words.lower()


_PASSES: tuple[tuple[bool, Callable[[str, int, int, Collection[str]], _Led]], ...] = (
    (False, _by_name),
    (False, _by_path),
    (True, _by_path),
    (True, _by_name),
    (False, _by_itself),
    (True, _by_itself),
)
"""Passes in the library's order, and whether each is for pictures: each looks through what those before it left."""


def _links(text: str, names: Collection[str], first: int) -> list[Link]:
    found: list[Link] = []
    for number, (is_picture, lead) in enumerate(_PASSES[first:], first):
        if not (names or (lead is _by_path and "](" in text)) or (is_picture and "![" not in text):
            continue
        taken: list[Span] = []
        words: list[Span] = []
        at = 0
        for start in (_PICTURE if is_picture else _WORDS).finditer(text):
            opened = start.end() - 1
            closed = None if opened < at else _pairs(text, _SQUARE).get(opened)
            led = None if closed is None else lead(text, opened, closed, names)
            if led is None or closed is None:
                continue
            link, at = led
            if link is not None:
                taken.append((start.start(), at))
                words.append((opened + 1, closed))
                found.append(link)
        if is_picture and words:  # in what stands for a picture there are no links
            found = [link for link in found if not _is_within(link.at, words)]
        elif "[" in text:
            for opened, closed in words:
                if "[" in (inner := text[opened:closed]):
                    found += (link.moved(opened) for link in _links(inner, names, number + 1))
        text = masked(text, taken)
    return found


def _is_within(at: int, spans: list[Span]) -> bool:
    number = bisect_left(spans, (at, at)) - 1
    return number >= 0 and at < spans[number][1]


@lru_cache(maxsize=4)
def _pairs(text: str, brackets: re.Pattern[str]) -> Mapping[int, int]:
    """The place of each closing bracket by that of its opening one."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for sign in brackets.finditer(text):
        if sign[0] in "[(":
            opened.append(sign.start())
        elif opened:
            pairs[opened.pop()] = sign.start()
    return pairs
