"""Nothing is cut off or needs sideways scrolling on a narrow screen or with large text; nothing moves unasked."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.built_site import BuiltSite
from tests.browser.page_types import PageType
from tests.browser.reader import Reader


def test_no_sideways_scrolling_and_no_clipped_letter(site: BuiltSite, reader: Reader, page_type: PageType) -> None:
    """At every width; and sizes follow the reader's: those in px would make the check of large text see nothing."""
    size = "parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"
    faults: dict[tuple[str, int, int], list[str]] = {}
    with reader.visit(page_type.example(site), width=320) as visit:
        faults["beyond the window", 320, 100] = visit.overflow_faults()
        for width in (360, 1280):
            visit.resize(width)
            faults["clipped", width, 100] = visit.clipped_letters()
        before = visit.page.evaluate(size)
        visit.enlarge_text(200)
        assert visit.page.evaluate(size) >= 1.9 * before
        for width in (1280, 640, 320):
            visit.resize(width)
            faults["beyond the window", width, 200] = visit.overflow_faults()
    assert {at: found for at, found in faults.items() if found} == {}


def test_reduced_motion_is_respected(site: BuiltSite, reader: Reader, page_type: PageType) -> None:
    with reader.visit(page_type.example(site), still=True) as visit:
        assert visit.motion_faults() == []


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_unit_s_name_has_room_at_every_width(reader: Reader, browser: Browser, scripts: bool) -> None:
    """On a phone held upright or across, whichever of search, tools and languages stand beside it."""
    context = browser.new_context(java_script_enabled=scripts)
    try:
        page = context.new_page()
        for path in ("/van-ban/", "/gioi-thieu/", "/en/"):
            page.goto(reader.home + path)
            for width in (320, 360, 412, 568, 640, 767):
                page.set_viewport_size({"width": width, "height": 700})
                name, head = page.locator(".tt-brand").bounding_box(), page.locator(".tt-header").bounding_box()
                assert name is not None
                assert head is not None
                assert name["width"] > head["width"] / 2, (path, width)
    finally:
        context.close()


def test_a_name_in_the_menu_s_line_keeps_off_the_edge_where_it_wraps(reader: Reader) -> None:
    left = """() => {
        const line = document.createRange();
        line.selectNodeContents(document.querySelector('.tt-menu summary'));
        return Math.min(...[...line.getClientRects()].map(piece => piece.left));
    }"""
    with reader.visit("/van-ban/", width=320) as visit:
        visit.enlarge_text(200)
        assert visit.page.evaluate(left) >= 16
