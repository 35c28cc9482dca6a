"""The command `guide`: what a code means, and the guides for who has the program alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.portal_folder import trangtin
from trangtin.content.problem import Code
from trangtin.starter.guides import explanation, guide_files


def test_every_code_is_explained() -> None:
    for code in Code:
        found = explanation(str(code))
        assert found is not None, code
        assert found.startswith(f"## {code} ")
        assert found.count("\n## ") == 0
        assert "**Cách sửa.**" in found


def test_codes_are_explained_one_after_the_other() -> None:
    said = trangtin("guide", "tt701", "TT303").output
    assert re.findall(r"^## (\w+)", said, re.MULTILINE) == ["TT701", "TT303"]
    wrong = trangtin("guide", "TT999")
    assert (wrong.exit_code, "không có mã 'TT999'" in wrong.output) == (2, True)


def test_the_guides_are_written_with_what_they_show(tmp_path: Path) -> None:
    assert "trangtin guide --out huong-dan" in trangtin("guide").output
    for _ in range(2):  # a newer program writes over the guides of an older one
        assert trangtin("guide", "--out", tmp_path / "huong-dan").exit_code == 0
    written = {file.relative_to(tmp_path / "huong-dan").as_posix() for file in tmp_path.rglob("*") if file.is_file()}
    assert written == set(guide_files())
    (tmp_path / "khac").mkdir()
    (tmp_path / "khac/problems.md").write_text("cua toi", "utf-8")
    assert trangtin("guide", "--out", tmp_path / "khac").exit_code == 2
    assert (tmp_path / "khac/problems.md").read_text("utf-8") == "cua toi"


@pytest.mark.parametrize("name", [name for name in guide_files() if name.endswith(".md")])
def test_guides_lead_to_each_other_and_show_pictures_that_are_there(name: str) -> None:
    files = guide_files()
    text = re.sub(r"(?ms)^ *```.*?^ *```$", "", files[name].decode())
    named = set(re.findall(r"\]\(([\w/-]+\.(?:md|webp|png))(?:#[^)]*)?\)", text))
    assert named - files.keys() <= {"feeds.md"}  # for programmers
