"""Syllables that Vietnamese cannot have: a tone on the wrong letter ("đaị"), two tones, none before a stop ("kêt").

Only what is a syllable but for its tone is judged: names of peoples, foreign words and units have other rhymes.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

_INITIALS = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx]"
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oan oang oanh oat oay oăc oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut
uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yên yêt yêu yêm yêng
"""
_STOPPED = ("c", "p", "t", "ch")
_VOWELS = "aăâeêioôơuưy"
_MARKED = "ăâêôơư"
_EITHER = ("oa", "oe", "uy")
"""Rhymes that take their tone on either letter: `hòa`, `hoà`."""
_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
"""Tone marks by the letters that Telex types for them: "trươngf" was typed for "trường"."""
_RISING_OR_HEAVY = (_TONES["s"], _TONES["j"])
_SYLLABLE = re.compile(rf"(?P<initial>{_INITIALS}|)(?P<rhyme>[{_VOWELS}]+(?:ch|nh|ng|[cmnpt])?)(?P<telex>[sfrxj]?)")


@cache
def _rhymes() -> frozenset[str]:
    return frozenset(_RHYMES.split())


def respelt(word: str) -> str | None:
    """The syllable meant by a word in lower case; empty where it may be one of several; None if right."""
    if word.isascii() or not 2 <= len(word) <= 9:
        return None
    letters, tones = _without_tones(word)
    bare = letters.replace("ưo", "ươ")  # "hưóng"
    match = _SYLLABLE.fullmatch(bare)
    if match is None or not _is_rhyme(match["initial"], match["rhyme"]):
        return None
    rhyme, at = match["rhyme"], match.start("rhyme")
    if match["telex"]:
        is_typed = match["initial"] and not tones and letters == bare
        return _with_tone(bare[:-1], at + _places(rhyme)[0], _TONES[match["telex"]]) if is_typed else None
    places = tuple(at + place for place in _places(rhyme))
    if not tones:
        # Whether "kêt" means "kết" or "kệt" is for a person to say.
        return "" if match["initial"] and rhyme.endswith(_STOPPED) else None if letters == bare else bare
    if len(tones) > 1:
        tone = next((tones[place] for place in places if place in tones), "")
        return _with_tone(bare, places[0], tone) if tone else ""
    ((place, tone),) = tones.items()
    if rhyme.endswith(_STOPPED) and tone not in _RISING_OR_HEAVY:
        return ""
    return None if place in places and letters == bare else _with_tone(bare, places[0], tone)


def _is_rhyme(initial: str, rhyme: str) -> bool:
    if initial == "ng" and rhyme[0] in "eêi":  # written "ngh": told apart
        return False
    glide = {"qu": "u", "gi": "i"}.get(initial)
    return rhyme in _rhymes() or (glide is not None and glide + rhyme in _rhymes())


def _places(rhyme: str) -> tuple[int, ...]:
    """The positions in a rhyme that may bear its tone mark."""
    if marked := [place for place, letter in enumerate(rhyme) if letter in _MARKED]:
        return (marked[-1],)
    vowels = rhyme.rstrip("cghmnpt")
    if rhyme in _EITHER:
        return (0, 1)
    is_last = len(vowels) < len(rhyme)
    return (len(vowels) - 1 if is_last else len(vowels) // 3,)


def _without_tones(word: str) -> tuple[str, dict[int, str]]:
    """The letters, and the tones by their places; `ñ` is a letter of its own."""
    tones = {}
    letters = list(word)
    for place, letter in enumerate(word):
        parts = unicodedata.normalize("NFD", letter)
        tone = next((part for part in parts[1:] if part in _TONES.values()), "")
        if tone and parts[0] in _VOWELS:
            tones[place] = tone
            letters[place] = unicodedata.normalize("NFC", parts.replace(tone, ""))
    return "".join(letters), tones


def _with_tone(word: str, place: int, tone: str) -> str:
    return unicodedata.normalize("NFC", word[: place + 1] + tone + word[place + 1 :])
