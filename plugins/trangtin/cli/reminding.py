"""The command `remind`: what falls due, for a mail or a scheduled job."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from trangtin.cli.config_file import CONFIG_OPTION
from trangtin.cli.json_text import json_text
from trangtin.cli.project import find_project
from trangtin.views.for_editors.reminders import reminder_text, reminders_record


@click.command("remind")
@CONFIG_OPTION
@click.option(
    "--days", type=click.IntRange(0, 366), default=7, show_default=True, help="Nhắc trước bao nhiêu ngày (0: hôm nay)."
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="Dạng kết quả."
)
@click.option("--exit-code", "with_code", is_flag=True, help="Có việc phải nhắc thì mã thoát là 1.")
def remind(config_file: Path | None, days: int, form: str, with_code: bool) -> None:
    """Việc quá hạn, đến hạn của từng đơn vị: nhiệm vụ, công trình, mốc và hạn báo cáo của phong trào.

    Chỉ kể nội dung đã đăng, nên gửi thư được ngay. Mã thoát: 0 đã in, 2 dùng sai lệnh; thêm --exit-code thì 0 là không
    có việc nào, 1 là có việc.
    """
    portal = find_project(config_file).repository().portal
    record = reminders_record(portal, days)
    if form == "json":
        click.echo(json_text(record))
    else:
        click.echo(reminder_text(portal, days), nl=False)
    sys.exit(1 if with_code and record["units"] else 0)
