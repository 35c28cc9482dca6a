"""Every built HTML file is valid, complete and leads nowhere dead."""

from __future__ import annotations

import re

from tests.browser.built_site import BuiltSite
from tests.browser.page_types import PageType
from tests.browser.validator import validator_faults


def test_valid_html(site: BuiltSite) -> None:
    assert validator_faults(site.folder) == []


def test_one_h1_and_no_level_skipped(site: BuiltSite) -> None:
    assert [f"{path}: {fault}" for path, page in site.readable() for fault in page.heading_faults()] == []


def test_title_description_language(site: BuiltSite) -> None:
    assert [f"{path}: {fault}" for path, page in site.readable() for fault in page.head_faults()] == []


def test_titles_tell_pages_apart(site: BuiltSite) -> None:
    seen: dict[str, str] = {}
    same = [
        f"{path} and {seen[p.title]}: {p.title}"
        for path, p in site.readable()
        if seen.setdefault(p.title, path) != path
    ]
    assert same == []


def test_canonical_address(site: BuiltSite) -> None:
    assert site.canonical_faults() == []


def test_no_script_and_nothing_inline(site: BuiltSite) -> None:
    # How one likes to read, everywhere; searching, checking a file, several choices at once, copying a citation where
    # it is done. No page needs any of them to be read.
    allowed = {"/tim-kiem/": "search/page.js", "/kiem-tra-tep/": "file-check.js", "/van-ban/": "library.js"}
    found = [
        f"{path}: {fault}"
        for path, page in site.pages.items()
        for fault in page.inline_faults("reading.js", allowed.get(path, "sharing.js"))
    ]
    assert found == []


def test_no_dead_link(site: BuiltSite) -> None:
    assert site.link_faults() == []


def test_the_site_map_file_names_built_pages(site: BuiltSite) -> None:
    addresses = re.findall(r"<loc>(.*?)</loc>", (site.folder / "sitemap.xml").read_text("utf-8"))
    assert addresses
    located = [(address, site.locate("/", address)) for address in addresses]
    assert [address for address, link in located if link is None or site.file_of(link[0]) is None] == []


def test_inner_pages_say_where_the_reader_is(site: BuiltSite, page_type: PageType) -> None:
    path = page_type.example(site)
    page = site.page(path)
    trails = [e for e in page.all("nav") if re.search("đường dẫn|vị trí", e.attributes.get("aria-label", "").lower())]
    assert len(trails) == (1 if page_type.inner else 0)
