"""Pages drawn once: from the last build where nothing they show has changed, the rest on all processors."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import get_relative_url

import trangtin_theme
from trangtin.host.output import page_sha256
from trangtin.host.sheet import Sheet, spelt_out
from trangtin.parallel import in_copies, processes_for
from trangtin.shelf import Row, Shelf, code_version, key_of, program_version
from trangtin.views.words import catalogues

if TYPE_CHECKING:
    from jinja2 import Environment

    from trangtin.host.links import HrefFilter
    from trangtin.host.tongue import Tongue

NAME = "pages.sqlite"
FRAME = ("site", "assets", "page_styles", "is_serving", "problems")
"""What templates see on every page, by its name among the globals."""
TEMPLATE = "drawn.html"
"""The template that gives out a page that was drawn already."""
STAYS = "stays"
"""Given to MkDocs for a page that is not to be written: it passes over pages of which nothing comes."""
ENOUGH, _TOGETHER = 60, 20
"""Pages for which one more process is worth its start, and how many are sent to one at once."""


@dataclass(frozen=True, slots=True)
class _Drawing:
    html: bytes
    """Compressed: ten thousand pages are held at once."""
    sha256: str
    """Of the file that the page is to be."""
    addresses: Mapping[str, str]
    """Where each target was that the page leads to."""


class DrawnPages:
    """The pages of one build.

    A page is kept with the targets it led to: it is used again where they still are where they were.
    """

    def __init__(self, env: Environment, href: HrefFilter, tongue: Tongue, folder: Path, mode: str) -> None:
        """Draw with `env`, whose globals all pages share, and keep drawings in `folder` for builds of this `mode`."""
        self._env = env
        self._href = href
        self._tongue = tongue
        self._frame = key_of(mode, _code(), *(spelt_out(env.globals[name]) for name in FRAME)).hex()
        self._shelf = Shelf(folder / NAME, ("html", "sha256", "addresses"))
        self._ready: dict[str, bytes | None] = {}
        self._used: set[bytes] = set()
        self._fresh: dict[bytes, Row] = {}

    def prepare(self, sheets: Iterable[Sheet], stays: Callable[[str, str], bool]) -> None:
        """Have these ready, save those that lead to what has no address: of them MkDocs has to tell.

        `stays` is asked, by URL and hash, whether a page lies in the site's folder already: then it is not even read.
        """
        wanted = {key_of(self._frame, spelt_out(sheet)): sheet for sheet in sheets}
        self._used |= wanted.keys()
        known: dict[bytes, str] = {}
        for key, (sha256, addresses) in self._shelf.find(wanted, ("sha256", "addresses")):
            if all(self._href.address(target) == address for target, address in json.loads(str(addresses)).items()):
                known[key] = str(sha256)
        missing = {key: sheet for key, sheet in wanted.items() if key not in known}
        there = {key for key, sha256 in known.items() if stays(wanted[key].page.url, sha256)}
        self._ready |= {wanted[key].page.url: None for key in there}
        for key, (html,) in self._shelf.find(known.keys() - there, ("html",)):
            assert isinstance(html, bytes)
            self._ready[wanted[key].page.url] = html
        made = in_copies(
            self._draw, list(missing.values()), processes=processes_for(len(missing), ENOUGH), together=_TOGETHER
        )
        for (key, sheet), drawing in zip(missing.items(), made, strict=True):
            if drawing is not None:
                url = sheet.page.url
                self._ready[url] = None if stays(url, drawing.sha256) else drawing.html
                addresses = json.dumps(drawing.addresses, ensure_ascii=False)
                self._fresh[key] = drawing.html, drawing.sha256, addresses

    def holds(self, url: str) -> bool:
        """Whether the page at `url` is drawn."""
        return url in self._ready

    def take(self, url: str) -> str:
        """The page at `url`, once; some word in its place if it lies there already."""
        html = self._ready.pop(url)
        return STAYS if html is None else zlib.decompress(html).decode("utf-8", "surrogatepass")

    def close(self) -> None:
        """Write down what is new."""
        self._shelf.add(self._fresh)
        self._shelf.keep(self._used)
        self._ready.clear()
        self._fresh.clear()

    def _draw(self, sheet: Sheet) -> _Drawing | None:
        base = get_relative_url(".", sheet.page.url)
        asked = self._href.draw(sheet.page.url, base)
        self._tongue.speak(sheet.view.frame)
        html = self._env.get_template(sheet.template).render(sheet.context, base_url=base)
        found = {target: address for target, address in asked.items() if address is not None}
        if len(found) < len(asked):
            return None
        return _Drawing(zlib.compress(html.encode("utf-8", "surrogatepass"), 1), page_sha256(html), found)


def _code() -> str:
    """Changes with every line of what draws a page: the program, the theme's templates, the libraries they use."""
    templates = sorted(Path(trangtin_theme.__file__).parent.rglob("*.html"))
    return program_version("jinja2", "markupsafe", "mkdocs") + code_version(*templates, *catalogues())
