"""The spans of a paper in Markdown: bold and italic where a part of the text stands out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trangtin.content.writing.escaping import escape
from trangtin.importer.paper import Span

_EMPHASIS = re.compile(r"[\w\"“‘(].*[\w.,;:!?\"”’)]|\w", re.DOTALL)
_BRACKET = re.compile(r"(?<!\\)([\[\]])")


def emphasised(spans: Sequence[Span]) -> str:
    """The spans on one line, with bold and italic where a part of the text stands out; italic throughout is a habit."""
    solid = [span for span in spans if span.text.strip()]
    italic = not (solid and all(span.italic for span in solid))
    parts: list[str] = []
    for span in spans:
        body = span.text.strip()
        if not body:
            parts.append(span.text)
            continue
        before, after = span.text[: len(span.text) - len(span.text.lstrip())], span.text[len(span.text.rstrip()) :]
        sign = ("**" if span.bold else "") + ("*" if span.italic and italic else "")
        closes = parts and parts[-1].endswith("*")
        is_whole = re.search(r"\w", body) and _EMPHASIS.fullmatch(body) and not closes
        said = f"{sign}{escape(body)}{sign}" if is_whole else escape(body)
        parts.append(f"{before}{_linked(said, span.link) if span.link else said}{after}")
    return re.sub(r"\s+", " ", "".join(parts)).strip()


def _linked(said: str, link: str) -> str:
    label = _BRACKET.sub(r"\\\1", said)
    return f"[{label}]({link})"
