"""Portals that `trangtin init` made, for tests of what is done with them."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from trangtin.cli.main import main

TODAY = "2026-11-21"


def trangtin(*words: object, typed: str | None = None) -> Result:
    """Runs the command; `typed` is what the person answers, a line for each question."""
    return CliRunner().invoke(main, [str(word) for word in words], input=typed, catch_exceptions=False)


def new_portal(folder: Path, *words: str) -> Path:
    """A portal made without a question."""
    done = trangtin("init", folder, "--yes", "--name", "Trường Mẫu", "--symbol", "TM", *words)
    assert done.exit_code == 0, done.output
    return folder


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    files = (file for file in folder.rglob("*") if file.is_file() and ".cache" not in file.parts)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
