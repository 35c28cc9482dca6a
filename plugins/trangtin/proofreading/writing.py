"""A text as the rules read it: what is markup, code or address is blanked out, so that rows and columns stay."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from trangtin.content.spans import without_code
from trangtin.proofreading.traits import Trait, traits_of

BLANK = "\x00"
"""Stands for each character that is no word of the text: neither a space nor a letter to any rule."""
_AROUND = BLANK + ".,;:!?…()[]{}“”‘’\"'«»|"
_LONGEST_BEFORE = 90
_AFTER = ".,;:!?)”"
_TARGET = re.compile(r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\]\[[^\]\n]*\]")
_ADDRESS = re.compile(r"https?://[^\s)>\]|]+|www\.[^\s)>\]|]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


@dataclass(frozen=True)
class Writing:
    """One text with what its rules ask of it, each computed once."""

    source: str
    """NFC, lines parted by `\\n`."""
    title: str = ""
    """The title of the text, where it is given elsewhere."""
    is_paper: bool = True
    """True for an administrative paper: its numbering is typed, not made by Markdown."""

    @cached_property
    def text(self) -> str:
        """The words, as long as the source, with everything else blanked out."""
        text = without_code(self.source, is_printed=self.is_paper, blank=BLANK)
        if "](" in text or "][" in text:
            text = _TARGET.sub(lambda match: "]" + BLANK * (len(match[0]) - 1), text)
        if "://" in text or "@" in text or "www." in text:
            text = _ADDRESS.sub(_blank, text)
        if "<" in text:
            text = _TAG.sub(_blank, text)
        return text.replace("*", BLANK) if "*" in text else text

    @cached_property
    def folded(self) -> str:
        """The words in lower case; every letter of Vietnamese stays one character long."""
        lower = self.text.lower()
        return lower if len(lower) == len(self.text) else self.text

    @cached_property
    def tokens(self) -> list[str]:
        """Every run of characters between spaces, in lower case, in order; punctuation after a word is one too."""
        text = self.folded
        for mark in _AFTER:
            text = text.replace(mark, f" {mark}")
        return text.split()

    @cached_property
    def words(self) -> frozenset[str]:
        """The tokens, each once and without punctuation before it."""
        return frozenset(token.strip(_AROUND) for token in set(self.tokens))

    @cached_property
    def traits(self) -> Trait:
        """All that its words can be suspected of."""
        return reduce(or_, set(map(traits_of, self.words)), Trait.NONE)

    def sentence_before(self, at: int) -> str:
        """The words of the same sentence before an offset, in lower case; of a long one the last 90 characters."""
        before = self.folded[max(0, at - _LONGEST_BEFORE) : at]
        return re.split(r"[.;!?]\s|\n\s*\n(?=\W*(?:\d|[ivx]+\.))", before)[-1]


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", BLANK, match[0])
