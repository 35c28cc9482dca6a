"""The command `desk`: the editors' desk, in a preview or on the screen."""

from __future__ import annotations

from pathlib import Path

import click

from trangtin.cli.building import serve
from trangtin.cli.config_file import CONFIG_OPTION
from trangtin.cli.json_text import json_text
from trangtin.cli.project import find_project
from trangtin.portal.desk import desk_of
from trangtin.views.for_editors.desk_listing import desk_record, desk_text

_FORMS = ("text", "json")


@click.command()
@CONFIG_OPTION
@click.option("-a", "--dev-addr", help="Địa chỉ và cổng của bản xem thử, ví dụ 127.0.0.1:8000.")
@click.option("--format", "form", type=click.Choice(_FORMS), help="In ra màn hình, không mở bản xem thử.")
@click.pass_context
def desk(context: click.Context, config_file: Path | None, dev_addr: str | None, form: str | None) -> None:
    """Bảng biên tập: mọi nội dung và tình trạng, việc đến hạn, văn bản chờ đăng.

    Không có --format thì chạy bản xem thử như trangtin serve --drafts và in địa chỉ của bảng; bảng chỉ có trên máy này.
    Mã thoát với --format: 0 đã in, 2 dùng sai lệnh.
    """
    if form is None:
        context.invoke(serve, config_file=config_file, dev_addr=dev_addr, drafts=True)
    else:
        click.echo(_listing(config_file, form), nl=False)


def _listing(config_file: Path | None, form: str) -> str:
    """The desk as text, or as JSON for another program."""
    repository = find_project(config_file).repository()
    items = desk_of(repository.reading, repository.portal, repository.portal.problems)
    if form == "text":
        return desk_text(items, repository.portal)
    return json_text(desk_record(items, repository.portal)) + "\n"
