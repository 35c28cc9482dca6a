"""Nothing is cut off or needs sideways scrolling on a narrow screen or with large text; nothing moves unasked."""

from __future__ import annotations

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
