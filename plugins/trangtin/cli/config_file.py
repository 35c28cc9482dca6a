"""Which `mkdocs.yml` a command means: the option that names it, the same for all, and the search without it."""

from __future__ import annotations

from pathlib import Path

import click

_CONFIG = "mkdocs.yml"
"""As `content.options.configuration` has it, which takes longer to import than a build in which nothing changed."""

CONFIG_OPTION = click.option(
    "-f", "--config-file", type=click.Path(path_type=Path), help="Tệp mkdocs.yml (mặc định: tìm từ thư mục hiện tại)."
)


def nearest_config(folder: Path | None = None) -> Path | None:
    """The nearest `mkdocs.yml` at or above a folder, else the working folder; None where there is none."""
    here = folder or Path.cwd()
    return next((each / _CONFIG for each in (here, *here.parents) if (each / _CONFIG).is_file()), None)
