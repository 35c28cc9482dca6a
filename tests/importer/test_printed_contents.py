"""Printed tables of contents."""

from __future__ import annotations

import pytest

from trangtin.importer.paper import Paper, paragraphs_of, plain_paragraph
from trangtin.importer.printed_contents import without_contents


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (["QUY CHẾ", "MỤC LỤC", "Chương I. Chung......1", "Điều 1. Phạm vi\t2", "Điều 2. Tên … 3", "Điều 3. Dài",
          "hơn một dòng.......4", "Chương I. Chung"], ["QUY CHẾ", "Chương I. Chung"]),
        (["Mục lục:", "Phần I\t1", "Phần II\t5", "Phần III\t9"], []),
        (["MỤC LỤC", "Chương I. Chung....1", "Chương II. Riêng", "Chương III. Cuối"], None),
        (["Số bàn....... 5", "Số ghế....... 9", "Số tủ....... 2", "Số đèn....... 4"], None),
        (["MỤC LỤC HỒ SƠ", "Tờ trình....... 5", "Quyết định....... 9", "Phiếu....... 2"], None),
    ],
)  # fmt: skip
def test_only_a_table_of_contents_is_left_out(lines: list[str], left: list[str] | None) -> None:
    paper = without_contents(Paper(tuple(map(plain_paragraph, lines))))
    assert [part.text for part in paragraphs_of(paper.blocks)] == (lines if left is None else left)
    assert [remark.text.startswith("bỏ mục lục in") for remark in paper.remarks] == ([] if left is None else [True])
