"""Texts rendered once: from the last build where nothing about them changed, the rest on all processors."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Set
from dataclasses import astuple
from pathlib import Path

from trangtin.cluster import executor_named
from trangtin.copies import in_copies
from trangtin.disk.shelf import Row, Shelf, key_of, program_version
from trangtin.host.texts.points import Point
from trangtin.host.texts.rendering import Rendered, Renderer, Text
from trangtin.host.texts.sent_texts import LIBRARIES, Links, rendered_elsewhere
from trangtin.processors import processes_for

NAME = "texts.sqlite"
ENOUGH, _TOGETHER = 40, 10
"""Texts for which one more process is worth its start, and how many are sent to one at once."""
_WRITTEN_AT_ONCE = 500
"""Texts of other machines that are held before they are written down."""


class RenderedTexts:
    """The renderings of one build.

    A rendering is kept with where its links led: it is used again while they still lead there.
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

    def order(self, texts: Iterable[Text]) -> None:
        """Let the machines that the portal names render what is new, for use on this one. Raises NoClusterError."""
        recipe = self._renderer.recipe
        if self._executor is None or recipe is None:
            return
        wanted = {self._key(text): text for text in texts if text.markdown.strip()}
        known = {key for key, found in self._found(wanted) if _leads_as(wanted[key], found[1])}
        missing = {key: text for key, text in wanted.items() if key not in known}
        if len(missing) < ENOUGH:
            return
        with executor_named(self._executor) as executor:
            made = rendered_elsewhere(executor, recipe, list(missing.values()))
            for key, each in zip(missing, made, strict=True):
                if each is not None:
                    self._keep(key, *each)
                if len(self._fresh) >= _WRITTEN_AT_ONCE:
                    self.settle()
        self.settle()

    def prepare(self, texts: Iterable[Text]) -> None:
        """Render these together, which is quicker than one after the other."""
        wanted = {self._key(text): text for text in texts if text.markdown.strip()}
        self._ready |= self._found(wanted)
        missing = {key: text for key, text in wanted.items() if not self._holds(key, text)}
        processes = processes_for(len(missing), ENOUGH)
        made = in_copies(self._render, list(missing.values()), processes=processes, together=_TOGETHER)
        for key, each in zip(missing, made, strict=True):
            self._keep(key, *each)

    def _found(self, keys: Iterable[bytes]) -> Iterator[tuple[bytes, tuple[Rendered, Links]]]:
        if self._shelf is not None:
            for key, (html, toc, outline, links) in self._shelf.find(keys):
                points = tuple(Point(*point) for point in json.loads(str(outline)))
                yield key, (Rendered(str(html), json.loads(str(toc)), points), json.loads(str(links)))

    def of(self, text: Text) -> Rendered:
        """The rendering of a text."""
        if not text.markdown.strip():
            return Rendered("", [])
        key = self._key(text)
        self._used.add(key)
        if not self._holds(key, text):
            self._keep(key, *self._render(text))
        return self._ready.pop(key)[0]

    def settle(self) -> Set[bytes]:
        """Write down what is new and let go of it; returns the keys of what was used since the last call."""
        if self._shelf is not None:
            self._shelf.add(self._fresh)
        self._fresh.clear()
        self._ready.clear()
        used, self._used = self._used, set()
        return used

    def keep(self, used: Set[bytes]) -> None:
        """Forget renderings that this build did not use, once they are many."""
        if self._shelf is not None:
            self._shelf.keep(used)

    def _holds(self, key: bytes, text: Text) -> bool:
        known = self._ready.get(key)
        return known is not None and _leads_as(text, known[1])

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


def _leads_as(text: Text, links: Links) -> bool:
    """Whether the links of a text still lead where they led when it was rendered."""
    return all(text.resolve(link) == address for link, address in links.items())
