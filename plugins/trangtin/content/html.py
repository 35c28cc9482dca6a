"""The HTML that pages and news may hold: what Markdown makes of its signs, and what may be typed where it has none.

For links and pictures (`a`, `img`) it has signs: typed as HTML they are refused (TT319, `portal/checks/markup.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

TAGS = frozenset(
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure "
    "h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup "
    "table tbody td tfoot th thead time tr u ul var wbr".split()
)
"""Elements that show text and do nothing. Whatever else is typed is left out of the page."""

ATTRIBUTES = frozenset(
    "abbr alt aria-describedby aria-hidden aria-label aria-labelledby cite class colspan datetime dir headers height "
    "href id lang loading open rel reversed role rowspan scope span src start tabindex title type value width".split()
)
"""Attributes that an element may have, those that Markdown makes of typed signs counted."""

TYPED = re.compile(r"(?<!\\)<\s?/?(?P<name>[A-Za-zÀ-ỹ][^\s<>/@:]*)(?:\s[^<>]*)?/?>")
"""Something that looks like an element; not `<vanthu@truong.example>`, `<https://…>`, `\\<a>`."""

INLINE = frozenset(
    "a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub sup "
    "time u var wbr".split()
)
"""Elements that stand in a line of text. Any other that opens a line begins a block in which no Markdown is read."""
_BEGUN = rf"<(?!(?:{'|'.join(sorted(INLINE))})[\s/>])(?P<name>[a-z?!][^\s/>]*)"
_IN_ROW = re.compile(rf"(?i){_BEGUN}")
_OPENING_ROW = re.compile(rf"(?im)^ *{_BEGUN}")


def raw_blocks(text: str) -> Iterator[tuple[int, int]]:
    """Where blocks of HTML begin and end: with the row of the closing tag, else with the text."""
    end = 0
    while first := _OPENING_ROW.search(text, end):
        begun: re.Match[str] | None = first
        while begun:
            closed = _closed(text, begun)
            end = text.find("\n", closed)
            end = len(text) if end < 0 else end
            begun = _IN_ROW.search(text, closed, end)
        yield first.start(), end


def _closed(text: str, begun: re.Match[str]) -> int:
    """Where an element that begins is closed."""
    tag = rf"(?i)<(?P<shut>/?){re.escape(begun['name'])}(?=[\s/>])(?:\"[^\"]*\"|'[^']*'|[^\"'<>])*?(?P<alone>/?)>"
    start, depth = begun.start("name") - 1, 0
    for found in re.compile(tag).finditer(text, start):
        if found["shut"]:
            depth -= 1
        elif not found["alone"] and begun["name"].lower() != "hr":
            depth += 1
        if depth <= 0:
            return found.end() if depth == 0 else len(text)
    return len(text)
