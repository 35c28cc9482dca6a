"""Misuse of the command and its help speak Vietnamese."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from trangtin.cli.main import main

_ENGLISH = ("Usage", "Try ", "Error", "No such", "Invalid", "Missing", "Options", "Commands", "Show ", "range", "exist")
_KINDS = ("TEXT", "PATH", "INTEGER", "FLOAT", "FILE", "DIR")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("chek", "không có lệnh 'chek'"),
        ("check --formt x", "không có tùy chọn --formt"),
        ("new unit --title x", "không có tùy chọn --title → lệnh này có: --config-file, --yes, --slug, --name,"),
        ("check --format x", "không thuộc các giá trị"),
        ("check --format", "tùy chọn '--format' cần một giá trị đi sau"),
        ("import", "thiếu tham số 'TỆP…'"),
        ("init", "thiếu tham số 'THƯ-MỤC'"),
        ("init a b", "thừa tham số: b"),
        ("remind --days -3", "-3 không nằm trong khoảng từ 0 đến 366"),
        ("remind --days ba", "không phải là số"),
        ("import-nukeviet khong-co.sql", "không có 'khong-co.sql'"),
    ],
)
def test_misuse_is_told_in_vietnamese(words: str, said: str) -> None:
    done = CliRunner().invoke(main, words.split(), prog_name="trangtin")
    assert done.exit_code == 2
    assert said in done.output
    assert "Lỗi: " in done.output
    assert not [word for word in _ENGLISH if word in done.output]


HELP = ["", *(f"{name} --help".strip() for name in ("", *main.commands, "new plan"))]


@pytest.mark.parametrize("words", HELP)
def test_help_is_in_vietnamese(words: str) -> None:
    done = CliRunner().invoke(main, words.split(), prog_name="trangtin")
    assert done.exit_code == (0 if words else 2)
    assert "Cách dùng: trangtin" in done.output
    assert not [word for word in (*_ENGLISH, *_KINDS) if word in done.output]
