"""What a table gives units to do (`Nội dung | Đơn vị chủ trì | Thời gian`), proposed to an editor row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from trangtin.content.text import fold, large, one_line
from trangtin.content.values.dates import parse_date
from trangtin.importer.facts.listed import Listing, is_sum, listing
from trangtin.importer.facts.tasks import TaskProposal
from trangtin.importer.paper import Block, Table

_DOER = r"(?:(?:ten )?(?:don vi|bo phan|co quan|to chuc|ca nhan|nguoi)[ ,/-]*)"
_COLUMNS = {
    "unit": re.compile(
        rf"{_DOER}*(?:chu tri|thuc hien|phu trach|duoc giao|duoc phan cong|phan cong|dau moi|chiu trach nhiem)\b.*"
    ),
    "anybody": re.compile(rf"{_DOER}+"),
    "due": re.compile(r"(?:thoi (?:gian|han|diem)|han|tien do|ngay (?:hoan thanh|thuc hien)|hoan thanh)\b.*"),
    "do": re.compile(r"(?:ten )?(?:noi dung|nhiem vu|cong viec|dau viec|viec|hoat dong)\b.*"),
}
"""The key of a column by the head of it, folded. Who helps (`phối hợp`) is left where it is."""
_LEADS = re.compile(
    r"(?is)(?:(?:đơn vị |cơ quan )?chủ trì\s*:\s*(?P<behind>.+?)|(?P<before>.+?)\s*\(?\bchủ trì\b\)?.*?)"
    r"(?:[;.,\n]*\s*(?:đơn vị |cơ quan )?phối hợp\b.*)?"
)
_HELPS = re.compile(r"(?is)[;.,\n]\s*(?:đơn vị |cơ quan )?phối hợp\b.*")
"""Whoever else a cell names: `Chủ trì: A; phối hợp: B`, `A chủ trì, B phối hợp`, `A; phối hợp: B`."""
_SAME = re.compile(r'(?:nhu tren|[-–"″”\'\s.]*(?:nt)?[-–"″”\'\s.]*)')
"""An empty cell, or one that says: as above."""
_WORDS = re.compile(r"[^\W\d_]{2}")
_DAY = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}")
_ANY_DAY = re.compile(rf"{_DAY.pattern}|(?<![\d/])\d{{1,2}}/\d{{1,2}}(?!\d|\s*[/.-]\s*\d)")
"""With those whose year is left to the day behind them (`30/4 và 30/10/2021`)."""
_START_BEFORE = re.compile(r"(?i)(?:từ|sau|bắt đầu)(?:\s+ngày)?\s*$")
_START_BEHIND = re.compile(r"(?i)\s*[,(]?\s*(?:trở (?:đi|về sau)\b|(?:cho )?(?:đến|tới)\b|[-–—]\s*\d)")
"""`01/3/2021 trở đi`, `01/3/2021 đến khi xong`: the day begins something whose end is no day."""
_RANGE = re.compile(r"(?i)\s*[-–—]\s*(?:ngày\s*)?|.*\b(?:đến|tới)\b.*", re.DOTALL)
"""What stands between the first and the last day of one time."""


def listed_tasks(blocks: Iterable[Block]) -> tuple[TaskProposal, ...]:
    """The tasks of all tables that say who does what; empty where none does."""
    return tuple(task for block in blocks if isinstance(block, Table) for task in _rows(block))


def _rows(table: Table) -> Iterator[TaskProposal]:
    listed = listing(table, _COLUMNS, "do", between="\n")
    who = _who(listed) if listed else None
    if listed is None or who is None:
        return
    if not any(_WORDS.search(row[who]) for row in listed.rows):
        return  # `Thực hiện quý III` heads sums of money
    unit = ""
    for row in listed.rows:
        do = one_line(row[listed.needed]).strip(" .;")
        if is_sum(do):
            continue
        if listed.section(row):
            unit = ""  # what stands above it was said of another section
            continue
        if not do:
            continue
        said = row[who]
        is_same = _SAME.fullmatch(fold(said)) is not None
        unit = unit if is_same else _lead(said)
        is_carried = is_same and bool(unit)
        due, when = _due(row[listed.columns["due"]]) if "due" in listed.columns else (None, "")
        yield TaskProposal(unit, large(do), due, when, is_carried)


def _who(listed: Listing) -> int | None:
    """The place of whoever does it: `Đơn vị` alone may be anything, unless it has to be done by a day."""
    columns = listed.columns
    return columns.get("unit", columns.get("anybody") if "due" in columns else None)


def _lead(said: str) -> str:
    leads = _LEADS.fullmatch(said)
    named = (leads["behind"] or leads["before"]) if leads else _HELPS.sub("", said)
    return "; ".join(filter(None, (one_line(line).strip(" ;,.-") for line in named.split("\n"))))


def _due(said: str) -> tuple[date | None, str]:
    """The last day that a cell names, and its words where they name none, or several that are no range."""
    words = one_line(said)
    days = list(_ANY_DAY.finditer(said))
    if not days or not _DAY.fullmatch(days[-1][0]):
        return None, words
    before, behind = said[: days[-1].start()], said[days[-1].end() :]
    if _START_BEFORE.search(before) or _START_BEHIND.match(behind):
        return None, words
    try:
        due = parse_date(days[-1][0])
    except ValueError:
        return None, words
    is_one = all(_RANGE.fullmatch(said[left.end() : right.start()]) for left, right in pairwise(days))
    return due, "" if is_one else words
