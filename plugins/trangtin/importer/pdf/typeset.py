"""Letters put together to words and lines by where they stand, whatever the order in which the file draws them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from trangtin.importer.letters import superscript, tidy
from trangtin.importer.paper import Span
from trangtin.importer.pdf.ink import Glyph, PageInk
from trangtin.importer.pdf.shapes import Stroke

_GAP = 1.35
"""Widest space inside a piece, in letter sizes; justified lines stay below, columns of a head stand farther apart."""
_SPACE = 0.18
"""Narrowest space beside a sign, in letter sizes: a dash or a bracket leaves nearly as much room without one."""
_NARROW = 0.11
"""Narrowest space between two letters; in typed government papers letters of a word leave 0.06 at most."""
_SPACED = 0.05
"""Room between letters, in letter sizes, from which on a line is letter-spaced."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words on one line with no wide gap between them."""

    spans: tuple[Span, ...]
    left: float
    right: float
    first_word: float
    """Width of the first word."""

    @property
    def text(self) -> str:
        """Without its look."""
        return "".join(span.text for span in self.spans)

    @property
    def is_bold(self) -> bool:
        """True if every letter is."""
        return all(span.bold for span in self.spans if span.text.strip())


@dataclass(frozen=True, slots=True)
class Row:
    """A line across the page."""

    pieces: tuple[Piece, ...]
    base: float
    size: float
    """The size of most of its letters, in points."""
    page: int

    @property
    def left(self) -> float:
        """Where it starts."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.pieces[-1].right

    @property
    def spans(self) -> tuple[Span, ...]:
        """Its text with its look, gaps as single spaces."""
        out: list[Span] = []
        for piece in self.pieces:
            out += [Span(" ", piece.spans[0].bold, piece.spans[0].italic), *piece.spans] if out else piece.spans
        return tuple(out)

    @property
    def text(self) -> str:
        """Without its look."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def is_bold(self) -> bool:
        """True if every letter is."""
        return all(piece.is_bold for piece in self.pieces)


def rows_of(glyphs: Sequence[Glyph], page: int) -> list[Row]:
    """The lines, from top to bottom."""
    lines = _raised_joined(_by_base(list(_once(glyphs))))
    rows = [row for line in lines if (row := _row(line, page))]
    return sorted(rows, key=lambda row: row.base)


def usual_size(rows: Sequence[Row]) -> float:
    """The size of most letters."""
    sizes = Counter[float]()
    for row in rows:
        sizes[round(row.size * 2) / 2] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 13.0


def without_struck(ink: PageInk) -> tuple[tuple[Glyph, ...], int]:
    """The letters that no line goes through, and how many words of another colour are struck: deletions on show."""
    level = sorted((stroke for stroke in ink.strokes if stroke.is_level), key=lambda stroke: stroke.top)
    if not level or not any(glyph.coloured for glyph in ink.glyphs):
        return ink.glyphs, 0
    tops = [stroke.top for stroke in level]
    kept: list[Glyph] = []
    struck = 0
    before = False
    for glyph in ink.glyphs:
        through = glyph.coloured and _crossed(glyph, level, tops)
        struck += through and not before
        before = through
        if not through:
            kept.append(glyph)
    return tuple(kept), struck


def _crossed(glyph: Glyph, level: Sequence[Stroke], tops: Sequence[float]) -> bool:
    middle = (glyph.left + glyph.right) / 2
    high, low = glyph.base - glyph.size * 0.5, glyph.base - glyph.size * 0.12
    near = level[bisect_right(tops, high) : bisect_left(tops, low)]
    return any(stroke.left - 1 <= middle <= stroke.right + 1 for stroke in near)


