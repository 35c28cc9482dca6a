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

from trangtin.content.dates import today_in_vietnam
from trangtin.content.problem import Problem
from trangtin.content.settings import PortalConfig, PortalUnit, Settings, read_config
from trangtin.repository import check_portal

CONFIG = "mkdocs.yml"
CONFIG_OPTION = click.option(
    "-f", "--config-file", type=click.Path(path_type=Path), help="Tệp mkdocs.yml (mặc định: tìm từ thư mục hiện tại)."
)


@dataclass(frozen=True)
class Project:
    """The folder of a portal and what its `mkdocs.yml` says."""

    root: Path
    config: PortalConfig

    def problems(self, looked_at: Callable[[str], bool] = lambda _: True) -> tuple[Problem, ...]:
        """Everything wrong in the configuration and the content, in order; texts and files of what is `looked_at`."""
        # Content is read even when the configuration is not: an editor sees all problems at once.
        settings = self.config.settings or Settings(unit=PortalUnit(name="?"))
        return check_portal(
            self.root, self.config, settings, today(), is_excluded=self.is_excluded, looked_at=looked_at
        )

    @cached_property
    def is_excluded(self) -> Callable[[str], bool]:
        """Tells of a path whether MkDocs is told to leave it out."""
        excluded = GitIgnoreSpec.from_lines(self.config.excluded)
        docs = f"{self.config.layout.docs}/"
        return lambda path: path.startswith(docs) and excluded.match_file(path.removeprefix(docs))


def today() -> date:
    """The day every command goes by."""
    try:
        return today_in_vietnam(os.environ)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def find_project(config_file: Path | None) -> Project:
    """The project of `config_file`, else of the nearest `mkdocs.yml` at or above the working folder."""
    file = config_file or _nearest(Path.cwd())
    if file is None or not file.is_file():
        raise click.UsageError(f"không thấy {config_file or CONFIG}; chạy lệnh trong thư mục của trang hoặc dùng -f")
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise click.UsageError(f"{file.name} không phải là UTF-8; lưu lại tệp ở mã UTF-8") from None
    return Project(file.resolve().parent, read_config(text, file.name))


def _nearest(start: Path) -> Path | None:
    return next((folder / CONFIG for folder in (start, *start.parents) if (folder / CONFIG).is_file()), None)
