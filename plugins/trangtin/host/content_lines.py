"""Lines of iCalendar (RFC 5545, 3.1): a name, a value, escaped where it is text, folded by octets."""

from __future__ import annotations

from datetime import UTC, date, datetime

_LONGEST = 74
"""Octets of a line without its end: the standard's 75, less the space that opens a folded one."""
_ESCAPES = str.maketrans({"\\": "\\\\", ";": r"\;", ",": r"\,", "\n": r"\n"})
_CONTINUES, _STARTS = 0x80, 0xC0
"""Octets of UTF-8 from the first to below the second go on with the letter before them."""


def text_line(name: str, text: str) -> bytes:
    """A property whose value is text; signs that mean something to the format are escaped."""
    return line(name, text.replace("\r\n", "\n").replace("\r", "\n").translate(_ESCAPES))


def day_line(name: str, day: date) -> bytes:
    """A property whose value is a whole day."""
    return line(f"{name};VALUE=DATE", f"{day:%Y%m%d}" if day.year > 999 else f"{day.year:04}{day:%m%d}")


def moment_line(name: str, moment: datetime) -> bytes:
    """A property whose value is a moment, in UTC."""
    return line(name, f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}")


def line(name: str, value: str) -> bytes:
    """A property whose value stands as it is; a long line is folded, never within a letter or an escape."""
    whole = f"{name}:{value}".encode()
    if len(whole) <= _LONGEST:
        return whole + b"\r\n"
    parts, start = [], 0
    while len(whole) - start > _LONGEST:
        end = start + _LONGEST
        while _CONTINUES <= whole[end] < _STARTS:
            end -= 1
        if whole[end - 1] in b"\\^":  # programs are known to read an escape that is cut apart as two signs
            end -= 1
        parts.append(whole[start:end])
        start = end
    parts.append(whole[start:])
    return b"\r\n ".join(parts) + b"\r\n"
