"""Lines of a text file that hold the number of a page; a lone number may as well be the cell of a table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trangtin.importer import grammar

_NUMBER = re.compile(r"(?i)[-–—\s]*(?:trang\s*)?(\d{1,3})(?:\s*/\s*\d{1,3})?[-–—\s]*")
_NAMED = re.compile(r"(?i)\s*(?:[-–—]\s*\d.*[-–—]|[-–—\s]*trang\s*\d.*)\s*")
"""Written as only page numbers are: `- 2 -`, `Trang 2/5`."""
_LONG = 40
_LEAST, _MOST = 700, 8_000
"""Letters of a page."""
_RECENT = 8
"""Numbers of one value that are looked at again."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A line with nothing but a number, behind a blank line or at a page's edge."""

    line: int
    value: int
    letters: int
    """Letters in all lines above it."""
    is_last: bool
    """True where no text follows."""


def page_numbers(lines: Sequence[str]) -> frozenset[int]:
    """Places of the lines that are page numbers for sure; a line with which a page starts begins with a form feed."""
    numbers = list(_numbers(lines))
    return frozenset({number.line for number in numbers if _is_plain(lines, number)} | _counted(numbers))


def _numbers(lines: Sequence[str]) -> Iterator[_Number]:
    letters, total = 0, sum(len(line.strip()) for line in lines)
    blank = True
    for place, line in enumerate(lines):
        match = _NUMBER.fullmatch(line)
        length = len(line.strip())
        if match and (blank or "\f" in line):
            yield _Number(place, int(match.group(1)), letters, letters + length == total)
            blank = True
        else:
            blank = not length
        letters += length


def _is_plain(lines: Sequence[str], number: _Number) -> bool:
    """True where its own look or its place tells: at the edge of a page, or within a sentence."""
    own = lines[number.line]
    above, below = list(_beside(lines, number.line, -1)), list(_beside(lines, number.line, 1))
    blank = [line for line in above if not line.strip()]
    if _NAMED.fullmatch(own) or any("\f" in line for line in (own, *blank, *below)):
        return True
    before, after = (next((line.strip() for line in side[-1:]), "") for side in (above, below))
    fits = (number.value - 1) * _LEAST <= number.letters <= number.value * _MOST
    return fits and len(before) >= _LONG and not grammar.SENTENCE_END.search(before) and after[:1].islower()


def _beside(lines: Sequence[str], place: int, step: int) -> Iterator[str]:
    """The blank lines on one side of a line, then the first that says something."""
    for other in range(place + step, len(lines) if step > 0 else -1, step):
        yield lines[other]
        if lines[other].strip():
            return


def _counted(numbers: Sequence[_Number]) -> set[int]:
    """Those that count up one by one from 1 or 2, with a page of text between them; annexes count anew."""
    last: defaultdict[int, list[_Number]] = defaultdict(list)
    out: set[int] = set()
    for number in numbers:
        recent = reversed(last[number.value - 1][-_RECENT:])
        before = next((other for other in recent if _is_next(other, number)), None)
        if before:
            out |= {before.line, number.line}
        if before or number.value == 1 or (number.value == 2 and number.letters >= _LEAST):
            last[number.value].append(number)
    return out


def _is_next(before: _Number, number: _Number) -> bool:
    letters = number.letters - before.letters
    return (letters >= _LEAST or number.is_last) and letters <= _MOST
