"""A build in which MkDocs holds all pages and draws each of them, because others have a say in what they become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trangtin.content.options.configuration import menu_labels
from trangtin.host.conclusion import Beside, InPlace
from trangtin.host.way import ToPlace

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from trangtin.host.press import Press
    from trangtin.host.site import Site


class ByMkDocs(ToPlace):
    """All pages and files of one site, given to MkDocs."""

    def __init__(self, config: MkDocsConfig, place: Beside | InPlace, *, for_editors: bool) -> None:
        """`place` is how the site comes to where it is to stand; `for_editors` adds the pages that only they see."""
        super().__init__(place)
        self._config = config
        self._for_editors = for_editors

    def start(self, files: Files, site: Site) -> None:
        """Give MkDocs all pages and files."""
        site.add_to(files, menu_labels(self._config.nav), for_editors=self._for_editors)
        self._place.receive(files)

    def finish(self, press: Press, site: Site) -> tuple[str, ...]:
        """Complete the site."""
        site.close()
        return super().finish(press, site)
