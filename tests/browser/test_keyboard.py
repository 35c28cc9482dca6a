"""Everything can be reached and seen with the keyboard alone."""

from __future__ import annotations

from tests.browser.built_site import BuiltSite
from tests.browser.page_types import PageType
from tests.browser.reader import Reader


def test_every_stop_is_seen_and_in_order_and_the_first_skips_to_the_content(
    site: BuiltSite, reader: Reader, page_type: PageType
) -> None:
    path = page_type.example(site)
    # Without smooth scrolling, so that a stop is where it will be.
    with reader.visit(path, still=True) as visit:
        stop = visit.press_tab()
        assert stop is not None
        assert stop["visible"], stop
        assert 'href="#' in stop["html"], stop
        visit.page.keyboard.press("Enter")
        visit.becomes("document.activeElement.tagName === 'MAIN'")
        visit.go(path)
        assert visit.tab_faults() == []
