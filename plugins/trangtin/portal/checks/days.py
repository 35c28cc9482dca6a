"""Days on which something was done to a page: none of them is still to come, none before there was a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.values.dates import day_text
from trangtin.portal.catalogue import Catalogue, said_on


def check_days(catalogue: Catalogue) -> Iterator[Problem]:
    """Days of withdrawing, updating and replacing files that cannot be, of all that readers see."""
    for entry in catalogue.entries.values():
        if catalogue.is_published(entry.path) and entry.reads("draft", "review"):
            yield from _withdrawn(entry, catalogue.today)
            yield from _updated(entry, catalogue.today)
            if isinstance(entry.head, Document):
                yield from _replaced(entry, entry.head, catalogue.today)


def _withdrawn(entry: Entry[PageHead], today: date) -> Iterator[Problem]:
    gone, line = entry.head.withdrawn, entry.line("withdrawn", "date")
    if gone is None:
        return
    if gone.date > today:
        yield _error(
            entry,
            line,
            f"ngày gỡ {day_text(gone.date)} chưa đến, mà nội dung đã được gỡ ngay",
            "ghi ngày thật sự gỡ; muốn gỡ sau thì thêm 'withdrawn' vào ngày ấy",
        )
    yield from _before(entry, line, f"ngày gỡ ({day_text(gone.date)})", gone.date)


def _updated(entry: Entry[PageHead], today: date) -> Iterator[Problem]:
    day, line = entry.head.updated, entry.line("updated")
    if day is None:
        return
    if day > today:
        message = f"'updated' ({day_text(day)}) chưa đến, mà trang ghi là đã cập nhật"
        yield _warning(entry, line, message, "ghi ngày thật sự sửa", f"updated: {day_text(today)}")
    issued = said_on(entry)
    if issued is not None and day < issued:
        message = f"'updated' ({day_text(day)}) trước ngày {_what(entry.head)} ({day_text(issued)})"
        yield _warning(entry, line, message, "sửa một trong hai ngày; chưa cập nhật gì thì bỏ 'updated'")


def _replaced(entry: Entry[PageHead], head: Document, today: date) -> Iterator[Problem]:
    for index, file in enumerate(head.files):
        for place, former in enumerate(file.former):
            day, line = former.until, entry.line("files", index, "former", place, "until")
            if day is None:
                continue
            if day > today:
                message = f"ngày thay tệp {day_text(day)} chưa đến, mà tệp đã được thay"
                yield _error(entry, line, message, "ghi ngày thật sự thay", f"until: {day_text(today)}")
            yield from _before(entry, line, f"ngày thay tệp ({day_text(day)})", day)


def _before(entry: Entry[PageHead], line: int, what: str, day: date) -> Iterator[Problem]:
    """Certain of news, which have one day; a document may have gone out by mistake before it was signed."""
    head = entry.head
    if not entry.reads("date", "published"):
        return
    if isinstance(head, News) and day < head.date:
        yield _error(entry, line, f"{what} trước ngày đăng ({day_text(head.date)})", "sửa một trong hai ngày")
    elif isinstance(head, Document):
        known = [(each, of) for each, of in ((head.date, "ban hành"), (head.published, "đăng")) if each and day < each]
        for each, of in known[:1]:
            yield _warning(
                entry,
                line,
                f"{what} trước ngày {of} ({day_text(each)})",
                "sửa một trong hai ngày; đúng là đã đăng nhầm trước ngày ấy thì để nguyên",
            )


def _what(head: PageHead) -> str:
    return "đăng" if isinstance(head, News) else "ban hành"


def _error(entry: Entry[PageHead], line: int, message: str, remedy: str, example: str = "") -> Problem:
    return Problem(entry.path, line, Code.CONTRADICTION, message, remedy, example)


def _warning(entry: Entry[PageHead], line: int, message: str, remedy: str, example: str = "") -> Problem:
    return Problem(entry.path, line, Code.CONTRADICTION, message, remedy, example, Severity.WARNING)
