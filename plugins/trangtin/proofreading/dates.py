"""Dates in running text: words glued to figures ("tháng5"), days that no calendar has, days of another weekday."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from trangtin.content.problem import Code
from trangtin.content.text import fold
from trangtin.content.values.dates import WEEKDAYS, day_text, parse_date
from trangtin.proofreading.oddity import Oddity
from trangtin.proofreading.traits import DATE, Trait
from trangtin.proofreading.writing import Writing

_GLUED = re.compile(
    r"(?<!\w)(ngày|tháng|năm|quý|tuần|điều|khoản|chương|khóa|khoá|thứ)(\d{1,4})(?!\w)"
    r"|(?<!\w)(?:(quý)(I{1,3}|IV)|(khóa|khoá)([IVXL]+))(?!\w)",
    re.IGNORECASE,
)
_GLUED_BEFORE = re.compile(r"(?<!\w)(\d{1,4})(tháng|năm)(?!\w)", re.IGNORECASE)
_IN_WORDS = re.compile(r"ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}(?!\d)")
_MONTH = re.compile(r"tháng\s*(?P<month>\d{1,2})(?:\s*năm\s*|/)\d{4}(?![\d/])")
_NO_MONTH = re.compile(r"(?<!\w)(?:lương|thưởng)(?!\w)|ngày\s*\d{1,2}\s*\Z|\w\Z")
"""A whole day is told as one; who speaks of a wage may well mean the thirteenth of a year: `tháng 13 năm 2026`."""
_WITHOUT_YEAR = re.compile(
    r"ngày\s*(?P<day>\d{1,2})(?:/|\s*tháng\s*)(?P<month>\d{1,2})(?![\d/-]|\.\d|\s*(?:năm|/)\s*\d)"
)
_LUNAR = re.compile(r"âm lịch|(?<!\w)(?:âl|al|nhằm|tức|tết)(?!\w)|năm\s+(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)")
"""Speaks of the lunar calendar, whose second month has 30 days."""
_LEAP_YEAR = 2024
_WEEKDAY = r"(?<!\w)(?P<weekday>thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật)"
_DAY = r"(?P<day>(?<![\d/-])\d{1,2}/\d{1,2}/\d{4}(?!\d)|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}(?!\d))"
_WEEKDAY_FIRST = re.compile(rf"{_WEEKDAY}(?:\s*,\s*|\s*\(\s*|\s+)(?:ngày\s+)?{_DAY}")
_DAY_FIRST = re.compile(rf"{_DAY}(?:\s*,\s*|\s*)\(?{_WEEKDAY}(?!\w)")
_COUNTED = re.compile(r"(?<!\w)(?:lần|đợt|kỳ|phiên|khóa|khoá|họp|nghị|cuộc|giải)\s+$")
"""Words that a weekday after them counts, whatever its capitals: `Đại hội lần Thứ Ba`."""
_BEFORE = re.compile(r"(?:^|[,.;:!?(\[–—\n-]|(?<!\w)(?:vào|sáng|trưa|chiều|tối|đêm|hết|từ|đến|và|là|ngày))\s*$")
"""What stands before a weekday; any other word may be counted by it: `phiên họp thứ hai, ngày …`."""
_FIGURES = {str(figure): place for place, figure in enumerate(range(2, 8))}
_PLACES = {fold(name).split()[-1]: place for place, name in enumerate(WEEKDAYS)} | _FIGURES
"""The number of `date.weekday` by the last word of a weekday's name, folded, or by its figure."""


def odd_dates(writing: Writing) -> Iterator[Oddity]:
    """Glued words of dates and citations; days that do not exist, or are another day of the week."""
    text = writing.text
    if Trait.GLUED_DATE in writing.traits:
        for pattern in (_GLUED, _GLUED_BEFORE):
            for match in pattern.finditer(text):
                right = " ".join(filter(None, match.groups()))
                yield Oddity(match.start(), Code.DATE_WORDS, match[0], f"'{match[0]}' viết dính", right)
    if Trait.FIGURE not in writing.traits:
        return
    # Dots part words, so that no word can be suspected of them.
    has_date = Trait.BAD_DATE in writing.traits or ".20" in text or ".19" in text
    for pattern in (_IN_WORDS, DATE) if has_date else (_IN_WORDS,):
        for match in pattern.finditer(writing.folded):
            seen = " ".join(text[match.start() : match.end()].split())
            try:
                parse_date(re.sub(r"(?i)(ngày|tháng|năm)(?=\d)", r"\1 ", seen))
            except ValueError as error:
                yield Oddity(match.start(), Code.DATE_WORDS, seen, f"'{seen}': {error}")
    yield from _incomplete_days(writing)
    if Trait.WEEKDAY in writing.traits:
        yield from _other_weekdays(writing)


def _incomplete_days(writing: Writing) -> Iterator[Oddity]:
    """Months and days of the year that no calendar has: `tháng 13 năm 2026`, `ngày 31/11`."""
    folded = writing.folded
    for match in _MONTH.finditer(folded):
        is_month = 1 <= int(match["month"]) <= 12
        if not (is_month or _NO_MONTH.search(writing.sentence_before(match.start()))):
            seen = " ".join(writing.text[match.start() : match.end()].split())
            yield Oddity(match.start(), Code.DATE_WORDS, seen, f"'{seen}': không có tháng {match['month']}")
    for match in _WITHOUT_YEAR.finditer(folded):
        day, month = int(match["day"]), int(match["month"])
        if not 1 <= month <= 12 or _LUNAR.search(folded, max(0, match.start() - 40), match.end() + 40):
            continue  # "trong ngày 45/60 hộ …" is no day at all
        try:
            date(_LEAP_YEAR, month, day)
        except ValueError:
            seen = " ".join(writing.text[match.start() : match.end()].split())
            yield Oddity(match.start(), Code.DATE_WORDS, seen, f"'{seen}': tháng {month} không có ngày {day}")


def _other_weekdays(writing: Writing) -> Iterator[Oddity]:
    text = writing.text
    first = [match for match in _WEEKDAY_FIRST.finditer(writing.folded) if _is_weekday(writing, match)]
    taken = {place for match in first for place in range(*match.span())}
    behind = [match for match in _DAY_FIRST.finditer(writing.folded) if taken.isdisjoint(range(*match.span()))]
    for match in (*first, *(each for each in behind if "(" in each[0] or _is_name(text, each))):
        try:
            day = parse_date(match["day"])
        except ValueError:  # told as a day that does not exist
            continue
        if day.weekday() != _PLACES[fold(match["weekday"]).split()[-1]]:
            end = match.end() + ("(" in match[0] and text.startswith(")", match.end()))
            seen = " ".join(text[match.start() : end].split())
            message = f"'{seen}': ngày {day_text(day)} là {WEEKDAYS[day.weekday()]}"
            yield Oddity(match.start(), Code.DATE_WORDS, seen, message)


def _is_weekday(writing: Writing, match: re.Match[str]) -> bool:
    """False for what is counted: `hội nghị lần thứ hai, ngày …`."""
    before = writing.folded[max(0, match.start() - 8) : match.start()]
    if _COUNTED.search(before):
        return False
    return _is_name(writing.text, match) or _BEFORE.search(before) is not None


def _is_name(text: str, match: re.Match[str]) -> bool:
    """`thứ Hai`, `Chủ nhật`: nothing is counted so, unless all around is in capitals."""
    weekday = text[slice(*match.span("weekday"))]
    return weekday[:1].lower() == "c" or (weekday.split()[-1][:1].isupper() and not weekday.isupper())
