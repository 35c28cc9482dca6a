"""Whether one name of a body is another with some of its words as initials (`Trường THCS Mẫu Đơn`).

Heads of papers are set in two narrow columns, so clerks shorten the long middle of a name there. Which body is meant is
no matter for a program: two schools may share their initials. What is found here is asked, never taken as said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from trangtin.content.text import compared, fold

_USUAL = {
    "ubnd": "Ủy ban nhân dân",
    "hdnd": "Hội đồng nhân dân",
    "btv": "Ban Thường vụ",
    "bgh": "Ban Giám hiệu",
    "ubmttq": "Ủy ban Mặt trận Tổ quốc",
}
"""Initials that mean the same everywhere, without accents."""

_WORD = re.compile(r"[a-z]+|[0-9]+")
_FEWEST = 2
"""Words that initials stand for: a single letter would make `số 1` of many a name."""


def spelt_out(text: str) -> str:
    """The text with those initials written out that mean one thing everywhere (`UBND xã`, `Ủy ban nhân dân xã`)."""
    return re.sub(r"\w+", lambda word: _USUAL.get(fold(word[0]), word[0]), text)


@lru_cache(maxsize=4096)
def issuer_key(name: str) -> str:
    """One key for two spellings of a body's name (`Ủy ban nhân dân tỉnh`, `Uỷ ban …`, `UBND tỉnh`)."""
    return compared(spelt_out(name))


def same_body(one: str, other: str) -> bool:
    """True if both name one body, whether such initials are written out or not."""
    return issuer_key(one) == issuer_key(other)


def same_name(said: str, name: str) -> bool:
    """True if `said` is the name in another spelling; any word of it may be typed without accents."""
    typed, full = issuer_key(said).split(), issuer_key(name).split()
    return len(typed) == len(full) and all(one in {other, fold(other)} for one, other in zip(typed, full, strict=True))


def before_name(text: str, name: str) -> str | None:
    """What stands before a body's name that ends a text, in any spelling of it; None where it ends otherwise."""
    words = text.replace(",", ", ").split()
    at = next((at for at in range(len(words)) if same_name(" ".join(words[at:]), name)), None)
    return None if at is None else " ".join(words[:at]).rstrip(" ,")


def name_meant(said: str, names: Iterable[str]) -> str | None:
    """The one of `names` that `said` may be in short, or in full; None where it is one of them, or like none."""
    names = tuple(names)
    if any(same_body(said, name) for name in names):
        return None
    return next((name for name in names if is_shortened(said, name)), None)


def is_shortened(one: str, other: str) -> bool:
    """True if one of two names has initials where the other has the words; accents do not count, nor `và` and `&`."""
    left, right = _words(one), _words(other)
    return left != right and _agree(left, right)


def _words(name: str) -> list[str]:
    return [word for word in _WORD.findall(fold(name)) if word != "va"]


def _agree(left: Sequence[str], right: Sequence[str]) -> bool:
    if not left or not right:
        return not left and not right
    if left[0] == right[0] and _agree(left[1:], right[1:]):
        return True
    return _begins_short(left, right) or _begins_short(right, left)


def _begins_short(short: Sequence[str], full: Sequence[str]) -> bool:
    """The first word of `short` as the initials of as many words of `full`, and the rest alike."""
    count = len(short[0])
    initials = "".join(word[0] for word in full[:count])
    return count >= _FEWEST and initials == short[0] and _agree(short[1:], full[count:])
