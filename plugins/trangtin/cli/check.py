"""The command `check`: everything wrong or odd in the content, and the safe part of it mended on request."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath

import click

from trangtin.cli.config_file import CONFIG_OPTION
from trangtin.cli.project import Project, find_project
from trangtin.cli.reports import FORMATS, as_pages
from trangtin.content.problem import errors
from trangtin.content.text import normalise
from trangtin.disk.whole_file import write_whole
from trangtin.mending import mend_files


def _form_and_file(value: str) -> tuple[str, Path]:
    """`gitlab=bao-cao/codequality.json`."""
    form, _, file = value.partition("=")
    if form not in FORMATS or not file:
        raise click.BadParameter(f"'{value}' phải là DẠNG=TỆP, dạng là một trong: {', '.join(FORMATS)}")
    return form, Path(file)


@click.command()
@CONFIG_OPTION
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="Dạng kết quả (mặc định: text, ở cửa sổ dòng lệnh thì xếp theo tệp).",
)
@click.option(
    "--also",
    metavar="DẠNG=TỆP",
    multiple=True,
    callback=lambda _context, _option, values: tuple(map(_form_and_file, values)),
    help="Ghi cùng kết quả ở dạng khác vào tệp, ví dụ gitlab=bao-cao/codequality.json; dùng được nhiều lần.",
)
@click.option(
    "--fix",
    is_flag=True,
    help="Sửa giúp chỗ an toàn: chữ về NFC, dấu cách, dấu nháy, thứ tự khóa. Không sửa nội dung văn bản đã ban hành.",
)
@click.argument("paths", metavar="[ĐƯỜNG-DẪN]…", nargs=-1, type=click.Path(path_type=Path))
def check(
    config_file: Path | None, form: str | None, also: tuple[tuple[str, Path], ...], fix: bool, paths: tuple[Path, ...]
) -> None:
    """Rà toàn bộ nội dung, báo mọi lỗi một lượt. Mã thoát: 0 sạch, 1 có lỗi, 2 dùng sai lệnh.

    Nêu tên tệp, thư mục thì chỉ đọc kỹ và chỉ báo phần ấy, nhưng vẫn đối chiếu với cả trang (số trùng, liên kết …);
    nêu tên tệp đính kèm thì báo các bài cùng thư mục.
    """
    project = find_project(config_file)
    wanted = _wanted(project, paths)
    # A changed attachment is judged where a page names it, and that lies beside it.
    beside = {path.parent for path in wanted if path.suffix not in {".md", ".yml", ""}}

    def is_wanted(path: str) -> bool:
        place = PurePosixPath(path)
        return not wanted or place.parent in beside or any(place.is_relative_to(each) for each in wanted)

    if fix:
        _fix(project, is_wanted)
    problems = tuple(problem for problem in project.problems(is_wanted) if is_wanted(problem.path))
    # A terminal gets colours and groups; a pipe gets one line for each problem, as other programs read it.
    at_terminal = form is None and sys.stdout.isatty()
    click.echo(as_pages(problems) if at_terminal else FORMATS[form or "text"](problems))
    for other, file in also:
        _write(file, f"{FORMATS[other](problems)}\n".encode())
    sys.exit(1 if errors(problems) else 0)


def _write(file: Path, data: bytes) -> None:
    """Write a report; what is a link, a device or a pipe (`/dev/stdout`) is written into, not replaced."""
    if file.is_symlink() or (file.exists() and not file.is_file()):
        file.write_bytes(data)
    else:
        write_whole(file, data)


def _wanted(project: Project, paths: Sequence[Path]) -> list[PurePosixPath]:
    wanted: list[PurePosixPath] = []
    for path in paths:
        full = path.resolve()
        if not full.exists():
            raise click.UsageError(f"không có tệp hay thư mục '{path}'")
        if not full.is_relative_to(project.root):
            raise click.UsageError(f"'{path}' nằm ngoài thư mục của trang")
        wanted.append(PurePosixPath(normalise(full.relative_to(project.root).as_posix())))
    return wanted


def _fix(project: Project, is_wanted: Callable[[str], bool]) -> None:
    """Mend, and say what was done on the error stream: the report on standard output stays a report."""
    for mended in mend_files(
        project.root, project.config.layout, lambda path: is_wanted(path) and not project.is_excluded(path)
    ):
        click.echo(f"{mended.path}: đã sửa: {'; '.join(mended.done)}", err=True)
        for line in filter(None, mended.diff.split("\n")):  # nothing may be left to show
            click.secho(f"  {line}", err=True, fg="red" if line.startswith("-") else "green")
