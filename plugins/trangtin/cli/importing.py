"""The command `import`: office files, PDF and text into drafts, with a list of what to look at."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import click

from trangtin.cli.config_file import nearest_config
from trangtin.cli.project import Project, asked_today, find_project, shown_path
from trangtin.content.document import Document
from trangtin.content.nearest import did_you_mean, nearest
from trangtin.content.placement import NEWS_FOLDER, UNITS_FOLDER
from trangtin.content.reading.file_reader import read_file
from trangtin.content.text import one_line
from trangtin.content.unit import Unit
from trangtin.content.values.quantity import listing, number_text
from trangtin.disk.reasons import reason_of
from trangtin.importer.intake import Source, intake_of
from trangtin.importer.refusal import Refusal
from trangtin.importer.session import Imported, Session
from trangtin.importer.surroundings import Surroundings
from trangtin.portal.references import number_key

_NEWS, _DOCUMENT = "tin", "van-ban"
_LOOKS_LIKE_NEWS = (
    "trông như một tin (không có Quốc hiệu, số, tên loại, nơi nhận, người ký) nên thành bản nháp tin; "
    "là văn bản thì chạy lại với --as van-ban"
)
_MOST_NAMED = 12
_NOTHING_LEFT = "không còn gì phải rà: sẽ được đăng khi đưa vào kho"
"""Said of a draft without `review`: nothing but a person who reads it stands before its publication."""


class _Named(click.Path):
    """A path that is not empty: Python takes an empty one for the working folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path, or a message where nothing was given, as by a variable of the shell that is not set."""
        if not str(value).strip():
            self.fail("tên tệp để trống; muốn nhập cả thư mục hiện tại thì ghi .", param, ctx)
        return super().convert(value, param, ctx)


@click.command("import")
@click.option("--campaign", metavar="SLUG", help="Phong trào mà văn bản thuộc về (tên thư mục trong plans/<năm>/).")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Thư mục ghi tệp .md, thay cho plans/.")
@click.option("--dry-run", is_flag=True, help="Chỉ cho xem sẽ ghi gì, không ghi.")
@click.option("--ocr", is_flag=True, help="Nhận dạng chữ trong bản quét (cần tesseract); mọi mục phải rà lại.")
@click.option(
    "--as",
    "shape",
    type=click.Choice([_NEWS, _DOCUMENT]),
    help="Nhập thành tin hay văn bản; không ghi thì xét theo thể thức của tệp.",
)
@click.argument("paths", metavar="TỆP…", nargs=-1, required=True, type=_Named(path_type=Path))
def import_files(
    campaign: str | None, out: Path | None, dry_run: bool, ocr: bool, shape: str | None, paths: tuple[Path, ...]
) -> None:
    """Từ tệp Word, PDF, văn bản thuần (hoặc thư mục, tệp .zip) thành bản nháp .md có ghi việc cần rà.

    Tệp không có Quốc hiệu, số, tên loại, nơi nhận, người ký thành bản nháp tin, ảnh trong tệp đứng cạnh bài.

    Không ghi đè tệp nào. Mã thoát: 0 nhập hết, 1 có tệp không nhập được, 2 dùng sai lệnh.
    """
    for path in paths:
        if not path.exists():
            raise click.UsageError(f"không có tệp hay thư mục '{path}'")
    session = _session(campaign, out, ocr, None if shape is None else shape == _NEWS)
    try:
        intake = intake_of(paths, pictures=ocr)
    except Refusal as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(1)
    sources = intake.sources
    if not sources:
        raise click.UsageError("không thấy tệp nào nhập được (.docx, .pdf, .txt, .md, .doc, .rtf)")
    label = "Đang nhập"
    with click.progressbar(sources, label=label, file=sys.stderr, hidden=not _shows_progress(sources)) as bar:
        outcomes = [_outcome(session, source, dry_run) for source in bar]
    click.echo("\n\n".join(each.report for each in outcomes))
    if len(outcomes) > 1:
        click.echo(f"\n{_table([each.row for each in outcomes])}")
    refused, same = sum(each.is_refused for each in outcomes), sum(each.is_old for each in outcomes)
    done = len(outcomes) - refused - same
    verb = "sẽ nhập" if dry_run else "đã nhập"
    before = f"{number_text(same)} bài đã có từ trước, " if same else ""
    click.echo(f"\n{verb.capitalize()} {number_text(done)} bài, {before}{number_text(refused)} tệp không nhập được.")
    if intake.passed_over:
        count, named = number_text(len(intake.passed_over)), listing(intake.passed_over, _MOST_NAMED, "tệp")
        click.echo(f"Bỏ qua {count} tệp không nhập được thành bài: {named}.")
    if ready := [each.row[1] for each in outcomes if each.is_ready]:
        click.echo(f"{number_text(len(ready))} bài {_NOTHING_LEFT}: {', '.join(ready)}.")
    sys.exit(1 if refused else 0)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one file."""

    row: tuple[str, ...]
    """Its line in the table: the file, the draft or what is in its place, number, day, points to review."""
    report: str
    is_refused: bool = False
    is_old: bool = False
    """Its draft stood there already, the same."""
    is_ready: bool = False
    """Nothing is left to review."""


