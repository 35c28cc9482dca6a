"""`trangtin build` again and again: it ends at once where nothing changed, and tells what it told before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.portal_folder import TODAY
from tests.portal.drawing import draw

pytestmark = pytest.mark.slow

PORTAL = """
== mkdocs.yml
site_name: Trường
docs_dir: site_src
theme: trangtin
plugins: [{trangtin: {unit: {name: Trường, symbol: TCT}}}]
== site_src/index.md
title: Trang chủ
== plans/2021/thi-dua/index.md
title: Thi đua
== plans/2021/thi-dua/01.md
number: 01/KH-TCT
date: 1/2/2021
== plans/2021/thi-dua/khong-ai-dung.pdf
%PDF-1.7
"""
BUILT = "Đã dựng xong trong"
STANDS = "Không có gì thay đổi từ lần dựng trước: trang web ở {} vẫn đúng."


def build(root: Path, *words: str) -> list[str]:
    environment = {**os.environ, "TRANGTIN_TODAY": TODAY, "TRANGTIN_PROCESSES": "1"}
    command = [sys.executable, "-m", "trangtin", "build", *words]
    done = subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stderr.splitlines()


def times(site: Path) -> dict[Path, int]:
    return {file: file.stat().st_ctime_ns for file in site.rglob("*") if file.is_file()}


@pytest.mark.skipif(os.name != "posix", reason="elsewhere every build is a whole one")
def test_a_build_in_which_nothing_changed(tmp_path: Path) -> None:
    root = tmp_path / "portal"
    draw(root, PORTAL)
    first = build(root)
    notices = [line for line in first if line.startswith("trangtin: ")]
    assert any("khong-ai-dung.pdf" in line for line in notices)
    assert BUILT in first[-1]
    before = times(root / "site")

    assert build(root) == [*notices, STANDS.format(root / "site")]
    assert times(root / "site") == before

    assert any(BUILT in line for line in build(root, "--force"))
    assert build(root, "-f", str(root / "mkdocs.yml"))[-1] != first[-1]
    assert build(root, "-d", "site")[-1] == STANDS.format(root / "site")
    assert build(root / "plans/2021")[-1] == STANDS.format(root / "site")

    (root / "site/index.html").write_text("", encoding="utf-8")
    assert any(BUILT in line for line in build(root))
    assert (root / "site/index.html").read_text("utf-8")

    for _ in range(2):
        assert any(BUILT in line for line in build(root, "--preview"))
    assert build(root)[-1] == STANDS.format(root / "site")


def test_asking_loads_neither_mkdocs_nor_what_reads_content() -> None:
    said = "import sys, trangtin.cli.building; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, encoding="utf-8", check=True)
    loaded = set(done.stdout.split())
    assert "trangtin.standing.last_build" in loaded
    assert not {"mkdocs", "pydantic", "PIL", "jinja2", "trangtin.repository"} & loaded
