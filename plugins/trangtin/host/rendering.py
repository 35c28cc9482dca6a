"""From Markdown to HTML: a pure function of text, profile and link table."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from trangtin.content.text import slug
from trangtin.host.points import Point, Points
from trangtin.host.printed import PrintedExtension
from trangtin.host.sanitizer import without_danger
from trangtin.host.tree import TEMPLATE_IDS, HeadingOrder, LinkResolver, RepositoryLinks, register


class Profile(Enum):
    """How a text is to be read."""

    PROSE = "prose"
    """News and pages: Markdown as everywhere."""
    PRINTED = "printed"
    """Issued documents: the typed numbering is kept."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text as HTML."""

    html: str
    toc: list[Any]
    """Python-Markdown's `toc_tokens`."""
    outline: tuple[Point, ...] = ()
    """The numbered points of an issued text that an outline shows."""


# What editors of such portals write, beyond MkDocs' own toc, tables and fenced_code.
_OURS = ("sane_lists", "footnotes", "abbr", "admonition", "attr_list")
# Each of these turns something typed into something else: a line that vanishes, a number that is counted anew.
_NOT_IN_PRINT = ("sane_lists", "attr_list", "smarty", "nl2br", "abbr", "footnotes", "admonition")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


class Renderer:
    """Holds one Markdown instance per profile: making one costs more than most texts."""

    def __init__(self, extensions: Sequence[str | Extension], configs: Mapping[str, Mapping[str, Any]]) -> None:
        """Take the extensions and their options from `mkdocs.yml`."""
        self._extensions = extensions
        self._configs = configs
        self._made: dict[Profile, tuple[Markdown, HeadingOrder, RepositoryLinks, Points]] = {}

    def render(
        self, text: str, profile: Profile, base: int, resolve: LinkResolver, title: str | None = None
    ) -> Rendered:
        """Render `text` with its first heading at h`base`; an opening heading that repeats `title` is left out.

        Comments are notes among editors and go nowhere.
        """
        text = _COMMENT.sub("", text)
        if not text.strip():
            return Rendered("", [])
        if profile not in self._made:
            self._made[profile] = self._make(profile)
        md, headings, links, points = self._made[profile]
        md.reset()
        headings.base, headings.title = base, title
        links.resolve = resolve
        html = md.convert(text)
        if profile is Profile.PROSE and md.htmlStash.html_counter:  # something in it did not go through the tree
            html = without_danger(html)
        outline = tuple(points.outline) if profile is Profile.PRINTED else ()
        return Rendered(html, list(getattr(md, "toc_tokens", [])), outline)

    def _make(self, profile: Profile) -> tuple[Markdown, HeadingOrder, RepositoryLinks, Points]:
        configs = {name: dict(options) for name, options in self._configs.items()}
        configs.setdefault("toc", {})
        configs["toc"]["slugify"] = heading_id
        extensions: list[str | Extension] = list(dict.fromkeys([*self._extensions, *_OURS]))
        if profile is Profile.PRINTED:
            extensions = [name for name in extensions if not _is_one_of(name, _NOT_IN_PRINT)]
            extensions.append(PrintedExtension())
        md = Markdown(extensions=extensions, extension_configs=configs)
        points = Points(md)
        if profile is Profile.PRINTED:  # after the links in the text are settled
            md.treeprocessors.register(points, "tt-points", 7)
        return md, *register(md), points


def heading_id(text: str, separator: str) -> str:
    """The id of a heading (đ becomes d); ids that our templates use themselves are kept free."""
    name = slug(text).replace("-", separator) or "m"
    return f"m{separator}{name}" if name in TEMPLATE_IDS or name.startswith("muc-") else name


def _is_one_of(extension: str | Extension, names: Sequence[str]) -> bool:
    return isinstance(extension, str) and extension.rpartition(".")[2] in names
