"""Turns targets and typed links into addresses relative to the page that shows them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from urllib.parse import quote, unquote

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from mkdocs.utils import get_relative_url

from trangtin.content.entry import Layout
from trangtin.content.links import ELSEWHERE
from trangtin.content.text import normalise
from trangtin.host.addresses import Addresses
from trangtin.host.pages.pictures import Fit, Pictures
from trangtin.host.pages.text_pictures import FIRST, WAITS
from trangtin.host.texts.tree import LinkResolver
from trangtin.views.targets import in_language

_SIZES = "sizes:"
"""Prefix of the address of a picture: stands for all sizes that it is shown in."""

_HARMLESS = re.compile(r"(?i)(?:https?:|mailto:|tel:|/|#|\?)")
_WITH_SCHEME = re.compile(r"(?i)(?:https?|mailto|tel):")


class HrefFilter:
    """The template filter `href`: a target as an address relative to the page being drawn.

    It is told of each page before the page is drawn, instead of asking Jinja's context for it: macros that need no
    context are made once, those that do are made anew for every page.
    """

    def __init__(self, addresses: Addresses, pictures: Pictures, named: Mapping[str, str]) -> None:
        """Start outside any page. `named` are addresses that go out under the hash of their content as well."""
        self._addresses = addresses
        self._pictures = pictures
        self._named = named
        self._here: Sequence[str] | None = None
        self._base = "/"
        self._asked: dict[str, str | None] = {}
        self._written: dict[str, str] = {}

    def draw(self, page: str | None, base: str) -> Mapping[str, str | None]:
        """Begin the page at `page`, from which `base` leads to the root; None: the page for missing addresses.

        Returns a mapping that fills up with the targets the page asks for and their addresses, None for those without
        one.
        """
        self._here, self._base = None if page is None else page.split("/"), base
        self._asked, self._written = {}, {}
        return self._asked

    def address(self, target: str) -> str | None:
        """The address of a target; None for what is not on the site. Of a picture's sizes, one text for all."""
        if target.startswith(_SIZES):
            return self._pictures.told(target.removeprefix(_SIZES))
        if target.startswith("url:"):
            return target.removeprefix("url:")
        found = self._addresses.of(target)
        return None if found is None else self._named.get(found, found)

    def __call__(self, target: str) -> str:
        """The relative address to write into `href`."""
        written = self._written.get(target)  # tables lead to the same units and papers in row after row
        if written is None:
            written = self._written[target] = self._to_write(target)
        return written

    def _to_write(self, target: str) -> str:
        if _WITH_SCHEME.match(target):
            return target
        if target.startswith("link:"):  # as typed in `nav`: MkDocs has said what it thinks of it
            return target.removeprefix("link:")
        address = self._asked[target] = self.address(target)
        return "#" if address is None else self._relative(address)

    def picture(self, target: str, alt: str, fit: str, is_first: bool = False) -> Markup:
        """The element that shows a picture as it fits (a `Fit` in small letters); `is_first`: it is not to wait."""
        address = self._addresses.of(target)
        if address is None:
            return Markup()
        sizes = f"{_SIZES}{address}"
        self._asked[sizes] = self.address(sizes)
        attributes = Markup(' alt="{}"').format(alt) + Markup(FIRST if is_first else WAITS)
        return self._pictures.markup(address, self._relative, str(attributes), Fit[fit.upper()])

    def _relative(self, address: str) -> str:
        if self._here is None:  # that page may be shown at any depth: only absolute links hold there
            return f"{self._base.rstrip('/')}/{quote(address)}"
        if not address:
            return self._base
        here, there = self._here, _steps(address)
        common = 0
        for ours, theirs in zip(here, there, strict=False):
            if ours != theirs:
                break
            common += 1
        return "../" * (len(here) - 1 - common) + "/".join(there[common:]) or "./"


@lru_cache(maxsize=20_000)
def _steps(address: str) -> tuple[str, ...]:
    """An address, quoted, as its folders and at the end the name of the file, which may be empty."""
    return tuple(quote(address).split("/"))


def jinja_filter(href: HrefFilter) -> Callable[[Context, str], str]:
    """The filter as Jinja has to see it.

    It takes the context, and makes nothing of it, only so that Jinja does not work out `'list:contact' | href` once for
    all pages: in a page two folders deep the address is another one.
    """
    return pass_context(lambda _, target: href(target))


def link_resolver(path: str, address: str, addresses: Addresses, layout: Layout, tag: str) -> LinkResolver:
    """Resolves links typed in the file at `path`, whose page is at `address`. The checks tell dead ones.

    Where a page has a version in the language `tag` of the text, that is what is meant: links of a translation may stay
    as they are in the original.
    """

    def resolve(link: str) -> str | None:
        if ELSEWHERE.match(link):
            return link if _HARMLESS.match(link) else None
        place, mark, rest = re.match(r"([^#?]*)([#?]?)(.*)", link, re.DOTALL).groups()  # type: ignore[union-attr]
        meant = layout.resolve(path, normalise(unquote(place))) or ""
        found = addresses.of(in_language(tag, meant)) or addresses.of_path(meant)
        return None if found is None else get_relative_url(quote(found) or ".", address) + mark + rest

    return resolve