def _once(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Without letters that are drawn twice in one place, as programs do to make them look bold."""
    seen: set[tuple[str, int, int]] = set()
    for glyph in glyphs:
        spot = (glyph.text, round(glyph.left), round(glyph.base))
        if spot in seen and not glyph.text.isspace():
            continue
        seen.add(spot)
        yield glyph


def _by_base(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: (each.base, each.left)):
        if lines and abs(glyph.base - lines[-1][-1].base) <= 0.18 * glyph.size:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return lines


def _raised_joined(lines: list[list[Glyph]]) -> list[list[Glyph]]:
    """Small raised figures go to the line they belong to, as raised figures."""
    solid = [line for line in lines if any(not glyph.text.isspace() for glyph in line)]
    sizes = [median(glyph.size for glyph in line) for line in solid]
    taken: set[int] = set()
    for place, line in enumerate(solid):
        text = "".join(glyph.text for glyph in line).strip()
        if not re.fullmatch(r"[\d()*]{1,6}(?:\s+[\d()*]{1,4})*", text):
            continue
        for other in (place + 1, place - 1, place + 2):
            if not 0 <= other < len(solid) or other in taken or sizes[place] > 0.8 * sizes[other]:
                continue
            rise = solid[other][0].base - line[0].base
            beside = all(any(abs(glyph.left - base.right) < 2.5 for base in solid[other]) for glyph in line[:1])
            if 0.1 * sizes[other] < rise < 0.65 * sizes[other] and beside:
                solid[other] += [_as_raised(glyph, solid[other][0].base) for glyph in line]
                taken.add(place)
                break
    return [line for place, line in enumerate(solid) if place not in taken]


def _as_raised(glyph: Glyph, base: float) -> Glyph:
    return Glyph(
        superscript(glyph.text), glyph.left, glyph.right, base, glyph.size, glyph.bold, glyph.italic, glyph.coloured
    )


def _row(line: list[Glyph], page: int) -> Row | None:
    ordered = sorted(line, key=lambda glyph: glyph.left)
    letters = [glyph for glyph in ordered if not glyph.text.isspace() and tidy(glyph.text)]
    if not letters:
        return None
    spaces = [glyph for glyph in ordered if glyph.text.isspace()]
    size = median(glyph.size for glyph in letters)
    groups: list[list[Glyph]] = [[letters[0]]]
    for before, glyph in pairwise(letters):
        if glyph.left - before.right > _GAP * size:
            groups.append([])
        groups[-1].append(glyph)
    # Between letters a narrow gap is a space too where words are pressed into their line, but not where all letters
    # stand apart.
    apart = median(after.left - before.right for before, after in pairwise(letters)) if len(letters) > 1 else 0.0
    least = _NARROW if apart < _SPACED * size else _SPACE
    pieces = tuple(_piece(group, spaces, size, least) for group in groups)
    return Row(pieces, median(glyph.base for glyph in letters), size, page)


def _piece(group: list[Glyph], spaces: list[Glyph], size: float, least: float) -> Piece:
    spans: list[Span] = []
    text, look = "", (group[0].bold, group[0].italic)
    first_end = 0.0
    for place, glyph in enumerate(group):
        gap = place > 0 and _is_space(group[place - 1], glyph, spaces, size, least)
        if gap and not first_end:
            first_end = group[place - 1].right
        if (glyph.bold, glyph.italic) != look:
            spans.append(Span(tidy(text), *look))
            text, look = "", (glyph.bold, glyph.italic)
        text += f" {glyph.text}" if gap else glyph.text
    spans.append(Span(tidy(text), *look))
    right = group[-1].right
    return Piece(tuple(span for span in spans if span.text), group[0].left, right, (first_end or right) - group[0].left)


def _is_space(before: Glyph, glyph: Glyph, spaces: Sequence[Glyph], size: float, least: float) -> bool:
    gap = glyph.left - before.right
    if gap > (least if before.text.isalpha() and glyph.text.isalpha() else _SPACE) * size:
        return True
    if gap < -0.1 * size and not spaces:
        return False
    low, high = before.left, glyph.right
    return any(low < (space.left + space.right) / 2 < high and space.left >= before.left + 0.1 for space in spaces)
