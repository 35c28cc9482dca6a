"""Comments, code and links in a Markdown text: found in one place for everybody, as Python-Markdown reads them.

Without the library, which this layer does not know; `tests/content/test_spans.py` holds both against each other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from trangtin.content.comments import comments_in
from trangtin.content.html import raw_blocks
from trangtin.content.inline import Link, Span, code_in, links_among, masked, without_escapes
from trangtin.content.paragraphs import paragraphs
from trangtin.content.values.markers import BULLETS_OF_WORD

_SIGNS = ("`", "](", "]:", "~~~", "<!--")
"""A text with none of these holds no comment, code or link."""
_FENCE = re.compile(r"(?m)^(?P<fence>`{3,}+|~{3,}+)(?P<rest>[^\n]*)$")
_LANGUAGE = re.compile(r"[ \t]*(?:\{[^\n]*\}|\.?[\w#.+-]*[ \t]*(?:hl_lines=(?P<quote>[\"']).*?(?P=quote)[ \t]*)?)")
_IN_QUOTES = r"(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\))"
_DEFINED = re.compile(
    r"(?m)^(?!.*\n[=-]+[ \t]*$)[ \t>]*(?:(?:[-+*]|\d+\.)[ \t]+)?\[(?!\^)(?P<name>[^\[\]]*)(?P<at>\]):"
    rf"[ \t]*(?:\n[ \t]*)?(?P<to>\S+)(?P<rest>[ \t]*(?:(?:\n[ \t]*)?{_IN_QUOTES}[ \t]*)?$|[^\n]*$)"
)
"""A row of === or --- makes a heading of the one before."""
_TITLE = re.compile(rf"\s*{_IN_QUOTES}?[ \t]*")
_CUT_PATH = re.compile(r"(?i)(?:file:|[a-z]:\\).*|.*\.[a-z]\w{1,4}>?(?:[ \t]+[\"'(].*)?")
"""What is meant for a path, though it ends at its first space."""
_ABBREVIATED = re.compile(r"(?m)^\*\[[^\]\n]*\] ?:.*$")
_NOTE = re.compile(r"(?m)^ {0,3}\[\^(?P<name>[^\]\n]*)\]:")
_NOTED = re.compile(r"\[\^(?P<name>[^\]\n]*)\]")
_IN_ROW = re.compile(r"[^\n]")
_APART = re.compile(r"\n(?:[ \t]*\n)+")
_ITEM = re.compile(rf"[ \t>\u00a0]*(?:(?:[{BULLETS_OF_WORD}]|\d+\.)[ \t\u00a0]+\S|(?P<title>#|!!! ?[\w-]))")
"""A row with which other words begin than those of the row before, or a title, with which they end as well."""
_HEADING = re.compile(r"#{1,6}[ \t]")
_RULE = re.compile(r"[ \t>]*\|?[ \t:]*-[-:| \t]*")


class Target(NamedTuple):
    """What a link or picture leads to."""

    at: int
    """Where the words of the link end; for one that is defined apart, the name in its definition."""
    typed: str
    """Without the < > around it."""


@dataclass(frozen=True, slots=True)
class Spans:
    """What is found in one text."""

    comments: tuple[Span, ...] = ()
    code: tuple[Span, ...] = ()
    targets: tuple[Target, ...] = ()
    in_angles: tuple[Span, ...] = ()
    """Destinations, used or only defined, with < > around them, which look like HTML."""


def without_code(text: str, *, is_printed: bool = False, blank: str = " ") -> str:
    """The text with code and comments blanked out, so that rows and columns stay."""
    spans = spans_of(text, is_printed=is_printed)
    return _blanked(text, (*spans.comments, *spans.code), blank)


def without_destinations(text: str, *, is_printed: bool) -> str:
    """The text with code, comments and destinations in < > blanked out: what is left between these signs is HTML."""
    spans = spans_of(text, is_printed=is_printed)
    return _blanked(text, (*spans.comments, *spans.code, *spans.in_angles), " ")


def _blanked(text: str, spans: tuple[Span, ...], blank: str) -> str:
    if not spans:
        return text
    parts: list[str] = []
    at = 0
    for first, last in sorted(spans):
        if last > at:  # a comment may stand in code
            parts += (text[at:first], _IN_ROW.sub(blank, text[max(first, at) : last]))
            at = last
    return "".join((*parts, text[at:]))


@lru_cache(maxsize=16)  # a text is asked about by one check after the other
def spans_of(text: str, *, is_printed: bool) -> Spans:
    """Everything in a text. Issued papers (`is_printed`) have neither HTML nor definitions: both are text there."""
    if not any(sign in text for sign in _SIGNS):
        return Spans()
    comments = comments_in(text)
    read = _read(masked(text, comments, ""), is_printed=is_printed)
    return _moved(read, comments) if comments else read


def _read(text: str, *, is_printed: bool) -> Spans:
    code = list(_fenced(text)) if "```" in text or "~~~" in text else []
    rest = masked(text, code, "\n")
    if not is_printed and "<" in rest:
        rest = masked(rest, raw_blocks(rest), "\n")
    defined: dict[str, Link] = {}
    destinations: list[Span] = []
    if not is_printed and "]:" in rest:
        rest, destinations = _without_definitions(rest, defined)
    targets: set[Target] = set()
    for start, words, columns in _paragraphs(rest, is_printed=is_printed):
        ticks = list(code_in(words)) if "`" in words else []
        code += ((start + first, start + last) for first, last in ticks)
        for at, part in _cells(without_escapes(masked(words, ticks)), columns) if "[" in words else ():
            for link in links_among(part, defined):
                led = defined[link.name] if link.name else link.moved(start + at)
                targets.add(Target(led.at, _bare(text[slice(*led.destination)])))
                destinations += () if link.name else (led.destination,)
    in_angles = sorted(span for span in destinations if text[span[0]] == "<")
    return Spans((), tuple(sorted(code)), tuple(sorted(targets)), tuple(in_angles))


def _bare(destination: str) -> str:
    return destination[1:-1] if destination[0] == "<" and destination[-1] == ">" else destination


def _fenced(text: str) -> Iterator[Span]:
    """Code between two rows of ``` or ~~~; behind the first there may be a language."""
    rows = list(_FENCE.finditer(text))
    closing: dict[str, list[int]] = {}
    for row in rows:
        if not row["rest"].strip():
            closing.setdefault(row["fence"], []).append(row.end())
    end = -1
    for row in rows:
        ends = closing.get(row["fence"], [])
        number = bisect_right(ends, row.end())
        if row.start() > end and number < len(ends) and _LANGUAGE.fullmatch(row["rest"]):
            end = ends[number]
            yield row.start(), end


def _without_definitions(text: str, defined: dict[str, Link]) -> tuple[str, list[Span]]:
    """The text without what only defines something, and the destinations there; `defined` has the links by name."""
    if notes := {match["name"] for match in _NOTE.finditer(text)} if "[^" in text else None:
        text = _NOTE.sub(lambda note: "\n" * len(note[0]), text)
        text = _NOTED.sub(lambda note: masked(note[0], [(0, len(note[0]))]) if note["name"] in notes else note[0], text)
    spans: list[Span] = []
    destinations: list[Span] = []
    for match in _DEFINED.finditer(text):
        is_read = _TITLE.fullmatch(match["rest"]) is not None
        if (is_read or _CUT_PATH.fullmatch(match["to"] + match["rest"])) and not _in_table(text, match.start()):
            defined[match["name"].strip().lower()] = Link(match.start("at"), match.span("to"))
            destinations += (match.span("to"),) if is_read else ()
            spans.append(match.span())
    return _ABBREVIATED.sub(lambda row: "\n" * len(row[0]), masked(text, spans, "\n")), destinations


def _in_table(text: str, at: int) -> bool:
    start = text.rfind("\n\n", 0, at) + 2
    return _columns(text[start if start > 1 else 0 : at]) > 0


def _columns(block: str) -> int:
    """How many a table has; 0 for a block that is none."""
    header, rule, *_ = (*block.split("\n", 2), "", "")
    is_table = "|" in header and "|" in rule and _RULE.fullmatch(rule) is not None
    return rule.strip("> \t").removeprefix("|").removesuffix("|").count("|") + 1 if is_table else 0


def _paragraphs(text: str, *, is_printed: bool) -> Iterator[tuple[int, str, int]]:
    """Words that belong together, where they start, and how many columns the table has of which they are a row."""
    start = 0
    for apart in (*_APART.finditer(text), None):
        block = text[start : apart.start() if apart else len(text)]
        if "[" in block or "`" in block:
            yield from _parted(block, start, is_printed=is_printed)
        start = apart.end() if apart else start


