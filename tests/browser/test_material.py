"""Under stock Material too a reader finds where to type, and what is typed is searched."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import ROOT
from tests.browser.reader import Reader
from tests.browser.server import serve
from tools.sample_site import ENVIRONMENT

BARE = """
[...document.querySelectorAll('main :is(input, select, button), article :is(input, select, button)')]
    .filter(e => e.checkVisibility() && (e.offsetHeight < 24 || getComputedStyle(e).borderTopWidth === '0px'))
    .map(e => e.outerHTML.slice(0, 80))
"""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Reader]:
    portal = tmp_path_factory.mktemp("material")
    for name in ("plans", "site_src", "trust"):
        shutil.copytree(ROOT / name, portal / name)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    assert "name: trangtin\n" in settings
    (portal / "mkdocs.yml").write_text(
        settings.replace("name: trangtin\n", "name: material\n  font: false\n"), encoding="utf-8"
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    done = subprocess.run(command, cwd=portal, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with serve(portal / "site") as home:
        yield Reader(browser, home)


@pytest.mark.parametrize("path", ["/tim-kiem/", "/van-ban/", "/kiem-tra-tep/"])
def test_what_is_filled_in_and_pressed_has_edges(reader: Reader, path: str) -> None:
    with reader.visit(path) as visit:
        assert visit.page.evaluate(BARE) == []
        assert not visit.page.get_by_text("trình duyệt này tắt JavaScript").is_visible()


def test_what_is_typed_is_searched(reader: Reader) -> None:
    with reader.visit("/tim-kiem/?q=bau+cu") as visit:
        assert "bầu cử" in visit.page.locator("#ket-qua").inner_text()
