"""The bodies in the head of a paper, printed in capitals: as a rule the superior one, then the one that issues it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trangtin.content.printed.bodies import goes_on, names_body
from trangtin.content.printed.number_line import before_number
from trangtin.content.printed.state import without_state
from trangtin.content.printed.type_and_subject import ABOUT, type_of_line, type_that_starts
from trangtin.content.text import is_capitals, one_line


def read_letterhead(head: Iterable[str]) -> tuple[str, ...]:
    """Names as printed, each in one line, from the top down; empty where none can be read for certain."""
    names: list[str] = []
    is_open = False
    for line in above_type(head):
        text = before_number(line)
        if not is_capitals(text) or text.startswith("SỐ"):
            is_open = is_open and not any(letter.isalpha() for letter in line)  # a rule under a line ends nothing
            continue
        if is_open and goes_on(names[-1], text):
            names[-1] = f"{names[-1]} {text}"
        elif names_body(text):
            names.append(text)
            is_open = True
        is_open = is_open and text == line
    return tuple(names)


def above_type(head: Iterable[str]) -> Iterator[str]:
    """The lines above the type and the subject, without what the right column holds."""
    for line in map(one_line, head):
        if ABOUT.match(line) or type_of_line(line) or type_that_starts(line):
            return
        if text := without_state(line):
            yield text
