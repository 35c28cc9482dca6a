"""Words typed twice ("thi đua đua"), told apart from reduplication ("luôn luôn") and from words that only meet."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import compress, count
from operator import eq

from trangtin.content.problem import Code
from trangtin.proofreading.oddity import Oddity
from trangtin.proofreading.writing import Writing

_ONE = re.compile(r"(?<![^\s\"“(\x00])([^\W\d_]+)[ \t\u00a0\n]+(\1)(?![\w-])", re.IGNORECASE)
_TWO = re.compile(r"(?<![^\s\"“(\x00])([^\W\d_]+[ \t\n]+[^\W\d_]+)[ \t\n]+\1(?!\w)")
_NEXT = re.compile(r"[ \t\n]+([^\W_]+)")
_BEFORE = re.compile(r"([^\W\d_]+)[ \t\n]+\Z")
_ALONE = re.compile(r"[^aăâeêioôơuưyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]+")


@cache
def _known() -> tuple[frozenset[str], dict[str, frozenset[str]], frozenset[str]]:
    """Reduplications, what may follow a second standing, pairs that may stand twice."""
    data = tomllib.loads(files("trangtin.proofreading").joinpath("doubled.toml").read_text("utf-8"))
    meetings = {row.split()[0]: frozenset(row.split()[1:]) for row in data["meetings"].strip().split("\n")}
    pairs = frozenset(data["pairs"].strip().split("|"))
    return frozenset(data["reduplications"].split()), meetings, pairs


def doubled_words(writing: Writing) -> Iterator[Oddity]:
    """A word, or two words, typed twice in a row, over the end of a line too."""
    # Nearly every text has none, and comparing all words in C takes a tenth of searching.
    words = writing.tokens
    if any(words[at].isalpha() for at in compress(count(), map(eq, words, words[1:]))):
        yield from _ones(writing)
    if any(
        words[at + 1] == words[at + 3] and words[at].isalpha() for at in compress(count(), map(eq, words, words[2:-1]))
    ):
        yield from _twos(writing)


def _ones(writing: Writing) -> Iterator[Oddity]:
    reduplications, meetings, _ = _known()
    text, at = writing.text, 0
    while match := _ONE.search(text, at):
        at = match.end()
        first, second = match[1], match[2]
        word = second.lower()
        is_name = first[0].isupper() and second[0].isupper() and not (first.isupper() and len(first) > 1)
        after = _NEXT.match(text, match.end())
        follower = after[1].lower() if after else ""
        # A new sentence may begin with the last word of a line above it.
        is_meant = word in reduplications or is_name or len(word) == 1 or _ALONE.fullmatch(word)
        if is_meant or (second[0].isupper() and not first[0].isupper()):
            continue
        if follower and follower in meetings.get(word, ()):
            continue
        before = _BEFORE.search(text, max(0, match.start() - 24), match.start())
        once = f"{before[1]} {first}" if before else first
        seen = f"{once} {second}"
        yield Oddity(match.start(), Code.DOUBLED_WORD, seen, f"'{seen}' lặp chữ '{second}'", once)


def _twos(writing: Writing) -> Iterator[Oddity]:
    for match in _TWO.finditer(writing.text):
        once = " ".join(match[1].split())
        first, second = once.lower().split()
        if first == second or once.lower() in _known()[2] or once.istitle():
            continue
        seen = " ".join(match[0].split())
        yield Oddity(match.start(), Code.DOUBLED_WORD, seen, f"'{seen}' lặp '{once}'", once)
