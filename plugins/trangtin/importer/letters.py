"""Letters as files hold them, made into letters as people read them."""

from __future__ import annotations

import re

from trangtin.content.text import normalise

_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Signs of the fonts Symbol and Wingdings, which programs keep in the private area: what they look like.
_SYMBOLS = {
    0xB7: "•", 0xA7: "▪", 0xA8: "•", 0xD8: "•", 0xFC: "•", 0x76: "•", 0x6E: "▪", 0x6F: "○", 0x71: "○", 0x2D: "-",
    0x2B: "+", 0xBE: "-", 0xE8: "•", 0x46: "•", 0xF0: "•",
}  # fmt: skip
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011", "-"))
_SUPERSCRIPTS = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_NOTE = re.compile(r"(?<![\W\d_]m)(?<![\W\d_][cdkm]m)⁽?[⁰¹²³⁴-⁹]+⁾?")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
# What TCVN3 and VNI text looks like when its font is lost: marks of other alphabets inside Vietnamese syllables.
_GARBLED = re.compile(r"[A-Za-zĐ](?:[µ¶·¸¹¨»¼½¾®¬«ª©§¦¤¢¡]|[ÇÈÉËÌÎÏÑÖ×ØÜÞßäåæçëîïñö÷øûüþ](?![a-z]{4}))")
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)


def symbol(code: int) -> str:
    """What a sign of a symbol font looks like; a bullet where it is not known."""
    return _SYMBOLS.get(code & 0xFF, "•")


def tidy(text: str) -> str:
    """NFC, spaces and hyphens plain, signs of symbol fonts made visible; tabs and line ends stay."""
    if text.isascii():
        return _CONTROLS.sub("", text)
    text = _SPACES.sub(" ", text)
    text = re.sub(r"[\uf000-\uf0ff]", lambda sign: symbol(ord(sign.group())), text)
    return normalise(_CONTROLS.sub("", text.replace("\u00ad", "").translate(_HYPHENS)))


def superscript(text: str) -> str:
    """Raised figures as letters that stay raised without markup (`m2` -> `m²`); other text as it is."""
    return text.translate(_SUPERSCRIPTS) if re.fullmatch(r"[\d+\-()n ]+", text) else text


def without_notes(text: str) -> str:
    """The text without the signs of its footnotes (`NĐ-CP¹ ngày`); what measures an area (`m²`) stays."""
    return _NOTE.sub("", text)


def is_garbled(text: str) -> bool:
    """True if the text cannot be what its author saw: an old font's codes, or letters without a meaning."""
    letters = sum(1 for letter in text if letter.isalpha())
    if not letters:
        return False
    odd = sum(1 for letter in text if letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff")
    if odd * 20 > letters:
        return True
    strange = len(_GARBLED.findall(text))
    return strange > 3 and strange * 25 > letters and strange > len(_VIETNAMESE.findall(text)) * 2
