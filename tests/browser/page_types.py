"""The kinds of pages of the sample portal, each with one example to look at."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.browser.built_site import BuiltSite


@dataclass(frozen=True)
class PageType:
    name: str
    path: str
    """The example's address, or, where the sample may change, a pattern for the first link on `listing` that fits."""

    listing: str = ""
    inner: bool = True
    """Below the home page, so that it must say where the reader is."""

    requests: int = 6
    """How many files it may ask for, pictures aside."""

    is_like: str = ""
    """The type whose template draws this one too, with no other parts: its look says what this one's would."""

    def example(self, site: BuiltSite) -> str:
        if not self.listing:
            return self.path
        links = (path for path, _ in site.internal_links(self.listing))
        found = next((path for path in links if re.fullmatch(self.path, path)), None)
        assert found is not None, f"{self.listing} links to nothing like {self.path}"
        return found

    def __str__(self) -> str:
        return self.name


DOCUMENT = PageType("document", "/van-ban/2021/12-kh-tct/")
PAGE_TYPES = (
    PageType("home", "/", inner=False),
    PageType("campaigns", "/phong-trao/"),
    PageType("campaign", "/phong-trao/bau-cu-2021/"),
    PageType("campaigns-of-a-year", "/phong-trao/nam/2021/", is_like="campaigns"),
    PageType("comparison", "/phong-trao/so-sanh/"),
    PageType("awards", "/khen-thuong/"),
    PageType("awards-of-a-unit", r"/khen-thuong/don-vi/[^/]+/", listing="/khen-thuong/", is_like="awards"),
    PageType("archive", "/luu-tru/"),
    PageType("term", r"/luu-tru/[^/]+/", listing="/luu-tru/"),
    PageType("library", "/van-ban/"),
    PageType("promptness", "/van-ban/kip-thoi/"),
    PageType("documents-of-a-year", "/van-ban/2021/"),
    DOCUMENT,
    PageType("documents-of-a-type", r"/van-ban/loai/[^/]+/", listing="/van-ban/", is_like="documents-of-a-year"),
    PageType("news", "/tin-tuc/"),
    PageType("news-item", r"/tin-tuc/\d{4}/[^/]+/", listing="/tin-tuc/"),
    PageType("units", "/don-vi/"),
    PageType("unit", "/don-vi/khoa-llcs/"),
    PageType("search", "/tim-kiem/", requests=11, is_like="search-results"),
    PageType("search-results", "/tim-kiem/?q=bau%20cu&nam=2021", requests=40),
    PageType("site-map", "/so-do-trang/"),
    PageType("file-check", "/kiem-tra-tep/", requests=7),
    PageType("disclosure", "/tiep-can-thong-tin/"),
    PageType("feedback", "/gop-y/"),
    PageType("accessibility", "/tro-nang/"),
    PageType("about", "/gioi-thieu/"),
    PageType("contact", "/lien-he/"),
    PageType("not-found", "/404.html", inner=False),
)
LOOKED_AT = tuple(each for each in PAGE_TYPES if not each.is_like)
"""One of each look."""
