"""The command `verify`: what a signed file is, or whether a published copy is what was published."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from trangtin.cli.json_text import json_text
from trangtin.cli.project import asked_today, find_project
from trangtin.content.problem import Severity
from trangtin.content.values.quantity import number_text
from trangtin.repository import TRUST
from trangtin.signing.files import files_in, signatures_beside, signed_by
from trangtin.signing.findings import Finding, findings_of, unreadable
from trangtin.signing.manifest import check_site, is_site
from trangtin.signing.validation.trust import TrustStore, read_trust
from trangtin.signing.validation.verdict import FileState
from trangtin.signing.wording import as_lines, as_record, problem_line, problem_record

_GOOD = (FileState.UNSIGNED, FileState.INTACT)


@click.command()
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Dạng kết quả."
)
@click.option(
    "--trust",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Thư mục chứng thư tin cậy: roots/, intermediates/, crls/ (mặc định: trust/ của trang).",
)
@click.option("--allow-sha1", is_flag=True, help="Chấp nhận cơ quan chứng thực còn dùng SHA-1; nơi dùng được nêu rõ.")
@click.argument("paths", metavar="ĐƯỜNG-DẪN…", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
def verify(form: str, trust: Path | None, allow_sha1: bool, paths: tuple[Path, ...]) -> None:
    """Kiểm tra chữ ký số và nội dung tệp, hoặc cả thư mục trang đã đăng. Không dùng mạng.

    Mã thoát: 0 không có gì sai, 1 có tệp sai, 2 dùng sai lệnh.
    """
    store = read_trust(trust or _own_trust(), allow_sha1=allow_sha1)
    for name in store.unreadable:
        click.echo(f"{name}: không phải chứng thư hay danh sách thu hồi, bỏ qua", err=True)
    today = asked_today()
    records: list[dict[str, Any]] = []
    blocks: list[str] = []
    wrong = 0
    for path in paths:
        is_whole = is_site(path)
        checked = list(_site(path) if is_whole else _files(path, store, today))
        faults = sum(is_wrong for is_wrong, _, _ in checked)
        wrong += faults
        records += [record for _, record, _ in checked]
        blocks += [lines for _, _, lines in checked if lines]
        if is_whole and not faults:
            count = len(checked)
            whole = f"kể cả manifest.json là {number_text(count + 1)} tệp"
            blocks.append(f"{path}: {number_text(count)} tệp, tất cả khớp manifest.json ({whole}).")
    if form == "json":
        click.echo(json_text(records))
    else:
        roots = store.listing() or ("(chưa có: mọi người ký đều là chưa xác định)",)
        click.echo("Chứng thư gốc được tin cậy, đối chiếu vân tay với trang của cơ quan chứng thực:")
        click.echo("\n".join(f"  {line}" for line in roots))
        click.echo("\n\n".join(["", *blocks]))
        click.echo(f"\n{number_text(len(records))} tệp, {number_text(wrong)} tệp có lỗi.")
    sys.exit(1 if wrong else 0)


def _own_trust() -> Path | None:
    try:
        return find_project(None).root / TRUST
    except click.UsageError:
        return None  # any file may be checked anywhere


def _files(path: Path, store: TrustStore, today: date) -> Iterator[tuple[bool, dict[str, Any], str]]:
    from trangtin.signing.reading import read_file_report  # heavy: not for the other commands

    for file in files_in(path):
        name, beside = file.as_posix(), signed_by(file)
        try:
            data, content = file.read_bytes(), beside.read_bytes() if beside else None
        except OSError as error:
            yield _unopened(name, None, unreadable(error))
            continue
        report = read_file_report(data, store, signed_content=content).on(today)
        found = findings_of(report, file.name)
        is_wrong = report.state not in _GOOD or any(each.severity is Severity.ERROR for each in found)
        signatures = [each.name for each in signatures_beside(file)]
        record = as_record(name, report, found, signatures)
        yield is_wrong, record, "\n".join(as_lines(name, report, found, signatures))


def _site(folder: Path) -> Iterator[tuple[bool, dict[str, Any], str]]:
    try:
        files = check_site(folder)
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {problem_line(unreadable(error))}") from None
    for file in files:
        yield _unopened((folder / file.path).as_posix(), file.sha256, file.finding)


def _unopened(path: str, sha256: str | None, finding: Finding | None) -> tuple[bool, dict[str, Any], str]:
    """The result for a file whose inside was not looked at."""
    found = [finding] if finding else []
    record = {
        "path": path,
        "sha256": sha256,
        "pages": None,
        "state": None,
        "signatures": [],
        "problems": [problem_record(each) for each in found],
    }
    return bool(found), record, "\n".join(f"{path}: {problem_line(each)}" for each in found)
