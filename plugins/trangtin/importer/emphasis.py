"""The spans of a paper in Markdown: bold and italic where a part of the text stands out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trangtin.content.writing.escaping import escape
from trangtin.importer.paper import Span

_EMPHASIS = re.compile(r"[\w\"“‘(].*[\w.,;:!?\"”’)]|\w", re.DOTALL)


def emphasised(spans: Sequence[Span]) -> str:
    """The spans on one line, with bold and italic where a part of the text stands out; italic throughout is a habit."""
    solid = [span for span in spans if span.text.strip()]
    italic = not (solid and all(span.italic for span in solid))
    parts: list[str] = []
    for span in spans:
        body = span.text.strip()
        sign = ("**" if span.bold else "") + ("*" if span.italic and italic else "")
        text = escape(span.text)
        closes = parts and parts[-1].endswith("*")
        if sign and body and re.search(r"\w", body) and _EMPHASIS.fullmatch(body) and not closes:
            before, after = span.text[: len(span.text) - len(span.text.lstrip())], span.text[len(span.text.rstrip()) :]
            text = f"{before}{sign}{escape(body)}{sign}{after}"
        parts.append(text)
    return re.sub(r"\s+", " ", "".join(parts)).strip()
