"""Words of a paper in Markdown so that they are shown as they were: what looks like a sign of Markdown is escaped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trangtin.importer.paper import Span

_ENTITY = re.compile(r"&(?=#?\w+;)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_UNDERSCORE = re.compile(r"(?<!\w)_|_(?!\w)")
# "5*3" and "(*)" are shown as typed; any other star could open or close emphasis.
_STAR = re.compile(r"(?<!\()\*(?!\))|(?<=\()\*(?!\))|(?<!\()\*(?=\))")
_LINE_START = re.compile(r"^(?=[#>|:~=])|^(?=!!!|\?\?\?|\[TOC\])")
_EMPHASIS = re.compile(r"[\w\"“‘(].*[\w.,;:!?\"”’)]|\w", re.DOTALL)


def escape(text: str) -> str:
    """The text for the inside of a line."""
    text = text.replace("\\", "\\\\").replace("`", "\\`")
    text = _TAG.sub("&lt;", _ENTITY.sub("&amp;", text))
    text = _STAR.sub(r"\\*", text)
    text = _UNDERSCORE.sub(r"\\_", text)
    return text.replace("](", "\\](").replace("][", "\\][").replace("]:", "\\]:")


def escape_start(text: str) -> str:
    """A line whose first sign would make it something else than text."""
    if text[:1] in "#>|" or text.startswith("[TOC]"):
        return f"\\{text}"
    if text.startswith(("~~~", ":::", "===")):
        return f"&#{ord(text[0])};{text[1:]}"
    return text


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
