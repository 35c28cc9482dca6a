"""The three ways to build, each a class with the methods below; `plugin` chooses one before MkDocs empties the folder.

| who has a say in pages | what for | way |
|---|---|---|
| we alone | a preview | `preview.on_edit.Edits`: nothing is made before somebody asks for it |
| we alone | a site | `edition.Edition`: we make and write all pages, side by side |
| another plugin, hook, theme or template too | both | `by_mkdocs.ByMkDocs`: MkDocs holds all pages and draws each |
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from trangtin.host.conclusion import Beside, InPlace

if TYPE_CHECKING:
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

    from trangtin.host.press import Press
    from trangtin.host.site import Site


class Way:
    """How one build makes its pages and files: the methods are called in this order, and do nothing by themselves."""

    def open(self) -> None:
        """Before MkDocs empties the folder that it writes into, which may be made another here."""

    def start(self, files: Files, site: Site) -> None:
        """Add to `files` what MkDocs is to know of, and take out what it is not to see."""

    def finish_menu(self, files: Files, nav: Navigation) -> None:
        """When MkDocs has made its menu."""

    def make(self, press: Press, files: Files) -> None:
        """Make what is not left to MkDocs; `files` are those that it will write."""

    def shared(self) -> Mapping[str, Any]:
        """What templates see that are no page, besides what `Press` gives them."""
        return {}

    def finish(self, press: Press, site: Site) -> tuple[str, ...]:
        """When MkDocs has written what was left to it; returns what the editor is to be told, in sentences."""
        return ()

    def leave(self) -> None:
        """After every build, also one that failed; also after none, and twice."""


class ToPlace(Way):
    """A way that ends with a whole site where it is to stand."""

    def __init__(self, place: Beside | InPlace) -> None:
        """`place` is how the site comes there."""
        self._place = place

    def open(self) -> None:
        """Open the place."""
        self._place.open()

    def finish(self, press: Press, site: Site) -> tuple[str, ...]:
        """Complete the site."""
        press.close()
        return self._place.conclude(site)

    def leave(self) -> None:
        """Leave the place."""
        self._place.leave()
