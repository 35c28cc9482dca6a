"""What keeps an entry from going out."""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.open_points import open_points
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, Problem, Severity
from trangtin.portal.catalogue import Catalogue


def check_publication(catalogue: Catalogue) -> Iterator[Problem]:
    """What still holds documents and news back, and what ought to."""
    for entry in catalogue.entries.values():
        gone = entry.head.withdrawn
        if gone is not None and gone.date > catalogue.today and catalogue.is_public(entry.path):
            yield Problem(
                entry.path,
                entry.line("withdrawn", "date"),
                Code.CONTRADICTION,
                f"ngày gỡ {gone.date:%d/%m/%Y} chưa đến, mà nội dung đã được gỡ ngay",
                "ghi ngày thật sự gỡ; muốn gỡ sau thì thêm 'withdrawn' vào ngày ấy",
            )
        if not entry.head.draft and not (isinstance(entry.head, Document) and entry.head.review):
            yield from _unfinished(entry)
        if isinstance(entry.head, Document) and not entry.head.draft:
            yield from _review(entry, entry.head.review)
            day = entry.head.published or entry.head.date
            if day is not None and day > catalogue.today:
                key = "published" if entry.head.published else "date"
                yield _scheduled(entry, key, f"{day:%d/%m/%Y}")
        elif isinstance(entry.head, News) and not entry.head.draft and entry.head.date > catalogue.today:
            yield _scheduled(entry, "date", f"{entry.head.date:%d/%m/%Y}")


def _unfinished(entry: Entry[PageHead]) -> Iterator[Problem]:
    """Gaps of a draft that nothing keeps from going out any more."""
    if "[" not in entry.body:
        return
    for line, what in open_points(entry.body):
        yield Problem(
            entry.path,
            entry.body_line + line,
            Code.OPEN_POINT_LEFT,
            f"chỗ '[Cần viết: {what}]' chưa viết mà bài không còn gì giữ lại",
            "viết nốt rồi xóa dấu ấy; chưa viết được thì thêm việc vào 'review'",
            f"review: [Viết {what}]",
        )


def _review(entry: Entry[PageHead], left: tuple[str, ...]) -> Iterator[Problem]:
    if left:
        yield Problem(
            entry.path,
            entry.line("review"),
            Code.NOT_PUBLISHED,
            f"chưa đăng, còn phải rà: {'; '.join(left)}",
            "rà xong việc nào thì xóa dòng ấy; hết dòng thì văn bản được đăng",
            severity=Severity.NOTICE,
        )


def _scheduled(entry: Entry[PageHead], key: str, day: str) -> Problem:
    return Problem(
        entry.path,
        entry.line(key),
        Code.SCHEDULED,
        f"chưa đăng, chờ đến ngày {day}",
        f"nếu không định hẹn ngày thì sửa khóa '{key}'",
        severity=Severity.NOTICE,
    )
