"""Commands are imported when they are run, and listed as if they had been."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from trangtin.cli.main import main


@pytest.mark.parametrize("name", sorted(main.commands))
def test_the_list_says_what_the_command_says(name: str) -> None:
    listed = main.commands[name]
    _, command, _ = main.resolve_command(click.Context(main), [name])
    assert command is not None
    assert command is not listed
    assert command.name == name
    assert listed.get_short_help_str(1000) == command.get_short_help_str(1000)


def test_the_list_loads_no_command() -> None:
    said = (
        "import sys; from trangtin.cli.main import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, encoding="utf-8", check=True)
    loaded = done.stdout.splitlines()[-1].split()
    assert "trangtin.cli.program" in loaded
    assert not {"pydantic", "yaml", "PIL", "trangtin.cli.check"} & set(loaded)
