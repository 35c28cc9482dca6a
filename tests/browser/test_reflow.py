"""Nothing is cut off or needs sideways scrolling on a narrow screen or with large text; nothing moves unasked."""

from __future__ import annotations

import pytest

from tests.browser.built_site import BuiltSite
from tests.browser.page_types import PageType
from tests.browser.reader import Reader


@pytest.mark.parametrize(("width", "percent"), [(320, 100), (1280, 200), (640, 200)])
def test_no_sideways_scrolling(site: BuiltSite, reader: Reader, page_type: PageType, width: int, percent: int) -> None:
    with reader.visit(page_type.example(site), width=width) as visit:
        visit.enlarge_text(percent)
        assert visit.overflow_faults() == []


@pytest.mark.parametrize("width", [360, 1280])
def test_no_letter_is_clipped(site: BuiltSite, reader: Reader, page_type: PageType, width: int) -> None:
    with reader.visit(page_type.example(site), width=width) as visit:
        assert visit.clipped_letters() == []


def test_text_size_follows_the_reader(site: BuiltSite, reader: Reader, page_type: PageType) -> None:
    """Sizes in px would ignore the browser's text size, and make the check above see nothing."""
    size = "parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"
    with reader.visit(page_type.example(site)) as visit:
        before = visit.page.evaluate(size)
        visit.enlarge_text(200)
        assert visit.page.evaluate(size) >= 1.9 * before


def test_reduced_motion_is_respected(site: BuiltSite, reader: Reader, page_type: PageType) -> None:
    with reader.visit(page_type.example(site), still=True) as visit:
        assert visit.motion_faults() == []
