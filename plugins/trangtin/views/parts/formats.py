"""Sizes, distances of days and counts in the words of a page; titles cut for lists."""

from __future__ import annotations

from datetime import date

from trangtin.content.text import compared
from trangtin.content.values.quantity import number_text

NBSP = "\u00a0"
"""Keeps a number and its unit on one line."""
FEW = 7
"""So few words more are shown instead of being cut off."""


def size_text(size: int) -> str:
    """Size of a file in decimal units: `845 byte`, `42 KB`, `1,2 MB`."""
    if size < 1000:
        return f"{size}{NBSP}byte"
    if size < 999_500:
        return f"{number_text(size / 1000)}{NBSP}KB"
    return f"{number_text(size / 1_000_000, 1)}{NBSP}MB"


def cut(text: str, most_words: int) -> tuple[str, int]:
    """The first `most_words` words (0: all) and how many are left out; whole if that would spare only a few.

    Fewer where the next one belongs to the one before: `năm học 2026 - 2027` is never cut to `năm học 2026`.
    """
    words = text.split()
    if not most_words or len(words) - most_words <= FEW:
        return text, 0
    kept = most_words
    while kept > 1 and not words[kept][0].isalpha():
        kept -= 1
    return " ".join(words[:kept]), len(words) - kept


def shortened(text: str, most_words: int) -> str:
    """A text for a list, which says so where it is cut: `Phát động đợt thi đua… (còn 24 chữ)`."""
    first, left_out = cut(text, most_words)
    return f"{first}… (còn {number_text(left_out)} chữ)" if left_out else text


def of_which(total: int, part: int, what: str, measure: str = "") -> str:
    """A number, and how much of it is apart: `13, trong đó 1 đã gỡ`; `measure` may follow it (` lượt`)."""
    message = f"{number_text(total)}{measure}"
    return f"{message}, trong đó {number_text(part)} {what}" if part else message


def as_campaign(title: str) -> str:
    """What is said before the name of a campaign: nothing where its title says `Phong trào` itself."""
    return "" if compared(title).startswith("phong trào") else "Phong trào: "


def without_stop(text: str) -> str:
    """A sentence that an editor wrote, without the full stop that it may end in."""
    return text.rstrip(". ")


def days_away(today: date, day: date) -> str:
    """How far a day is: `hôm nay`, `còn 12 ngày`, `đã qua 3 ngày`."""
    distance = (day - today).days
    if distance == 0:
        return "hôm nay"
    if distance > 0:
        return f"còn {number_text(distance)} ngày"
    return f"đã qua {number_text(-distance)} ngày"
