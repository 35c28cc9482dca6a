"""Days: read day first, in every spelling an office uses."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import trangtin
from trangtin.content.values import dates
from trangtin.content.values.dates import EARLIEST_YEAR, LATEST_YEAR, day_text, parse_date, today_in_vietnam

DAYS = st.dates(date(EARLIEST_YEAR, 1, 1), date(LATEST_YEAR, 12, 31))
SPELLINGS = [
    "{d.year:04d}-{d.month:02d}-{d.day:02d}",
    "{d.year:04d}-{d.month}-{d.day}",
    "{d.day}/{d.month}/{d.year}",
    "{d.day:02d}/{d.month:02d}/{d.year}",
    "{d.day}-{d.month}-{d.year}",
    "{d.day}.{d.month}.{d.year}",
    " {d.day} / {d.month} / {d.year} ",
    "ngày {d.day:02d} tháng {d.month} năm {d.year}",
    "Ngày {d.day} tháng {d.month:02d} năm {d.year}",
    "{d.day} tháng{d.month} năm {d.year}",
    "{d.year:04d}-{d.month:02d}-{d.day:02d}T00:00:00",
]


@pytest.mark.parametrize("spelling", SPELLINGS)
@given(day=DAYS)
def test_every_day_in_every_spelling(spelling: str, day: date) -> None:
    assert parse_date(spelling.format(d=day)) == day


@given(day=DAYS)
def test_a_day_is_written_as_it_can_be_read(day: date) -> None:
    assert re.fullmatch(r"\d\d/\d\d/\d{4}", day_text(day))
    assert parse_date(day_text(day)) == day


def test_days_are_written_in_one_place() -> None:
    package = Path(trangtin.__file__).parent
    writing = [path for path in package.rglob("*.py") if ":%d/%m/%Y}" in path.read_text(encoding="utf-8")]
    assert writing == [Path(dates.__file__)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("01/02/2021", date(2021, 2, 1)),  # never the 2nd of January
        ("29/2/2024", date(2024, 2, 29)),
        ("nga\u0300y 20 tha\u0301ng 4 na\u0306m 2021", date(2021, 4, 20)),  # NFD
        ("20\u00a0/\u00a04\u00a0/\u00a02021", date(2021, 4, 20)),
    ],
)
def test_accepted(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("32/13/2021", "không có tháng 13"),
        ("4/20/2021", "không có tháng 20"),
        ("20/0/2021", "không có tháng 0"),
        ("2021-13-01", "không có tháng 13"),
        ("30/2/2021", "tháng 2/2021 không có ngày 30"),
        ("29/2/2023", "tháng 2/2023 không có ngày 29"),
        ("31/4/2021", "tháng 4/2021 không có ngày 31"),
        ("0/4/2021", "tháng 4/2021 không có ngày 0"),
        ("1/1/1899", "năm 1899 nằm ngoài khoảng 1900-2200"),
        ("1/1/0000", "năm 0 nằm ngoài khoảng 1900-2200"),
        ("2021", "không đọc được thành một ngày"),
        ("12:30", "không đọc được thành một ngày"),
        ("4/2021", "không đọc được thành một ngày"),
        ("20/4/21", "không đọc được thành một ngày"),
        ("20/4-2021x", "không đọc được thành một ngày"),
        ("ngày     tháng 1 năm 2018", "không đọc được thành một ngày"),
        ("2021-04-20T07:30:00", "không đọc được thành một ngày"),
        ("", "không đọc được thành một ngày"),
    ],
)
def test_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError) as caught:
        parse_date(text)
    assert str(caught.value) == reason


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_refused_in_words(text: str) -> None:
    try:
        day = parse_date(text)
    except ValueError as refusal:
        assert str(refusal)
    else:
        assert parse_date(day.isoformat()) == day


def test_today_can_be_set() -> None:
    assert today_in_vietnam({"TRANGTIN_TODAY": "2026-11-21"}) == date(2026, 11, 21)
    assert today_in_vietnam({"TRANGTIN_TODAY": "21/11/2026"}) == date(2026, 11, 21)


def test_today_is_that_of_vietnam() -> None:
    now = datetime.now(timezone(timedelta(hours=7))).date()
    for environment in ({}, {"TRANGTIN_TODAY": ""}, {"TRANGTIN_TODAY": "  "}):
        assert now <= today_in_vietnam(environment) <= now + timedelta(days=1)


def test_a_bad_today_is_refused_in_words() -> None:
    with pytest.raises(ValueError) as caught:
        today_in_vietnam({"TRANGTIN_TODAY": "hôm nay"})
    assert str(caught.value) == "TRANGTIN_TODAY='hôm nay' không đọc được thành một ngày; viết dạng 2021-05-23"
