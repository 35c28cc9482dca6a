"""`trangtin serve`: which portal it shows, and at which address."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest
from click.testing import CliRunner

from trangtin.cli.main import main


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What MkDocs was asked for."""
    words: list[str] = []

    def cli(args: Sequence[str], **_: object) -> None:
        words.extend(args)

    monkeypatch.setattr("mkdocs.__main__.cli", cli)
    return words


@pytest.fixture
def busy() -> Iterator[None]:
    """All ports that are tried are in use, by this test or by another program."""
    with ExitStack() as held:
        for port in range(8000, 8020):
            taken = held.enter_context(socket.socket())
            try:
                taken.bind(("127.0.0.1", port))
            except OSError:
                continue
            taken.listen()
        yield


def portal(folder: Path, more: str = "") -> Path:
    (folder / "site_src/tin-tuc").mkdir(parents=True)
    plugin = "plugins: [{trangtin: {unit: {name: Trường}}}]"
    (folder / "mkdocs.yml").write_text(f"site_name: Trường\ndocs_dir: site_src\n{plugin}\n{more}", encoding="utf-8")
    return folder


def test_it_is_found_from_a_folder_below(tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    root = portal(tmp_path)
    monkeypatch.chdir(root / "site_src/tin-tuc")
    CliRunner().invoke(main, ["serve", "-a", "127.0.0.1:9123"], catch_exceptions=False)
    assert asked[asked.index("-f") + 1] == str(root / "mkdocs.yml")


@pytest.mark.parametrize(("more", "words"), [("", ["-a", "127.0.0.1:9123"]), ("dev_addr: 127.0.0.1:9123\n", [])])
def test_an_address_that_somebody_chose_needs_no_free_port(
    more: str, words: list[str], tmp_path: Path, asked: list[str], busy: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(portal(tmp_path, more))
    assert CliRunner().invoke(main, ["serve", *words]).exit_code == 0
    assert asked[4:] == words


def test_where_nobody_chose_one_all_busy_ports_are_told(
    tmp_path: Path, asked: list[str], busy: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(portal(tmp_path))
    result = CliRunner().invoke(main, ["serve"])
    assert (result.exit_code, asked) == (1, [])
    assert "các cổng 8000-8019 đều đang bận; dùng -a 127.0.0.1:CỔNG" in result.output
