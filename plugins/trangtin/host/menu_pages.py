"""The pages that MkDocs must know for its menu, in builds that draw pages without MkDocs."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING, Any, NamedTuple

from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page

from trangtin.content.options.configuration import menu_items, menu_labels
from trangtin.host.addresses import destination
from trangtin.host.files.site_file import SiteFile

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

    from trangtin.host.found_pages import FoundPages
    from trangtin.host.site import Site


class MenuPage(NamedTuple):
    """A page that the menu names and that exists."""

    file: str
    """Its name in `nav`."""
    address: str
    label: str
    """What the menu calls it."""


class MenuPages:
    """The pages in the menu of one portal."""

    def __init__(self, nav: Any, site: Site, contents: FoundPages) -> None:
        """`nav` is the menu as typed."""
        self._site = site
        self._contents = contents
        self._labels = menu_labels(nav)
        self.listed = tuple(self._listed(nav))

    def files(self, config: MkDocsConfig, standing: Set[str] = frozenset()) -> Iterator[File]:
        """These pages as files of MkDocs.

        Of a page that is among the `standing` files of the last build, nothing is worked out but name and address.
        """
        for name, address, label in self.listed:
            target = self._contents.target(address)
            if target is not None and destination(address) in standing:
                if self._site.source_of(target, address) == name:
                    yield _named(config, name, address, label)
                continue
            content = self._contents.at(address)
            file = self._site.page(content, self._labels, address) if content is not None else None
            if file is not None and file.page is not None and file.src_uri == name:
                file.page.read_source(config)  # its title, where the menu gives it none
                yield file

    def _listed(self, nav: Any) -> Iterator[MenuPage]:
        layout, of = self._site.portal.layout, self._site.addresses.of
        for name in dict.fromkeys(item.path for item in menu_items(nav)):
            path = layout.in_menu(name)
            address = self._site.broken.get(path) or of(path)
            if address is None and name.endswith("index.md"):  # a list that no file has to stand behind
                address = name.removesuffix("index.md")
            if address is not None and name in self._labels and self._contents.has(address):
                yield MenuPage(name, address, self._labels[name])
            elif address is not None and (content := self._contents.at(address)) is not None:
                yield MenuPage(name, address, content.view.title)


def _named(config: MkDocsConfig, name: str, address: str, label: str) -> File:
    """A file of MkDocs of which only its name and its address will be asked."""
    file = SiteFile.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = destination(address)
    Page(label, file, config)
    return file
