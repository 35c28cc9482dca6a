"""`trangtin build --preview`: drafts to be seen by reviewers, marked on every page, and never by accident."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.host.conftest import visible_text
from tests.portal.drawing import draw
from trangtin.cli.main import main

pytestmark = pytest.mark.server

PORTAL = """
    == mkdocs.yml
    site_name: Trường Mẫu
    site_url: https://truong.mau.example/
    docs_dir: site_src
    theme: {name: trangtin}
    plugins: [{trangtin: {unit: {name: Trường Mẫu}}}]
    nav:
      - Trang chủ: index.md
      - Giới thiệu: gioi-thieu.md
      - Người dân: [{Hỏi đáp: hoi-dap.md}]
      - Khoa: don-vi/khoa.md
    == site_src/index.md
    ---
    Chào.
    == site_src/gioi-thieu.md
    title: Giới thiệu
    draft: true
    ---
    Chưa xong.
    == site_src/hoi-dap.md
    title: Hỏi đáp
    draft: true
    ---
    == site_src/don-vi/khoa.md
    unit: {name: Khoa Mẫu}
    == plans/2021/12.md
    number: 12/KH-TCT
    date: 2/1/2021
    review: [Đối chiếu]
"""
BANNER = "Bản xem thử, không phải trang chính thức"


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    draw(tmp_path, PORTAL)
    return tmp_path


def build(portal: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "trangtin", "build", *words]
    env = {**os.environ, "TRANGTIN_TODAY": "2021-06-01", **variables}
    return subprocess.run(command, cwd=portal, env=env, capture_output=True, text=True, check=False)


def test_a_preview_shows_what_waits_marked_and_hidden_from_search_engines(portal: Path) -> None:
    done = build(portal, "--preview", "--base", "https://xem-thu.mau.example/7")
    assert done.returncode == 0, done.stderr
    site = portal / "xem-thu"
    for page in ("index.html", "gioi-thieu/index.html", "van-ban/2021/12-kh-tct/index.html", "404.html"):
        html = (site / page).read_text("utf-8")
        assert BANNER in visible_text(html), page
        assert '<meta name="robots" content="noindex">' in html, page
        assert "truong.mau.example" not in html, page
    assert "Disallow: /\n" in (site / "robots.txt").read_text("utf-8")
    assert "Giới thiệu" in visible_text((site / "index.html").read_text("utf-8"))
    assert not (portal / "site").exists()


def test_a_preview_cannot_be_published_and_a_build_can(portal: Path) -> None:
    assert build(portal, "--preview").returncode == 0
    assert build(portal).returncode == 0
    for folder, told in (("xem-thu", "TT725"), ("site", "Đã đăng bản")):
        done = CliRunner().invoke(main, ["publish", "--to", str(portal / "srv"), "--from", str(portal / folder)])
        assert (done.exit_code, told in done.output) == (int(folder == "xem-thu"), True), done.output


def test_a_build_is_no_preview_whatever_the_environment_says(portal: Path) -> None:
    done = build(portal, TRANGTIN_PREVIEW="https://x.example/", TRANGTIN_DRAFTS="1")
    assert done.returncode == 0, done.stderr
    assert not (portal / "site/gioi-thieu").exists()
    assert BANNER not in (portal / "site/index.html").read_text("utf-8")


def test_the_menu_names_a_draft_only_once_it_is_published(portal: Path) -> None:
    assert build(portal).returncode == 0
    menu = visible_text((portal / "site/index.html").read_text("utf-8"))
    assert ("Giới thiệu" in menu, "Người dân" in menu, "Khoa" in menu) == (False, False, True)
    page = portal / "site_src/gioi-thieu.md"
    page.write_text(page.read_text("utf-8").replace("draft: true\n", ""), "utf-8")
    assert build(portal).returncode == 0
    assert "Giới thiệu" in visible_text((portal / "site/index.html").read_text("utf-8"))


def test_a_page_that_is_not_there_is_still_an_error(portal: Path) -> None:
    (portal / "site_src/gioi-thieu.md").unlink()
    done = build(portal)
    assert done.returncode == 1
    assert "gioi-thieu.md" in done.stderr


@pytest.mark.parametrize("words", [["--base", "https://a.example"], ["--preview", "--base", "a.example"]])
def test_misuse(portal: Path, words: list[str]) -> None:
    done = build(portal, *words)
    assert (done.returncode, "--base" in done.stderr) == (2, True)


def test_a_fault_stops_a_preview_too(portal: Path) -> None:
    (portal / "plans/2021/13.md").write_text("---\ntype: KH\n---\n", "utf-8")
    done = build(portal, "--preview")
    assert (done.returncode, "TT202" in done.stderr) == (1, True)
