"""The commands that run MkDocs: `build` and `serve`."""

from __future__ import annotations

import logging
import os
import re
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import click

from trangtin.cli.config_file import CONFIG_OPTION, nearest_config
from trangtin.cli.host_words import PLUGIN, Notices, VietnameseFormatter, in_vietnamese
from trangtin.content.options.build_variables import COMPRESS, DRAFTS, PREVIEW
from trangtin.standing.last_build import LastBuild

_SAYS_ADDRESS = re.compile(r"^(?:dev_addr|INHERIT)\s*:", re.MULTILINE)
"""The address of the preview is set in `mkdocs.yml`, or perhaps in one that it builds on."""


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
@click.option("--force", is_flag=True, help="Dựng lại, xét lại mọi trang, dù không có gì thay đổi từ lần dựng trước.")
def build(
    config_file: Path | None, site_dir: Path | None, preview: bool, compress: bool, base: str | None, force: bool
) -> None:
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
    config_file = config_file or nearest_config()
    arguments = ("build", "--strict", *_option("-f", config_file), *_option("-d", site_dir))
    if preview or config_file is None:  # seldom made twice, and with drafts: nothing is written down of it
        _refuse(config_file)
        _mkdocs(*arguments)
        return
    last = LastBuild(config_file, site_dir, os.environ)
    if force:
        last.forget()
    said = None if force else last.messages()
    if said is None:
        _refuse(config_file)
        with last.replaced() as keep:
            keep(_mkdocs(*arguments))
        return
    for line in said:
        click.echo(line, err=True)
    click.echo(f"Không có gì thay đổi từ lần dựng trước: trang web ở {last.site} vẫn đúng.", err=True)


@click.command()
@CONFIG_OPTION
@click.option("-a", "--dev-addr", help="Địa chỉ và cổng, ví dụ 127.0.0.1:8000.")
@click.option("--drafts", is_flag=True, help="Hiện cả bản nháp và văn bản còn việc cần rà, có đánh dấu.")
def serve(config_file: Path | None, dev_addr: str | None, drafts: bool) -> None:
    """Xem thử trên máy này; trang tự tải lại khi tệp đổi."""
    if drafts:
        os.environ[DRAFTS] = "1"
    config_file = config_file or nearest_config()
    _refuse(config_file)
    if dev_addr is None and not _says_address(config_file):
        dev_addr = free_address()
    _mkdocs("serve", *_option("-f", config_file), *_option("-a", dev_addr))


def _refuse(config_file: Path | None) -> None:
    """End here where `mkdocs.yml` has faults that MkDocs would tell in English, and without a line."""
    # Imported late: a build that has nothing to do is not to wait.
    from trangtin.content.options.configuration import read_config
    from trangtin.content.problem import in_order

    if config_file is None or (text := _text_of(config_file)) is None:
        return
    # Of the options our plugin tells by itself, once it has what `INHERIT`, tags and hooks make of them.
    if faults := read_config(text, config_file.name).stopping(config_file.parent):
        click.echo("\n".join(["Cấu hình có lỗi:", *map(str, in_order(faults))]), err=True)
        click.echo(f"\n{in_vietnamese('Aborted with a BuildError!')}", err=True)
        sys.exit(1)


def _says_address(config_file: Path | None) -> bool:
    text = _text_of(config_file) if config_file is not None else None
    return text is not None and _SAYS_ADDRESS.search(text) is not None


def _text_of(config_file: Path) -> str | None:
    """None where it cannot be read: MkDocs says what is wrong with it."""
    try:
        return config_file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None


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
    # With all kinds of values: a build that has nothing to do is not to wait.
    from trangtin.content.values.place import is_web

    if not is_web(address):
        raise click.UsageError(f"--base '{address}' không phải là địa chỉ trang; viết đủ https://…")
    return f"{address.rstrip('/')}/"


def _option(flag: str, value: object) -> tuple[str, ...]:
    return () if value is None else (flag, str(value))


def _mkdocs(*arguments: str) -> tuple[str, ...]:
    """Run MkDocs and return the messages of our plugin. Ends the program where MkDocs gives up."""
    # Material prints a notice about its own future into every build; an editor can do nothing about it.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.__main__ import State, cli  # imported late: `check` must work without MkDocs

    new_state: Callable[[], State] = State  # mypy: its maker has no types
    state = new_state()
    state.stream.setFormatter(VietnameseFormatter())
    logging.getLogger(PLUGIN).addHandler(notices := Notices())
    try:
        # --color: whether there are colours is the formatter's to say; without it MkDocs would set one of its own.
        cli(["--color", *arguments], prog_name="mkdocs", obj=state, standalone_mode=False)
    except click.ClickException as error:  # MkDocs has told of everything before it gives up
        click.echo(f"\n{in_vietnamese(error.format_message())}", err=True)
        sys.exit(error.exit_code)
    return tuple(notices.lines)
