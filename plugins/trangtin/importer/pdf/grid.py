"""Tables with lines: from strokes on a page to rows and cells, merged and single."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from trangtin.importer.pdf.shapes import Stroke

_NEAR = 3.0
"""Points within which two strokes meet."""
_MOST_CELLS = 10_000
"""The most cells of one table; a page of A4 has room for a few hundred that can be read."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of one table."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[tuple[tuple[int, int], ...], ...]
    """For each place, row and column of the cell that covers it: its own where it is single."""

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.ys[0]

    def holds(self, x: float, y: float) -> bool:
        """True for a point inside."""
        return self.xs[0] - 1 <= x <= self.xs[-1] + 1 and self.ys[0] - 1 <= y <= self.ys[-1] + 1

    def cell_at(self, x: float, y: float) -> tuple[int, int]:
        """The cell that covers a point inside."""
        column = max(place for place, edge in enumerate(self.xs[:-1]) if place == 0 or edge <= x)
        row = max(place for place, edge in enumerate(self.ys[:-1]) if place == 0 or edge <= y)
        return self.cells[row][column]


def grids_in(strokes: Sequence[Stroke]) -> list[Grid] | None:
    """Every table of a page with at least two cells, from top to bottom; None where one has more than any table."""
    level = _merged([stroke for stroke in strokes if stroke.is_level], level=True)
    upright = _merged([stroke for stroke in strokes if not stroke.is_level], level=False)
    found: list[Grid] = []
    for lines, posts in _groups(level, upright):
        xs, ys = _places([post.left for post in posts]), _places([line.top for line in lines])
        if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) < 6:
            continue
        if len(xs) * len(ys) > _MOST_CELLS:
            return None
        cells = _cover(xs, ys, lines, posts)
        if len({cell for row in cells for cell in row}) > 1:
            found.append(Grid(xs, ys, cells))
    return sorted(found, key=lambda grid: (grid.top, grid.xs))


def _merged(strokes: list[Stroke], *, level: bool) -> list[Stroke]:
    """Strokes that go on with each other as one: programs draw a line cell by cell, and both edges of a thin bar."""
    out: list[Stroke] = []
    for stroke in sorted(strokes, key=lambda s: (round((s.top if level else s.left) / 2), s.left if level else s.top)):
        for place in range(len(out) - 1, max(-1, len(out) - 40), -1):
            other = out[place]
            if _one_line(other, stroke, level=level):
                out[place] = Stroke(
                    min(other.left, stroke.left) if level else other.left,
                    other.top if level else min(other.top, stroke.top),
                    max(other.right, stroke.right) if level else other.right,
                    other.bottom if level else max(other.bottom, stroke.bottom),
                )
                break
        else:
            out.append(stroke)
    return out


def _one_line(one: Stroke, other: Stroke, *, level: bool) -> bool:
    """True if one goes on where the other ends, or both are edges of one bar."""
    if level:
        near = abs(one.top - other.top) < 2
        return near and other.left <= one.right + _NEAR and other.right >= one.left - _NEAR
    near = abs(one.left - other.left) < 2
    return near and other.top <= one.bottom + _NEAR and other.bottom >= one.top - _NEAR


def _groups(level: list[Stroke], upright: list[Stroke]) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Level and upright strokes that touch each other, directly or through others."""
    lines = sorted((stroke for stroke in level if stroke.right - stroke.left > 6), key=lambda stroke: stroke.top)
    posts = [stroke for stroke in upright if stroke.bottom - stroke.top > 6]
    tops = [line.top for line in lines]
    above = list(range(len(lines)))
    """For each line, one of its group nearer to the first of them; a first line stands for itself."""

    def first(place: int) -> int:
        while above[place] != place:
            above[place] = above[above[place]]
            place = above[place]
        return place

    on: list[int | None] = []
    for post in posts:
        near = range(bisect_left(tops, post.top - _NEAR), bisect_right(tops, post.bottom + _NEAR))
        met = [place for place in near if lines[place].left - _NEAR <= post.left <= lines[place].right + _NEAR]
        for place in met:
            above[first(place)] = first(met[0])
        on.append(met[0] if met else None)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for place, line in enumerate(lines):
        groups.setdefault(first(place), ([], []))[0].append(line)
    for post, line_met in zip(posts, on, strict=True):
        if line_met is not None:
            groups[first(line_met)][1].append(post)
    return list(groups.values())


def _places(values: Sequence[float]) -> tuple[float, ...]:
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > _NEAR + 1:
            out.append(value)
    return tuple(out)


def _cover(
    xs: tuple[float, ...], ys: tuple[float, ...], lines: Sequence[Stroke], posts: Sequence[Stroke]
) -> tuple[tuple[tuple[int, int], ...], ...]:
    rows, columns = len(ys) - 1, len(xs) - 1
    left_of = [[post for post in posts if abs(post.left - x) <= _NEAR + 1] for x in xs]
    above = [[line for line in lines if abs(line.top - y) <= _NEAR + 1] for y in ys]
    owner = [[(row, column) for column in range(columns)] for row in range(rows)]
    for row in range(rows):
        middle = (ys[row] + ys[row + 1]) / 2
        for column in range(columns):
            centre = (xs[column] + xs[column + 1]) / 2
            if column and not any(post.top <= middle <= post.bottom for post in left_of[column]):
                owner[row][column] = owner[row][column - 1]
            elif row and not any(line.left <= centre <= line.right for line in above[row]):
                owner[row][column] = owner[row - 1][column]
    return tuple(tuple(row) for row in owner)
