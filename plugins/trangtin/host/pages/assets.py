"""Styles, scripts and other parts of the theme, published under names with a hash, so that browsers may keep them.

Templates and scripts name them as they lie in the theme: the filter `url` and `Assets` put the other name in its place.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from jinja2 import pass_context

from trangtin.host.folder.output import sha256_of
from trangtin.signing.hashed_name import hashed_name
from trangtin.views.parts.look import DEFAULT, AccentColours

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context

    from trangtin.host.pages.stylesheet import Styles

THEME = "trangtin"
"""The name of our theme: under it no file of Material is published."""
FOLDER = "assets/"
ICON = "assets/favicon.svg"
"""The icon beside the title in a browser; a stylesheet cannot colour it."""
STYLES = "assets/trangtin.css"
CONTRAST_STYLES = "assets/contrast.css"
COMPONENT_STYLES = "assets/trangtin-components.css"
"""The stylesheet of our components under another theme."""
_PAGE_STYLES = "assets/pages/"
_PREVIEW_TEMPLATES = frozenset({"desk.html", "problems.html"})
"""Templates of pages that no published site has."""
_SCRIPTS = frozenset({".js", ".mjs"})
_NAMED = re.compile(rb"""(?P<mark>['"])(?:\./)?(?P<name>[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+)(?P=mark)""")
"""How one script names another file of its folder."""


class Assets:
    """The files of one build by their address in the theme."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        """Name each file by a hash of its content and of all files that it names itself."""
        self._contents = contents
        self.named: dict[str, str] = {address: self._name(address) for address in sorted(contents)}
        """From each address in the theme to the address it is published under."""

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each as (address, content); fonts and drawings also under their own names, by which styles ask for them."""
        for address, name in self.named.items():
            yield name, self._with_names(address)
            if PurePosixPath(address).suffix not in _SCRIPTS | {".css"}:
                yield address, self._contents[address]

    def _name(self, address: str) -> str:
        reached, left = {address}, [address]
        while left:
            found = {beside for _, beside in self._leads_to(left.pop())} - reached
            reached |= found
            left += sorted(found)
        others = sorted(reached - {address})
        whole = [self._contents[address], *(part for each in others for part in (each.encode(), self._contents[each]))]
        return hashed_name(address, sha256_of(b"\0".join(whole)))

    def _leads_to(self, address: str) -> Iterator[tuple[re.Match[bytes], str]]:
        """Where the script at `address` names another file, with that file's address."""
        if PurePosixPath(address).suffix in _SCRIPTS:
            for match in _NAMED.finditer(self._contents[address]):
                beside = f"{posixpath.dirname(address)}/{match['name'].decode()}"
                if beside in self._contents:
                    yield match, beside

    def _with_names(self, address: str) -> bytes:
        pieces, end = [], 0
        data = self._contents[address]
        for match, beside in self._leads_to(address):
            pieces += [data[end : match.start("name")], posixpath.basename(self.named[beside]).encode()]
            end = match.end("name")
        return b"".join([*pieces, data[end:]])


def theme_assets(themes: Sequence[Path], colours: AccentColours) -> dict[str, bytes]:
    """The files under `assets/` of all themes; of files of one name that of the first theme.

    The last theme is ours; its icon goes out in the unit's colour.
    """
    found: dict[str, bytes] = {}
    for theme in reversed(themes):
        for file in sorted((theme / FOLDER).rglob("*")):
            if file.is_file() and not any(part.startswith(".") for part in file.relative_to(theme).parts):
                found[file.relative_to(theme).as_posix()] = file.read_bytes()
        if theme == themes[-1] and ICON in found:
            found[ICON] = found[ICON].replace(DEFAULT.light.encode(), colours.light.encode())
    return found


def url_filter(url: Callable[[Context, str], str], named: Mapping[str, str]) -> Callable[[Context, str], str]:
    """MkDocs' filter `url`, for which an asset stands where it goes out."""
    return pass_context(lambda context, value: url(context, named.get(value, value)))


def style_assets(styles: Styles, *, is_preview: bool, is_ours: bool) -> dict[str, bytes]:
    """Every stylesheet that pages load; `is_ours` says that they are drawn in the frame of our own theme."""
    sheets = {STYLES: styles.shared(), CONTRAST_STYLES: styles.contrast()}
    for template, css in styles.by_page().items():
        if is_preview or template not in _PREVIEW_TEMPLATES:
            sheets[f"{_PAGE_STYLES}{template.removesuffix('.html')}.css"] = css
    if not is_ours:
        sheets[COMPONENT_STYLES] = styles.components()
    return {address: css.encode() for address, css in sheets.items()}
