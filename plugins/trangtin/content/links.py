"""Links as typed in Markdown text."""

from __future__ import annotations

import re
from collections.abc import Iterator

FENCED = re.compile(r"(?ms)^(?P<fence>```++|~~~++).*?^(?P=fence)[ \t]*$")
"""Code between two lines of ``` or ~~~."""
_CODE = re.compile(rf"{FENCED.pattern}|`[^`\n]*`")
_INLINE = re.compile(r"\]\(\s*(?:<(?P<spaced>[^>\n]+)>|(?P<plain>(?:[^()\s<>]|\([^()\s]*\))+))[^)\n]*\)")
_REFERENCE = re.compile(r"(?m)^ {0,3}\[[^\]\n^]+\]:[ \t]*(?:<(?P<spaced>[^>\s]+)>|(?P<plain>\S+))")
"""A path ends at a space here, in < > too."""
ON_A_MACHINE = re.compile(r"(?i)file:|[a-z]:")
"""What a link starts with that means a place on the machine of whoever typed it: a file of it, a drive."""
ELSEWHERE = re.compile(r"(?i)(?!file:)[a-z][a-z0-9+.-]+:|//|/|#|\?")
"""What a link starts with that does not mean a place in the repository: a scheme, the site's root, a fragment."""


def as_destination(path: str) -> str:
    """A path as it is typed behind the words of a link or picture: a space would end it."""
    return f"<{path}>" if " " in path else path


def links_in(body: str, *, is_printed: bool = False) -> Iterator[tuple[str, int]]:
    """Links and images that mean a place in the repository: the target as typed, without its fragment, and its row."""
    if "](" not in body and "]:" not in body:
        return
    text = without_code(body)
    # A printed text has no link definitions: "[1]: …" is text there.
    for pattern in (_INLINE,) if is_printed else (_INLINE, _REFERENCE):
        for match in pattern.finditer(text):
            target = match["spaced"] or match["plain"]
            link = target.partition("#")[0].partition("?")[0]
            if link and not ELSEWHERE.match(target):
                yield link, text.count("\n", 0, match.start())


def without_code(body: str) -> str:
    """The text with code blanked out, so that rows and columns stay."""
    return _CODE.sub(lambda code: re.sub(r"\S", " ", code[0]), body)
