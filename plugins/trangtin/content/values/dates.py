"""Dates as Vietnamese offices write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from functools import cache, lru_cache

from trangtin.content.text import one_line

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?Z?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_IN_WORDS = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
"""Indexed by `date.weekday()`."""

EARLIEST_YEAR = 1900
LATEST_YEAR = 2200


@lru_cache(maxsize=4096)  # a portal names the same days again and again
def parse_date(text: str) -> date:
    """The day meant by `2021-04-20`, `20/4/2021`, `20-4-2021`, `20.4.2021` or `ngày 20 tháng 4 năm 2021`.

    Day comes before month, always. Raises ValueError, with the reason in Vietnamese, for anything else.
    """
    written = one_line(text)
    if match := _ISO.fullmatch(written):
        year, month, day = (int(part) for part in match.groups())
    elif match := _DAY_FIRST.fullmatch(written) or _IN_WORDS.fullmatch(written):
        day, month, year = (int(part) for part in match.groups())
    else:
        raise ValueError("không đọc được thành một ngày")
    if not 1 <= month <= 12:
        raise ValueError(f"không có tháng {month}")
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise ValueError(f"năm {year} nằm ngoài khoảng {EARLIEST_YEAR}-{LATEST_YEAR}")
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"tháng {month}/{year} không có ngày {day}") from None


@cache  # a portal names a few thousand days, each of them often
def day_text(day: date) -> str:
    """`05/04/2021`: a day on pages, in messages and in front matter."""
    return f"{day:%d/%m/%Y}"


def printed_day(day: date) -> str:
    """`05/4/2021` as papers print it: days under 10 and the first two months with a leading 0, no others.

    Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.4.
    """
    return f"{day.day:02d}/{_printed_month(day)}/{day.year}"


def day_in_words(day: date) -> str:
    """`ngày 05 tháng 4 năm 2021`, by the same rule."""
    return f"ngày {day.day:02d} tháng {_printed_month(day)} năm {day.year}"


def _printed_month(day: date) -> str:
    return f"{day.month:02d}" if day.month <= 2 else str(day.month)


VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")  # no daylight saving time since 1975


def today_in_vietnam(environment: Mapping[str, str]) -> date:
    """The day `TRANGTIN_TODAY` sets, else today at +07:00, wherever the build machine stands.

    Raises ValueError, with the reason in Vietnamese, if the variable holds no day.
    """
    if fixed := environment.get("TRANGTIN_TODAY", "").strip():
        try:
            return parse_date(fixed)
        except ValueError as error:
            raise ValueError(f"TRANGTIN_TODAY='{fixed}' {error}; viết dạng 2021-05-23") from None
    return datetime.now(VIETNAM).date()
