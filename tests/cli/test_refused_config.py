"""A `mkdocs.yml` that MkDocs would refuse: `build` and `serve` tell what `check` tells, before MkDocs is asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.portal_folder import TODAY, trangtin
from tests.portal.drawing import draw

PORTAL = """
== mkdocs.yml
site_name: Trường
docs_dir: site_src
theme: {name: trangtin}
plugins:
  - trangtin:
      unit: {name: Trường}
nav:
  - Trang chủ: index.md
== site_src/index.md
title: Trang chủ
"""
ENDS = "Trang chưa được dựng: sửa các lỗi ở trên rồi chạy lại; trang dựng lần trước vẫn còn."


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """What MkDocs was asked for; the folder of the portal is the working one."""
    monkeypatch.setenv("TRANGTIN_TODAY", TODAY)
    monkeypatch.chdir(tmp_path)
    draw(tmp_path, PORTAL)
    words: list[str] = []

    def cli(args: Sequence[str], **_: object) -> None:
        words.extend(args)

    monkeypatch.setattr("mkdocs.__main__.cli", cli)
    return words


def change(old: str, new: str) -> None:
    file = Path("mkdocs.yml")
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("command", [("build",), ("build", "--force"), ("build", "--preview"), ("serve",)])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("unit: {name: Trường}", "unit: {name: Trường}\n    noindex: true"),
        ("name: trangtin", "name: trang-tin"),
        ("docs_dir", "site_url: truong.edu.vn\ndocs_dir"),
        ("docs_dir", "site_descripton: Trang\ndocs_dir"),
        ("- trangtin:", "- trangtin"),
        ("index.md", "index.md\n    - Tin tức: tin-tuc/index.md"),
        ("plugins:\n  - trangtin:\n      unit: {name: Trường}\n", ""),  # then MkDocs would show every draft
        ("- trangtin:\n      unit: {name: Trường}", "- search"),
    ],
)
def test_the_same_lines_as_of_a_check(asked: list[str], command: tuple[str, ...], old: str, new: str) -> None:
    change(old, new)
    said = trangtin("check").output.splitlines()
    told = [line for line in said if line.startswith("mkdocs.yml:") and not line.endswith("[lưu ý]")]
    assert len(told) == 1
    ended = trangtin(*command)
    assert (ended.exit_code, asked) == (1, [])
    assert ended.output.splitlines() == ["Cấu hình có lỗi:", *told, "", ENDS]


@pytest.mark.parametrize("command", ["build", "serve"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("docs_dir", "site_url: !ENV SITE_URL\ndocs_dir"),
        ("unit: {name: Trường}", "unit: {name: !ENV [NAME, Trường]}"),
        ("plugins:\n  - trangtin:\n      unit: {name: Trường}", "INHERIT: chung.yml"),
        ("docs_dir", "hooks: [hook.py]\ndocs_dir"),
        ("name: trangtin", "name: cua-truong"),
    ],
)
def test_what_only_mkdocs_can_judge_is_left_to_it(asked: list[str], command: str, old: str, new: str) -> None:
    change(old, new)
    done = trangtin(command)
    assert done.exit_code == 0, done.output
    assert command in asked


@pytest.mark.parametrize("command", [("build",), ("serve",), ("check",)])
def test_a_portal_without_its_folder_of_pages_is_told_so(asked: list[str], command: Sequence[str]) -> None:
    Path("site_src/index.md").unlink()
    Path("site_src").rmdir()
    told = trangtin(*command)
    assert told.exit_code == 1
    assert asked == []
    assert "mkdocs.yml:2: TT208 không có thư mục 'site_src' để đặt trang và tin" in told.output
    change("docs_dir: site_src", "INHERIT: chung.yml")  # which may name another
    assert "TT208" not in trangtin(*command).output