def _outcome(session: Session, source: Source, dry_run: bool) -> _Outcome:
    """Import one file; never over another, and never raising for what the file holds."""

    def without_draft(word: str, report: str, *, is_old: bool = False) -> _Outcome:
        row = (source.file_name, word, "", "", "")
        return _Outcome(row, f"{source.name}: {report}", is_refused=not is_old, is_old=is_old)

    try:
        imported = session.take(source)
        if imported.delivery.is_done:
            there = shown_path(imported.delivery.document)
            report = f"đã có {there}, giống hệt bản sắp ghi → không phải làm gì thêm"
            return without_draft("đã có từ trước", report, is_old=True)
        imported.delivery.check()
        if not dry_run:
            imported.delivery.write()
    except Refusal as refusal:
        return without_draft("không nhập", str(refusal))
    except OSError as error:
        report = f"không ghi được ({reason_of(error)}) → kiểm tra quyền ghi và chỗ trống"
        return without_draft("không ghi được", report)
    return _Outcome(_row(source, imported), _report(source, imported, dry_run), is_ready=not imported.review)


def _shows_progress(sources: Sequence[Source]) -> bool:
    return len(sources) > 1 and sys.stderr.isatty()


def _session(campaign: str | None, out: Path | None, ocr: bool, as_news: bool | None) -> Session:
    project = _project(out)
    if project is None and out is None:
        raise click.UsageError("không thấy mkdocs.yml; chạy lệnh trong thư mục của trang, hoặc dùng --out THƯ-MỤC")
    day = asked_today()
    if project is None:
        return Session(Surroundings(campaign=campaign), day, out, as_news=as_news, ocr=ocr)
    news = project.root / project.config.layout.docs / NEWS_FOLDER
    settings = project.config.settings
    plans = project.root / project.config.layout.plans
    folder = _campaign_folder(plans, campaign) if campaign else None
    around = Surroundings(
        own_names=settings.unit.all_names if settings else (),
        units=_units(project),
        holds=_holder(project),
        # Inside its folder a document belongs to the campaign without saying so.
        campaign=campaign if out is not None else None,
    )
    return Session(around, day, out, plans, news, as_news, folder, ocr)


def _project(out: Path | None) -> Project | None:
    """The portal around the folder to write to, else around the working folder."""
    file = (nearest_config(out.resolve()) if out else None) or nearest_config()
    return find_project(file) if file else None


def _units(project: Project) -> dict[str, str]:
    folder = project.root / project.config.layout.docs / UNITS_FOLDER
    found: dict[str, str] = {}
    for file in sorted(folder.glob("*.md")):
        entry, _ = read_file(file, f"{project.config.layout.docs}/{UNITS_FOLDER}/{file.name}", Unit)
        if entry is not None:
            found[file.stem] = one_line(entry.head.unit.name)
    return found


def _holder(project: Project) -> Callable[[str], bool]:
    """Says whether a document of the portal has a number; the documents are read when it is first asked."""

    @cache
    def numbers() -> frozenset[object]:
        plans = project.root / project.config.layout.plans
        entries = (
            read_file(file, file.relative_to(project.root).as_posix(), Document)[0] for file in plans.rglob("*.md")
        )
        return frozenset(number_key(entry.head.number.text) for entry in entries if entry and entry.head.number)

    return lambda number: number_key(number) in numbers()


def _campaign_folder(plans: Path, slug: str) -> Path:
    folders = {index.parent.name: index.parent for index in sorted(plans.glob("*/*/index.md"))}
    if slug in folders:
        return folders[slug]
    hint = did_you_mean(nearest(slug, folders), f"các phong trào có: {', '.join(folders) or 'chưa có'}")
    raise click.UsageError(f"không có phong trào '{slug}'; {hint}")


def _report(source: Source, imported: Imported, dry_run: bool) -> str:
    delivery = imported.delivery
    arrow = "sẽ ghi" if dry_run else "đã ghi"
    files = ", ".join(file.path.name for file in delivery.files)
    beside = f", {'ảnh' if imported.draft.is_news else 'tệp gốc'} {files}" if files else ""
    lines = [f"{source.name} → {arrow} {shown_path(delivery.document)}{beside}"]
    lines += [f"  {_LOOKS_LIKE_NEWS}"] if imported.draft.is_news else []
    lines += [f"  lưu ý: {text}" for text in imported.draft.news]
    if imported.review:
        where = "ở đầu bài, dấu ✎" if imported.draft.is_news else "trong 'review'"
        lines.append(f"  cần rà {len(imported.review)} việc (ghi {where}):")
        lines += [f"  - {text}" for text in imported.review]
    else:
        lines.append(f"  {_NOTHING_LEFT}; hãy đối chiếu với bản in trước đó")
    if dry_run:
        lines += ["", delivery.text.split("\n---\n", 1)[0] + "\n---"]
    return "\n".join(lines)


def _row(source: Source, imported: Imported) -> tuple[str, ...]:
    head = imported.draft.head
    day = head.get("date")
    return (
        source.file_name,
        imported.delivery.document.name,
        str(head.get("number") or "-"),
        str(day or "-"),
        str(len(imported.review)),
    )


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    titles = ("Tệp gốc", "Văn bản", "Số, ký hiệu", "Ngày", "Cần rà")
    widths = [min(max(len(row[place]) for row in (titles, *rows)), 40) for place in range(len(titles))]
    lines = [
        "  ".join(text[:width].ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()
        for row in (titles, *rows)
    ]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])
