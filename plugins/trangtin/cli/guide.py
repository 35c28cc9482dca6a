"""The command `guide`: a problem explained, and the guides as files."""

from __future__ import annotations

from pathlib import Path

import click

from trangtin.cli.project import refuse_other_files, shown_path
from trangtin.disk.whole_file import write_whole
from trangtin.starter.guides import FIRST, GUIDES, explanation, guide_files


@click.command()
@click.argument("codes", metavar="[MÃ]…", nargs=-1)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Ghi mọi hướng dẫn ra thư mục này.")
def guide(codes: tuple[str, ...], out: Path | None) -> None:
    """Giải thích mã lỗi (trangtin guide TT303), hoặc ghi các hướng dẫn ra thư mục để đọc."""
    for number, code in enumerate(codes):
        found = explanation(code)
        if found is None:
            raise click.UsageError(f"không có mã '{code}'; mã có dạng TT303, đứng trước lời báo của 'trangtin check'")
        click.echo(f"\n{found}" if number else found)
    if out is not None:
        _write(out)
    elif not codes:
        click.echo("Các hướng dẫn kèm phần mềm này, đọc bằng trình soạn thảo bất kỳ:")
        click.echo("\n".join(f"  {name:<24}{about}" for name, about in GUIDES.items()))
        click.echo("\nGhi ra để đọc: trangtin guide --out huong-dan\nGiải thích một mã lỗi: trangtin guide TT303")


def _write(out: Path) -> None:
    """Write over older guides, never over anything else."""
    refuse_other_files(out, FIRST)
    for path, data in guide_files().items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        write_whole(out / path, data)
    click.echo(f"Đã ghi {len(GUIDES)} hướng dẫn vào {shown_path(out)}; bắt đầu từ {FIRST}.")
