"""Reminders of what the law asks of a public body's portal. They are notices: a person knows what applies here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.nearest import did_you_mean, nearest
from trangtin.content.options.configuration import CONFIG
from trangtin.content.page import Page
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.text import compared, fold
from trangtin.content.unit import Unit
from trangtin.content.values.dates import day_text
from trangtin.content.values.quantity import number_text
from trangtin.portal.catalogue import ON_SITE, Catalogue
from trangtin.portal.duties.laws import REVIEW, Deadline, Profile, Section, deadline, duty_ids, profiles
from trangtin.portal.duties.working_days import WorkCalendar, work_calendar

PLANS = frozenset({"KH", "CTr", "ĐA", "DA", "PA"})
"""Types that Luật Tiếp cận thông tin, Điều 19.1 names: programmes, schemes, projects, plans."""
A_YEAR = timedelta(days=365)
"""What was published longer ago than this is not reported any more."""
_PLAN = "ke-hoach"
_ASKED = ("type", "issuer", "level", *ON_SITE)
_HEADING = re.compile(r"(?m)^[ \t]{0,3}#{1,6}[ \t]+(.+)$|\[([^\]\n]+)\]\(([^)\n]+)\)")


def check_duties(catalogue: Catalogue) -> Iterator[Problem]:
    """What the profile that `mkdocs.yml` names asks for; nothing where it names none."""
    rules = catalogue.settings.duties
    for name in rules.skip:
        if name not in duty_ids():
            near = nearest(name, duty_ids())
            remedy = did_you_mean(near, f"dùng một trong: {', '.join(sorted(duty_ids()))}")
            yield _notice(
                CONFIG, 1, Code.NOT_IN_LIST, f"'duties.skip' có mục '{name}' không có trong bộ quy định", remedy
            )
    if rules.profile is None:
        return
    profile = profiles()[rules.profile]
    if not profile.since <= catalogue.today < profile.until:
        message = f"bộ quy định '{profile.id.value}' không có hiệu lực vào ngày {day_text(catalogue.today)}"
        now = next((each for each in profiles().values() if each.since <= catalogue.today < each.until), None)
        remedy = f"dùng '{now.id.value}'" if now else "bỏ khóa 'profile'"
        yield _notice(CONFIG, 1, Code.CONTRADICTION, message, remedy)
        return
    calendar = work_calendar(rules)
    for entry in catalogue.reading.documents:
        yield from _late(catalogue, entry, calendar)
    yield from _stops(catalogue, calendar)
    yield from _sections(catalogue, profile)
    if REVIEW not in rules.skip:
        yield from _stale(catalogue, profile)


def _late(catalogue: Catalogue, entry: Entry[Document], calendar: WorkCalendar) -> Iterator[Problem]:
    """A plan of the unit's own; documents of other bodies are looked at by `check_promptness`."""
    head = entry.head
    if head.type.code not in PLANS or catalogue.issuing.is_of_another_body(head) or not entry.reads(*_ASKED):
        return
    rule = deadline(_PLAN, head.date) if head.date else None
    if head.date is None or rule is None or _PLAN in catalogue.settings.duties.skip or head.is_withdrawn:
        return
    if head.published is None and catalogue.is_public(entry.path):
        return  # it is out, and nobody wrote down since when
    by = calendar.last_day(head.date, rule.days)
    done = head.published
    if done is not None and catalogue.today - done > A_YEAR:
        return  # nobody can mend it any more, and the yearly review has seen it
    if done is not None and done <= catalogue.today:
        late = calendar.days_after(head.date, done)
        if late > rule.days:
            yield published_late(entry, Code.PUBLISHED_LATE, late, f"ban hành ({day_text(head.date)})", rule)
    elif by < catalogue.today:
        yield still_waiting(entry, "date", Code.PUBLISHED_LATE, by, f"ban hành {day_text(head.date)}", rule)


def _stops(catalogue: Catalogue, calendar: WorkCalendar) -> Iterator[Problem]:
    """Planned stops that are still to come and are announced too late."""
    for each in catalogue.settings.announcements:
        rule = deadline("dung-trang", each.stop.start) if each.stop else None
        if (
            each.stop is None
            or rule is None
            or each.stop.start < catalogue.today
            or rule.id in catalogue.settings.duties.skip
        ):
            continue
        ahead = calendar.days_after(each.since, each.stop.start)
        if ahead < rule.days:
            yield _notice(
                CONFIG,
                1,
                Code.STOP_SHORT_NOTICE,
                f"thông báo '{each.title}' hiện trước ngày dừng {day_text(each.stop.start)} có {ahead} ngày làm việc,"
                f" phải ít nhất {rule.days} ngày ({rule.source})",
                "cho thông báo hiện sớm hơn, hoặc lùi ngày dừng",
            )


