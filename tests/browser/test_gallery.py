"""Every example of every component: accessible in light and dark, nothing cut off on a phone, no letter clipped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.reader import COLOUR_RULES, Reader, Visit
from tests.browser.server import serve
from tools.gallery import examples, write_gallery

FILES = [example.file for example in examples()]


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Visit]:
    """One window for all examples: none keeps anything."""
    folder = tmp_path_factory.mktemp("gallery")
    assert write_gallery(folder) == FILES
    with serve(folder) as home, Reader(browser, home).visit("/index.html", width=320) as visit:
        yield visit


@pytest.mark.parametrize("file", FILES)
def test_an_example_can_be_used_by_everyone(gallery: Visit, axe: Path, file: str) -> None:
    gallery.page.emulate_media(color_scheme="light")
    gallery.go(f"/{file}")
    assert gallery.axe_faults(axe) == []
    for width in (900, 320):  # 900: where a table of many columns is still a table
        gallery.resize(width)
        assert gallery.overflow_faults() == [], f"at {width} px"
    assert gallery.clipped_letters() == []
    gallery.page.emulate_media(color_scheme="dark")
    assert gallery.axe_faults(axe, *COLOUR_RULES) == []
