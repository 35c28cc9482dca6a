"""Pages and components look as they did when somebody last looked at them; nothing moves while a page loads.

A change that is meant: `make references`, look at the new pictures in tests/browser/references, commit them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageFilter
from playwright.sync_api import Browser, Page

from tests.browser import extremes
from tests.browser.appearance import MOST, REFERENCES, TALLEST, WIDTHS, difference, keep, reference, seen
from tests.browser.built_site import BuiltSite
from tests.browser.page_types import LOOKED_AT, PageType
from tests.browser.reader import Reader, Visit
from tests.browser.server import serve
from tools.gallery import ALL, write_gallery
from tools.references import GALLERY_TALLEST, name_of, named

ADD = """css => {
  const sheet = new CSSStyleSheet();  // through the object model: the policy would block a style element
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}"""
ROOT = Path(__file__).resolve().parents[2]


def faults(page: Page, width: int, name: str, tallest: int = TALLEST) -> list[str]:
    """What looks otherwise than its reference; the two are laid beside each other to be looked at.

    A page that differs is looked at again: on a busy machine a picture may come late.
    """
    before = reference(name)
    for pause in (0, 500, 3000):
        page.wait_for_timeout(pause)
        now = seen(page, width, tallest)
        if (share := difference(before, now)) <= MOST:
            return []
    pair = Image.new("L", (before.width + now.width, max(before.height, now.height)), 128)
    pair.paste(before, (0, 0))
    pair.paste(now, (before.width, 0))
    file = keep(pair, name, ROOT / ".cache" / "references")
    return [f"{name}: {share:.1f} % of the page looks otherwise, see {file}; if that is meant: make references"]


@pytest.fixture(scope="module")
def window(reader: Reader) -> Iterator[Visit]:
    """One for all pages: opening one takes longer than a page does."""
    with reader.visit("/", width=WIDTHS[0], still=True) as visit:
        yield visit


def opened(window: Visit, path: str) -> Page:
    window.resize(WIDTHS[0])
    window.page.emulate_media(color_scheme="light")
    window.go(path)
    return window.page


@pytest.mark.parametrize("look", LOOKED_AT, ids=str)
def test_a_page_looks_as_it_did_and_nothing_moves_while_it_loads(
    site: BuiltSite, window: Visit, look: PageType
) -> None:
    for _ in range(3):  # a page drawn before all of it came may move once; what lacks its measures moves every time
        page = opened(window, look.example(site))
        if not (moved := page.evaluate("probes.shift()")):
            break
    found = [fault for width in WIDTHS for fault in faults(page, width, name_of(look.name, width))]
    assert moved == []
    assert found == []


@pytest.mark.parametrize("portal", extremes.PAGES)
def test_nothing_and_far_too_much_look_as_they_did(portal: str, browser: Browser, tmp_path: Path) -> None:
    found = []
    with (
        serve(extremes.build(portal, tmp_path)) as home,
        Reader(browser, home).visit("/", width=320, still=True) as visit,
    ):
        for path in extremes.PAGES[portal][1]:
            visit.go(path)
            visit.resize(320)
            found += [f"{path}: {fault}" for fault in visit.overflow_faults()]
            for width in WIDTHS:
                found += faults(visit.page, width, name_of(named(portal, path), width))
    assert found == []


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("all")
    write_gallery(folder)
    with serve(folder) as home:
        yield Reader(browser, home)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_components_look_as_they_did(gallery: Reader, width: int) -> None:
    with gallery.visit(f"/{ALL}", width=width, still=True) as visit:
        assert faults(visit.page, width, name_of("gallery", width), GALLERY_TALLEST) == []


@pytest.mark.parametrize(
    ("path", "name", "broken"),
    [
        ("/van-ban/2021/12-kh-tct/", "document-1280", ".tt-dossier-files { display: none }"),
        ("/van-ban/", "library-1280", ".tt-facets { display: none }"),
        ("/van-ban/", "library-1280", ".tt-split { display: block }"),
        ("/phong-trao/bau-cu-2021/", "campaign-360", ".tt-now-box { display: none }"),
        ("/", "home-360", ".tt-header { display: none }"),
        ("/", "home-1280", ".tt-halves { grid-template-columns: 1fr }"),
    ],
)
def test_what_breaks_a_layout_is_seen(window: Visit, path: str, name: str, broken: str) -> None:
    page = opened(window, path)
    page.evaluate(ADD, broken)
    assert difference(reference(name), seen(page, int(name.rpartition("-")[2]))) > MOST


@pytest.mark.parametrize("name", ["document-1280", "home-360"])
def test_other_letters_of_the_same_measures_are_not(name: str) -> None:
    before = reference(name)
    assert difference(before, before.filter(ImageFilter.GaussianBlur(1))) <= MOST
    lower = Image.new("L", before.size, 255)
    lower.paste(before, (0, 1))  # five pixels of the page
    assert difference(before, lower) <= MOST


def test_no_reference_is_left_over_and_all_are_small() -> None:
    files = list(REFERENCES.glob("*.webp"))
    pages = [each.name for each in LOOKED_AT] + ["gallery"]
    pages += [named(portal, path) for portal, (_, paths) in extremes.PAGES.items() for path in paths]
    assert {file.stem for file in files} == {name_of(page, width) for page in pages for width in WIDTHS}
    assert sum(file.stat().st_size for file in files) < 1_500_000
