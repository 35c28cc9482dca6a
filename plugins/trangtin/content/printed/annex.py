"""Phụ lục: its number above its title, below it with what it is issued (Nghị định 30/2020/NĐ-CP, mục III.1)."""

from __future__ import annotations

import re

from trangtin.content.text import one_line
from trangtin.content.values.doctype import TYPES
from trangtin.content.values.markers import ANNEX

_NUMBER = re.compile(rf"{ANNEX}\s*[:.]?")
_WHAT = "|".join(re.escape(kind.name) for kind in TYPES)
ATTACHED = re.compile(
    rf"(?i)\(\s*(?:được\s+)?(?:ban\s+hành\s+)?(?:kèm\s+)?theo\s+(?:{_WHAT}|qđ|văn bản)\b",
)
"""`(Kèm theo Quyết định số …`: what an annex, or a statute that a decision brings, says of itself below its title."""
_WITH_ANYTHING = re.compile(r"(?i)\(\s*(?:được\s+)?(?:ban\s+hành\s+)?kèm\s+theo\s")


def is_annex_title(text: str) -> bool:
    """True for the line that opens an annex."""
    return bool(_NUMBER.fullmatch(one_line(text)))


def is_attached(text: str) -> bool:
    """True for a paragraph that is nothing else; `(Kèm theo …)` alone says so too, of whatever it speaks."""
    is_whole = text.rstrip(".").endswith(")")
    return is_whole and (ATTACHED.match(text) or _WITH_ANYTHING.match(text)) is not None
