"""The numbers typed before sections and items: what skips, repeats or stands under another's number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trangtin.content.problem import Code
from trangtin.proofreading.counting import Counts
from trangtin.proofreading.oddity import Oddity
from trangtin.proofreading.typed_number import looks_numbered, read_number
from trangtin.proofreading.writing import Writing

_QUOTES = {"“": "”", '"': '"', "«": "»"}
_LONGEST_QUOTATION = 20_000
"""Characters of an amended text; a mark that closes farther on belongs to another one."""


def numbering(writing: Writing) -> Iterator[Oddity]:
    """Each number that does not follow from the one before it at its level."""
    counts = Counts()
    at = quoted = 0
    is_apart = True
    for line in writing.text.split("\n"):
        if line[:1] in _QUOTES:
            quoted = max(quoted, _end_of_quotation(writing.text, at, line))
        elif at >= quoted and (number := read_number(line)) and (jump := counts.take(number, is_apart=is_apart)):
            what, before, after = jump
            told = f"{what} {after} lặp lại" if before == after else f"{what} {after} đứng sau {what} {before}"
            yield Oddity(at, Code.NUMBERING, after, told, words=(f"{what} {after}", after))
        is_apart = not line.strip(" \t\x00")
        at += len(line) + 1


def _end_of_quotation(text: str, at: int, line: str) -> int:
    """Where an amended text ends that begins with its number in a line: `“2. …`, `“c) …`; 0 where none begins."""
    if not looks_numbered(line[1:]):
        return 0
    depth, close = 1, _QUOTES[line[0]]
    for mark in re.finditer(f"[{line[0]}{close}]", text[at + 1 : at + _LONGEST_QUOTATION]):
        depth += -1 if mark[0] == close else 1
        if not depth:
            return at + 1 + mark.end()
    return 0
