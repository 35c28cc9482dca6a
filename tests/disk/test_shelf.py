"""What is kept on disk is given again as it was, or not at all."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from trangtin.disk.shelf import Shelf, code_version, key_of

ROWS = {key_of(str(number)): (f"chữ {number}", bytes([number])) for number in range(10)}


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    shelf = Shelf(tmp_path / "new" / "kept.sqlite", ("text", "data"))
    shelf.add(ROWS)
    return shelf


def test_what_was_kept_comes_back_in_the_order_it_is_asked_for(shelf: Shelf) -> None:
    asked = [*reversed(ROWS), key_of("never seen")]
    assert list(shelf.find(asked)) == [(key, ROWS[key]) for key in reversed(ROWS)]
    assert shelf.keys() == ROWS.keys()
    assert dict(shelf.rows()) == ROWS


def test_a_little_that_is_unused_may_stay(shelf: Shelf) -> None:
    used = set(list(ROWS)[:5])
    shelf.keep(used)
    assert shelf.keys() == ROWS.keys()
    shelf.keep(set(list(ROWS)[:4]))
    assert shelf.keys() == set(list(ROWS)[:4])


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"x" * 200])
def test_a_damaged_file_is_made_anew(tmp_path: Path, shelf: Shelf, damage: bytes) -> None:
    (tmp_path / "new" / "kept.sqlite").write_bytes(damage)
    assert list(shelf.rows()) == []
    shelf.add(ROWS)
    assert shelf.keys() == ROWS.keys()
    assert dict(shelf.find(ROWS)) == ROWS


def test_a_file_with_other_columns_is_made_anew(tmp_path: Path, shelf: Shelf, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    other = Shelf(tmp_path / "new" / "kept.sqlite", ("html",))
    assert list(other.rows()) == []
    (told,) = caplog.messages  # else a question that no file can answer would only ever make builds slow
    assert told == f"{tmp_path / 'new' / 'kept.sqlite'} is made anew: no such column: html"
    row = {key_of("x"): ("<p>",)}
    other.add(row)
    assert dict(other.find(row)) == row


def test_a_build_that_writes_at_the_same_time_loses_nothing(tmp_path: Path, shelf: Shelf, monkeypatch: object) -> None:
    assert isinstance(monkeypatch, pytest.MonkeyPatch)
    monkeypatch.setattr("trangtin.disk.shelf._PATIENCE", 0.01)
    with closing(sqlite3.connect(tmp_path / "new" / "kept.sqlite")) as base, base:
        base.execute("BEGIN EXCLUSIVE")
        assert list(shelf.find(ROWS)) == []
        shelf.add({key_of("y"): ("", b"")})
    base.close()
    assert shelf.keys() == ROWS.keys()


def test_keys_differ_where_parts_do() -> None:
    assert key_of("ab", "c") != key_of("a", "bc") != key_of("a", "b", "c")


def test_the_version_changes_with_a_line_of_code_or_a_table(tmp_path: Path) -> None:
    (tmp_path / "rules.py").write_text("a = 1\n")
    (tmp_path / "words.toml").write_text("x = 1\n")
    seen = set()
    for name, text in (("", ""), ("rules.py", "a = 2\n"), ("words.toml", "x = 2\n"), ("more.py", "")):
        if name:
            (tmp_path / name).write_text(text)
        code_version.cache_clear()
        seen.add(code_version(tmp_path))
    assert len(seen) == 4
