"""Head and foot of a printed paper: what stands side by side there is put side by side again."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from trangtin.content.printed import place_and_day, state
from trangtin.content.printed.number_line import LABEL
from trangtin.content.printed.place_and_day import NAM, NGAY, THANG
from trangtin.content.printed.recipients import ADDRESSED, RECIPIENTS
from trangtin.content.printed.signature import is_collective, is_person, is_title
from trangtin.content.printed.type_and_subject import type_of_line
from trangtin.importer import grammar
from trangtin.importer.foot_zone import Band, find_foot
from trangtin.importer.paper import Align, Block, Cell, Paragraph, Span, Table
from trangtin.importer.pdf.reflow import Measure, is_centred
from trangtin.importer.pdf.typeset import Piece, Row

_NUMBER = re.compile(rf"{LABEL}\s*:?\s*[\d./]")
_OPEN_NUMBER = re.compile(rf"{LABEL}\s*:?$")
_OPEN_DAY, _REST_OF_DAY = re.compile(rf"(?:{NGAY}|{THANG})$"), re.compile(rf"{THANG}|{NAM}")
_WIDE = 0.72
"""Share of the column from which a line is one of running text."""


def head_end(rows: Sequence[Row], column: Measure) -> int:
    """How many lines of the first page belong to the head; 0 where it has none."""
    last = 0
    for place, row in enumerate(rows[:40]):
        text = row.text
        side = [_side(piece, column) for piece in _beside(row, column)]
        if type_of_line(text) or ADDRESSED.match(text):
            break
        if grammar.starts_unit(text) and side == ["full"]:
            break
        if _is_wide(row, column):
            break
        if side == ["full"] and last and not _is_of_head(text) and not _is_rule(text):
            break
        if side != ["full"] or _is_of_head(text):
            last = place + 1
    return last if any(_is_of_head(row.text) for row in rows[:last]) else 0


def _is_of_head(text: str) -> bool:
    return state.stands_in(text) or place_and_day.stands_in(text) or _NUMBER.match(text) is not None


def head_blocks(rows: Sequence[Row], column: Measure) -> list[Block]:
    """The lines of a head as one row of two cells, those in the middle before them."""
    sides: dict[str, list[Piece]] = {"left": [], "right": [], "full": []}
    for row in rows:
        for piece in _beside(row, column):
            sides[_side(piece, column)].append(piece)
    above: list[Block] = [_line(piece) for piece in sides["full"]]
    if not sides["left"] and not sides["right"]:
        return above
    cells = tuple(Cell(tuple(_line(piece) for piece in sides[side])) for side in ("left", "right"))
    return [*above, Table((cells,), is_ruled=False)]


def _beside(row: Row, column: Measure) -> list[Piece]:
    """The pieces of a line; those on one side are one, however much room is left in it to write by hand."""
    out: list[Piece] = []
    for piece in row.pieces:
        last = out[-1] if out else None
        room = last is not None and (
            (_OPEN_NUMBER.search(last.text) and piece.text.startswith(("/", "-")))
            or (_OPEN_DAY.search(last.text) and _REST_OF_DAY.match(piece.text))
        )
        if last is not None and (room or _side(last, column) == _side(piece, column) != "full"):
            out[-1] = Piece((*last.spans, Span(" "), *piece.spans), last.left, piece.right, last.first_word)
        else:
            out.append(piece)
    return out


def unruled(rows: Sequence[Row]) -> list[int]:
    """The pages on which words stand in columns without lines, as in a table: in several lines three and more."""
    often = Counter(row.page for row in rows if len(row.pieces) > 2)
    return sorted(page for page, count in often.items() if count > 1)


def foot_of(rows: Sequence[Row], column: Measure) -> tuple[int, int] | None:
    """(first line of recipients and signatures, first line behind them); None where there are none."""
    return find_foot([_band(row, rows[max(0, place - 1)], column) for place, row in enumerate(rows)])


def _is_wide(row: Row, column: Measure) -> bool:
    return len(row.pieces) == 1 and row.right - row.left > column.width * _WIDE


def _band(row: Row, before: Row, column: Measure) -> Band:
    centred = is_centred(row, column)
    texts = tuple(piece.text for piece in row.pieces)
    return Band(
        texts,
        is_centred=centred,
        is_narrow=not centred and not _is_wide(row, column),
        starts_page=row.page != before.page,
    )


def foot_blocks(rows: Sequence[Row], column: Measure) -> list[Block]:
    """The lines of a foot as one row of cells: two, unless more than two sign side by side; below it who signs last."""
    below = _below(rows, column)
    edges = _between_columns(rows) or [column.left + column.width * 0.48]
    sides: list[list[Piece]] = [[] for _ in range(len(edges) + 1)]
    for row in (row for row in rows if row not in below):
        for piece in row.pieces:
            at_edge = piece.left < column.left + column.width * 0.06
            sides[0 if at_edge else bisect(edges, _centre(piece))].append(piece)
    cells = tuple(Cell(tuple(_line(piece) for piece in side)) for side in sides)
    return [Table((cells,), is_ruled=False), *(_line(row.pieces[0]) for row in below)]


def _below(rows: Sequence[Row], column: Measure) -> list[Row]:
    """The lines of who signs in the middle, below names that stand side by side."""
    beside = max((place for place, row in enumerate(rows) if len(row.pieces) > 1), default=len(rows))
    named = next((place for place, row in enumerate(rows) if any(is_person(piece.text) for piece in row.pieces)), 0)
    middle = (column.left + column.right) / 2
    central = [
        row for row in rows[max(beside, named) + 1 :] if abs(_centre(row.pieces[0]) - middle) < column.width / 16
    ]
    first = next((place for place, row in enumerate(central) if not is_person(row.text)), len(central))
    return central[first:]


def _between_columns(rows: Sequence[Row]) -> list[float]:
    """Where one column ends and the next begins, by the first line in which three and more offices or names stand."""
    row = next(
        (row for row in rows if len(row.pieces) > 2 and all(_heads_column(piece.text) for piece in row.pieces)), None
    )
    return [(_centre(one) + _centre(other)) / 2 for one, other in pairwise(row.pieces)] if row is not None else []


def _heads_column(text: str) -> bool:
    return is_title(text) or is_collective(text) or is_person(text) or RECIPIENTS.match(text) is not None


def _centre(piece: Piece) -> float:
    return (piece.left + piece.right) / 2


def _side(piece: Piece, column: Measure) -> str:
    centre = (_centre(piece) - column.left) / column.width
    if piece.left < column.left + column.width * 0.45 and centre < 0.43:
        return "left"
    return "right" if centre > 0.575 and piece.left > column.left + column.width * 0.25 else "full"


def _is_rule(text: str) -> bool:
    return bool(grammar.RULE.fullmatch(text.strip()))


def _line(piece: Piece) -> Paragraph:
    return Paragraph(piece.spans, Align.CENTER)
