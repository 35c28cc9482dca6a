"""Names that tell the content of a file: what stands at such an address never changes, so browsers need not ask again.

`trangtin.css` goes out as `trangtin.c0ffee12.css`. The first of the eight digits is a letter: no date that somebody
wrote into the name of a file (`le.20211121.jpg`) looks like that.
"""

from __future__ import annotations

import posixpath
import re

NAMED = r"\.[a-f][0-9a-f]{7}\.(?:css|js|mjs|svg|png|jpg|webp|avif|gif|ico|woff2)$"
"""As a regular expression that all web servers read: the end of such an address."""
_NAMED = re.compile(NAMED)
_DIGITS = 8
_LETTER = re.compile(r"[a-f]")


def hashed_name(address: str, sha256: str, *, size: str = "", ending: str | None = None) -> str:
    """The address with part of the content's hash in it, after the `size` where one picture has several.

    `ending`, with its dot, replaces the address's own.
    """
    stem, own = posixpath.splitext(address)
    twice = sha256 * 2  # so that eight digits follow wherever the first letter stands
    start = _LETTER.search(twice)
    at = start.start() if start else 0
    return f"{stem}{f'.{size}' if size else ''}.{twice[at : at + _DIGITS]}{own if ending is None else ending}"


def tells_its_content(address: str) -> bool:
    """Whether a file at this address is named after what it holds."""
    return _NAMED.search(address) is not None
