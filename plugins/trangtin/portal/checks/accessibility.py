"""The last run of accessibility checks: a statement must not rest on an old one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from trangtin.content.accessibility import RESULTS, AccessibilityCheck
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.values.dates import day_text
from trangtin.portal.catalogue import Catalogue

MOST_MONTHS = 12
"""Months for which a run is taken to tell of the pages as they are."""


def is_outdated(check: AccessibilityCheck, today: date) -> bool:
    """Whether the run is too old to rest on."""
    return today - check.date > timedelta(days=MOST_MONTHS * 365 / 12)


def check_accessibility(catalogue: Catalogue) -> Iterator[Problem]:
    """A run that is too old, or of a day that is yet to come."""
    check = catalogue.reading.accessibility
    if check is None:
        return
    if check.date > catalogue.today:
        yield Problem(
            RESULTS,
            1,
            Code.CONTRADICTION,
            f"ngày kiểm trợ năng ({day_text(check.date)}) chưa tới",
            "sửa 'date' thành ngày đã kiểm",
            severity=Severity.NOTICE,  # a site may be built as of an earlier day
        )
    elif is_outdated(check, catalogue.today):
        yield Problem(
            RESULTS,
            1,
            Code.ACCESSIBILITY_OUTDATED,
            f"lần kiểm trợ năng gần nhất ({day_text(check.date)}) đã quá {MOST_MONTHS} tháng",
            "kiểm lại rồi ghi kết quả mới; trang Trợ năng đang nói rõ là kết quả đã cũ",
            severity=Severity.NOTICE,
        )
