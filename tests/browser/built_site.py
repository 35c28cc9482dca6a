"""A built portal on disk: its pages, addresses and links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from tests.browser.markup import Markup


@dataclass(frozen=True)
class BuiltSite:
    folder: Path
    url: str
    """Where the portal will stand in public (`site_url`), with its last slash."""

    @cached_property
    def pages(self) -> dict[str, Markup]:
        """Every HTML file by its address below `url`, from "/"."""
        files = sorted(self.folder.rglob("*.html"))
        return {self.path_of(file): Markup.of(file) for file in files}

    def path_of(self, file: Path) -> str:
        path = "/" + file.relative_to(self.folder).as_posix()
        return path.removesuffix("index.html")

    def page(self, path: str) -> Markup:
        path = path.partition("?")[0]
        assert path in self.pages, f"{path} was not built"
        return self.pages[path]

    def readable(self) -> Iterator[tuple[str, Markup]]:
        """The pages a person reads: all but stubs at old addresses."""
        return ((path, page) for path, page in self.pages.items() if not page.is_redirect)

    def file_of(self, path: str) -> Path | None:
        """The file that a web server would send for an address, or None."""
        file = self.folder / unquote(path).lstrip("/")
        file = file / "index.html" if path.endswith("/") else file
        return file if file.is_file() else None

    def locate(self, page: str, address: str) -> tuple[str, str] | None:
        """An address found on `page` as (path below the site, fragment); None for one that leaves the site."""
        full = urlsplit(urljoin(urljoin(self.url, page.lstrip("/")), address))
        home = urlsplit(self.url)
        if (full.scheme, full.netloc) != (home.scheme, home.netloc) or full.scheme not in ("http", "https"):
            return None
        # A link to above a site at a sub-path is kept as it is: it leads to nothing of ours, and is reported.
        inside = full.path.removeprefix(home.path.rstrip("/")) if full.path.startswith(home.path) else full.path
        return inside or "/", unquote(full.fragment)

    def internal_links(self, page: str) -> list[tuple[str, str]]:
        found = (self.locate(page, address) for address in self.page(page).addresses)
        return [link for link in found if link is not None]

    def link_faults(self) -> list[str]:
        """Links and loaded files that lead to nothing, and fragments that name no element."""
        faults = []
        for page in self.pages:
            for path, fragment in self.internal_links(page):
                file = self.file_of(path)
                if file is None:
                    faults.append(f"{page}: {path} was not built")
                elif fragment and file.suffix == ".html" and fragment not in self._ids(self.path_of(file)):
                    faults.append(f"{page}: {path} has no element #{fragment}")
        return sorted(set(faults))

    def canonical_faults(self) -> list[str]:
        """Pages whose canonical address is not their own (an error page has none: it stands at every address)."""
        faults = []
        for path, page in self.readable():
            expected = [] if path == "/404.html" else [urljoin(self.url, path.lstrip("/"))]
            if page.rel("canonical") != expected:
                faults.append(f"{path}: canonical {page.rel('canonical')} instead of {expected}")
        return faults

    @cache  # noqa: B019 - one site per test session
    def _ids(self, path: str) -> set[str]:
        return self.page(path).ids
