"""Files that are nothing but text (`.txt`, `.csv`): what they say is looked into as the text of any other file."""

from __future__ import annotations

import codecs
import re

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read_plain_text(data: bytes) -> str:
    """The text of a file in UTF-8, or in UTF-16 as Windows programs save it; empty where it is something else."""
    try:
        text = data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError:
        return ""
    return "" if _NO_TEXT.search(text) else text
