"""A text that may still be changed, with the slips mended that only look wrong: letters and spaces, never words."""

from __future__ import annotations

import re

from trangtin.content.text import normalise
from trangtin.proofreading.spacing import wrong_spacing
from trangtin.proofreading.writing import Writing

_TRAILING = re.compile(r"(?m)(?<=\S)(?:[ \t]|[ \t]{3,})$")  # two spaces are a line break in Markdown
_DOUBLE = re.compile(r"(?<=[^\s\x00|.:-])[ \u00a0]{2,}(?=[^\s\x00|])")


def tidy_body(body: str) -> tuple[str, tuple[str, ...]]:
    """The body in order, and what was done to it in Vietnamese; code, addresses and tables stay as they are."""
    done = []
    text = normalise(body)
    if text != body:
        done.append("chữ về dạng dựng sẵn (NFC)")
    spaced = _TRAILING.sub("", _respaced(text))
    if spaced != text:
        done.append("sửa dấu cách")
    return spaced, tuple(done)


def _respaced(text: str) -> str:
    writing = Writing(text)
    edits = [(each.at, each.seen, each.instead) for each in wrong_spacing(writing)]
    for match in _DOUBLE.finditer(writing.text):
        line = text[text.rfind("\n", 0, match.start()) + 1 :].partition("\n")[0]
        if "|" not in line and not line.startswith(("    ", "\t")):
            edits.append((match.start(), match[0], " "))
    end = len(text)
    for at, seen, instead in sorted(edits, reverse=True):
        # Two edits may meet ("a ,b"): the later one stays, the next run takes the other.
        if at + len(seen) <= end and text[at : at + len(seen)] == seen:
            text = text[:at] + instead + text[at + len(seen) :]
            end = at
    return text
