"""What a look at the last site tells, whichever process took it."""

from __future__ import annotations

from pathlib import Path

import pytest

from trangtin.host.folder.first_look import FirstLook
from trangtin.processors import PROCESSES


@pytest.fixture(params=["1", "2"], autouse=True)
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PROCESSES, request.param)


def test_it_tells_what_lay_there(tmp_path: Path) -> None:
    _site(tmp_path / "site", "index.html", "van-ban/index.html")
    look = FirstLook(tmp_path / "site", tmp_path / "record")
    assert sorted(look.at((tmp_path / "site").resolve()).strays) == ["index.html", "van-ban/index.html"]


def test_a_folder_that_was_chosen_meanwhile_is_looked_at_too(tmp_path: Path) -> None:
    _site(tmp_path / "site", "cu.html")
    _site(tmp_path / "other", "moi.html")
    look = FirstLook(tmp_path / "site", tmp_path / "record")
    assert look.at(tmp_path / "other").strays == ["moi.html"]


def test_a_folder_that_was_made_meanwhile_is_empty(tmp_path: Path) -> None:
    look = FirstLook(tmp_path / "site", tmp_path / "record")
    (tmp_path / "site").mkdir()
    assert not look.at(tmp_path / "site").strays


def test_a_folder_that_cannot_be_looked_at_is_an_error(tmp_path: Path) -> None:
    look = FirstLook(tmp_path / "site", tmp_path / "record")
    with pytest.raises(FileNotFoundError):
        look.at(tmp_path / "site")


def _site(folder: Path, *addresses: str) -> None:
    for address in addresses:
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_text("trang", encoding="utf-8")
