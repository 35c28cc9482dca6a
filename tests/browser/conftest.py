"""The sample portal, built once and served, and a browser to read it with."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.built_site import BuiltSite
from tests.browser.page_types import PAGE_TYPES
from tests.browser.reader import PATIENCE, Reader
from tests.browser.server import serve
from tests.once import once
from tools import system_parts
from tools.chromium import launched
from tools.sample_site import build

ROOT = Path(__file__).resolve().parents[2]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.nodeid.startswith("tests/browser/"):
            item.add_marker(pytest.mark.browser)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "page_type" in metafunc.fixturenames:
        metafunc.parametrize("page_type", PAGE_TYPES, ids=str)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The sample portal as published. TRANGTIN_SITE_DIR names a folder that was built already, to save time at work."""
    found = re.search(r"^site_url: *(\S+)", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    url = found[1] if found else ""
    if ready := os.environ.get("TRANGTIN_SITE_DIR"):
        return BuiltSite(Path(ready), url)
    return BuiltSite(once(tmp_path_factory, "site", build), url)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    for part in (system_parts.DRIVER, system_parts.FONTS):
        part.require()
    expect.set_options(timeout=PATIENCE)
    with launched() as browser:
        yield browser


@pytest.fixture(scope="session")
def reader(site: BuiltSite, browser: Browser) -> Iterator[Reader]:
    with serve(site.folder) as home:
        yield Reader(browser, home)


@pytest.fixture(scope="session")
def axe() -> Path:
    return Path(system_parts.AXE.require())
