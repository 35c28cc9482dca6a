"""Pages stay light and keep to the strict content policy and to their own host."""

from __future__ import annotations

from tests.browser.built_site import BuiltSite
from tests.browser.page_types import DOCUMENT, PageType
from tests.browser.reader import Reader

MOST_DOCUMENT_BYTES = 30 * 1024
MOST_STYLE_BYTES = 15 * 1024


def test_strict_policy_and_own_host(site: BuiltSite, reader: Reader, page_type: PageType) -> None:
    with reader.visit(page_type.example(site)) as visit:
        assert visit.policy_faults() == []


def test_few_requests_and_little_css(site: BuiltSite, reader: Reader, page_type: PageType) -> None:
    path = page_type.example(site)
    with reader.visit(path) as visit:
        # A headless browser asks for no favicon, a reader's does.
        asked = [r.url for r in visit.requests if r.resource_type != "image"] + site.page(path).rel("icon")
        assert len(asked) <= page_type.requests, asked
        assert 0 < visit.style_bytes() <= MOST_STYLE_BYTES


def test_a_document_is_light(reader: Reader) -> None:
    with reader.visit(DOCUMENT.path) as visit:
        assert 0 < visit.transferred(pictures=False) <= MOST_DOCUMENT_BYTES
