"""Texts rendered once: from the last build where nothing about them changed, the rest on all processors."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from pathlib import Path

from trangtin.cluster import executor_named
from trangtin.host.points import Point
from trangtin.host.rendering import Rendered, Renderer, Text
from trangtin.host.sent_texts import LIBRARIES, Links, rendered_elsewhere
from trangtin.parallel import in_copies, processes_for
from trangtin.shelf import Row, Shelf, key_of, program_version

NAME = "texts.sqlite"
ENOUGH, _TOGETHER = 40, 10
"""Texts for which one more process is worth its start, and how many are sent to one at once."""


class RenderedTexts:
    """The renderings of one build.

    A rendering is kept with the links it asked for: it is used again where they still lead to the same.
    """

    def __init__(self, renderer: Renderer, folder: Path, executor: str | None = None) -> None:
        """Keep renderings in `folder`, unless the renderer cannot tell what they depend on.

        `executor` names what takes the work instead of this machine's processors.
        """
        self._executor = executor
        self._renderer = renderer
        self._options = renderer.options
        self._program = program_version(*LIBRARIES)
        self._shelf = Shelf(folder / NAME, ("html", "toc", "outline", "links")) if self._options is not None else None
        self._ready: dict[bytes, tuple[Rendered, Links]] = {}
        self._used: set[bytes] = set()
        self._fresh: dict[bytes, Row] = {}

    def prepare(self, texts: Iterable[Text]) -> None:
        """Have these ready: all at once is quicker than one after the other."""
        wanted = {self._key(text): text for text in texts if text.markdown.strip()}
        if self._shelf is not None:
            for key, (html, toc, outline, links) in self._shelf.find(wanted):
                points = tuple(Point(*point) for point in json.loads(str(outline)))
                self._ready[key] = Rendered(str(html), json.loads(str(toc)), points), json.loads(str(links))
        missing = {key: text for key, text in wanted.items() if not self._holds(key, text)}
        for key, each in zip(missing, self._made(list(missing.values())), strict=True):
            self._keep(key, *each)

    def _made(self, texts: list[Text]) -> Iterator[tuple[Rendered, Links]]:
        recipe = self._renderer.recipe
        if self._executor is None or recipe is None or len(texts) < ENOUGH:
            processes = processes_for(len(texts), ENOUGH)
            yield from in_copies(self._render, texts, processes=processes, together=_TOGETHER)
            return
        with executor_named(self._executor) as executor:
            for text, made in zip(texts, rendered_elsewhere(executor, recipe, texts), strict=True):
                yield made or self._render(text)

    def of(self, text: Text) -> Rendered:
        """The rendering of a text."""
        if not text.markdown.strip():
            return Rendered("", [])
        key = self._key(text)
        self._used.add(key)
        if not self._holds(key, text):
            self._keep(key, *self._render(text))
        return self._ready.pop(key)[0]

    def close(self) -> None:
        """Write down what is new."""
        if self._shelf is not None:
            self._shelf.add(self._fresh)
            self._shelf.keep(self._used)
        self._ready.clear()

    def _holds(self, key: bytes, text: Text) -> bool:
        known = self._ready.get(key)
        return known is not None and all(text.resolve(link) == address for link, address in known[1].items())

    def _keep(self, key: bytes, rendered: Rendered, links: Links) -> None:
        self._ready[key] = rendered, links
        toc = json.dumps(rendered.toc, ensure_ascii=False)
        if self._shelf is not None and json.loads(toc) == rendered.toc:
            outline = json.dumps([astuple(point) for point in rendered.outline], ensure_ascii=False)
            self._fresh[key] = rendered.html, toc, outline, json.dumps(links, ensure_ascii=False)

    def _render(self, text: Text) -> tuple[Rendered, Links]:
        links: dict[str, str | None] = {}

        def recorded(link: str) -> str | None:
            return links.setdefault(link, text.resolve(link))

        rendered = self._renderer.render(Text(text.markdown, text.profile, text.base, text.title, recorded))
        return rendered, links

    def _key(self, text: Text) -> bytes:
        return key_of(
            self._program, self._options or "", text.profile.value, str(text.base), repr(text.title), text.markdown
        )
