"""Every example of every component: accessible in light and dark, nothing cut off on a phone, no letter clipped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.reader import Reader
from tests.browser.server import serve
from tools.gallery import examples, write_gallery

FILES = [example.file for example in examples()]


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("gallery")
    assert write_gallery(folder) == FILES
    with serve(folder) as home:
        yield Reader(browser, home)


@pytest.mark.parametrize("file", FILES)
def test_an_example_can_be_used_by_everyone(gallery: Reader, axe: Path, file: str) -> None:
    with gallery.visit(f"/{file}", width=320) as visit:
        assert visit.axe_faults(axe) == []
        assert visit.overflow_faults() == []
        assert visit.clipped_letters() == []
        visit.page.emulate_media(color_scheme="dark")
        assert visit.axe_faults(axe) == []
