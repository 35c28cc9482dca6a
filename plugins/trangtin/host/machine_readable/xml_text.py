"""Text as XML 1.0 may hold it."""

from __future__ import annotations

import re

# What XML 1.0 cannot hold, even escaped.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escaped(text: str) -> str:
    """Text as it may stand in an element or, between double quotes, in an attribute."""
    if not text.isprintable():  # nearly all are, and looking is quick
        text = _ILLEGAL.sub(" ", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
