"""What a preview shows of one state of a portal: each page is drawn, each file made, when somebody asks for it.

An edit then costs the reading of what changed and the pages that are looked at, however many there are. Nothing here
points back at what holds it: a state that is no longer shown goes at once, and need not be looked for among the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from trangtin.host.addresses import destination, list_address, list_folders
from trangtin.host.contents import Run
from trangtin.host.output import sha256_of
from trangtin.host.pages import Content, PortalPage
from trangtin.host.proofs import FILE_LIST, Proofs
from trangtin.host.site import Site
from trangtin.host.site_file import SiteFile, data_of
from trangtin.host.site_files import SEARCH
from trangtin.host.unrolled import Unrolled

if TYPE_CHECKING:
    from mkdocs.structure.files import File

    from trangtin.host.press import Press

_DATA = (".json", ".csv", ".xml", ".ics", ".ma-qr.svg")
"""How the names of the files end that `Site.data` makes."""

Answer = str | bytes | Path


class Contents:
    """The pages of a portal by address, none of them worked out before it is asked for."""

    def __init__(self, site: Site, broken: Mapping[str, str]) -> None:
        """`broken` maps unreadable files to the addresses where their problems are shown."""
        self._single: dict[str, Run] = {}
        self._lists: dict[str, Unrolled[Content]] = {}
        self._targets: dict[str, str] = {}
        for run in site.runs:
            if run.is_list:
                address = list_address(run.target)
                self._lists[address] = Unrolled(_supply(site, run.make))
            else:
                # Of two at one address MkDocs writes the later one last.
                address = site.addresses.of(run.target) or ""
                self._single[address] = run
            self._targets[address] = run.target
        self._editors = Unrolled(lambda: _addressed(site, site.editors_pages(broken)))
        self._own = frozenset(broken.values())

    def has(self, address: str) -> bool:
        """Whether a file or a whole list has its page at an address; of cuts and further pages nothing is said."""
        return address in self._own or address in self._targets

    def target(self, address: str) -> str | None:
        """The target of the page at the address of a file or of a whole list, if there is one."""
        return self._targets.get(address)

    def at(self, address: str) -> Content | None:
        """What the page at an address is made of; None where there is no page."""
        if address in self._own:
            return self._editors.get(address)
        if address in self._single:
            return next(iter(self._single[address].make()), None)
        likely = [self._lists[folder] for folder in list_folders(address) if folder in self._lists]
        found = (supply.get(address) for supply in (*likely, self._editors))
        return next((content for content in found if content is not None), None)


def _supply(site: Site, make: Callable[[], Iterable[Content]]) -> Callable[[], Iterator[tuple[str, Content]]]:
    return lambda: _addressed(site, ((content, None) for content in make()))


def _addressed(site: Site, made: Iterable[tuple[Content, str | None]]) -> Iterator[tuple[str, Content]]:
    for content, address in made:
        yield address or site.addresses.of(content.target) or "", content


class OnDemand:
    """The pages and files of one state of a portal."""

    def __init__(self, site: Site, press: Press, contents: Contents, labels: Mapping[str, str]) -> None:
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
