"""The command `trangtin`."""

from __future__ import annotations

import io
import os
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from trangtin.cli.check import check
from trangtin.cli.desk import FORMS, desk_listing
from trangtin.cli.editing import cms
from trangtin.cli.host_words import VietnameseFormatter, in_vietnamese
from trangtin.cli.importing import import_files
from trangtin.cli.init import init
from trangtin.cli.migrating import import_nukeviet
from trangtin.cli.new import new
from trangtin.cli.project import CONFIG_OPTION
from trangtin.cli.publish import publish
from trangtin.cli.reminding import remind
from trangtin.cli.reporting import report
from trangtin.cli.schema import schema
from trangtin.cli.server import server
from trangtin.cli.verify import verify
from trangtin.cli.vietnamese import speak_vietnamese, tell
from trangtin.content.place import is_web
from trangtin.content.settings import DRAFTS, PREVIEW


class _Program(click.Group):
    """The group of commands, speaking UTF-8 into pipes and files too, where Windows would choose a code page."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **options: Any,
    ) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8")
        speak_vietnamese(self)
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **options)
        except click.ClickException as error:
            if not standalone_mode:
                raise
            tell(error)
            sys.exit(error.exit_code)
        except click.Abort:
            if not standalone_mode:
                raise
            click.echo("Đã dừng.", err=True)
            sys.exit(1)
        return sys.exit(code if isinstance(code, int) else 0) if standalone_mode else code


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="trangtin")
def main() -> None:
    """Trang thông tin điện tử của đơn vị công, từ các tệp Markdown."""


main.add_command(init)
main.add_command(new)
main.add_command(check)
main.add_command(import_files)
main.add_command(import_nukeviet)
main.add_command(publish)
main.add_command(server)
main.add_command(remind)
main.add_command(report)
main.add_command(verify)
main.add_command(schema)
main.add_command(cms)


@main.command()
@CONFIG_OPTION
@click.option("-d", "--site-dir", type=click.Path(path_type=Path), help="Thư mục ghi trang (mặc định: site).")
@click.option(
    "--preview",
    is_flag=True,
    help="Bản xem thử, ghi vào xem-thu/: có cả bản nháp, mọi trang có lời báo, máy tìm kiếm không lập chỉ mục.",
)
@click.option("--base", metavar="URL", help="Địa chỉ sẽ đặt bản xem thử, ví dụ https://xem-thu.mau.example/12/.")
def build(config_file: Path | None, site_dir: Path | None, preview: bool, base: str | None) -> None:
    """Dựng trang (như mkdocs build --strict)."""
    os.environ.pop(PREVIEW, None)  # nothing but the option makes a preview
    if preview:
        os.environ[PREVIEW] = _folder_address(base) if base else ""
        site_dir = site_dir or Path("xem-thu")
    elif base is not None:
        raise click.UsageError("--base chỉ dùng cùng --preview; địa chỉ trang chính thức là site_url trong mkdocs.yml")
    _mkdocs("build", "--strict", *_option("-f", config_file), *_option("-d", site_dir))


@main.command()
@CONFIG_OPTION
@click.option("-a", "--dev-addr", help="Địa chỉ và cổng, ví dụ 127.0.0.1:8000.")
@click.option("--drafts", is_flag=True, help="Hiện cả bản nháp và văn bản còn việc cần rà, có đánh dấu.")
def serve(config_file: Path | None, dev_addr: str | None, drafts: bool) -> None:
    """Xem thử trên máy này; trang tự tải lại khi tệp đổi."""
    if drafts:
        os.environ[DRAFTS] = "1"
    free = free_address()
    usual = free == MKDOCS_ADDRESS  # then `dev_addr` of mkdocs.yml still counts
    _mkdocs("serve", *_option("-f", config_file), *_option("-a", dev_addr or (None if usual else free)))


@main.command()
@CONFIG_OPTION
@click.option("-a", "--dev-addr", help="Địa chỉ và cổng của bản xem thử, ví dụ 127.0.0.1:8000.")
@click.option("--format", "form", type=click.Choice(FORMS), help="In ra màn hình, không mở bản xem thử.")
@click.pass_context
def desk(context: click.Context, config_file: Path | None, dev_addr: str | None, form: str | None) -> None:
    """Bảng biên tập: mọi nội dung và tình trạng, việc đến hạn, văn bản chờ đăng.

    Không có --format thì chạy bản xem thử như trangtin serve và in địa chỉ của bảng; bảng chỉ có trên máy này. Mã thoát
    với --format: 0 đã in, 2 dùng sai lệnh.
    """
    if form is None:
        context.invoke(serve, config_file=config_file, dev_addr=dev_addr, drafts=False)
    else:
        click.echo(desk_listing(config_file, form), nl=False)


MKDOCS_ADDRESS = "127.0.0.1:8000"


def free_address(first: int = 8000, last: int = 8019) -> str:
    """The first free port of this machine from 8000 on: a second preview must not end in an error."""
    for port in range(first, last + 1):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return f"127.0.0.1:{port}"
    raise click.ClickException(f"các cổng {first}-{last} đều đang bận; dùng -a 127.0.0.1:CỔNG")


def _folder_address(address: str) -> str:
    if not is_web(address):
        raise click.UsageError(f"--base '{address}' không phải là địa chỉ trang; viết đủ https://…")
    return f"{address.rstrip('/')}/"


def _option(flag: str, value: object) -> tuple[str, ...]:
    return () if value is None else (flag, str(value))


def _mkdocs(*arguments: str) -> None:
    # Material prints a notice about its own future into every build; an editor can do nothing about it.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.__main__ import State, cli  # imported late: `check` must work without MkDocs

    new_state: Callable[[], State] = State  # mypy: its maker has no types
    state = new_state()
    state.stream.setFormatter(VietnameseFormatter())
    try:
        # --color: whether there are colours is the formatter's to say; without it MkDocs would set one of its own.
        cli(["--color", *arguments], prog_name="mkdocs", obj=state, standalone_mode=False)
    except click.ClickException as error:  # MkDocs has told of everything before it gives up
        click.echo(f"\n{in_vietnamese(error.format_message())}", err=True)
        sys.exit(error.exit_code)
