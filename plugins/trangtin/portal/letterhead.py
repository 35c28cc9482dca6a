"""The bodies in the head of a paper, printed in capitals: as a rule the superior one, then the one that issues it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from trangtin.content.body_names import begins_as_body
from trangtin.content.text import fold, one_line
from trangtin.content.values.doctype import BY_NAME

_STATE = re.compile(r"\b(?:cong hoa xa hoi|dang cong san viet nam|doan tncs ho chi minh|doc lap\W)")
"""What every paper prints in the right column; a text layer may run both columns into one line."""
_ABOUT = re.compile(r"(?:v/v|ve viec)\b")
_TYPE = re.compile(rf"(?:{'|'.join(sorted(map(re.escape, BY_NAME), key=len, reverse=True))})\b")
_OPEN = (" va", ",", "-")
_FEWEST_LETTERS = 2


def read_letterhead(head: Iterable[str]) -> tuple[str, ...]:
    """Names as printed, each in one line, from the top down; empty where none can be read for certain."""
    names: list[str] = []
    goes_on = False
    for text in above_type(head):
        if not _is_capitals(text) or text.startswith("SỐ"):
            goes_on = goes_on and not any(letter.isalpha() for letter in text)  # a rule under a line ends nothing
        elif goes_on and (not begins_as_body(text) or fold(names[-1]).endswith(_OPEN)):
            names[-1] = f"{names[-1]} {text}"
        elif begins_as_body(text):
            names.append(text)
            goes_on = True
    return tuple(names)


def above_type(head: Iterable[str]) -> Iterator[str]:
    """The lines above the type and the subject, without what the right column holds."""
    for line in map(one_line, head):
        folded = fold(line)
        if _ABOUT.match(folded) or (_TYPE.match(folded) and _is_capitals(line)):
            return
        if text := without_state(line):
            yield text


def without_state(line: str) -> str:
    """A line without what the right column holds."""
    found = _STATE.search(f"{fold(line)} ")
    if found is None:
        return line
    before = found.string[: found.start()]
    inside_a_word = bool(before) and not before.endswith(" ")
    return " ".join(line.split()[: len(before.split()) - inside_a_word])


def _is_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= _FEWEST_LETTERS and all(letter.isupper() for letter in letters)
