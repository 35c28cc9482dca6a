"""The commands `new plan|news|campaign|unit`: a file in the right place, with all that the portal knows filled in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from trangtin.cli.asking import Interview
from trangtin.cli.config_file import CONFIG_OPTION
from trangtin.cli.project import Project, asked_today, find_project
from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.reading.reader import read_repository
from trangtin.content.text import one_line
from trangtin.content.unit import Unit
from trangtin.content.values.dates import day_text, parse_date
from trangtin.content.values.doctype import DocumentType, find_type
from trangtin.content.values.field import IDENTIFIER
from trangtin.content.values.number import parse_number
from trangtin.content.values.vocabulary import UnitKind
from trangtin.disk.whole_file import write_together
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.checks.campaigns import RESERVED
from trangtin.portal.checks.titles import title_asked_for
from trangtin.starter.new_entry import SAMPLES, NewEntry, Unfit, new_campaign, new_document, new_news, new_unit
from trangtin.starter.register import next_number, owner_of

_YES = click.option("--yes", is_flag=True, help="Không hỏi gì; mục nào không có trong tùy chọn thì để trống.")
_SLUG = click.option("--slug", "name", help="Tên tệp hoặc thư mục; mặc định lấy từ số, tiêu đề.")
_MANY_TYPES = "KH, QĐ, TB, BC, CT, HD, TTr, CTr, Công văn …"


@click.group()
def new() -> None:
    """Tạo một tệp mới đúng chỗ, đúng dạng; không ghi đè tệp nào."""


@dataclass(frozen=True)
class _Desk:
    """The portal at hand and the person who is asked."""

    project: Project
    catalogue: Catalogue
    interview: Interview

    @classmethod
    def open(cls, config_file: Path | None, yes: bool) -> _Desk:
        project = find_project(config_file)
        reading = read_repository(project.root, project.config.layout, project.is_excluded)
        if reading.broken:
            message = (
                f"Chưa đọc được {', '.join(reading.broken)} nên không có trong các lựa chọn; sửa theo 'trangtin check'."
            )
            click.echo(message, err=True)
        return cls(project, Catalogue(reading, project.settings, asked_today()), Interview(asks=not yes))

    def campaign(self, given: str | None) -> str | None:
        """The campaign meant, of those that are, the newest first; none that was taken back."""
        standing = [pair for pair in self.catalogue.campaigns.items() if not pair[1].head.is_withdrawn]
        if given in self.catalogue.campaigns and given not in dict(standing):
            raise click.UsageError(f"--campaign: phong trào '{given}' đã được gỡ")
        newest = sorted(standing, key=lambda pair: pair[1].head.start, reverse=True)
        names = {slug: one_line(entry.head.title) for slug, entry in newest if given or slug not in SAMPLES}
        return self.interview.choice("Thuộc phong trào nào", "--campaign", given, names)

    def unit(self, label: str, option: str, given: str | None) -> str | None:
        """The sub-unit meant; those that are no more come last, and are marked: news may still be of their days."""
        units = sorted(self.catalogue.units.items(), key=lambda each: self._is_past(each[1]))
        names = {id_: self._unit_name(entry, given) for id_, entry in units if given or id_ not in SAMPLES}
        return self.interview.choice(label, option, given, names)

    def _unit_name(self, entry: Entry[Unit], given: str | None) -> str:
        name = one_line(entry.head.unit.name)
        return name if given or not self._is_past(entry) else f"{name} (đã thôi hoạt động)"

    def _is_past(self, entry: Entry[Unit]) -> bool:
        last = entry.head.unit.until
        return last is not None and last < self.catalogue.today

    def write(self, make: Callable[[], NewEntry], *steps: str) -> None:
        """Write the file, and say where it is and what comes next."""
        try:
            entry = make()
        except Unfit as error:
            raise click.UsageError(str(error)) from None
        file = self.project.root / entry.path
        try:
            write_together({file: entry.text.encode()})
        except FileExistsError:
            raise click.ClickException(f"đã có {entry.path}, không ghi đè → đặt tên khác bằng --slug") from None
        click.echo(f"\nĐã ghi {entry.path}\nViệc tiếp theo:")
        todo = (*steps, f"trangtin check {entry.path}", "trangtin serve --drafts   để xem thử")
        click.echo("\n".join(f"  {number}. {step}" for number, step in enumerate(todo, 1)))


@new.command()
@CONFIG_OPTION
@_YES
@_SLUG
@click.option("--type", "kind", help="Loại văn bản: mã hoặc tên, ví dụ KH.")
@click.option("--title", help="Trích yếu.")
@click.option("--date", "day", help="Ngày ban hành.")
@click.option("--number", help="Số, ký hiệu; chưa cấp số thì bỏ.")
@click.option("--campaign", help="Phong trào (tên thư mục).")
def plan(
    config_file: Path | None,
    yes: bool,
    name: str | None,
    kind: str | None,
    title: str | None,
    day: str | None,
    number: str | None,
    campaign: str | None,
) -> None:
    """Một kế hoạch, văn bản. Có tệp Word, PDF thì dùng 'trangtin import'."""
    desk = _Desk.open(config_file, yes)
    ask, catalogue = desk.interview.value, desk.catalogue
    type_text = ask(Document, "type", "--type", kind, default="KH", hint=_MANY_TYPES)
    title = ask(Document, "title", "--title", title, is_needed=True)
    day = ask(Document, "date", "--date", day, hint="ví dụ: 20/4/2026; chưa ban hành thì bỏ qua")
    issued = parse_date(day) if day else None
    found_type = find_type(type_text or "KH")
    assert found_type is not None
    title = _without_type(desk, found_type, title)
    number = _number(desk, number, found_type, (issued or catalogue.today).year)
    slug = desk.campaign(campaign)
    folder = catalogue.campaigns[slug].folder if slug else None
    answers = _given(type=type_text, title=title, date=day, number=number)
    desk.write(
        lambda: new_document(desk.project.config.layout, answers, _checked(name), folder, catalogue.today),
        "mở tệp ấy, làm xong việc nào trong 'review' thì xóa dòng ấy; còn một dòng thì văn bản chưa lên trang",
    )


def _without_type(desk: _Desk, kind: DocumentType, title: str | None) -> str | None:
    """The page says the type above the title by itself: `check` would ask to take it off."""
    less = title_asked_for(kind, title or "", desk.project.settings.proofreading)
    if less is None:
        return title
    click.echo(f"Trích yếu ghi là '{less}': trang tự ghi tên loại ở trên.")
    return less


def _number(desk: _Desk, given: str | None, kind: DocumentType, year: int) -> str | None:
    """A number that no other document of the unit has."""

    def taken(text: str) -> str | None:
        owner = owner_of(desk.catalogue, parse_number(text), year)
        return f"số này đã có ở {owner} → xem lại sổ văn thư" if owner else None

    free = next_number(desk.catalogue, kind, year)
    hint = f"số kế tiếp trên trang: {free}, theo đúng sổ văn thư" if free else "ví dụ: 12/KH-TCT"
    return desk.interview.value(Document, "number", "--number", given, hint=hint, judge=taken)


@new.command()
@CONFIG_OPTION
@_YES
@_SLUG
@click.option("--title", help="Tiêu đề.")
@click.option("--date", "day", help="Ngày đăng; mặc định hôm nay. Ngày sắp tới thì đến ngày ấy tin mới hiện.")
@click.option("--campaign", help="Phong trào (tên thư mục).")
@click.option("--unit", help="Đơn vị của tin (mã).")
def news(
    config_file: Path | None,
    yes: bool,
    name: str | None,
    title: str | None,
    day: str | None,
    campaign: str | None,
    unit: str | None,
) -> None:
    """Một tin."""
    desk = _Desk.open(config_file, yes)
    title = desk.interview.value(News, "title", "--title", title, is_needed=True)
    day = desk.interview.value(News, "date", "--date", day, default=day_text(desk.catalogue.today))
    answers = _given(
        title=title, date=day, campaign=desk.campaign(campaign), unit=desk.unit("Tin của đơn vị nào", "--unit", unit)
    )
    desk.write(
        lambda: new_news(desk.project.config.layout, answers, _checked(name)),
        "mở tệp ấy, viết tin, thêm tóm tắt và ảnh; xong thì xóa dòng 'draft: true'",
    )


@new.command()
@CONFIG_OPTION
@_YES
@_SLUG
@click.option("--title", help="Tên phong trào.")
@click.option("--start", help="Ngày bắt đầu.")
@click.option("--end", help="Ngày kết thúc.")
@click.option("--report-due", help="Hạn báo cáo tổng kết.")
@click.option("--slogan", help="Khẩu hiệu, chủ đề.")
@click.option("--lead", help="Đơn vị thường trực (mã).")
def campaign(
    config_file: Path | None,
    yes: bool,
    name: str | None,
    title: str | None,
    start: str | None,
    end: str | None,
    report_due: str | None,
    slogan: str | None,
    lead: str | None,
) -> None:
    """Một phong trào thi đua."""
    desk = _Desk.open(config_file, yes)
    ask = desk.interview.value

    def not_before_start(text: str) -> str | None:
        begins = parse_date(start or "")
        return f"trước ngày bắt đầu {day_text(begins)} → xem lại hai ngày" if parse_date(text) < begins else None

    title = ask(Campaign, "title", "--title", title, is_needed=True)
    start = ask(Campaign, "start", "--start", start, is_needed=True, hint="ví dụ: 1/3/2026")
    end = ask(Campaign, "end", "--end", end, is_needed=True, hint="ví dụ: 30/4/2026", judge=not_before_start)
    report_due = ask(Campaign, "report_due", "--report-due", report_due, judge=not_before_start)
    slogan = ask(Campaign, "slogan", "--slogan", slogan)
    lead = desk.unit("Đơn vị thường trực", "--lead", lead)
    answers = _given(title=title, start=start, end=end, report_due=report_due, slogan=slogan, lead=lead)
    campaigns = {slug: entry.path for slug, entry in desk.catalogue.campaigns.items()}
    broken = dict.fromkeys(desk.catalogue.broken_campaigns, "một phong trào còn lỗi")
    taken = {**dict.fromkeys(RESERVED, "trang danh sách"), **broken, **campaigns}
    desk.write(
        lambda: new_campaign(desk.project.config.layout, answers, _checked(name), taken),
        "mở tệp ấy, viết lời giới thiệu rồi xóa dòng 'draft: true'; trước đó văn bản của phong trào cũng chưa hiện",
        "đăng kế hoạch phát động: trangtin import tệp-word.docx, hoặc trangtin new plan",
    )


@new.command()
@CONFIG_OPTION
@_YES
@_SLUG
@click.option("--name", "title", help="Tên đơn vị.")
@click.option("--kind", help=f"Loại: {', '.join(each.value for each in UnitKind)}.")
@click.option("--head", help="Người phụ trách, kèm chức vụ.")
@click.option("--phone", help="Điện thoại cơ quan.")
@click.option("--email", help="Thư điện tử cơ quan.")
def unit(
    config_file: Path | None,
    yes: bool,
    name: str | None,
    title: str | None,
    kind: str | None,
    head: str | None,
    phone: str | None,
    email: str | None,
) -> None:
    """Một phòng, khoa, đơn vị trực thuộc."""
    desk = _Desk.open(config_file, yes)
    ask = desk.interview.value
    title = ask(Unit, ("unit", "name"), "--name", title, is_needed=True)
    kinds = {each.value: each.label for each in UnitKind}
    facts = _given(
        name=title,
        kind=desk.interview.choice("Loại đơn vị", "--kind", kind, kinds),
        head=ask(Unit, ("unit", "head"), "--head", head),
        phone=ask(Unit, ("unit", "phone"), "--phone", phone),
        email=ask(Unit, ("unit", "email"), "--email", email),
    )
    desk.write(
        lambda: new_unit(desk.project.config.layout, facts, _checked(name)),
        "mở tệp ấy, viết chức năng, nhiệm vụ của đơn vị; tên tệp là mã của đơn vị, dùng trong tasks, lead, units",
    )


def _given(**answers: str | None) -> dict[str, object]:
    return {key: answer for key, answer in answers.items() if answer}


def _checked(name: str | None) -> str | None:
    if name is not None and not IDENTIFIER.fullmatch(name):
        raise click.UsageError(f"--slug '{name}': chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối")
    if name == "index":
        raise click.UsageError("--slug 'index': tên này dành cho trang đứng đầu thư mục; đặt tên khác")
    return name
