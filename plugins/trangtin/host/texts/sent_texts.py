"""Texts rendered on other machines: plain values go there, and what comes back is checked as values.

No other machine sees the portal's files, so each text takes along where its links lead.
"""

from __future__ import annotations

import html
import json
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

from trangtin.batches import batches
from trangtin.cluster import NoClusterError
from trangtin.disk.shelf import program_version
from trangtin.host.texts.rendering import Profile, Rendered, Renderer, Text

Links = Mapping[str, str | None]
"""What each link of a text led to when it was rendered."""
Made = tuple[Rendered, Links]

LIBRARIES = ("markdown", "markupsafe", "nh3", "pygments")
"""Libraries that take part in rendering: their versions must be the same there."""
_BATCH = 50
"""Texts sent at once: a second of work, against some hundredths of a second for the way."""
_TYPED = re.compile(
    r"""\]\(\s*(?:<([^>\n]*)>|((?:[^()\s]|\([^()\s]*\))*))"""
    r"""|(?m:^[ ]{0,3}\[[^\]\n]+\]:\s*(?:<([^>\n]*)>|(\S+)))"""
    r"""|(?:href|src)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s>]+))"""
)
"""Finds all that may be a link, `{: … }` included; to find too much does no harm."""


@dataclass(frozen=True, slots=True)
class SentText:
    """A text with all that decides how it is rendered."""

    markdown: str
    profile: str
    base: int
    title: str | None
    links: Links
    """Where each link leads that was found in it."""


class _UnforeseenError(Exception):
    """A link was met in rendering that was not found beforehand."""


def rendered_elsewhere(executor: Executor, recipe: str, texts: Sequence[Text]) -> Iterator[Made | None]:
    """Each text in order, rendered by the machines of `executor`; None for one that only this machine can render.

    `recipe` is that of the renderer. Raises NoClusterError where those machines run another program.
    """
    program = program_version(*LIBRARIES)
    sent = ([_sent(text) for text in texts[some]] for some in batches(len(texts), _BATCH))
    waiting = [executor.submit(render_batch, program, recipe, batch) for batch in sent]
    for future in waiting:
        try:
            made = future.result()
        except ModuleNotFoundError as error:
            raise NoClusterError(f"máy trong cụm chưa có trangtin ({error}) → cài cùng một bản như máy này") from None
        yield from made


def render_batch(program: str, recipe: str, batch: Sequence[SentText]) -> list[Made | None]:
    """Called on the other machine."""
    if program != program_version(*LIBRARIES):
        raise NoClusterError("máy trong cụm có bản trangtin, Python hay thư viện khác máy này → cài cùng một bản")
    return [_rendered(_renderer(recipe), sent) for sent in batch]


def _sent(text: Text) -> SentText:
    found = {part for match in _TYPED.findall(text.markdown) for part in match if part}
    links = {link: text.resolve(link) for typed in found for link in (typed, html.unescape(typed))}
    return SentText(text.markdown, text.profile.value, text.base, text.title, links)


def _rendered(renderer: Renderer, sent: SentText) -> Made | None:
    asked: dict[str, str | None] = {}

    def resolve(link: str) -> str | None:
        if link not in sent.links:
            raise _UnforeseenError(link)
        return asked.setdefault(link, sent.links[link])

    try:
        rendered = renderer.render(Text(sent.markdown, Profile(sent.profile), sent.base, sent.title, resolve))
    except _UnforeseenError:
        return None
    return rendered, asked


_mine = threading.local()
"""The renderers of each thread: one renders one text at a time."""


def _renderer(recipe: str) -> Renderer:
    made: dict[str, Renderer] = _mine.__dict__.setdefault("renderers", {})
    if recipe not in made:
        extensions, configs = json.loads(recipe)
        made.clear()
        made[recipe] = Renderer(extensions, configs)
    return made[recipe]
