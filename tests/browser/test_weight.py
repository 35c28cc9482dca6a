"""Pages stay light and keep to the strict content policy and to their own host."""

from __future__ import annotations

from tests.browser.built_site import BuiltSite
from tests.browser.page_types import DOCUMENT, PageType
from tests.browser.reader import Reader

MOST_DOCUMENT_BYTES = 30 * 1024
MOST_STYLE_BYTES = 15 * 1024


def test_strict_policy_own_host_few_requests_and_little_css(
    site: BuiltSite, reader: Reader, page_type: PageType
) -> None:
    path = page_type.example(site)
    with reader.visit(path) as visit:
        assert visit.policy_faults() == []
        # Some headless browsers ask for no favicon, some do; a reader's does.
        icons = site.page(path).rel("icon")
        names = {icon.rpartition("/")[2] for icon in icons}
        own = [r.url for r in visit.requests if r.resource_type != "image"]
        asked = [url for url in own if url.rpartition("/")[2] not in names] + icons
        assert len(asked) <= page_type.requests, asked
        assert 0 < visit.style_bytes() <= MOST_STYLE_BYTES


def test_a_document_is_light(reader: Reader) -> None:
    with reader.visit(DOCUMENT.path) as visit:
        assert 0 < visit.transferred(pictures=False) <= MOST_DOCUMENT_BYTES
