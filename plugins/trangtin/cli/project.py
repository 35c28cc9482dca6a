"""Finds the portal's folder and opens it, for every command alike."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import click
from pathspec import GitIgnoreSpec

from trangtin.cli.config_file import nearest_config
from trangtin.content.award import AwardRules
from trangtin.content.options.configuration import CONFIG, PortalConfig, read_config
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.options.settings import Settings
from trangtin.content.problem import Problem
from trangtin.content.values.dates import parse_date, today_in_vietnam
from trangtin.repository import Repository, check_portal, open_portal


@dataclass(frozen=True)
class Project:
    """The folder of a portal and what its `mkdocs.yml` says."""

    root: Path
    config: PortalConfig

    def problems(self, looked_at: Callable[[str], bool] = lambda _: True) -> tuple[Problem, ...]:
        """Everything wrong in configuration and content, in order; of texts and files only those `looked_at`."""
        # Content is read even when the configuration is not: an editor sees all problems at once.
        today, excluded = asked_today(), self.is_excluded
        return check_portal(self.root, self.config, self.settings, today, is_excluded=excluded, looked_at=looked_at)

    @property
    def settings(self) -> Settings:
        """The options, as far as they can be read; else those of a unit without name and without forms of awards."""
        unknown = Settings(unit=PortalUnit(name="?"), awards=AwardRules(forms=()))
        return self.config.settings or self.config.salvaged or unknown

    def repository(self) -> Repository:
        """The portal as it stands today, with what it was read from; its options must be right."""
        settings = self.config.settings
        if settings is None:
            raise click.UsageError("\n".join(["cấu hình có lỗi:", *map(str, self.config.problems)]))
        return open_portal(
            self.root,
            self.config.layout,
            settings,
            asked_today(),
            self.config.problems,
            linked=self.config.linked,
            is_excluded=self.is_excluded,
        )

    @cached_property
    def is_excluded(self) -> Callable[[str], bool]:
        """Whether MkDocs is configured to leave out a path."""
        excluded = GitIgnoreSpec.from_lines(self.config.excluded)
        docs = f"{self.config.layout.docs}/"
        return lambda path: path.startswith(docs) and excluded.match_file(path.removeprefix(docs))


def find_project(config_file: Path | None) -> Project:
    """The project of `config_file`, else of the nearest `mkdocs.yml` at or above the working folder."""
    file = config_file or nearest_config()
    if file is None or not file.is_file():
        raise click.UsageError(f"không thấy {config_file or CONFIG}; chạy lệnh trong thư mục của trang hoặc dùng -f")
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise click.UsageError(f"{file.name} không phải là UTF-8; lưu lại tệp ở mã UTF-8") from None
    return Project(file.resolve().parent, read_config(text, file.name))


def asked_today() -> date:
    """The day every command takes for today: `TRANGTIN_TODAY`, else today in Vietnam."""
    try:
        return today_in_vietnam(os.environ)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def shown_path(path: Path) -> str:
    """A path for messages: relative to the working folder where it lies below it, else as it was given."""
    here = Path.cwd()
    full = path.resolve()
    return full.relative_to(here).as_posix() if full.is_relative_to(here) else str(path)


def refuse_other_files(folder: Path, sign: str) -> None:
    """Raise UsageError where a folder holds files, but not `sign`, the file by which this program knows its own."""
    if folder.is_dir() and any(folder.iterdir()) and not (folder / sign).is_file():
        raise click.UsageError(f"{shown_path(folder)} đã có tệp khác; chọn thư mục trống")


class Day(click.ParamType[date]):
    """A day as people write it on a command line: `20/4/2021` or `2021-04-20`."""

    name = "ngày"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a message that says how to write it."""
        if isinstance(value, date):
            return value
        try:
            return parse_date(value)
        except ValueError as error:
            self.fail(f"'{value}': {error}; viết như 20/4/2021", param, ctx)
