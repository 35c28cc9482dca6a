"""Days of birth: beside the word, in a column of a table, in the rows of a list that has lost its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trangtin.proofreading.columns import Columns
from trangtin.proofreading.names import CAPITAL

_YEAR = r"(?:19[3-9]\d|20[0-2]\d)"
_DATE = rf"\d{{1,2}}\s*[/.-]\s*\d{{1,2}}\s*[/.-]\s*{_YEAR}|ngày\s+\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+{_YEAR}"
_SHORT_DATE = r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d\d(?![\d/.-]*\d)"
"""`01/02/85`: where the words around it say that somebody was born."""
_BORN = re.compile(
    r"(?:(?:sinh\s+(?:vào\s+)?ngày|ngày,?\s*(?:tháng,?\s*năm\s+)?sinh|ngày\s+sinh|năm\s+sinh|\bNS|\bSN)(?:\s+là)?[\s:*_]*"
    rf"|\bsinh(?:\s*:|\s+vào)?[\s*_]+)(?P<data>{_DATE}|{_SHORT_DATE})",
    re.IGNORECASE,
)
_BORN_HINT = re.compile(
    r"sinh(?:\s+vào)?(?:\s+ngày)?(?:\s+là)?[\s:*_]*\d|\bn[s][\s:*_]*\d|\bsn[\s:*_]*\d|(?:ngày|năm)\s+sinh"
)
# "tuyển sinh ngày 6/6/2026" is a day of a school, "giấy khai sinh ngày …" of a registrar. "Nam" may be a name.
_NO_BIRTH = re.compile(
    r"(?<!\w)(?:[Hh]ọc|[Tt]uyển|[Kk]hai|[Tt]hí|[Gg]iáng|[Pp]hục|[Pp]hát|hy|hi|vệ|sơ|hộ|an|dân|nữ|nam|môn|tân|du|chiêu)\s+\Z"
)
_FOUNDED = re.compile(
    r"(?:kỷ\s+niệm|ngày\s+sinh\s+(?:của\s+)?(?:chủ\s+tịch|bác)|chủ\s+tịch\s+hồ\s+chí\s+minh|lãnh\s+tụ|đồng\s+chí\s+nguyên)",
    re.IGNORECASE,
)
_LONGEST_LINE = 1000
"""Characters before a day that may say whose it is."""
_HEADING = re.compile(
    r"(?<!\w)(?:ngày\s*[,/]?\s*(?:tháng\s*[,/]?\s*)?(?:năm\s+)?sinh|năm\s+sinh|sinh\s+(?:ngày|năm))"
    r"(?!\s+(?:hoạt|viên|nhật|thái|quán|học)|\w)",
    re.IGNORECASE,
)
_CELL = re.compile(rf"\W*(?P<data>{_DATE}|{_SHORT_DATE})\W*")
# The text of a file has lost its cells: tabs, line breaks or single spaces part them. A row is a name with a date that
# stands alone; "ngày 12/3/2026" is of a document, "(19/5/1890 - 19/5/2026)" of an anniversary.
_LONE_DATE = re.compile(rf"(?<!\S)(?P<data>\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?{_YEAR})(?!\S)")
_IN_A_SENTENCE = re.compile(r"\s*:?\s*\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}")
_NAMED_ROW = re.compile(
    r"(?<!\w)(?!(?:Thứ|Chủ|Ngày|Tháng|Năm|Trường|Phòng|Ban|Hội|Hà Nội)\b)"
    rf"{CAPITAL}[^\W\d_]*(?:[ \t\u00a0]{CAPITAL}[^\W\d_]*)+"
    r"(?:(?!\d{4}|\d[/.]|ngày|[Tt]hứ\s|\.\s)[^;:|]){0,80}\Z"
)
_LONGEST_ROW = 250
"""Characters from a heading, or from a date of birth below it, to the next one."""


def births(text: str, columns: Columns) -> Iterator[tuple[int, str]]:
    """Every date of birth, as (offset, the date as typed); years alone do not count."""
    lower = text.lower()
    if not ("sinh" in lower or "ns" in lower or "sn" in lower):
        return
    if _BORN_HINT.search(lower):
        yield from _told(text)
    for at, cell in columns.below(_HEADING.search):
        if day := _CELL.fullmatch(cell):
            yield at + day.start("data"), day["data"]
    yield from _listed(text)


def _told(text: str) -> Iterator[tuple[int, str]]:
    for match in _BORN.finditer(text):
        far = max(0, match.start() - _LONGEST_LINE)
        line = max(far, text.rfind("\n", far, match.start()) + 1)
        if not (
            _FOUNDED.search(text, line, match.end())
            or _NO_BIRTH.search(text[max(0, match.start() - 8) : match.start()])
        ):
            yield match.start("data"), match["data"]


def _listed(text: str) -> Iterator[tuple[int, str]]:
    """Dates of birth in the rows below a heading, as they stand in the text of a file."""
    end = 0
    for heading in _HEADING.finditer(text):
        is_jubilee = _FOUNDED.search(text, max(0, heading.start() - 40), heading.end() + 40)
        if is_jubilee or _IN_A_SENTENCE.match(text, heading.end()):
            continue
        end = max(end, heading.end())
        while (row := _LONE_DATE.search(text, end, end + _LONGEST_ROW)) is not None:
            if _NAMED_ROW.search(text[end : row.start()]):
                yield row.start("data"), row["data"]
            end = row.end()
