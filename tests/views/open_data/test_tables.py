"""Tables for spreadsheets: every row complete, no text that a spreadsheet would run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.portal.drawing import portal_on
from tests.views.open_data.test_documents import HELD
from trangtin.portal.model import Portal
from trangtin.views.machine_readable.open_data.awards import open_awards
from trangtin.views.machine_readable.open_data.documents import open_documents
from trangtin.views.machine_readable.open_data.tables import (
    Table,
    award_table,
    cell,
    disclosure_table,
    document_table,
    promptness_table,
)


def address(target: str) -> str:
    return f"https://mau.example/{target}"


TABLES: dict[str, Callable[[Portal], Table]] = {
    "documents": lambda portal: document_table(open_documents(portal, address)["documents"]),
    "awards": lambda portal: award_table(open_awards(portal, address)["awards"]),
    "promptness": promptness_table,
    "disclosure": lambda portal: disclosure_table(portal, address),
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_row_has_a_cell_for_every_heading(sample: Portal, table: Callable[[Portal], Table]) -> None:
    made = table(sample)
    assert len(made.rows) > 2
    assert {len(row) for row in made.rows} == {len(made.headings)}


def test_a_row_of_the_register_of_documents(sample: Portal) -> None:
    table = TABLES["documents"](sample)
    rows = [dict(zip(table.headings, row, strict=True)) for row in table.rows]
    plan = next(row for row in rows if row["Số, ký hiệu"] == "12/KH-TCT")
    assert plan["Ngày ban hành"] == "2021-04-20"
    assert plan["Lĩnh vực"] == "Bầu cử; Thi đua, khen thưởng"
    assert plan["Cấp ban hành"] == "Đơn vị"
    assert len(rows) == len(sample.documents)


AWARDS = """
== plans/2021/a.md
type: QĐ
number: 01/QĐ-TCT
date: 1/2/2021
awards:
  - {form: Giấy khen, to: Khoa A, kind: tap-the, revoked: {date: 1/9/2021, by: 45/QĐ-TCT}}
== plans/2021/b.md
type: QĐ
number: 02/QĐ-TCT
draft: true
awards: [{form: BIMAT, to: BIMAT, kind: ca-nhan}]
== plans/2021/c.md
type: QĐ
number: 03/QĐ-TCT
withdrawn: {date: 2/1/2021, reason: Nhầm}
awards: [{form: BIMAT, to: BIMAT, kind: ca-nhan}]
"""


def test_awards_are_told_with_their_revocation_and_not_out_of_hidden_decisions(tmp_path: Path) -> None:
    (row,) = TABLES["awards"](portal_on(tmp_path, "1/1/2022", AWARDS)).rows
    assert row[:4] == ("Giấy khen", "Khoa A", "Tập thể", "")
    assert row[6:8] == ("01/QĐ-TCT", "2021-02-01")
    assert row[10:13] == ("Đã thu hồi", "2021-09-01", "45/QĐ-TCT")


def test_nothing_held_back_is_in_a_table(tmp_path: Path) -> None:
    (row,) = TABLES["documents"](portal_on(tmp_path, "1/1/2022", HELD)).rows
    assert not [text for text in row if "BIMAT" in text]
    assert "Đã gỡ" in row and "Đăng nhầm" in row


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+84 200", "'+84 200"),
        ("- Khoa A", "'- Khoa A"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("Trồng cây;=HYPERLINK(1); +1;- Khoa A", "Trồng cây;'=HYPERLINK(1); '+1;'- Khoa A"),
        ("Bầu cử; Thi đua; a=b;1+1", "Bầu cử; Thi đua; a=b;1+1"),
        ("một\nhai", "một hai"),
        (date(2021, 4, 20), "2021-04-20"),
        (None, ""),
    ],
)
def test_cells(value: str | date | None, shown: str) -> None:
    assert cell(value) == shown


@given(st.text())
def test_no_cell_starts_a_formula_or_breaks_a_line(text: str) -> None:
    for part in cell(text).split(";"):  # as a spreadsheet set up for Vietnamese cuts them
        assert part.lstrip()[:1] not in set("=+-@\t\r＝＋－＠")
    assert not set(cell(text)) & set("\r\n\t")
