"""What a preview shows of one state of a portal: each page is drawn, each file made, when somebody asks for it.

An edit then costs the reading of what changed and the pages that are looked at, however many there are. Nothing here
points back at what holds it: a state that is no longer shown goes at once, and need not be looked for among the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from trangtin.host.addresses import destination
from trangtin.host.files.proofs import FILE_LIST, Proofs
from trangtin.host.files.site_file import SiteFile, data_of
from trangtin.host.files.site_files import SEARCH
from trangtin.host.folder.output import sha256_of
from trangtin.host.found_pages import FoundPages
from trangtin.host.pages.page import PortalPage
from trangtin.host.site import Site
from trangtin.host.unrolled import Unrolled

if TYPE_CHECKING:
    from mkdocs.structure.files import File

    from trangtin.host.press import Press

_DATA = (".json", ".csv", ".xml", ".ics", ".ma-qr.svg")
"""Endings of the names of files that `Site.data` makes."""

Answer = str | bytes | Path


class OnDemand:
    """The pages and files of one state of a portal."""

    def __init__(self, site: Site, press: Press, contents: FoundPages, labels: Mapping[str, str]) -> None:
        """`labels` are the menu's names of pages by their files."""
        self._site = site
        self._press = press
        self._contents = contents
        self._labels = labels
        self._files = Unrolled(lambda: _named(site.files.others()))
        self._data = Unrolled(lambda: _named(site.files.data()))
        self._index = Unrolled(lambda: _named(site.files.index()))
        self._redirects = Unrolled(lambda: _named(site.files.redirects()))

    def answer(self, address: str) -> Answer | None:
        """The page or file at an address relative to the site's root; None where there is nothing."""
        if address == "404.html":
            return self.missing()
        if f"/{address}".endswith(("/", "/index.html")):
            page = self._page(address.removesuffix("index.html"))
            if page is not None:
                return page
            address = destination(address)
        for found in (self._site.files.found.at(address), self._file(address)):
            if found is not None:
                return found
        redirect = self._redirects.get(address)
        return None if redirect is None else redirect.content_bytes

    def missing(self) -> str:
        """The page for addresses that lead nowhere."""
        return self._press.draw_missing()

    def _page(self, address: str) -> str | None:
        content = self._contents.at(address)
        if content is None:
            return None
        page = self._site.page(content, self._labels, address).page
        assert isinstance(page, PortalPage)
        return self._press.draw(page)

    def _file(self, address: str) -> Answer | None:
        if address == FILE_LIST:
            return Proofs(self._site.portal, self._site.addresses).file_list(self._hash)
        file = self._made(address)
        if file is None:
            return None
        return file.content_bytes if file.abs_src_path is None else Path(file.abs_src_path)

    def _made(self, address: str) -> File | None:
        supplies = [self._files]
        if address.startswith(SEARCH):
            supplies.append(self._index)
        if address.endswith(_DATA):
            supplies.append(self._data)
        return next((file for supply in supplies if (file := supply.get(address)) is not None), None)

    def _hash(self, address: str) -> str | None:
        made = self._made(address)
        if isinstance(made, SiteFile) and made.sha256 is not None:  # known since the file was read
            return made.sha256
        found = self.answer(address)
        return None if found is None else sha256_of(data_of(found))


def _named(files: Iterable[File]) -> Iterator[tuple[str, File]]:
    return ((file.dest_uri, file) for file in files)
