"""What a word is, and which words are alike: the one definition, for the index.

`theme/trangtin_theme/assets/search/folding.js` does the same to queries; `tests/search/folding_cases.json` holds both
to one table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import chain

from trangtin.content.text import one_tone_style

FOLDING = 1
"""Version of these rules; portals can be searched together only if their indexes have the same."""
LONGEST = 32
"""Letters of the longest word that is kept; longer ones are noise."""

# Letters apart from digits, so that `959khubnd` and `959 kh ubnd` begin with the same word.
# Marks that no letter took up belong to the word they were typed in.
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*|\d+")

# Some scripts are read with them (`normalise`), and nobody types them into a query.
_ZERO_WIDTH = str.maketrans("", "", "\u200b\u200c\u200d")


def words(text: str) -> list[str]:
    """The words of a text in order, in lower case, with the tone mark in one place (`Hòa` -> `hoà`).

    The text must be `normalise`d, as all text is that was read. Numbers lose leading zeros: `05/KH` and `5/KH` are one.
    """
    return words_in(text.split())


def words_in(typed: Iterable[str]) -> list[str]:
    """The words of a text that is already split at its spaces."""
    return list(chain.from_iterable(map(_WORDS.__getitem__, typed)))


class _Memory(dict[str, tuple[str, ...]]):
    """From what stands between two spaces to its words, worked out once: Vietnamese has a few thousand syllables."""

    def __missing__(self, typed: str) -> tuple[str, ...]:
        seen = typed.translate(_ZERO_WIDTH).lower()
        written = tuple(filter(None, (_written(raw) for raw in _WORD.findall(seen) if len(raw) <= LONGEST)))
        if len(self) < 100_000:  # numbers and the noise of scanned files never end
            self[typed] = written
        return written


_WORDS = _Memory()


def _written(raw: str) -> str:
    if raw.isdecimal():
        return raw.lstrip("0") or "0"
    # Letters beyond the first 65,536 sort otherwise in a browser; no language of ours has any.
    return raw if raw.isascii() else one_tone_style(raw) if max(raw) <= "\uffff" else ""


def folded(word: str) -> str:
    """A word of `words` without its marks: `đồng` -> `dong`."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


_VOWEL = re.compile("[aeiouy]")


def is_onset(prefix: str) -> bool:
    """Whether a folded prefix is the beginning of too many words to list them all: `t`, `ngh`, `qu`.

    The index has such prefixes as terms of their own.
    """
    return prefix in {"gi", "qu"} or len(prefix) == 1 or (len(prefix) <= 3 and not _VOWEL.search(prefix))
