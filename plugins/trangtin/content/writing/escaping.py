"""Plain words in Markdown so that they are shown as they are: what looks like a sign of Markdown is escaped."""

from __future__ import annotations

import re

# A browser reads `&#1` as a sign even where no semicolon ends it.
_ENTITY = re.compile(r"&(?=#|\w+;)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_UNDERSCORE = re.compile(r"(?<!\w)_|_(?!\w)")
# "5*3" and "(*)" are shown as typed; any other star could open or close emphasis.
_STAR = re.compile(r"(?<!\()\*(?!\))|(?<=\()\*(?!\))|(?<!\()\*(?=\))")


def escape(text: str) -> str:
    """The text for the inside of a line: signs of Markdown and HTML are escaped, as far as they would act as such."""
    text = text.replace("\\", "\\\\").replace("`", "\\`")
    text = _TAG.sub("&lt;", _ENTITY.sub("&amp;", text))
    text = _STAR.sub(r"\\*", text)
    text = _UNDERSCORE.sub(r"\\_", text)
    return text.replace("](", "\\](").replace("][", "\\][").replace("]:", "\\]:")


def escape_start(text: str) -> str:
    """A line, with a first sign escaped that would make it a heading, quotation, table, fence or block."""
    if text.startswith(("#", ">", "|", "[TOC]")):
        return f"\\{text}"
    if text.startswith(("~~~", ":::", "===")):
        return f"&#{ord(text[0])};{text[1:]}"
    return text
