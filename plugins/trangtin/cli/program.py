"""The group of commands: each is imported when it is run, and listed without that."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pkgutil import resolve_name
from typing import Any

import click

from trangtin.cli.vietnamese import Context, speak_vietnamese, tell
from trangtin.disk.reasons import reason_of


class Later(click.Command):
    """Stands for a command in the list of commands, so that asking for one does not load what the others need."""

    def __init__(self, name: str, place: str, help: str) -> None:
        """`place` names the command as `module:object`; `help` begins as its own help does."""
        super().__init__(name, help=help)
        self._place = place

    def loaded(self) -> click.Command:
        """The command itself."""
        command = resolve_name(self._place)
        assert isinstance(command, click.Command), self._place
        speak_vietnamese(command)
        return command


class Program(click.Group):
    """The group of commands, speaking UTF-8 into pipes and files too, where Windows would choose a code page."""

    context_class = Context

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name, imported now."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, command.loaded() if isinstance(command, Later) else command, rest

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **options: Any,
    ) -> Any:
        """Run, and report failures in Vietnamese; the exit code is what the command returns, else 0."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8")
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **options)
        except click.ClickException as error:
            if not standalone_mode:
                raise
            tell(error)
            sys.exit(error.exit_code)
        except OSError as error:  # a disk that is full, a folder that nobody may write to: no fault of the program
            if not standalone_mode:
                raise
            where = f" '{error.filename}'" if error.filename else " kết quả"
            remedy = "xem chỗ trống trên đĩa và quyền đọc, ghi rồi chạy lại"
            click.echo(f"Lỗi: không đọc hoặc ghi được{where}: {reason_of(error)} → {remedy}", err=True)
            sys.exit(1)
        except click.Abort:
            if not standalone_mode:
                raise
            click.echo("Đã dừng.", err=True)
            sys.exit(1)
        return sys.exit(code if isinstance(code, int) else 0) if standalone_mode else code
