"""Vietnamese text as a computer has to see it: one code point per letter, folded forms, slugs.

Measured facts behind each rule: Unicode has one NFC code point for each of the 72 vowel-and-tone letters, `đ` never
decomposes, and real papers carry NFD vowels and the Icelandic Eth in place of `Đ`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# U+00D0 and U+0189 print like Đ and come from wrong keyboards and converters; searching for "Điều" misses them.
_LOOK_ALIKES = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ"})
# Khmer, Lao, Thai and others write no spaces: a zero-width one beside their letters says where a word ends.
_WITHOUT_SPACES = "\u0590-\u1aff\ua980-\uaadf"
# What turns words around, so that they read otherwise than they are stored and copied.
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = re.compile(
    f"[\u2060\ufeff\u00ad{_TURNING}]|(?<![{_WITHOUT_SPACES}])[\u200b-\u200d](?![{_WITHOUT_SPACES}])"
)
_ODD_LETTERS = "\u00d0\u0189\u00f0"
_ODD = f"{_ODD_LETTERS}\u200b\u200c\u200d\u2060\ufeff\u00ad{_TURNING}"
_D_BAR = str.maketrans({"đ": "d", "Đ": "D"})
# No page, feed or table may hold them: typed as escapes in YAML, pasted from old programs.
_CONTROL = bytes((*range(9), *range(14, 32), 127))
_UNSEEN = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{_TURNING}\ud800-\udfff]")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
ITEMS = re.compile(r"(?:\s*- [^\n]*(?:\n|$)){2,}\s*$")
"""Nothing but lines that begin with a dash, at least two."""
_NOT_SLUG = re.compile(r"[^a-z0-9]+")

# Only open syllables in oa, oe, uy have two spellings (hòa/hoà, thúy/thuý); after q the u belongs to the consonant.
_OLD_TONE = re.compile(rf"(?<![qQ])(?:([oO])([{_TONES}])([aAeE])|([uU])([{_TONES}])([yY]))(?![\w{_TONES}])")
_MISPLACED_AFTER_Q = re.compile(rf"([qQ][uU])([{_TONES}])(\w)")


class _Folded(dict[int, str]):
    """Each letter folded, worked out when it is first met: looking it up takes a third of the time."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code).translate(_D_BAR))
        folded = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
        self[code] = folded
        return folded


_FOLDED = _Folded()


def has_items(text: str) -> bool:
    """Whether a text is a list in truth: behind `|` in YAML its dashes are part of it."""
    return "\n" in text and ITEMS.match(text) is not None


def parted(text: str, signs: str = ",;") -> list[str]:
    """What one line lists, parted by any of the `signs`; those between digits are of numbers: `3,5 km`."""
    items = re.split(rf"(?<!\d)[{signs}]|[{signs}](?!\d)", text)
    return [item.strip() for item in items if item.strip()]


def normalise(text: str) -> str:
    """The same text in NFC: look-alikes of Đ made real, invisible and control characters gone, nothing else changed.

    Zero-width characters stay beside letters of scripts that are written with them.
    """
    odd = _ODD_LETTERS
    if not text.isprintable():  # a title is; a text has line ends
        text, odd = _without_control(text), _ODD
    if text.isascii():
        return text
    for letter in odd:  # nearly every text is clean, and looking is quick
        if letter in text:
            text = _INVISIBLE.sub("", text.translate(_LOOK_ALIKES))
            break
    return unicodedata.normalize("NFC", text)


def _without_control(text: str) -> str:
    """Works on bytes, which takes a third of the time of a pattern: nearly no text has a control character."""
    data = text.encode(errors="surrogatepass")
    kept = data.translate(None, _CONTROL)
    return text if len(kept) == len(data) else kept.decode(errors="surrogatepass")


@lru_cache(maxsize=20_000)  # recipients, signers and duties are the same in thousands of papers, and kept once
def one_line(text: str) -> str:
    """Normalised text with every run of white space (no-break spaces too) as one space."""
    return " ".join(normalise(text).split())


def visible(text: str) -> str:
    """Text that is safe to show: what steers a terminal, reorders words or is no character appears as `<U+202E>`.

    So does a byte in a file's name that is no UTF-8 (`<U+DCFF>`, as Python reads it).
    """
    return text if text.isprintable() else _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)


def fold(text: str) -> str:
    """Lower case without any mark: what a person types who types without accents (`Đề án` -> `de an`)."""
    return normalise(text).translate(_FOLDED)


@lru_cache(maxsize=20_000)  # addresses and checks ask for the same titles
def slug(text: str, longest: int = 80) -> str:
    """`a-z0-9-` for an address, at most `longest` characters, cut between words (`12/KH-TCT` -> `12-kh-tct`)."""
    whole = "-".join(filter(None, map(_slug_of_word, text.split())))
    if len(whole) <= longest:
        return whole
    cut = whole[: longest + 1].rpartition("-")[0]
    return cut or whole[:longest]


@lru_cache(maxsize=20_000)  # Vietnamese is written in some seven thousand syllables
def _slug_of_word(word: str) -> str:
    return _NOT_SLUG.sub("-", fold(word)).strip("-")


def one_tone_style(text: str) -> str:
    """Text with tones placed the new way (`hòa` -> `hoà`, `khóa` -> `khoá`), for comparing, never for showing."""
    decomposed = unicodedata.normalize("NFD", normalise(text))
    decomposed = _MISPLACED_AFTER_Q.sub(r"\1\3\2", decomposed)
    decomposed = _OLD_TONE.sub(lambda m: "".join(m.group(1, 3, 2) if m.group(1) else m.group(4, 6, 5)), decomposed)
    return unicodedata.normalize("NFC", decomposed)


def compared(text: str) -> str:
    """The text as all its spellings have it, whatever the case, tone placement, spacing or Unicode form."""
    return one_tone_style(one_line(text)).casefold()


def is_capitals(text: str) -> bool:
    """True if there are letters and none is small; abbreviations such as `TTr` may be among long words.

    Tested letter by letter: a range such as `À-Ỹ` also spans small letters.
    """
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and sum(letter.isupper() for letter in letters) >= 0.95 * len(letters)


def small(label: str) -> str:
    """A label as it stands inside a sentence: its first letter small."""
    return label[:1].lower() + label[1:]


def large(text: str) -> str:
    """A text as it begins a sentence; all but its first letter stays."""
    return text[:1].upper() + text[1:]


def same_words(left: str, right: str) -> bool:
    """True if both say the same, `compared`."""
    return compared(left) == compared(right)
