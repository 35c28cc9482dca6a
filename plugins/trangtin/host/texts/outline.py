"""Which numbered point of a text stands below which, its address, and how it is cited.

Papers are parted by rank (Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.6): phần, chương, mục, điều; I., 1., 1.1., a),
-, +. What people type may leave ranks out, turn two of them round, and have headings for some of a rank only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from trangtin.proofreading.roman import roman

BOLD, PLAIN = 7, 8
"""The levels of a bold line and of a plain one, below those of headings (1 to 6)."""
ARTICLE = "điều"
_WORDS = ("phụ lục", "phần", "chương", "mục", "tiểu mục", ARTICLE)
_SIGNS = ("capital", "roman", "arabic", "decimal", "letter", "lower", "dash", "plus")
_RANKS = {kind: rank for rank, kind in enumerate((*_WORDS, *_SIGNS))}
_BULLETS = frozenset({"dash", "plus"})
_EITHER_WAY = frozenset({("letter", "arabic"), ("roman", "capital"), ("plus", "dash")})
"""Pairs of kinds of which the first may hold the second, though it ranks below it: `a) …` / `1. …` / `2. …` / `b) …`.
"""
_ALPHABET = "abcdđefghijklmnopqrstuvwxyz"
_BEFORE = {"i": "h", "v": "u", "x": "v"}
"""The letters I, V and X, which may be numbers, with the letter before each in the alphabet."""
_SET_IN = 2
"""Spaces by which a point belongs below another of its kind."""


@dataclass(frozen=True, slots=True)
class Place:
    """The mark of a point as typed, and where it stands."""

    kind: str
    """Its word (`chương`) or the form of its number (`1.1`)."""
    label: str
    """What it adds to an address: `II`, `1.1`, `a`, `chuong-II`; nothing for a bullet."""
    level: int
    """Level of its heading (1 to 6), or `BOLD` or `PLAIN`."""
    name: str = ""
    """`Chương II`, if it has a word of its own."""
    sign: str = ""
    """What follows its number: `.`, `)`."""
    indent: int = 0

    @property
    def rank(self) -> tuple[int, int]:
        """Its rank by the rules of papers; the highest has the smallest number."""
        return _RANKS[self.kind], self.label.count(".") if self.kind == "decimal" else 0

    @property
    def is_word(self) -> bool:
        """Whether it has a word before its number."""
        return self.kind in _WORDS

    @property
    def is_heading(self) -> bool:
        """Whether it was typed as a Markdown heading."""
        return self.level < BOLD

    @property
    def is_item(self) -> bool:
        """Whether it is indented by its depth."""
        return self.level == PLAIN and not self.is_word

    @property
    def ordinal(self) -> int:
        """Its place among its neighbours, from 1; 0 where it has none."""
        if self.is_word or self.kind in _BULLETS:
            return 0
        if self.kind in {"roman", "lower"}:
            return roman(self.label.upper())
        if self.kind in {"arabic", "decimal"}:
            return int(self.label.rpartition(".")[2])
        return _ALPHABET.index(self.label.lower()) + 1


class Outline:
    """Follows a text: which points are open at the line it has come to."""

    def __init__(self) -> None:
        """Start outside any point."""
        self._open: list[Place] = []

    @property
    def depth(self) -> int:
        """How many items are open, the last one included."""
        return sum(place.is_item for place in self._open)

    def enter(self, place: Place) -> tuple[Place, ...]:
        """Begin a point; returns all that it stands in, and itself.

        It stands beside the nearest point that looks like it; else beside one of its kind that it goes on counting;
        else below all that may hold it.
        """
        place = self._read(place)
        beside = self._neighbour(place, _looks_like)
        if beside is None:
            beside = self._neighbour(place, _goes_on)
        if beside is not None:
            del self._open[beside:]
        else:
            while self._open and not _holds(self._open[-1], place):
                self._open.pop()
        self._open.append(place)
        return tuple(self._open)

    def end(self, level: int) -> None:
        """A heading without a number was met: it ends points that are not above it, and any article."""
        kept = 0
        while kept < len(self._open) and self._open[kept].level < level and self._open[kept].kind != ARTICLE:
            kept += 1
        del self._open[kept:]

    def _neighbour(self, place: Place, is_beside: Callable[[Place, Place], bool]) -> int | None:
        in_article = False
        for at in range(len(self._open) - 1, -1, -1):
            other = self._open[at]
            begins_in_article = in_article and place.ordinal == 1
            if other.rank == place.rank and not begins_in_article and is_beside(other, place):
                return at
            in_article = in_article or other.kind == ARTICLE
        return None

    def _read(self, place: Place) -> Place:
        """Decide whether I, V or X is a letter or a number, by what it would continue."""
        letter = place.label.lower()
        if letter not in _BEFORE:
            return place
        alphabet, numbers = ("letter", "lower") if place.label == letter else ("capital", "roman")
        last = next((other for other in reversed(self._open) if other.kind in {alphabet, numbers}), None)
        goes_on = last is not None and last.kind == alphabet and last.label.lower() == _BEFORE[letter]
        is_counting = last is not None and last.kind == numbers
        is_letter = goes_on or (place.label in {"v", "x"} and not is_counting)
        return replace(place, kind=alphabet if is_letter else numbers)


def _looks_like(other: Place, place: Place) -> bool:
    if place.is_word:
        return True
    if place.is_heading or other.is_heading:
        return place.level == other.level
    return (place.level, place.sign) == (other.level, other.sign) and abs(place.indent - other.indent) < _SET_IN


def _goes_on(other: Place, place: Place) -> bool:
    return not place.is_heading and place.ordinal > other.ordinal


def _holds(other: Place, place: Place) -> bool:
    """Whether a point stays open when another begins."""
    is_above = other.rank < place.rank
    if place.kind == ARTICLE:
        is_above = other.rank < (_RANKS["arabic"], 0) and other.kind != ARTICLE
    if other.is_word and place.is_word:
        return is_above
    if place.is_heading:
        return other.level < place.level or (other.level == place.level and is_above)
    if other.is_heading or is_above:
        return True
    is_set_in = place.is_item and place.indent >= other.indent + _SET_IN
    if other.rank == place.rank:
        return is_set_in or other.level < place.level or (other.sign, place.sign) == (".", ")")
    if is_set_in and other.kind in _BULLETS:
        return True
    begins = place.ordinal == 1 or place.kind in _BULLETS
    return begins and (is_set_in or (other.kind, place.kind) in _EITHER_WAY)


def address(points: Sequence[Place]) -> str:
    """The id of the last of these points, which stand in each other: `II.2`, `dieu-5.2.a`."""
    return ".".join(place.label for place in _told(points))


def citation(points: Sequence[Place]) -> str:
    """How it is cited: `mục II.2`, `điểm a khoản 2 Điều 5`."""
    words: list[str] = []
    for is_word, places in groupby(_told(points), key=lambda place: place.is_word):
        if is_word:
            words += [place.name for place in places]
        elif words and words[-1].startswith("Điều"):
            words += _in_article(places)
        else:
            words.append(f"mục {'.'.join(place.label for place in places)}")
    return " ".join(reversed(words))


def _told(points: Sequence[Place]) -> list[Place]:
    """The points that an address names: an article needs nothing above it, a decimal number only its section."""
    told: list[Place] = []
    for place in points:
        if place.kind == ARTICLE:
            told.clear()
        while place.kind == "decimal" and told and told[-1].kind in {"arabic", "decimal"}:
            told.pop()
        if place.label:
            told.append(place)
    return told


def _in_article(places: Iterator[Place]) -> Iterator[str]:
    in_letter = False
    for word, below in groupby(places, key=_word_in_article):
        labels = [place.label for place in below]
        if word == "mục":
            yield f"mục {'.'.join(labels)}"
        else:
            yield from (f"{'tiết' if in_letter else word} {label}" for label in labels)
        in_letter = in_letter or word == "điểm"


def _word_in_article(place: Place) -> str:
    if place.kind in {"capital", "roman"}:
        return "mục"
    return {"letter": "điểm", "lower": "tiết"}.get(place.kind, "khoản")
