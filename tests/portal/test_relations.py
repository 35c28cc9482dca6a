"""A relation is written once and seen from both ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import document, portal_on, told


@pytest.mark.parametrize(
    ("key", "forward", "backward"),
    [
        ("implements", "Thực hiện", "Được thực hiện bởi"),
        ("replaces", "Thay thế", "Bị thay thế bởi"),
        ("amends", "Sửa đổi, bổ sung", "Được sửa đổi, bổ sung bởi"),
        ("corrects", "Đính chính", "Được đính chính bởi"),
        ("recalls", "Thu hồi", "Bị thu hồi bởi"),
    ],
)
def test_both_directions_from_one_entry(tmp_path: Path, key: str, forward: str, backward: str) -> None:
    portal = portal_on(
        tmp_path,
        "1/1/2022",
        f"""
        == plans/2021/08.md
        number: 08/QC-TCT
        type: QC
        date: 10/3/2021
        == plans/2021/17.md
        number: 17/QC-TCT
        type: QC
        date: 5/5/2021
        {key}: 08/QC-TCT
        """,
    )
    (seen,) = document(portal, "08").bearings
    (said,) = document(portal, "17").bearings

    assert (said.kind.forward, said.is_forward, said.target) == (forward, True, "plans/2021/08.md")
    assert (seen.kind.backward, seen.is_forward, seen.target) == (backward, False, "plans/2021/17.md")
    assert told(portal) == []


SELF = """
== plans/2021/08.md
number: 08/QC-TCT
type: QC
date: 10/3/2021
replaces: 08.md
"""
PAIR = """
== plans/2021/a.md
number: 1/QC-TCT
type: QC
date: 10/3/2021
replaces: 2/QC-TCT
== plans/2021/b.md
number: 2/QC-TCT
type: QC
date: 10/3/2021
replaces:
  - 1/QC-TCT
"""
TRIPLE = """
== plans/2021/c.md
number: 3/QC-TCT
type: QC
date: 10/3/2021
amends: 1/QC-TCT
== plans/2021/a.md
number: 1/QC-TCT
type: QC
date: 10/3/2021
amends: 2/QC-TCT
== plans/2021/b.md
number: 2/QC-TCT
type: QC
date: 10/3/2021
amends: 3/QC-TCT
"""


@pytest.mark.parametrize(
    ("drawing", "message"),
    [
        (SELF, "plans/2021/08.md:5: TT303 văn bản 'thay thế' chính nó → bỏ mục này"),
        (
            PAIR,
            "plans/2021/a.md:5: TT303 quan hệ 'replaces' đi thành vòng: "
            "plans/2021/a.md → plans/2021/b.md → plans/2021/a.md → bỏ một quan hệ trong vòng",
        ),
        (
            TRIPLE,
            "plans/2021/a.md:5: TT303 quan hệ 'amends' đi thành vòng: "
            "plans/2021/a.md → plans/2021/b.md → plans/2021/c.md → plans/2021/a.md → bỏ một quan hệ trong vòng",
        ),
    ],
    ids=["one", "two", "three"],
)
def test_circles(tmp_path: Path, drawing: str, message: str) -> None:
    assert told(portal_on(tmp_path, "1/1/2022", drawing)) == [message]


def test_two_kinds_of_relation_make_no_circle(tmp_path: Path) -> None:
    drawing = PAIR.replace("replaces:\n  - 1/QC-TCT", "implements: 1/QC-TCT")
    assert told(portal_on(tmp_path, "1/1/2022", drawing)) == []


def test_a_long_chain_is_no_circle_and_no_trouble(tmp_path: Path) -> None:
    drawing = "".join(
        f"== plans/2021/d{n}.md\nnumber: {n}/QC-TCT\ntype: QC\ndate: 1/1/2021\n"
        + (f"amends: {n - 1}/QC-TCT\n" if n > 1 else "")
        for n in range(1, 60)
    )
    assert told(portal_on(tmp_path, "1/1/2022", drawing)) == []


def test_dates_run_forward(tmp_path: Path) -> None:
    portal = portal_on(
        tmp_path,
        "1/1/2022",
        """
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        == plans/2021/11.md
        number: 11/KH-TCT
        date: 19/4/2021
        implements: 12/KH-TCT
        basis:
          - number: 95/KH-UBND
            date: 20/4/2021
          - number: 94/KH-UBND
            date: 19/4/2021
        """,
    )
    assert told(portal) == [
        "plans/2021/11.md:4: TT304 văn bản ngày 19/04/2021 thực hiện văn bản ban hành sau nó "
        "(plans/2021/12.md, 20/04/2021) → sửa ngày ban hành hoặc quan hệ",
        "plans/2021/11.md:7: TT304 căn cứ đề ngày 20/04/2021, sau ngày ban hành 19/04/2021"
        " → sửa ngày của căn cứ hoặc ngày ban hành (ví dụ: date: 14/4/2021)",
    ]
