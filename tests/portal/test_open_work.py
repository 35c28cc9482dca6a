"""What is still to be done: the model and the checks give one answer, whatever became of paper, page and unit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import document, portal_on, told

PLAN = """
== site_src/don-vi/khoa.md
== plans/2021/1.md
number: 1/KH-TCT
date: 1/3/2021
tasks: [{unit: khoa, do: Một, due: 10/3/2021}]
"""
REPLACED = "== plans/2021/2.md\nnumber: 2/KH-TCT\ndate: 20/3/2021\nreplaces: 1/KH-TCT\n"
RECALLED = "== plans/2021/3.md\nnumber: 3/QĐ-TCT\ntype: QĐ\ndate: 25/3/2021\nrecalls: 2/KH-TCT\n"
CAMPAIGN = "== plans/2021/dot/index.md\nstart: 1/3/2021\nend: 31/5/2021\n"


@pytest.mark.parametrize(
    ("later", "day", "taker"),
    [
        (REPLACED, "5/4/2021", "2.md"),
        (REPLACED, "20/3/2021", "2.md"),
        (REPLACED, "19/3/2021", None),
        (REPLACED + RECALLED, "5/4/2021", None),
        (REPLACED + "effective: 1/4/2021\n", "31/3/2021", None),
    ],
)
def test_evidence_for_what_was_replaced_asks_what_the_model_asks(
    tmp_path: Path, later: str, day: str, taker: str | None
) -> None:
    news = f"== site_src/tin-tuc/2021/a.md\ndate: {day}\nevidence_for: [1/KH-TCT#1]\n"
    found = told(portal_on(tmp_path, "1/5/2021", PLAN + news + later), "TT323")
    assert len(found) == (taker is not None)
    assert all(f"thay thế bởi plans/2021/{taker} →" in line for line in found)


def test_a_report_whose_replacement_was_recalled_closes_its_campaign(tmp_path: Path) -> None:
    drawing = f"""{CAMPAIGN}report_due: 15/6/2021
== plans/2021/dot/9.md
number: 9/BC-TCT
type: BC
title: Tổng kết
date: 10/6/2021
{REPLACED.replace("1/KH", "9/BC")}{RECALLED}"""
    portal = portal_on(tmp_path, "1/7/2021", drawing)
    (found,) = portal.campaigns
    assert (found.final_report, told(portal, "TT405")) == (document(portal, "9"), [])
