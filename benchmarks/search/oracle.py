"""What deserves to be found, by reading every paper from end to end: slow, and too simple to be wrong."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from benchmarks.search.corpus import Paper

_WORD = re.compile(r"\w+")
_TONE_FIRST = re.compile(r"(?<![q])([oou])([\u0300\u0301\u0303\u0309\u0323])([aey])(?!\w)")


def words(text: str) -> str:
    """Small letters, one space around each word, tones placed one way (`hòa` as `hoà`)."""
    spread = unicodedata.normalize("NFD", text.lower())
    # In NFD a vowel's tone follows the vowel: moving it one letter on is all that the two styles differ in.
    moved = _TONE_FIRST.sub(r"\1\3\2", spread)
    return f" {' '.join(_WORD.findall(unicodedata.normalize('NFC', moved)))} "


def bare(text: str) -> str:
    """The same without any mark, đ as d."""
    spread = unicodedata.normalize("NFD", words(text).replace("đ", "d"))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


@dataclass(frozen=True)
class Wanted:
    """What a paper must hold to deserve an answer: every one of `parts`."""

    parts: tuple[str, ...] = ()
    """Texts whose words stand side by side; of one with `|` any alternative does."""
    is_bare: bool = False
    """True where marks do not count."""
    is_open: bool = False
    """True where the last word of the last part may go on."""
    number: str = ""
    """A document's own number, or its digits alone."""


class Oracle:
    """All papers, read once."""

    def __init__(self, papers: list[Paper]) -> None:
        self.papers = papers
        self._marked = [words(paper.text) for paper in papers]
        self._bare = [bare(paper.text) for paper in papers]

    def deserving(self, wanted: Wanted) -> list[int]:
        """Places of the papers that hold all that is wanted."""
        if wanted.number:
            asked = wanted.number.lower()
            return [n for n, p in enumerate(self.papers) if asked in {p.number.lower(), p.number.partition("/")[0]}]
        read = bare if wanted.is_bare else words
        texts = self._bare if wanted.is_bare else self._marked
        parts = [[read(choice) for choice in part.split("|")] for part in wanted.parts]
        if wanted.is_open:
            parts[-1] = [choice.removesuffix(" ") for choice in parts[-1]]
        return [
            place
            for place, text in enumerate(texts)
            if all(any(choice in text for choice in choices) for choices in parts)
        ]
