"""What click says by itself, in Vietnamese: help pages and misuse, for every command alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

_HEADINGS = {"Options": "Tùy chọn", "Commands": "Các lệnh", "Arguments": "Tham số"}
_PHRASES = (
    (r"Show this message and exit\.", "Hiện hướng dẫn này rồi thoát."),
    (r"Show the version and exit\.", "Hiện phiên bản rồi thoát."),
    (r"\[OPTIONS\]", "[TÙY CHỌN]"),
    (r"COMMAND \[ARGS\]\.\.\.", "LỆNH …"),
    (r"\[default: (.+?)\]", r"[mặc định: \1]"),
    (r"\[required\]", "[phải có]"),
    (r"\(?Did you mean one of: (.+?)\?\)?$", r"→ có phải ý bạn là một trong: \1?"),
    (r"\(Possible options: (.+?)\)", r"→ có phải ý bạn là một trong: \1?"),
    (r"Did you mean '?([^'?]+?)'?\?", r"→ có phải ý bạn là '\1'?"),
    (r"No such command '(.+?)'\.?", r"không có lệnh '\1'."),
    (r"No such option:? '?([^'\s]+?)'?(?:\.(?=\s|$)|(?=\s|$))", r"không có tùy chọn \1"),
    (r"Missing command\.", "thiếu tên lệnh."),
    (r"Missing argument '(.+?)'\.?", r"thiếu tham số '\1'."),
    (r"Missing option '(.+?)'\.?", r"thiếu tùy chọn '\1'."),
    (r"Missing parameter: (\S+)", r"thiếu tham số \1"),
    (r"Choose from:", "Chọn một trong:"),
    (r"Invalid value for '(.+?)':", r"giá trị của '\1' không đúng:"),
    (r"Invalid value:", "giá trị không đúng:"),
    (r"(\S+) is not in the range x>=(\S+?)\.$", r"\1 không được nhỏ hơn \2."),
    (r"(\S+) is not in the range x>(\S+?)\.$", r"\1 phải lớn hơn \2."),
    (r"(\S+) is not in the range x<=(\S+?)\.$", r"\1 không được lớn hơn \2."),
    (r"(\S+) is not in the range (\S+?)<=x<=(\S+?)\.$", r"\1 không nằm trong khoảng từ \2 đến \3."),
    (r"(\S+) is not one of (.+?)\.$", r"\1 không thuộc các giá trị \2."),
    (r"(\S+) is not a valid (?:integer|integer range|float|number)\.", r"\1 không phải là số."),
    (r"(?:File|Directory|Path) (\S.*?) does not exist\.", r"không có \1."),
    (r"File (\S.*?) is a directory\.", r"\1 là thư mục, ở đây cần một tệp."),
    (r"Directory (\S.*?) is a file\.", r"\1 là tệp, ở đây cần một thư mục."),
    (r"(?:File|Directory|Path) (\S.*?) is not readable\.", r"không đọc được \1."),
    (r"Option '(.+?)' requires an argument\.", r"tùy chọn '\1' cần một giá trị đi sau."),
    (r"Option '(.+?)' does not take a value\.", r"tùy chọn '\1' không có giá trị đi sau."),
    (r"(?s)Got unexpected extra arguments? \((.*)\)", r"thừa tham số: \1"),
)


_KINDS = (
    (r"\b(?:INTEGER|FLOAT)(?: RANGE)?\b", "SỐ"),
    (r"\bTEXT\b", "CHỮ"),
    (r"\bPATH\b", "ĐƯỜNG-DẪN"),
    (r"\b(?:DIRECTORY|DIR)\b", "THƯ-MỤC"),
    (r"\b(?:FILENAME|FILE)\b", "TỆP"),
)
"""What click calls the values that options take."""


def in_vietnamese(text: str) -> str:
    """A sentence of click in Vietnamese; what is not click's stays as it is."""
    for pattern, words in _PHRASES:
        text = re.sub(pattern, words, text)
    return text


def _named(option: str) -> str:
    """An option with the kind of its value, as a help page lists it."""
    for pattern, word in _KINDS:
        option = re.sub(pattern, word, option)
    return option


class Formatter(click.HelpFormatter):
    """Writes help pages with our headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how the command is called."""
        super().write_usage(prog, in_vietnamese(args), prefix or "Cách dùng: ")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """A part of the page."""
        with super().section(_HEADINGS.get(name, name)):
            yield

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A list of names with what they are for."""
        super().write_dl([(_named(name), in_vietnamese(text)) for name, text in rows], col_max, col_spacing)


class Context(click.Context):
    """A call whose help is in Vietnamese."""

    formatter_class = Formatter


def speak_vietnamese(command: click.Command) -> None:
    """Have a command, and all below it, explain itself in Vietnamese."""
    command.context_class = Context
    for each in command.commands.values() if isinstance(command, click.Group) else ():
        speak_vietnamese(each)


def tell(error: click.ClickException) -> None:
    """Say on the error stream what was wrong, and where to read how the command is used."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return
    if isinstance(error, click.UsageError) and error.ctx is not None:
        click.echo(error.ctx.get_usage(), err=True)
        click.echo(f"Xem hướng dẫn: {error.ctx.command_path} --help\n", err=True)
    message = in_vietnamese(error.format_message())
    if isinstance(error, click.NoSuchOption) and not error.possibilities and error.ctx is not None:
        message = f"{message} → lệnh này có: {', '.join(_options(error.ctx))}"
    click.echo(f"Lỗi: {message}", err=True)


def _options(context: click.Context) -> Iterator[str]:
    """The long names of a command's options, as its help lists them."""
    for parameter in context.command.get_params(context):
        if isinstance(parameter, click.Option) and not parameter.hidden:
            yield max(parameter.opts, key=len)
