"""The one definition of what a word is and which words are alike, for the index; the page's script has its twin.

`theme/trangtin_theme/assets/search/folding.js` does the same to queries; `tests/search/folding_cases.json` holds
both to one table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import chain

from trangtin.content.text import one_tone_style

FOLDING = 1
"""Rises with every change of these rules: indexes of two portals are searched together only if it is the same."""
LONGEST = 32
"""Letters of the longest word kept; what is longer was typed by no person."""

# Letters apart from digits, so that `959khubnd` and `959 kh ubnd` begin with the same word.
# Marks that no letter took up belong to the word they were typed in.
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*|\d+")

# Some scripts are read with them (`normalise`), and nobody types them into a query.
_ZERO_WIDTH = str.maketrans("", "", "\u200b\u200c\u200d")


def words(text: str) -> list[str]:
    """The words of a text in order, in lower case and one tone placement (`Hòa` -> `hoà`).

    The text is `normalise`d already, as all text that is read. A number loses its leading zeros: `05/KH` and `5/KH` are
    one number.
    """
    return words_in(text.split())


def words_in(typed: Iterable[str]) -> list[str]:
    """The same for a text as what stands between its spaces."""
    return list(chain.from_iterable(map(_WORDS.__getitem__, typed)))


class _Memory(dict[str, tuple[str, ...]]):
    """What stands between spaces, to its words: Vietnamese has a few thousand syllables, each is worked out once."""

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
    """A word of `words` as typed without any mark: `đồng` -> `dong`."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


_VOWEL = re.compile("[aeiouy]")


def is_onset(prefix: str) -> bool:
    """Whether a folded prefix says too little to list all words it may become: `t`, `ngh`, `qu`.

    Such prefixes are terms of the index themselves.
    """
    return prefix in {"gi", "qu"} or len(prefix) == 1 or (len(prefix) <= 3 and not _VOWEL.search(prefix))
