"""The command `schema`: JSON Schema of every kind of file, for editors and other programs."""

from __future__ import annotations

from pathlib import Path

import click

from trangtin.cli.json_text import json_text
from trangtin.content.writing.json_schema import schemas
from trangtin.disk.whole_file import write_whole


@click.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Thư mục ghi tệp <loại>.schema.json.")
def schema(out: Path | None) -> None:
    """Viết JSON Schema của từng loại tệp và của mkdocs.yml; không có --out thì in ra tất cả."""
    found = schemas()
    if out is None:
        click.echo(json_text(found))
        return
    for name, each in found.items():
        file = out / f"{name}.schema.json"
        write_whole(file, f"{json_text(each)}\n".encode())
        click.echo(f"Đã ghi {file}")
