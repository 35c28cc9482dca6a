"""Destinations of links and pictures typed in < >, which look like HTML and are none.

Told narrowly, as Python-Markdown reads them: what it might read as HTML is no destination here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trangtin.content.html import raw_blocks
from trangtin.content.links import FENCED

_Span = tuple[int, int]

_ANY = re.compile(r"\](?:\(|:)[ \t]*<")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CODE_OR_ESCAPED = re.compile(r"(?s)(?P<ticks>`++)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)|\\.")
_TITLE = r"""(?:"[^"\n]*"|'[^'\n]*')"""
_SIGN = re.compile(
    r"(?P<open>!?\[)"
    rf"|\](?:\([ \t]*(?P<to><[^<>|\n]*>)[ \t]*(?:{_TITLE}[ \t]*)?\)|(?P<led>(?=\(|\s?\[)))?"
    r"|(?P<apart>\n[ \t]*(?=\n))|(?P<end>[|\n])"
)
"""What opens and closes the words of a link, and what may end them before."""
_GOES_ON = re.compile(r"[ \t]*[^\W\d_]")
"""How a row begins that is no list's item, no table, no quotation."""
_DEFINED = re.compile(rf"(?m)^ {{0,3}}\[(?!\^)[^\[\]\n]*\]: *(?P<to><[^\s<>|]+>) *(?:{_TITLE} *)?$(?!\n[=-])")
"""With a space between < and > nothing is defined. A line of === or --- makes a heading of the one before."""


def without_destinations(body: str) -> str:
    """The text with destinations in < > blanked out, so that rows and columns stay."""
    if not _ANY.search(body):
        return body
    text = _COMMENT.sub(lambda comment: " " * len(comment[0]), body)
    text = FENCED.sub(lambda code: re.sub(r"\S", " ", code[0]), text)
    raw = list(raw_blocks(text))
    signs = _CODE_OR_ESCAPED.sub(lambda other: re.sub(r"\S", "x", other[0]), text)
    for start, end in (*_in_text(signs), *_defined(text)):
        if not any(first <= start < last for first, last in raw):
            body = f"{body[:start]}{' ' * (end - start)}{body[end:]}"
    return body


def _in_text(text: str) -> Iterator[_Span]:
    defines = "]:" in text
    opened: list[tuple[re.Match[str], list[_Span]]] = []
    torn = False
    for sign in _SIGN.finditer(text):
        if sign["apart"] is not None:
            opened, torn = [], False
        elif sign["end"]:
            if opened and _ends_words(text, sign.start()):
                opened, torn = [], True  # none can tell whether all up to the next empty row is words of a link
        elif sign["open"]:
            opened.append((sign, []))
        elif opened:
            start, inside = opened.pop()
            spans = [] if sign["to"] or sign["led"] is not None else inside  # among the words of a link is no link
            if sign["to"] and start["open"] == "![":  # a picture may be anywhere
                yield sign.span("to")
            elif sign["to"] and not torn and _is_link(text, start, defines=defines):
                spans = [sign.span("to")]
            if opened:
                opened[-1][1].extend(spans)
            else:
                yield from spans


def _ends_words(text: str, at: int) -> bool:
    """Whether no words of a link go on here: the wall of a cell, the end of a heading, of an item, of a box's title."""
    row = text[text.rfind("\n", 0, at) + 1 : at]
    return text[at] == "|" or "#" in row or "!!!" in row or not _GOES_ON.match(text, at + 1)


def _is_link(text: str, start: re.Match[str], *, defines: bool) -> bool:
    """Whether a bracket opens the words of a link: not those of a footnote, nor the name of a defined link."""
    before = text[max(0, start.start() - 2) : start.start()].rstrip()
    return not (defines and before.endswith("]")) and not text.startswith("^", start.end())


def _defined(text: str) -> Iterator[_Span]:
    for match in _DEFINED.finditer(text):
        before = text[text.rfind("\n\n", 0, match.start()) + 1 : match.start()]
        if "|" not in before and "[^" not in before:  # else it may be the row of a table, the words of a footnote
            yield match.span("to")
