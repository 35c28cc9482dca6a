"""What keeps an entry from going out."""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.open_points import GUIDANCE, open_points
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.values.dates import day_text
from trangtin.portal.catalogue import ON_SITE, Catalogue


def check_publication(catalogue: Catalogue) -> Iterator[Problem]:
    """What still holds documents and news back, and what ought to."""
    for entry in catalogue.entries.values():
        if not entry.reads(*ON_SITE):
            continue
        if not entry.head.draft and not (isinstance(entry.head, Document) and entry.head.review):
            yield from _unfinished(entry)
        if catalogue.is_published(entry.path):
            yield from _guidance(entry)
        if catalogue.settings.approval and catalogue.is_published(entry.path):
            yield from _approval(entry)
        if isinstance(entry.head, Document) and not entry.head.draft:
            yield from _review(entry, entry.head.review)
            day = entry.head.published or entry.head.date
            if day is not None and day > catalogue.today:
                key = "published" if entry.head.published else "date"
                yield _scheduled(entry, key, day_text(day))
        elif isinstance(entry.head, News) and not entry.head.draft and entry.head.date > catalogue.today:
            yield _scheduled(entry, "date", day_text(entry.head.date))


def _unfinished(entry: Entry[PageHead]) -> Iterator[Problem]:
    """Gaps of a draft that nothing keeps from going out any more."""
    found = [(entry.body_line + row, what) for row, what in open_points(entry.body)] if entry.says("[") else []
    if isinstance(entry.head, News):  # an import leaves its pictures' descriptions to the editor
        shown = [(("image",), entry.head.image), *((("album", at), each) for at, each in enumerate(entry.head.album))]
        found += [(entry.line(*key, "alt"), what) for key, each in shown if each for _, what in open_points(each.alt)]
    for line, what in found:
        yield Problem(
            entry.path,
            line,
            Code.OPEN_POINT_LEFT,
            f"chỗ '[Cần viết: {what}]' chưa viết mà bài không còn gì giữ lại",
            "viết nốt rồi xóa dấu ấy; chưa viết được thì thêm việc vào 'review'",
            f"review: [Viết {what}]",
        )


def _guidance(entry: Entry[PageHead]) -> Iterator[Problem]:
    """Words of a blank, meant for the editor."""
    if not entry.says(GUIDANCE):
        return
    for row, line in enumerate(entry.body.split("\n")):
        if line.lstrip(" >-*").startswith(GUIDANCE):
            yield Problem(
                entry.path,
                entry.body_line + row,
                Code.GUIDANCE_LEFT,
                f"còn lời nhắc của bản mẫu (dấu {GUIDANCE})",
                "viết nội dung rồi xóa lời nhắc; chưa viết xong thì giữ 'draft: true'",
                "draft: true",
            )


def _approval(entry: Entry[PageHead]) -> Iterator[Problem]:
    """Whether somebody approved it; asked of what is published."""
    head = entry.head
    if not isinstance(head, Document) or head.is_withdrawn or not entry.reads("approved_by"):
        return
    if head.approved_by is None:
        yield Problem(
            entry.path,
            1,
            Code.NOT_APPROVED,
            "chưa ghi ai duyệt đăng",
            "thêm khóa 'approved_by' khi người có thẩm quyền đã duyệt; chưa duyệt thì ghi 'draft: true'",
            "approved_by: Trần Thị B",
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
