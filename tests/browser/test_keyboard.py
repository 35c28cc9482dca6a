"""Everything can be reached and seen with the keyboard alone."""

from __future__ import annotations

from tests.browser.built_site import BuiltSite
from tests.browser.page_types import PageType
from tests.browser.reader import Reader


def test_the_first_stop_skips_to_the_content(site: BuiltSite, reader: Reader, page_type: PageType) -> None:
    with reader.visit(page_type.example(site)) as visit:
        stop = visit.press_tab()
        assert stop is not None
        assert stop["visible"], stop
        assert 'href="#' in stop["html"], stop
        visit.page.keyboard.press("Enter")
        assert visit.page.evaluate("document.activeElement.tagName") == "MAIN"


def test_every_stop_is_seen_and_in_order(site: BuiltSite, reader: Reader, page_type: PageType) -> None:
    # Without smooth scrolling, so that a stop is where it will be.
    with reader.visit(page_type.example(site), still=True) as visit:
        assert visit.tab_faults() == []
