"""A text that may still be changed, with the slips mended that only look wrong: letters and spaces, never words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trangtin.content.text import normalise
from trangtin.proofreading.spacing import wrong_spacing
from trangtin.proofreading.writing import Writing

_TRAILING = re.compile(r"(?<=\S)(?:[ \t]|[ \t]{3,})$")  # two spaces are a line break in Markdown
_DOUBLE = re.compile(r"(?<=[^\s\x00|.:-])[ \u00a0]{2,}(?=[^\s\x00|])")
_SIGN_OF_ROWS = "|"
_MOST_RUNS = 8
_FENCE = re.compile(r"[ \t]*(?P<fence>`{3,}|~{3,})")
"""Set in as well, which is no code on our pages but in forges: whoever typed it so wants its spaces."""
_CODE = 4
"""Spaces before a line that make it code, or part of what stands above it."""
_HOLDS_INDENTED = re.compile(r" {0,3}(?:[-+*]|\d{1,9}[.)]|!!!|\?\?\?\+?|===\+?|\[\^[^\]]+\]:|:)(?:\s|$)")
"""What indented lines below it belong to: an item of a list, a note, a box, a tab, a definition."""


def tidy_body(body: str) -> tuple[str, tuple[str, ...]]:
    """The body in order, and what was done to it in Vietnamese.

    Code and addresses keep their spaces, tables those that set out their columns; letters become NFC everywhere.
    """
    done = []
    text = normalise(body)
    if text != body:
        done.append("chữ về dạng dựng sẵn (NFC)")
    spaced = _trimmed(_respaced(text))
    if spaced != text:
        done.append("sửa dấu cách")
    return spaced, tuple(done)


def _respaced(text: str) -> str:
    """As long as it takes: an edit may show another one, and of two that meet ("a ,b") the later one comes first."""
    for _ in range(_MOST_RUNS):
        before, text = text, _respaced_once(text)
        if text == before:
            break
    return text


def _respaced_once(text: str) -> str:
    writing = Writing(text)
    edits = [(each.at, each.seen, each.instead) for each in wrong_spacing(writing)]
    edits += [(match.start(), match[0], " ") for match in _DOUBLE.finditer(writing.text)]
    if not edits:
        return text
    runs = [(is_running, _SIGN_OF_ROWS in line) for line, is_running in _lines(text) for _ in range(len(line) + 1)]
    parts, end = [], len(text)
    for at, seen, instead in sorted(edits, reverse=True):
        is_running, is_row = runs[at]
        sets_out = is_row and (_SIGN_OF_ROWS in seen or not seen.strip())
        if is_running and not sets_out and at + len(seen) <= end and "\n" not in seen and text.startswith(seen, at):
            parts += [text[at + len(seen) : end], instead]
            end = at
    return "".join([text[:end], *reversed(parts)])


def _trimmed(text: str) -> str:
    lines = ((line, is_running and _SIGN_OF_ROWS not in line) for line, is_running in _lines(text))
    return "\n".join(_TRAILING.sub("", line) if may_change else line for line, may_change in lines)


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it is running text: no code."""
    fence = ""
    is_held = False
    for line in text.split("\n"):
        opened = _FENCE.match(line)
        if fence:
            closes = opened is not None and opened["fence"].startswith(fence) and not line[opened.end() :].strip()
            fence = "" if closes else fence
            yield line, False
            continue
        if opened is not None:
            fence = opened["fence"]
            yield line, False
            continue
        spread = line.lstrip("\t").expandtabs(4)  # who pastes from Word begins paragraphs with a Tab
        indent = len(spread) - len(spread.lstrip())
        if line.strip() and indent < _CODE:
            is_held = _HOLDS_INDENTED.match(line) is not None
        # Twice indented below an item may be its code or an item of an item: it is left alone.
        is_code = indent >= (2 * _CODE if is_held else _CODE)
        yield line, not is_code
