"""Comments in Markdown texts: notes among editors, which go nowhere."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def comments_in(text: str) -> list[tuple[int, int]]:
    """Where comments stand; one that nobody has closed runs to the end. In code they are comments all the same."""
    return [match.span() for match in _COMMENT.finditer(text)] if "<!--" in text else []


def without_comments(text: str) -> str:
    """The text without its comments, as pages show it."""
    return _COMMENT.sub("", text) if "<!--" in text else text
