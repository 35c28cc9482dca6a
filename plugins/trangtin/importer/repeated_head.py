"""The head of a decision, printed again above the statute that it brings: a portal shows it once."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from trangtin.content.printed import state
from trangtin.content.printed.annex import ATTACHED
from trangtin.importer import grammar
from trangtin.importer.lines import lines_of
from trangtin.importer.paper import Block

_MOST = 8
"""Blocks of a head, and from there to the line that says which decision brings the statute."""
_STATE = re.compile(state.TYPED)
_DIGIT = re.compile(r"\d")


def repeated_head(annexes: Sequence[Block], head: Collection[str]) -> tuple[str, ...]:
    """The text of each block that what follows a signature begins with, where those are such a head; else nothing.

    `head` holds the lines of the paper's own. A number or a day makes it the head of another paper, and without
    "(Ban hành kèm theo …)" it may be that of a form.
    """
    texts = [" ".join(line.text for line in lines_of(block, 0)) for block in annexes[: 2 * _MOST]]
    end = max((place + 1 for place, text in enumerate(texts[:_MOST]) if _STATE.search(text)), default=0)
    while end and end < len(texts) and (grammar.DRAWN.fullmatch(texts[end].strip()) or texts[end] in head):
        end += 1
    is_head = not any(map(_DIGIT.search, texts[:end])) and any(map(ATTACHED.match, texts[end : end + _MOST]))
    return tuple(texts[:end]) if is_head else ()
