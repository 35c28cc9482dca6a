"""The commands that run MkDocs: `build` and `serve`."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import click

from trangtin.cli.host_words import VietnameseFormatter, in_vietnamese
from trangtin.cli.project import CONFIG_OPTION
from trangtin.content.place import is_web
from trangtin.content.settings import COMPRESS, DRAFTS, PREVIEW

MKDOCS_ADDRESS = "127.0.0.1:8000"


@click.command()
@CONFIG_OPTION
@click.option("-d", "--site-dir", type=click.Path(path_type=Path), help="Thư mục ghi trang (mặc định: site).")
@click.option(
    "--preview",
    is_flag=True,
    help="Bản xem thử, ghi vào xem-thu/: có cả bản nháp, mọi trang có lời báo, máy tìm kiếm không lập chỉ mục.",
)
@click.option("--compress", is_flag=True, help="Ghi bản nén (.gz, .br) cạnh từng tệp chữ, cho máy chủ gửi bản nén sẵn.")
@click.option("--base", metavar="URL", help="Địa chỉ sẽ đặt bản xem thử, ví dụ https://xem-thu.mau.example/12/.")
def build(config_file: Path | None, site_dir: Path | None, preview: bool, compress: bool, base: str | None) -> None:
    """Dựng trang (như mkdocs build --strict)."""
    os.environ.pop(PREVIEW, None)  # nothing but the option makes a preview
    os.environ.pop(COMPRESS, None)
    if compress:
        os.environ[COMPRESS] = "1"
    if preview:
        os.environ[PREVIEW] = _folder_address(base) if base else ""
        site_dir = site_dir or Path("xem-thu")
    elif base is not None:
        raise click.UsageError("--base chỉ dùng cùng --preview; địa chỉ trang chính thức là site_url trong mkdocs.yml")
    _mkdocs("build", "--strict", *_option("-f", config_file), *_option("-d", site_dir))


@click.command()
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
