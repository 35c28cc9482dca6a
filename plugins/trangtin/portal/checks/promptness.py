"""Documents of other bodies that go out late, or whose days do not tell how promptly they went out."""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.content.abbreviated import name_meant
from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.options.configuration import CONFIG
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.values.dates import day_text
from trangtin.portal.catalogue import ON_SITE, Catalogue
from trangtin.portal.checks.duties import A_YEAR, published_late, still_waiting
from trangtin.portal.duties.working_days import work_calendar
from trangtin.portal.issuing import WHOSE
from trangtin.portal.promptness import Delivery, Outcome, deliveries, is_measured


def check_promptness(catalogue: Catalogue) -> Iterator[Problem]:
    """Notices for a unit that watches its duties, or that names a term of its own; others get none."""
    rules = catalogue.settings.duties
    if (rules.profile is None and rules.prompt is None) or not is_measured(catalogue):
        return
    if catalogue.today.year not in work_calendar(rules).years:
        yield Problem(
            CONFIG,
            1,
            Code.HOLIDAYS_UNKNOWN,
            f"chưa biết ngày nghỉ lễ năm {catalogue.today.year}, nên ngày làm việc đếm cả ngày nghỉ",
            "dùng bản phần mềm mới hơn, hoặc khai các ngày nghỉ ở duties.holidays",
            f"holidays: [1/1/{catalogue.today.year}]",
            Severity.NOTICE,
        )
    for each in deliveries(catalogue):
        entry = catalogue.documents[each.path]
        if entry.reads(*ON_SITE, *WHOSE):
            yield from _problems(catalogue, each, entry)


def _problems(catalogue: Catalogue, each: Delivery, entry: Entry[Document]) -> Iterator[Problem]:
    day = each.published or entry.head.date
    if each.is_public and day is not None and catalogue.today - day > A_YEAR:
        return  # nobody can mend it any more, and the yearly review has seen it
    if each.outcome is Outcome.LATE and each.days is not None and each.rule is not None:
        yield published_late(entry, Code.UPSTREAM_LATE, each.days, f"nhận ({day_text(each.received)})", each.rule)
    elif each.outcome is Outcome.OVERDUE and each.due is not None and each.rule is not None:
        event = f"nhận {day_text(each.received)}"
        yield still_waiting(entry, "received", Code.UPSTREAM_LATE, each.due, event, each.rule)
    elif each.is_public and (each.received is None or each.published is None):
        key, what = ("received", "nhận") if each.received is None else ("published", "đăng")
        remedy = f"thêm '{key}' theo sổ công văn đến" if key == "received" else "thêm 'published'"
        example = f"{key}: 16/4/2021"
        if entry.head.issuer and name_meant(entry.head.issuer, catalogue.settings.unit.all_names):
            issuer = entry.head.issuer
            remedy = (
                f"'{issuer}' có phải chính đơn vị không? Phải thì ghi tên ấy vào 'short_name' hoặc 'former' của 'unit'"
                f" trong mkdocs.yml{_and_no_level(entry)}; không phải thì {remedy}"
            )
            example = f"short_name: {issuer}"
        yield _notice(
            entry,
            key,
            Code.RECEIPT_UNKNOWN,
            f"văn bản của cơ quan khác chưa ghi ngày {what}, nên không tính được đăng có kịp thời không",
            remedy,
            example,
        )
    if each.was_early:
        yield _notice(
            entry,
            "received",
            Code.BEFORE_RECEIPT,
            f"'published' ({day_text(each.published)}) trước 'received' ({day_text(each.received)})",
            "kiểm tra hai ngày; đúng là đăng trước khi nhận bản chính thức thì để nguyên",
            f"received: {day_text(each.published)}",
        )


def _and_no_level(entry: Entry[Document]) -> str:
    """Advice on `level`: one above the unit's makes a paper another body's, whatever name it bears."""
    return " và bỏ 'level' ở văn bản này" if entry.head.level is not None else ""


def _notice(entry: Entry[Document], key: str, code: Code, message: str, remedy: str, example: str) -> Problem:
    return Problem(entry.path, entry.line(key), code, message, remedy, example, Severity.NOTICE)
