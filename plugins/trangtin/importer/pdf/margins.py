"""What stands on a page and is no text of the paper: page numbers, running heads, captions of signatures, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from trangtin.content.printed import state
from trangtin.content.text import fold
from trangtin.importer.grammar import joint
from trangtin.importer.letters import superscript
from trangtin.importer.pdf.ink import PageInk
from trangtin.importer.pdf.shapes import Stroke
from trangtin.importer.pdf.typeset import Row, usual_size

_NUMBER = re.compile(r"(?i)[-–—\s]*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s.]*")
_CAPTION = re.compile(r"(?i)(?:ký bởi|người ký|email\s*:|cơ quan\s*:|thời gian ký|ngày ký|signed by|digitally signed)")
_SIGNED_AT = re.compile(r"\d{1,2}:\d{2}:\d{2}")
_STATE = re.compile(state.TYPED)
_NOTE = re.compile(r"[\d¹²³⁴⁵⁶⁷⁸⁹⁰(*\[]")
_EDGE = 0.11
"""Share of the page's height that heads and feet of pages stand in."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The lines of one page, sorted out."""

    rows: tuple[Row, ...]
    footnotes: tuple[Row, ...]
    captions: int
    """Lines of pictures of digital signatures."""
    line: str = ""
    """A small line alone at the foot of the page: address, telephone, the maker's note."""
    repeated: tuple[str, ...] = ()
    """Lines left out since they come back at the edge of most pages."""


def sort_out(pages: Sequence[tuple[PageInk, list[Row]]]) -> list[PageText]:
    """Text and footnotes of each page."""
    size = usual_size([row for _, rows in pages for row in rows])
    running = _running(pages)
    out: list[PageText] = []
    for ink, rows in pages:
        head = _letterhead(rows, ink)
        kept = [row for row in rows if row in head or not _is_margin(row, ink, running) or _marks_note(row, rows)]
        repeated = [row.text for row in rows if row not in kept and not _NUMBER.fullmatch(row.text.strip())]
        alone = _alone(kept, ink, size)
        kept = [row for row in kept if row is not alone]
        captions = [row for row in kept if is_caption(row.text) and row.size < size - 1.5]
        kept = [row for row in kept if row not in captions]
        notes = _footnotes(kept, ink.strokes, ink, size)
        text = tuple(row for row in kept if row not in notes)
        out.append(PageText(text, tuple(notes), len(captions), alone.text if alone else "", tuple(repeated)))
    return out


def is_caption(text: str) -> bool:
    """True for a line of what a digital signature shows of itself (NĐ 30/2020, Phụ lục I: with time to the second)."""
    return bool(_CAPTION.match(text) or _SIGNED_AT.search(text))


def _is_margin(row: Row, ink: PageInk, running: frozenset[tuple[str, int]]) -> bool:
    edge = row.base < ink.height * _EDGE or row.base > ink.height * (1 - _EDGE)
    if not edge:
        return False
    return bool(_NUMBER.fullmatch(row.text.strip())) or _key(row) in running


def _letterhead(rows: Sequence[Row], ink: PageInk) -> tuple[Row, ...]:
    """The lines of a paper's head at the edge of its page: the statute that a decision brings prints the same again."""
    top = [row for row in rows if row.base < ink.height * _EDGE]
    first = next((row for row in top if _STATE.search(row.text) or state.stands_in(row.text)), None)
    return tuple(row for row in top if first is not None and row.base > first.base - first.size)


def _marks_note(row: Row, rows: Sequence[Row]) -> bool:
    """True for the raised figure before a note, which is no page number: smaller letters go on right beside it."""
    return any(
        row.size < other.size and 0 < other.base - row.base < other.size and 0 < other.left - row.right < other.size
        for other in rows
    )


def _key(row: Row) -> tuple[str, int]:
    return re.sub(r"\d+", "#", fold(row.text)), round(row.base / 4)


def _running(pages: Sequence[tuple[PageInk, list[Row]]]) -> frozenset[tuple[str, int]]:
    """Lines that come back in the same place on most pages."""
    seen = Counter(
        key
        for ink, rows in pages
        for key in {_key(row) for row in rows if not ink.height * _EDGE <= row.base <= ink.height * (1 - _EDGE)}
    )
    least = max(2, round(len(pages) * 0.5))
    return frozenset(key for key, count in seen.items() if count >= least)


def _alone(rows: Sequence[Row], ink: PageInk, size: float) -> Row | None:
    """The last line, where it is small and stands far below all others, in the margin."""
    if len(rows) < 3:
        return None
    before, last = rows[-2:]
    in_margin = last.base > ink.height * 0.93 and last.base - before.base > 2.2 * size
    return last if in_margin and last.size < size - 1.5 else None


def _footnotes(rows: Sequence[Row], strokes: Sequence[Stroke], ink: PageInk, size: float) -> list[Row]:
    """Small lines below a short rule near the foot of the page."""
    if not rows:
        return []
    left = min(row.left for row in rows)
    rules = [
        stroke.top
        for stroke in strokes
        if stroke.is_level and stroke.top > ink.height * 0.45 and 40 < stroke.right - stroke.left < ink.width * 0.45
        and abs(stroke.left - left) < 12
    ]  # fmt: skip
    for rule in sorted(rules):
        below = [row for row in rows if row.base > rule]
        if not below or not _NOTE.match(below[0].text):
            continue
        if all(row.size < size - 0.9 for row in below) and median(row.size for row in below) < size - 1.4:
            return below
    return []


def footnote_texts(rows: Sequence[Row]) -> list[str]:
    """The notes of a page, each with its raised figure."""
    out: list[str] = []
    for row in rows:
        text = row.text.strip()
        match = re.match(r"([\d¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2})[\s.)]*(?=[^\W\d_])", text)
        if match:
            out.append(f"{superscript(match.group(1))} {text[match.end() :]}")
        elif re.fullmatch(r"\d{1,2}", text):  # raised so far that it is a line of its own
            out.append(superscript(text))
        elif out:
            out[-1] += f"{joint(out[-1], text)}{text}"
        else:
            out.append(text)
    return out
