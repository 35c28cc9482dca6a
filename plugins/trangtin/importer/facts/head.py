"""The head of a paper: number, place and day, the lines of its issuer, what a letter is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from trangtin.content.body_names import may_be_body
from trangtin.content.printed import place_and_day
from trangtin.content.printed.marks import is_draft_mark, is_urgency
from trangtin.content.printed.number_line import LABEL
from trangtin.content.printed.place_and_day import NAM, NGAY, THANG
from trangtin.content.printed.state import ends_state, is_of_youth, is_state_line
from trangtin.content.printed.type_and_subject import ABOUT
from trangtin.content.text import is_capitals, one_line
from trangtin.content.values.dates import parse_date
from trangtin.content.values.number import DocumentNumber, parse_number
from trangtin.importer import grammar
from trangtin.importer.facts.citation import SYMBOL
from trangtin.importer.facts.found import Found
from trangtin.importer.lines import Column, Line

_NUMBER = re.compile(
    rf"(?i)^(?:luật\s+|nghị quyết\s+)?{LABEL}\s*(?:[:;.]?\s*(?P<raw>[\d.…_\s/].*)|"
    r"[:;.]\s*(?P<odd>\S{1,8}\s*/\s*[A-ZĐ].*))$"
)
"""`odd`: a figure that nobody can read, before a symbol; scans have such."""
_PLACE = r"(?P<place>[^\d,;:/]{2,60}?)"
_DAY = (
    rf"{NGAY}\s*(?P<day>[\d.…_\s]*)\s*{THANG}\s*(?P<month>[\d.…_\s]*)\s*"
    rf"{NAM}\s*(?P<year>(?:\d\s?){{4}})"
)
_DATE = re.compile(rf"{_PLACE}\s*,\s*{_DAY}")
_DATE_BARE = re.compile(rf"{_PLACE}\s+{_DAY}")
"""Without the comma it is one only where nothing else stands on its line."""
_DATE_SHORT = re.compile(
    rf"{_PLACE}\s*,\s*{NGAY}\s*(?P<day>\d{{1,2}})\s*[/.-]\s*(?P<month>\d{{1,2}})\s*[/.-]\s*(?P<year>\d{{4}})"
)
_DATE_ODD = re.compile(rf"{_PLACE}\s*,\s*{NGAY}(?P<day>.{{0,12}}?){THANG}(?P<month>.{{0,12}}?){NAM}(?P<year>.{{0,12}})")
"""A day that is not filled in, or that a scan does not show well."""
_NUMBER_AND_DAY = re.compile(rf"(?P<number>{LABEL}\b.*?[/-]\s*{SYMBOL}(?:\s?[-–/]\s?{SYMBOL})*)\s+(?P<day>\S.*)")
_OF_UNIT = re.compile(r"(?i)(?:tên )?(?:đơn vị|cơ quan)\s*:\s*(?P<name>\S.*)")
"""`Đơn vị: Trường Mẫu`, as forms of public finance have it."""
_BLANK = re.compile(r"^[\s.…_]*(?P<symbol>[/-]\s*\D.*)$")
_DOTS = re.compile(r"[.…_]+")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says."""

    number: Found[DocumentNumber | None]
    date: Found[date | None]
    place: Found[str | None]
    issuers: tuple[Line, ...]
    """Lines that name the issuer and the body above it."""
    subject: str
    """What a letter is about (`V/v …`); empty elsewhere."""
    notes: tuple[str, ...]
    """Other things it says, for a person to look at."""


def says_number(text: str) -> bool:
    """True for a line that says the paper's own number, blank or not."""
    match = _NUMBER.match(text)
    return match is not None and any(sign in (match["raw"] or match["odd"]) for sign in "/-")


def read_head(printed: Sequence[Line]) -> Head:
    """Read the lines above the title."""
    lines = [part for line in printed for part in _apart(line)]
    rest: list[Line] = []
    numbers: list[str] = []
    subject: list[str] = []
    notes: list[str] = []
    dated = _dated(lines)
    taken = dated[1] if dated else frozenset()
    open_at: tuple[str, Column, int] | None = None
    state = ""
    for index, line in enumerate(lines):
        text = line.text
        bare = text.strip(" .*()-–:")
        if is_state_line(text) or ends_state(state, text):
            open_at, state = None, text
        elif line.column is Column.RIGHT and is_of_youth(bare):
            open_at = None
        elif is_urgency(bare):
            notes.append(f"văn bản có dấu mức độ khẩn “{bare}”")
        elif is_draft_mark(bare):
            notes.append("văn bản ghi là dự thảo")
        elif match := _NUMBER.match(text):
            numbers.append(match["raw"] or match["odd"])
            open_at = ("number", line.column, line.lane)
        elif index in taken or grammar.RULE.fullmatch(text):
            continue
        elif open_at and open_at[1:] == (line.column, line.lane) and _goes_on(open_at[0], numbers, text):
            numbers[-1] += text
        elif match := ABOUT.match(text):
            subject.append(match["subject"])
            open_at = ("subject", line.column, line.lane)
        elif open_at and open_at[0] == "subject" and (line.column, line.lane) == open_at[1:]:
            subject.append(text)
        elif (match := _OF_UNIT.fullmatch(text)) and may_be_body(match["name"]):
            rest.append(replace(line, text=match["name"]))
        elif not numbers and (line.column is Column.LEFT or (line.column is Column.FULL and is_capitals(text))):
            rest.append(line)
        else:
            notes.append(f"dòng “{text}” chưa hiểu là gì nên chưa đưa vào đâu")
    day: Found[date | None] = Found(None)
    place: Found[str | None] = Found(None)
    if dated:
        day, place = dated[0]
    return Head(_number(numbers), day, place, tuple(rest), one_line(" ".join(subject)), tuple(notes))


