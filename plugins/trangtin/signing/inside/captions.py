"""What signing prints in a corner of a page: who signed and when. On a scan it is text, but none of the paper's."""

from __future__ import annotations

import re

from trangtin.content.text import fold

_CAPTION = re.compile(
    r"(?m)^[ \t]*(?:(?:(?:nguoi|ngay|gio|thoi gian) ky|(?:da |duoc )?ky (?:so )?(?:boi|ngay)|e-?mail"
    r"|thu dien tu|co quan|to chuc|don vi|ly do|dia diem|signed by|date|reason|location)[ \t]*:"
    r"|digitally signed by\b|signature (?:is )?(?:valid|not verified)\b).*$"
)
"""Its lines as the state's service and the usual programs print them, `fold`ed: their fonts often lack accents."""


def without_captions(text: str) -> str:
    """The text, folded, without such lines."""
    return _CAPTION.sub("", fold(text))
