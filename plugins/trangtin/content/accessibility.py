"""What a run of automatic checks found about the pages' accessibility, kept in a file beside `mkdocs.yml`."""

from __future__ import annotations

from trangtin.content.record import Record, labelled
from trangtin.content.values.field import Count, Day, Line, OneOrMore

RESULTS = "kiem-tra-tro-nang.json"
"""The file's name. JSON is YAML, so it is read, and its faults reported, like all else that a unit writes."""


class BrokenRule(Record):
    """A rule that some pages break."""

    rule: Line = labelled("Quy tắc", "color-contrast")
    """As the tool names it."""
    pages: Count = labelled("Số trang", "3")
    """Pages that break it in at least one way of looking at them."""
    means: Line | None = labelled("Nghĩa là", "Chữ nhạt so với nền", default=None)
    """What it is about, in Vietnamese."""


class AccessibilityCheck(Record):
    """One run over some pages."""

    date: Day = labelled("Ngày kiểm", "21/11/2026")
    """The day of the run."""
    tool: Line = labelled("Công cụ", "axe-core 4.14.1")
    """Name and version."""
    browser: Line | None = labelled("Trình duyệt", "Chromium 156", default=None)
    """Name and version of the browser it ran in."""
    pages: Count = labelled("Số trang đã kiểm", "28")
    """Pages looked at."""
    ways: OneOrMore[Line] = labelled("Cách xem", "nền sáng, rộng 360 điểm ảnh", default=())
    """How each of them was looked at."""
    faults: tuple[BrokenRule, ...] = labelled("Lỗi tìm thấy", default=())
    """Rules that were broken; none: nothing was found."""
