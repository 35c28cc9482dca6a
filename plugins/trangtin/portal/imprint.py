"""What a paper prints about itself: its own number line, place-date line, type, and the name under the signature.

Read from the text layer of a PDF, which runs two columns into one line, splits letters from their marks and loses
spaces. Only the head counts: below it a paper names the numbers and dates of others, its bases first of all.

By what its lines are known says `content/printed/`, here as in `importer/facts/head.py`, which is asked another
question: it knows columns and weights, takes what is blank or hard to read, and hands its doubts to a person. Here
every reading may become an error in a check, so what is not certain is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trangtin.content.person_names import is_person, without_rank
from trangtin.content.printed.number_line import LABEL
from trangtin.content.printed.place_and_day import NAM, NGAY, THANG
from trangtin.content.printed.signature import says_office
from trangtin.content.printed.state import without_state
from trangtin.content.printed.type_and_subject import ABOUT, type_of_line
from trangtin.content.text import fold, one_line
from trangtin.content.values.doctype import DocumentType
from trangtin.content.values.number import DocumentNumber, parse_number
from trangtin.portal.letterhead import above_type, read_letterhead

_LONGEST_HEAD = 1500
_MOST_LINES = 30
# What begins the body: from here on other documents are named.
_BODY = re.compile(r"\s*(?:can cu|kinh gui|xet |theo de nghi|i\.|1\. |dieu 1|phan thu nhat)")
_NUMBER_LINE = re.compile(rf"(?i)(?:^|\s){LABEL}\s*:\s*(?P<number>\d{{1,6}}\s*[a-z]?\s*[-/].{{2,60}})")
_NUMBER = re.compile(
    r"\d{1,6}\s*[A-Za-z]?\s*(?:/\s*(?:19|20)\d\d\s*)?[-/]\s*[A-ZĐ][\wĐđ&]*(?:\s*[-/]\s*[A-ZĐ][\wĐđ&]*)*"
)
# After a place, hence a capital letter and a comma.
_PLACE_DATE = re.compile(
    rf"(?P<place>[^\W\d_][^\s,]*),\s*{NGAY}\s*(\d{{1,2}})\s*{THANG}\s*(\d{{1,2}})\s*{NAM}\s*(\d{{4}})"
)
_PERSON = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+){1,5}")
# Without its colon it is the paper's own only where a line above the type and the subject holds nothing else.
_BARE_NUMBER_LINE = re.compile(rf"(?=S){LABEL}\s+(?P<number>\d{{1,6}}\s*[A-Za-z]?\s*[-/]\s*[^\s\d]+)")


@dataclass(frozen=True, slots=True)
class Imprint:
    """What could be read for certain in the head of page 1; what could not is no contradiction to the document."""

    numbers: tuple[DocumentNumber, ...]
    """Of lines `Số:`; as a rule one."""
    days: tuple[date, ...]
    """Of lines `Nơi, ngày … tháng … năm …`; the subject of a letter may hold another."""
    type: DocumentType | None
    """A line that is nothing but the name of a type."""
    bodies: tuple[str, ...]
    """The names in capitals above the type, as a rule the superior body's and the issuer's."""
    lines: tuple[str, ...]
    """All lines of the head."""
    below: str
    """The rest of page 1."""

    @property
    def above(self) -> str:
        """All that stands above the type, except number, place and day."""
        return " ".join(map(_without_facts, above_type(self.lines)))

    @property
    def head(self) -> str:
        """The same of the whole head, with type and subject."""
        return " ".join(_without_facts(without_state(line)) for line in map(one_line, self.lines))


def read_imprint(pages: tuple[str, ...]) -> Imprint:
    """Read the head of page 1."""
    text = pages[0] if pages else ""
    head = _head(text)
    lines = tuple(head.splitlines())
    numbers = tuple(_numbers(head)) or tuple(_bare_numbers(head))
    kind = next(filter(None, map(type_of_line, lines)), None)
    return Imprint(numbers, tuple(_days(head)), kind, read_letterhead(lines), lines, text[len(head) :])


def _head(text: str) -> str:
    start = "\n".join(text[:_LONGEST_HEAD].splitlines()[:_MOST_LINES])
    # Line by line, because folding may change how long a text is.
    lines: list[str] = []
    for line in start.splitlines():
        if lines and _BODY.match(fold(line)):
            break
        lines.append(line)
    return "\n".join(lines)


def _numbers(head: str) -> Iterator[DocumentNumber]:
    for found in map(_NUMBER_LINE.search, head.splitlines()):
        if found and (match := _NUMBER.match(found.group("number"))):
            try:
                yield parse_number(match.group())
            except ValueError:
                continue


def _without_facts(line: str) -> str:
    words = _NUMBER_LINE.sub("", line).split()
    if found := _PLACE_DATE.search(line):
        words = line[: found.start()].split()
        while words and words[-1].istitle():  # the place has several words: `Sông Mẫu, ngày …`
            words.pop()
    return " ".join(words)


def _bare_numbers(head: str) -> Iterator[DocumentNumber]:
    for line in map(one_line, head.splitlines()):
        if ABOUT.match(line) or type_of_line(line):
            return
        if found := _BARE_NUMBER_LINE.fullmatch(line):
            yield from _numbers(f"Số: {found['number']}")


def _days(head: str) -> Iterator[date]:
    for match in _PLACE_DATE.finditer(head):
        place, day, month, year = match.groups()
        if place[0].isupper():
            try:
                yield date(int(year), int(month), int(day))
            except ValueError:
                continue


def printed_signer(pages: tuple[str, ...], position: str) -> str | None:
    """The name printed below the signer's position, if one stands there for certain."""
    wanted = one_line(fold(position.rpartition("/")[2]))
    names: list[str] = []
    for page in pages:
        lines = [one_line(line) for line in page.splitlines() if line.strip()]
        for at, line in enumerate(lines):
            if fold(line) == wanted or fold(line).endswith(f" {wanted}"):
                names += list(_names(lines[at + 1 : at + 6]))[:1]
    return names[-1] if names else None


def _names(lines: list[str]) -> Iterator[str]:
    for line in lines:
        name = without_rank(line).strip(" .")
        is_name = _is_spelt_as_name(name) or _is_name_in_capitals(name)
        if is_name and _PERSON.fullmatch(name) and not says_office(name):
            yield name


def _is_spelt_as_name(name: str) -> bool:
    return all(word[:1].isupper() and (len(word) == 1 or not word.isupper()) for word in name.split())


def _is_name_in_capitals(name: str) -> bool:
    """Whether it is a name by its surname with marks: without them `CHỦ TỊCH` would be one of the family Chu."""
    return name.isupper() and not name.isascii() and is_person(name)


def says(text: str, words: str) -> bool:
    """True if the folded text holds the words, whatever spaces the text layer lost or made."""
    return words in text or _bare(words) in _bare(text)


def _bare(text: str) -> str:
    return re.sub(r"\W", "", fold(text))
