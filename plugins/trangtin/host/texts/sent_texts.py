"""Texts rendered on other machines: what goes there is values, what comes back is checked against nothing but them.

No machine but this one sees the portal's files, so a text takes with it where each of its links leads.
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
"""What has a part in a rendering, besides this program."""
_BATCH = 50
"""Texts sent at once: a second of work, against some hundredths for the way."""
_TYPED = re.compile(
    r"""\]\(\s*(?:<([^>\n]*)>|((?:[^()\s]|\([^()\s]*\))*))"""
    r"""|(?m:^[ ]{0,3}\[[^\]\n]+\]:\s*(?:<([^>\n]*)>|(\S+)))"""
    r"""|(?:href|src)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s>]+))"""
)
"""Whatever may be a link, in what `{: … }` sets too; more than `content/spans.py` tells does no harm here."""


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
    """A link that was not found beforehand."""


def rendered_elsewhere(executor: Executor, recipe: str, texts: Sequence[Text]) -> Iterator[Made | None]:
    """Each text in order as the machines of `executor` render it; None for one that only this machine can.

    `recipe` is the renderer's. Raises NoClusterError where it has another program.
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
"""Each thread's own renderers: one is used for one text at a time."""


def _renderer(recipe: str) -> Renderer:
    made: dict[str, Renderer] = _mine.__dict__.setdefault("renderers", {})
    if recipe not in made:
        extensions, configs = json.loads(recipe)
        made.clear()
        made[recipe] = Renderer(extensions, configs)
    return made[recipe]