def _parted(block: str, start: int, *, is_printed: bool) -> Iterator[tuple[int, str, int]]:
    if "\n" not in block:
        yield start, block, 0
        return
    columns = _columns(block)
    rows = block.split("\n")
    places = list(accumulate((len(row) + 1 for row in rows), initial=0))
    begins = range(len(rows)) if columns else sorted((_begun_in_paper if is_printed else _begun)(rows))
    for first, last in pairwise((*begins, len(rows))):
        yield start + places[first], block[places[first] : places[last] - 1], columns


def _begun(rows: list[str]) -> Iterator[int]:
    """The rows of news and pages with which other words begin."""
    was_title = was_quoted = False
    for number, row in enumerate(rows):
        item = _ITEM.match(row)
        is_quoted = row.lstrip().startswith(">")
        if item or was_title or not number or (is_quoted and not was_quoted):
            yield number
        was_title, was_quoted = item is not None and item["title"] is not None, is_quoted


def _begun_in_paper(rows: list[str]) -> Iterator[int]:
    if rows[0].lstrip().startswith(">"):
        rows = [row.lstrip("> ") for row in rows]
    start = 0
    for number, row in enumerate((*rows, None)):
        if row is None or _HEADING.match(row):
            yield from (start + paragraph.row for paragraph in paragraphs(rows[start:number]))
            if row is not None:
                yield number
            start = number + 1


def _cells(words: str, columns: int) -> Iterator[tuple[int, str]]:
    """The cells of a row that are shown: none beyond the last column; words outside a table are one."""
    cells = words.split("|") if columns else [words]
    first = 1 if columns and not cells[0].strip("> \t") else 0
    at = 0
    for number, cell in enumerate(cells):
        if not columns or number < first + columns:
            yield at, cell
        at += len(cell) + 1


def _moved(read: Spans, comments: list[Span]) -> Spans:
    """The spans at their places in the text with its comments."""
    cuts, removed = [], [0]
    for first, last in comments:
        cuts.append(first - removed[-1])
        removed.append(removed[-1] + last - first)

    def place(at: int) -> int:
        return at + removed[bisect_right(cuts, at)]

    def span(within: Span) -> Span:
        return place(within[0]), place(within[1] - 1) + 1

    return Spans(
        tuple(comments),
        tuple(map(span, read.code)),
        tuple(Target(place(target.at), target.typed) for target in read.targets),
        tuple(map(span, read.in_angles)),
    )
