"""Pages drawn once: taken from the last build where nothing they show has changed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import trangtin_theme
from trangtin.disk.shelf import Row, Shelf, code_version, key_of, program_version
from trangtin.host.folder.output import page_data
from trangtin.host.pages.sheet import Sheet
from trangtin.host.view_bytes import ViewBytes
from trangtin.views.words import catalogues

if TYPE_CHECKING:
    from trangtin.host.folder.output import Output

NAME = "pages.sqlite"
FRAME = ("site", "assets", "page_styles", "is_serving", "problems")
"""The name under which templates see what stands around every page."""
Printed = Callable[[Sheet], tuple[str, Mapping[str, str | None]]]
"""Draws a sheet: returns the HTML, and the address of each target that the page leads to."""


@dataclass(frozen=True, slots=True)
class _Drawing:
    data: bytes
    """The bytes of the page."""
    addresses: Mapping[str, str | None]
    """Where each target was that the page leads to, when it was drawn."""


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page that lies in the site's folder."""

    sha256: str
    dead: tuple[str, ...] = ()
    """Targets it leads to that have no address."""


class DrawnPages:
    """The pages of one build, drawn or taken from the last build.

    A page is kept with the addresses of its links: it is used again while all of them are still right.
    """

    def __init__(
        self, printed: Printed, address: Callable[[str], str | None], shared: Mapping[str, Any], folder: Path, mode: str
    ) -> None:
        """`printed` draws a sheet, `address` gives a target's address, `shared` is what all pages see.

        Pages are kept in `folder`, apart for each `mode`.
        """
        self._printed = printed
        self._address = address
        self._as_bytes = ViewBytes()
        self._frame = key_of(mode, _code(), *(self._as_bytes.write(shared[name]) for name in FRAME)).hex()
        self._shelf = Shelf(folder / NAME, ("html", "sha256", "addresses"))

    def write(self, sheets: Mapping[str, Sheet], output: Output) -> tuple[Mapping[str, WrittenPage], Set[bytes]]:
        """Put these pages at their addresses in the site's folder; returns what is known of them, and their keys.

        A page that lies there already is not even read.
        """
        wanted = {key_of(self._frame, self._as_bytes.write(sheet)): address for address, sheet in sheets.items()}
        known = self._known(wanted.keys())
        written = {wanted[key]: WrittenPage(sha256) for key, sha256 in known.items()}
        absent = [key for key, sha256 in known.items() if not output.take_over(wanted[key], sha256)]
        for key, (html,) in self._shelf.find(absent, ("html",)):
            assert isinstance(html, bytes)
            output.write(wanted[key], zlib.decompress(html), known[key])
        fresh: dict[bytes, Row] = {}
        for key, address in wanted.items():
            if key in known:
                continue
            drawing = self._draw(sheets[address])
            sha256 = output.put(address, drawing.data)
            dead = tuple(target for target, place in drawing.addresses.items() if place is None)
            written[address] = WrittenPage(sha256, dead)
            if not dead:
                addresses = json.dumps(drawing.addresses, ensure_ascii=False)
                fresh[key] = zlib.compress(drawing.data, 1), sha256, addresses
        self._shelf.add(fresh)
        return written, frozenset(wanted)

    def keep(self, used: Set[bytes]) -> None:
        """Forget pages that this build did not use, once they are many."""
        self._shelf.keep(used)

    def _known(self, keys: Iterable[bytes]) -> Mapping[bytes, str]:
        """The hashes of those pages that were drawn before and whose links are still right."""
        return {
            key: str(sha256)
            for key, (sha256, addresses) in self._shelf.find(keys, ("sha256", "addresses"))
            if all(self._address(target) == place for target, place in json.loads(str(addresses)).items())
        }

    def _draw(self, sheet: Sheet) -> _Drawing:
        html, asked = self._printed(sheet)
        return _Drawing(page_data(html), asked)


def _code() -> str:
    """A hash of all code that draws a page: this program, the theme's templates, the libraries they use."""
    templates = sorted(Path(trangtin_theme.__file__).parent.rglob("*.html"))
    return program_version("jinja2", "markupsafe", "mkdocs") + code_version(*templates, *catalogues())
