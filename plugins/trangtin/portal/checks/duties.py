"""Reminders of what the law asks of a public body's portal. They are notices: a person knows what applies here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.nearest import nearest
from trangtin.content.page import Page
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.text import fold
from trangtin.content.unit import Unit
from trangtin.content.vocabulary import Level
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.duties.laws import REVIEW, Profile, Section, deadline, duty_ids, profiles
from trangtin.portal.duties.working_days import last_day, public_holidays, working_days_after

CONFIG = "mkdocs.yml"
PLANS = frozenset({"KH", "CTr", "ĐA", "DA", "PA"})
"""Types that Luật Tiếp cận thông tin, Điều 19.1 names: programmes, schemes, projects, plans."""
_ABOVE = frozenset({Level.CENTRAL, Level.PROVINCE, Level.COMMUNE})
_A_YEAR = timedelta(days=365)
_HEADING = re.compile(r"(?m)^[ \t]{0,3}#{1,6}[ \t]+(.+)$|\[([^\]\n]+)\]\(([^)\n]+)\)")


def check_duties(catalogue: Catalogue) -> Iterator[Problem]:
    """What the profile that `mkdocs.yml` names asks for; nothing where it names none."""
    rules = catalogue.settings.duties
    for name in rules.skip:
        if name not in duty_ids():
            near = nearest(name, duty_ids())
            remedy = f"có phải ý bạn là '{near}'?" if near else f"dùng một trong: {', '.join(sorted(duty_ids()))}"
            yield _notice(
                CONFIG, 1, Code.NOT_IN_LIST, f"'duties.skip' có mục '{name}' không có trong bộ quy định", remedy
            )
    if rules.profile is None:
        return
    profile = profiles()[rules.profile]
    if not profile.since <= catalogue.today < profile.until:
        told = f"bộ quy định '{profile.id.value}' không có hiệu lực vào ngày {catalogue.today:%d/%m/%Y}"
        now = next((each for each in profiles().values() if each.since <= catalogue.today < each.until), None)
        remedy = f"dùng '{now.id.value}'" if now else "bỏ khóa 'profile'"
        yield _notice(CONFIG, 1, Code.CONTRADICTION, told, remedy)
        return
    holidays = public_holidays() | frozenset(rules.holidays)
    for entry in catalogue.reading.documents:
        yield from _late(catalogue, entry, holidays)
    yield from _sections(catalogue, profile)
    if REVIEW not in rules.skip:
        yield from _stale(catalogue, profile)


def _late(catalogue: Catalogue, entry: Entry[Document], holidays: frozenset[date]) -> Iterator[Problem]:
    head, level = entry.head, catalogue.level_of(entry.head)
    if level in _ABOVE:
        name, key, start, code, event = "van-ban-cap-tren", "received", head.received, Code.UPSTREAM_LATE, "nhận"
    elif head.type.code in PLANS:
        name, key, start, code, event = "ke-hoach", "date", head.date, Code.PUBLISHED_LATE, "ban hành"
    else:
        return
    rule = deadline(name, start) if start else None
    if start is None or rule is None or name in catalogue.settings.duties.skip or head.is_withdrawn:
        return
    if head.published is None and catalogue.is_public(entry.path):
        return  # it is out, and nobody wrote down since when
    by = last_day(start, rule.days, holidays)
    done = head.published
    if done is not None and catalogue.today - done > _A_YEAR:
        return  # nobody can mend it any more, and the yearly review has seen it
    if done is not None and done <= catalogue.today:
        late = working_days_after(start, done, holidays)
        if late > rule.days:
            yield _notice(
                entry.path,
                entry.line("published"),
                code,
                f"đăng sau {late} ngày làm việc kể từ ngày {event} ({start:%d/%m/%Y}), hạn là {rule.days} ngày"
                f" ({rule.source})",
                "kiểm tra ngày đã ghi; nếu đúng thì rút kinh nghiệm cho lần sau, không sửa ngày",
            )
    elif by < catalogue.today:
        yield _notice(
            entry.path,
            entry.line(key),
            code,
            f"chưa đăng, đã quá hạn {by:%d/%m/%Y}: {rule.days} ngày làm việc kể từ ngày {event} {start:%d/%m/%Y}"
            f" ({rule.source})",
            "rà xong thì đăng ngay",
        )


def _sections(catalogue: Catalogue, profile: Profile) -> Iterator[Problem]:
    offered = "\n".join(map(fold, _offered(catalogue)))
    for section in profile.sections:
        if section.id not in catalogue.settings.duties.skip and not any(
            fold(word) in offered for word in section.words
        ):
            yield _notice(
                CONFIG,
                1,
                Code.SECTION_MISSING,
                f"trang chưa có mục '{section.label}' ({section.source})",
                f"{_way_to(catalogue, section)}; không thuộc nghĩa vụ của đơn vị thì tắt bằng duties.skip",
                f"skip: [{section.id}]",
            )


def _way_to(catalogue: Catalogue, section: Section) -> str:
    """The draft that would fill the section where there is one, else that it has to be written."""
    for entry in _pages(catalogue):
        if entry.head.draft and any(fold(word) in fold("\n".join(_words(entry))) for word in section.words):
            return f"viết nốt bản nháp {entry.path} rồi xóa dòng 'draft: true'"
    return "thêm trang hoặc đề mục ấy"


def _offered(catalogue: Catalogue) -> Iterator[str]:
    """Titles, headings and links of the site's public pages, and what the menu names."""
    unit = catalogue.settings.unit
    if unit.address or unit.phone or unit.email:
        yield "Liên hệ"  # the contact page, which is made of these
    yield from (path for path in catalogue.linked if path not in catalogue.entries or catalogue.is_public(path))
    for entry in _pages(catalogue):
        if catalogue.is_public(entry.path) and not entry.head.is_withdrawn:
            yield from _words(entry)


def _words(entry: Entry[Page] | Entry[Unit]) -> Iterator[str]:
    yield entry.head.title or entry.stem.replace("-", " ")
    for heading, text, target in _HEADING.findall(entry.body):
        yield heading or f"{text} {target}"


def _pages(catalogue: Catalogue) -> tuple[Entry[Page] | Entry[Unit], ...]:
    return (*catalogue.reading.pages, *catalogue.reading.units)


def _stale(catalogue: Catalogue, profile: Profile) -> Iterator[Problem]:
    for entry in _pages(catalogue):
        updated = entry.head.updated
        if updated is None or entry.head.is_withdrawn or not catalogue.is_public(entry.path):
            continue
        if catalogue.today - updated > timedelta(days=profile.review_days):
            yield _notice(
                entry.path,
                entry.line("updated"),
                Code.PAGE_STALE,
                f"cập nhật lần cuối {updated:%d/%m/%Y}, quá {profile.review_days} ngày ({profile.review_source})",
                "đọc lại cả trang; còn đúng thì ghi ngày rà soát vào 'updated'",
                f"updated: {catalogue.today:%d/%m/%Y}",
            )


def _notice(path: str, line: int, code: Code, message: str, remedy: str, example: str = "") -> Problem:
    return Problem(path, line, code, message, remedy, example, Severity.NOTICE)
