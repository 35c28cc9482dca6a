"""From Markdown to HTML: the result depends on the text, its profile and where its links lead, on nothing else."""

from __future__ import annotations

import json
import xml.etree.ElementTree as etree
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, BlockQuoteProcessor, HashHeaderProcessor
from markdown.extensions import Extension
from markdown.extensions.tables import TableProcessor

from trangtin.content.comments import without_comments
from trangtin.content.options.host_names import EXTENSIONS
from trangtin.content.text import slug
from trangtin.host.texts.annexes import Annexes
from trangtin.host.texts.pasted import PastedExtension
from trangtin.host.texts.points import Point, Points
from trangtin.host.texts.printed import PrintedExtension
from trangtin.host.texts.sanitizer import without_danger
from trangtin.host.texts.tree import TEMPLATE_IDS, HeadingOrder, LinkResolver, RepositoryLinks, register


class Profile(Enum):
    """The rules by which a text is read."""

    PROSE = "prose"
    """News and pages: Markdown as everywhere, and what people paste from Word."""
    PRINTED = "printed"
    """Issued documents: the typed numbering is kept."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text as HTML."""

    html: str
    toc: list[Any]
    """Python-Markdown's `toc_tokens`."""
    outline: tuple[Point, ...] = ()
    """The numbered points of an issued text, for the list beside it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be rendered, with all that its HTML depends on."""

    markdown: str
    profile: Profile
    base: int
    """Level of its first heading (2 for h2)."""
    title: str | None
    """Title of the page: an opening heading that repeats it is left out. None keeps every heading."""
    resolve: LinkResolver


# What editors of such portals write, beyond MkDocs' own toc, tables and fenced_code.
_OURS = ("sane_lists", "footnotes", "abbr", "admonition", "attr_list")
# Each of these turns something typed into something else: a line that vanishes, a number that is counted anew.
_NOT_IN_PRINT = ("sane_lists", "attr_list", "smarty", "nl2br", "abbr", "footnotes", "admonition")
_SIGNED = {
    "table": (TableProcessor, "|", 75),
    "hashheader": (HashHeaderProcessor, "#", 70),
    "quote": (BlockQuoteProcessor, ">", 20),
}
"""Block processors of Python-Markdown by name: their class, a sign that every block they take has, and their priority.
"""


class QuickMarkdown(Markdown):
    """Python-Markdown, with a quicker `is_block_level`: the library's own goes through a list at every call."""

    def __init__(self, extensions: Sequence[str | Extension], configs: Mapping[str, Mapping[str, Any]]) -> None:
        """`configs` has the options of extensions, by their names."""
        self._levels: dict[Any, bool] = {}
        super().__init__(extensions=extensions, extension_configs=configs)

    def is_block_level(self, tag: Any) -> bool:
        """Whether this is the tag of a block element."""
        level = self._levels.get(tag)
        if level is None:
            level = self._levels[tag] = super().is_block_level(tag)
        return level


class Signed(BlockProcessor):
    """Puts a quick test before a block processor: is there a sign in the block that all blocks it takes have?"""

    def __init__(self, asked: BlockProcessor, sign: str) -> None:
        """`asked` is the processor that does the work."""
        super().__init__(asked.parser)
        self._asked, self._sign = asked, sign

    def test(self, parent: etree.Element, block: str) -> bool:
        """Whether the processor takes the block."""
        return self._sign in block and self._asked.test(parent, block)

    def run(self, parent: etree.Element, blocks: list[str]) -> bool | None:
        """Leave the block to the processor."""
        return self._asked.run(parent, blocks)


class Renderer:
    """Holds one Markdown instance per profile: making one costs more than most texts."""

    def __init__(self, extensions: Sequence[str | Extension], configs: Mapping[str, Mapping[str, Any]]) -> None:
        """Take the extensions and their options from `mkdocs.yml`."""
        self._extensions = extensions
        self._configs = configs
        self._made: dict[Profile, tuple[Markdown, HeadingOrder, RepositoryLinks, Points]] = {}

    def render(self, text: Text) -> Rendered:
        """Render a text, without its comments: they are notes among editors."""
        typed = without_comments(text.markdown)
        if not typed.strip():
            return Rendered("", [])
        profile = text.profile
        if profile not in self._made:
            self._made[profile] = self._make(profile)
        md, headings, links, points = self._made[profile]
        md.reset()
        headings.base, headings.title = text.base, text.title
        links.resolve = text.resolve
        html = md.convert(typed)
        if profile is Profile.PROSE and md.htmlStash.html_counter:  # something in it did not go through the tree
            html = without_danger(html)
        outline = tuple(points.outline) if profile is Profile.PRINTED else ()
        return Rendered(html, list(getattr(md, "toc_tokens", [])), outline)

    @property
    def options(self) -> str | None:
        """All that renderings depend on besides the text, as JSON; None where that cannot be told.

        It cannot for an extension of somebody else, which may read files or a clock.
        """
        names = [name.removeprefix("markdown.extensions.") for name in self._extensions if isinstance(name, str)]
        if len(names) < len(self._extensions) or not EXTENSIONS.issuperset(names):
            return None
        try:
            return json.dumps([names, self._configs], ensure_ascii=False)
        except TypeError:  # a function among the options
            return None

    @property
    def recipe(self) -> str | None:
        """What another machine makes the same renderer from, as JSON; None where that cannot be told."""
        return None if self.options is None else json.dumps([list(self._extensions), self._configs])

    def _make(self, profile: Profile) -> tuple[Markdown, HeadingOrder, RepositoryLinks, Points]:
        configs = {name: dict(options) for name, options in self._configs.items()}
        configs.setdefault("toc", {})
        configs["toc"]["slugify"] = heading_id
        extensions: list[str | Extension] = list(dict.fromkeys([*self._extensions, *_OURS]))
        if profile is Profile.PRINTED:
            extensions = [name for name in extensions if not _is_one_of(name, _NOT_IN_PRINT)]
            extensions.append(PrintedExtension())
            configs["toc"]["marker"] = ""  # "[TOC]" on paper stays, and need not be looked for
        else:
            extensions.append(PastedExtension())
        md = QuickMarkdown(extensions, configs)
        processors = md.parser.blockprocessors
        for name, (kind, sign, priority) in _SIGNED.items():
            if name in processors and type(processors[name]) is kind:  # none that an extension has put in its place
                processors.register(Signed(processors[name], sign), name, priority)
        points = Points(md)
        if profile is Profile.PRINTED:  # after the links in the text are settled
            md.treeprocessors.register(Annexes(md), "tt-annexes", 9)
            md.treeprocessors.register(points, "tt-points", 7)
        return md, *register(md), points


def heading_id(text: str, separator: str) -> str:
    """The id of a heading, in plain letters; one that our templates use gets an `m` before it."""
    name = slug(text).replace("-", separator) or "m"
    return f"m{separator}{name}" if name in TEMPLATE_IDS or name.startswith("muc-") else name


def _is_one_of(extension: str | Extension, names: Sequence[str]) -> bool:
    return isinstance(extension, str) and extension.rpartition(".")[2] in names