def _apart(line: Line) -> Iterator[Line]:
    """A line; number and day apart where the gap between them is no wider than any other."""
    match = _NUMBER_AND_DAY.fullmatch(line.text)
    if match is None or not place_and_day.stands_in(match["day"]):
        yield line
    else:
        yield replace(line, text=match["number"], column=Column.LEFT)
        yield replace(line, text=match["day"], column=Column.RIGHT)


def _goes_on(kind: str, numbers: Sequence[str], text: str) -> bool:
    """Whether a line is the rest of a number that was too long for its column."""
    if kind != "number" or not numbers:
        return False
    tight = re.fullmatch(r"[A-ZĐ][\wĐđ&]*(?:\s*-\s*[A-ZĐ][\wĐđ&]*)*", text.strip()) is not None
    return tight and numbers[-1].rstrip().endswith(("-", "/"))


def _number(numbers: Sequence[str]) -> Found[DocumentNumber | None]:
    if not numbers:
        return Found(None)
    raw = one_line(numbers[0]).strip(" .;,")
    blank = _BLANK.match(raw)
    if blank and not re.search(r"\d", raw.split("/")[0]):
        return Found(None, (f"bản gốc chưa điền số (ký hiệu “{one_line(blank['symbol'])}”)",))
    try:
        number = parse_number(_DOTS.sub("", raw))
    except ValueError as error:
        return Found(None, (f"dòng số ghi “{raw}”: {error}",))
    doubts = (f"có {len(numbers)} dòng “Số:”, đã lấy dòng đầu",) if len(numbers) > 1 else ()
    return Found(number, doubts)


def _dated(
    lines: Sequence[Line],
) -> tuple[tuple[Found[date | None], Found[str | None]], frozenset[int]] | None:
    """Day and place, and the lines that say them; a column that is narrow breaks the line in two."""
    for index, line in enumerate(lines):
        joined, used = line.text, [index]
        for step in range(3):
            for form in (_DATE, _DATE_SHORT):
                if match := form.search(joined):
                    return _day(match), frozenset(used)
            bare = _DATE_BARE.fullmatch(joined.strip(" .*()-–"))
            if bare and all(word[:1].isupper() for word in bare["place"].split()):
                return _day(bare), frozenset(used)
            later = index + 1 + step
            if later >= len(lines) or "ngày" not in line.text.lower():
                break
            if lines[later].column is line.column:
                joined, used = f"{joined} {lines[later].text}", [*used, later]
    for index, line in enumerate(lines):
        if match := _DATE_ODD.fullmatch(line.text.strip(" *()")):
            is_blank = not re.search(
                r"[^\s.…_]", f"{match['day']}{match['month']}{match['year'].strip().removeprefix('20')}"
            )
            reason = "bản gốc chưa điền ngày" if is_blank else f"không đọc được ngày ghi “{line.text}”"
            return (Found(None, (reason,)), _place(match)), frozenset({index})
    return None


def _day(match: re.Match[str]) -> tuple[Found[date | None], Found[str | None]]:
    where = _place(match)
    parts = [_DOTS.sub("", match[key]).replace(" ", "") for key in ("day", "month", "year")]
    if not parts[0] or not parts[1]:
        known = f"tháng {parts[1]} năm {parts[2]}" if parts[1] else f"năm {parts[2]}"
        return Found(None, (f"bản gốc chưa điền đủ ngày, chỉ ghi {known}",)), where
    try:
        return Found(parse_date("/".join(parts))), where
    except ValueError as error:
        return Found(None, (f"ngày ghi trên văn bản không có thật: {error}",)), where


def _place(match: re.Match[str]) -> Found[str | None]:
    place = re.split(r"\s{3,}|\t", match["place"])[-1].strip(" .…_*-–(")
    return Found(one_line(place) or None)
