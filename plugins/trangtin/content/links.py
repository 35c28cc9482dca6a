"""Links as typed in Markdown text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trangtin.content.spans import spans_of

ON_A_MACHINE = re.compile(r"(?i)file:|[a-z]:")
"""How a link begins that leads to a place on the editor's own machine: a file there, a drive."""
ELSEWHERE = re.compile(r"(?i)(?!file:)[a-z][a-z0-9+.-]+:|//|/|#|\?")
"""How a link begins that leads to no place in the repository: a scheme, the site's root, a fragment."""

_WORDS = ":~:"
"""How a fragment begins that leads to words, not to a point: `#:~:text=thi đua`."""


def as_destination(path: str) -> str:
    """A path as it is typed behind the words of a link or picture: a space would end it."""
    return f"<{path}>" if " " in path else path


def links_in(body: str, *, is_printed: bool) -> Iterator[tuple[str, int]]:
    """Links and images that mean a place in the repository: the target as typed, without its fragment, and its row."""
    for target, row in _targets_in(body, is_printed=is_printed):
        link = target.partition("#")[0].partition("?")[0]
        if link and not ELSEWHERE.match(target):
            yield link, row


def points_in(body: str, *, is_printed: bool) -> Iterator[tuple[str, str, int]]:
    """Links to a point of a text, of this one too: the place as typed, empty for this text, the point, and the row."""
    for target, row in _targets_in(body, is_printed=is_printed):
        place, _, point = target.partition("#")
        if point and (not place or not ELSEWHERE.match(place)) and not point.startswith(_WORDS):
            yield place.partition("?")[0], point, row


def _targets_in(body: str, *, is_printed: bool) -> Iterator[tuple[str, int]]:
    for target in spans_of(body, is_printed=is_printed).targets:
        yield target.typed, body.count("\n", 0, target.at)
