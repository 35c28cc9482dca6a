"""Which strokes of a page are a table, however many there are and in whatever order they are drawn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trangtin.importer.pdf.grid import grids_in
from trangtin.importer.pdf.shapes import Stroke


def ruled(columns: int, rows: int, left: float = 0, top: float = 0) -> list[Stroke]:
    """The lines of a table with cells of 40 by 20 points."""
    right, bottom = left + 40 * columns, top + 20 * rows
    return [Stroke(left, top + 20 * row, right, top + 20 * row) for row in range(rows + 1)] + [
        Stroke(left + 40 * column, top, left + 40 * column, bottom) for column in range(columns + 1)
    ]


@given(st.permutations([*ruled(3, 2), *ruled(2, 4, 300), *ruled(1, 5, 100, 200), Stroke(0, 500, 90, 500)]))
def test_tables_are_told_apart_in_any_order(strokes: list[Stroke]) -> None:
    found = grids_in(strokes)
    assert found is not None
    assert [(len(grid.xs) - 1, len(grid.ys) - 1) for grid in found] == [(3, 2), (2, 4), (1, 5)]


def test_a_cell_without_a_line_is_its_neighbours() -> None:
    strokes = [stroke for stroke in ruled(2, 2) if stroke != Stroke(40, 0, 40, 40)]
    found = grids_in([*strokes, Stroke(40, 20, 40, 40)])
    assert found is not None
    assert [grid.cells for grid in found] == [(((0, 0), (0, 0)), ((1, 0), (1, 1)))]


def test_what_has_more_cells_than_a_table_is_said_to_be_none() -> None:
    assert grids_in(ruled(120, 120)) is None