def published_late(entry: Entry[Document], code: Code, days: int, event: str, rule: Deadline) -> Problem:
    """Told of what is out: nothing can be mended any more, and dates are not to be bent."""
    return _notice(
        entry.path,
        entry.line("published"),
        code,
        f"đăng sau {number_text(days)} ngày làm việc kể từ ngày {event}, hạn là {rule.days} ngày ({rule.source})",
        "kiểm tra ngày đã ghi; nếu đúng thì rút kinh nghiệm cho lần sau, không sửa ngày",
    )


def still_waiting(entry: Entry[Document], key: str, code: Code, by: date, event: str, rule: Deadline) -> Problem:
    """Told of what is held back beyond its term."""
    return _notice(
        entry.path,
        entry.line(key),
        code,
        f"chưa đăng, đã quá hạn {day_text(by)}: {rule.days} ngày làm việc kể từ ngày {event} ({rule.source})",
        "rà xong thì đăng ngay",
    )


class _Offer(NamedTuple):
    """What pages and menu say, to be searched for the words of a section."""

    said: str
    plain: str
    """What has no accents at all, as names and addresses of files have none."""

    @classmethod
    def of(cls, texts: Iterable[str]) -> _Offer:
        every = [compared(text) for text in texts]
        return cls("\n".join(every), "\n".join(text for text in every if text.isascii()))

    def names(self, section: Section) -> bool:
        """Whether one of the section's words is there: whole words, and `truyền thông` is not `truyền thống`."""
        return any(
            re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)
            for each in section.words
            for word, text in ((compared(each), self.said), (fold(each), self.plain))
        )


def _sections(catalogue: Catalogue, profile: Profile) -> Iterator[Problem]:
    offered = _Offer.of(_offered(catalogue))
    for section in profile.sections:
        if section.id not in catalogue.settings.duties.skip and not offered.names(section):
            yield _notice(
                CONFIG,
                1,
                Code.SECTION_MISSING,
                f"trang chưa có mục '{section.label}' ({section.source})",
                f"{_way_to(catalogue, section)}; không thuộc nghĩa vụ của đơn vị thì tắt bằng duties.skip",
                f"skip: [{section.id}]",
            )


def _way_to(catalogue: Catalogue, section: Section) -> str:
    """What the portal makes it of, and the draft that would fill it, where there are such; else to write it."""
    drafts = (entry for entry in _pages(catalogue) if entry.head.draft and _Offer.of(_words(entry)).names(section))
    draft = next((f"viết nốt bản nháp {entry.path} rồi xóa dòng 'draft: true'" for entry in drafts), "")
    options = f"{section.options} trong {CONFIG}" if section.options else ""
    return ", hoặc ".join(filter(None, (options, draft))) or "thêm trang hoặc đề mục ấy"


def _offered(catalogue: Catalogue) -> Iterator[str]:
    """Titles, headings and links of the site's public pages, and what the menu names."""
    unit, settings = catalogue.settings.unit, catalogue.settings
    if unit.address or unit.phone or unit.email:
        yield "Liên hệ"  # the contact page, which is made of these
    if settings.spokesperson or settings.channels:
        yield "người phát ngôn, kênh chính thức"  # the contact page shows them
    for path, said in catalogue.linked.items():
        if path not in catalogue.entries or catalogue.is_public(path):
            yield from (path, " / ".join(filter(None, said)))
    for entry in _pages(catalogue):
        if catalogue.counts(entry.path):
            yield from _words(entry)


def _words(entry: Entry[Page] | Entry[Unit]) -> Iterator[str]:
    yield entry.head.title or entry.stem.replace("-", " ")
    for heading, text, target in _HEADING.findall(entry.body):
        yield from (heading,) if heading else (text, target)


def _pages(catalogue: Catalogue) -> tuple[Entry[Page] | Entry[Unit], ...]:
    return (*catalogue.reading.pages, *catalogue.reading.units)


def _stale(catalogue: Catalogue, profile: Profile) -> Iterator[Problem]:
    for entry in _pages(catalogue):
        updated = entry.head.updated
        if updated is None or not catalogue.counts(entry.path):
            continue
        if catalogue.today - updated > timedelta(days=profile.review_days):
            yield _notice(
                entry.path,
                entry.line("updated"),
                Code.PAGE_STALE,
                f"cập nhật lần cuối {day_text(updated)}, quá {profile.review_days} ngày ({profile.review_source})",
                "đọc lại cả trang; còn đúng thì ghi ngày rà soát vào 'updated'",
                f"updated: {day_text(catalogue.today)}",
            )


def _notice(path: str, line: int, code: Code, message: str, remedy: str, example: str = "") -> Problem:
    return Problem(path, line, code, message, remedy, example, Severity.NOTICE)
