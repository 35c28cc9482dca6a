"""Commands are imported when they are run, and listed as if they had been."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.cli.portal_folder import trangtin
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


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="a device of Linux")
def test_a_report_on_a_full_disk_ends_in_words() -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        words = [sys.executable, "-m", "trangtin", "schema"]
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "không đọc hoặc ghi được kết quả: đĩa đã đầy" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("schema", "--out", "{file}/below"),
        ("init", "--name", "Trường Mẫu", "{file}/below"),
        ("check", "-f", "{portal}/mkdocs.yml", "--also", "json={file}/below.json"),
    ],
    ids=["schema", "init", "check"],
)
def test_what_cannot_be_written_is_named_and_ends_in_words(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "tep").touch()
    (tmp_path / "plans").mkdir()
    (tmp_path / "site_src").mkdir()
    config = "site_name: Trường Mẫu\ndocs_dir: site_src\nplugins: [trangtin: {unit: {name: Trường Mẫu}}]\n"
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    given = [word.format(file=tmp_path / "tep", portal=tmp_path) for word in words]
    done = trangtin(*given)
    assert done.exit_code == 1, done.output
    assert f"ghi được '{tmp_path}/tep/below" in done.output
    assert "→ xem chỗ trống trên đĩa và quyền" in done.output
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["mkdocs.yml", "plans", "site_src", "tep"]
