"""Words typed twice ("thi đua đua"), told apart from reduplication ("luôn luôn") and from words that only meet."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import compress, count
from operator import eq

from trangtin.content.problem import Code
from trangtin.proofreading.oddity import Oddity
from trangtin.proofreading.writing import Writing

_ONE = re.compile(r"(?<![^\s\"“(\x00])([^\W\d_]+)[ \t\u00a0\n]+(\1)(?![\w-])", re.IGNORECASE)
_TWO = re.compile(r"(?<![^\s\"“(\x00])([^\W\d_]+[ \t\n]+[^\W\d_]+)[ \t\n]+\1(?!\w|[ \t\n]+h(?:óa|oá)(?!\w))")
"""But before "hóa", which makes a word of its own: "ngành công nghiệp công nghiệp hóa"."""
_DATED = re.compile(r"[ \t\n]+\d{1,2}(?:/\d|[ \t\n]+tháng(?!\w))")
_COUNTED = re.compile(
    r"(?:\d|[^\W\d_]+ (?:mươi|trăm|mười)|mười|vài|mấy|nhiều|một|hai|ba|năm|bảy)[ \t\n]+\Z", re.IGNORECASE
)
_NEXT = re.compile(r"[ \t\n]+([^\W_]+)")
_BEFORE = re.compile(r"([^\W\d_]+)[ \t\n]+\Z")
_PAIR_BEFORE = re.compile(r"(?<!\w)([^\W\d_]+)[ \t\n]+\1[ \t\n]+\Z", re.IGNORECASE)
_PAIR_AFTER = re.compile(r"[ \t\n]+([^\W\d_]+)[ \t\n]+\1(?!\w)", re.IGNORECASE)
_ALONE = re.compile(r"[^aăâeêioôơuưyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]+")
_MANY = 10
"""A syllable that begins as many known words begins others as well."""


@dataclass(frozen=True, slots=True)
class _Known:
    """Words that are right although they appear twice in a row."""

    reduplications: frozenset[str]
    """Syllables that are doubled on purpose ("luôn luôn")."""
    meetings: Mapping[str, frozenset[str]]
    """Maps a syllable that ends words to those that begin the next one: "biểu" -> "quyết", for "đại biểu biểu quyết".
    """
    pairs: frozenset[str]
    """Words of two syllables that are a noun and a verb alike."""
    grammar: frozenset[str]
    """Words without a meaning of their own, in no four-syllable reduplication."""
    before_numbers: tuple[str, ...]
    """Words that end in "số", where the number of a paper follows them: "công nghệ số số 71"."""


@cache
def _known() -> _Known:
    data = tomllib.loads(files("trangtin.proofreading").joinpath("doubled.toml").read_text("utf-8"))
    meetings = {row.split()[0]: frozenset(row.split()[1:]) for row in data["meetings"].strip().split("\n")}
    pairs = frozenset(data["pairs"].strip().split("|"))
    grammar = frozenset(data["grammar"].split())
    return _Known(
        frozenset(data["reduplications"].split()), meetings, pairs, grammar, tuple(data["before_numbers"].split("|"))
    )


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
    known = _known()
    text, at = writing.text, 0
    while match := _ONE.search(text, at):
        at = match.end()
        first, second = match[1], match[2]
        word = second.lower()
        is_name = first[0].isupper() and second[0].isupper() and not (first.isupper() and len(first) > 1)
        # A new sentence may begin with the last word of a line above it.
        is_doubled = word in known.reduplications and not _is_dated(text, match)
        is_meant = is_doubled or is_name or len(word) == 1 or _ALONE.fullmatch(word)
        if is_meant or (second[0].isupper() and not first[0].isupper()):
            continue
        if _begins_a_word(text, match) or (word not in known.grammar and _is_in_fours(text, match)):
            continue
        before = _BEFORE.search(text, max(0, match.start() - 24), match.start())
        once = f"{before[1]} {first}" if before else first
        seen = f"{once} {second}"
        yield Oddity(match.start(), Code.DOUBLED_WORD, seen, f"'{seen}' lặp chữ '{second}'", once)


def _is_dated(text: str, match: re.Match[str]) -> bool:
    """True for `ngày ngày 5/9`, not where days are counted: `trong ba ngày ngày 5/9 …`."""
    if match[2].lower() != "ngày" or not _DATED.match(text, match.end()):
        return False
    return not _COUNTED.search(text, max(0, match.start() - 24), match.start())


def _begins_a_word(text: str, match: re.Match[str]) -> bool:
    """True where the second standing begins a word of its own with what follows it, or may well do so.

    No list has every word. A syllable that begins many of them is taken to begin one here too, unless what follows
    shows that it stands alone: nothing, a figure, a name, a word of grammar, or a syllable that begins a word itself.
    """
    known = _known()
    after = _NEXT.match(text, match.end())
    if after is None:
        return False
    word, follower = match[2].lower(), after[1].lower()
    if follower.isdigit():
        return text[max(0, match.end(1) - 20) : match.end(1)].lower().endswith(known.before_numbers)
    begun = known.meetings.get(word, frozenset())
    if follower in begun or len(begun) < _MANY or word in known.grammar:
        return follower in begun
    further = _NEXT.match(text, after.end())
    is_name = after[1][0].isupper() and not match[2].isupper()
    stands_alone = is_name or not follower.isalpha() or follower in known.grammar
    return not stands_alone and (further is None or further[1].lower() not in known.meetings.get(follower, ()))


def _is_in_fours(text: str, match: re.Match[str]) -> bool:
    """True in a reduplication of four syllables ("đi đi lại lại", "hư hư thực thực")."""
    before = _PAIR_BEFORE.search(text, max(0, match.start() - 24), match.start())
    pairs = (before, _PAIR_AFTER.match(text, match.end()))
    return any(pair is not None and pair[1].lower() not in _known().grammar for pair in pairs)


def _twos(writing: Writing) -> Iterator[Oddity]:
    for match in _TWO.finditer(writing.text):
        once = " ".join(match[1].split())
        first, second = once.lower().split()
        if first == second or once.lower() in _known().pairs or once.istitle():
            continue
        seen = " ".join(match[0].split())
        yield Oddity(match.start(), Code.DOUBLED_WORD, seen, f"'{seen}' lặp '{once}'", once)
