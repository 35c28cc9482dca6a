"""The option that names `mkdocs.yml`, the same for every command."""

from __future__ import annotations

from pathlib import Path

import click

CONFIG_OPTION = click.option(
    "-f", "--config-file", type=click.Path(path_type=Path), help="Tệp mkdocs.yml (mặc định: tìm từ thư mục hiện tại)."
)
