"""Quotation marks and brackets that open and never close, or close what never opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trangtin.content.problem import Code
from trangtin.proofreading.oddity import Oddity
from trangtin.proofreading.writing import Writing

_MARK = re.compile(r"[“”\"«»()\[\]]")
_ITEM = re.compile(r"(?:^|[\s;:.,(\x00|“\"-])(?:[a-zđ]{1,2}\d?|[ivx]{3,4}|\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4})\Z")
_OPEN = {"“": "”", "«": "»", "(": ")", "[": "]"}
_CLOSING = {close: mark for mark, close in _OPEN.items()}
_FAR = 900
"""A quotation longer than this, in characters, was more likely never closed."""
_NAMES = {"“": "ngoặc kép", "(": "ngoặc đơn", "[": "ngoặc vuông", "«": "ngoặc kép"}


def unbalanced(writing: Writing) -> Iterator[Oddity]:
    """Each mark without a partner. A straight quotation mark opens before a word and closes after one."""
    opened: dict[str, list[int]] = {mark: [] for mark in _OPEN}
    text = writing.text
    for match in _MARK.finditer(text):
        at = match.start()
        mark = _straight(text, at, opened["“"]) if match[0] == '"' else match[0]
        if mark in _OPEN:
            if mark == "“" and opened[mark]:  # a second one within a quotation: the first was forgotten, or is nested
                far = at - opened[mark][0] > _FAR or "\n" in text[opened[mark][0] : at]
                if far:
                    yield _lonely(text, opened[mark].pop(), mark, is_opening=True)
            opened[mark].append(at)
        elif opened[_CLOSING[mark]]:
            opened[_CLOSING[mark]].pop()
        elif not (mark == ")" and _ITEM.search(text[max(0, at - 8) : at])):
            yield _lonely(text, at, _CLOSING[mark], is_opening=False)
    for mark, places in opened.items():
        for at in places:
            yield _lonely(text, at, mark, is_opening=True)


def _straight(text: str, at: int, opened: list[int]) -> str:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    is_after_word = bool(before) and not before.isspace() and before not in "([\x00|-"
    is_before_word = bool(after) and (after.isalnum() or after in "“(\x00")
    if is_after_word != is_before_word:
        return "”" if is_after_word else "“"
    return "”" if opened else "“"


def _lonely(text: str, at: int, mark: str, *, is_opening: bool) -> Oddity:
    end = min([place for place in (text.find("\n", at), at + 30) if place > at] or [len(text)])
    start = max(text.rfind("\n", 0, at) + 1, at - 24)
    around = text[at:end] if is_opening else text[start : at + 1]
    words = " ".join(around.replace("\x00", "").split())
    seen = f"{words} …" if is_opening else f"… {words}"
    name = _NAMES[mark]
    told = f"{name} mở mà không đóng: '{seen}'" if is_opening else f"{name} đóng mà không mở: '{seen}'"
    return Oddity(at, Code.UNBALANCED, words, told, words=("ngoặc",))
