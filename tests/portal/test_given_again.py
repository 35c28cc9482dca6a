"""A task that an amending paper gives again: the earlier one is given up, or both count."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import portal_on, told

PLAN = """
== site_src/don-vi/a.md
== site_src/don-vi/b.md
== plans/2021/1.md
number: 1/KH-TCT
date: 1/2/2021
tasks:
  - {unit: a, do: Số hóa hồ sơ, due: 1/3/2021OLD}
  - {unit: b, do: Việc khác, due: 1/3/2021}
"""
LATER = "== plans/2021/2.md\nnumber: 2/KH-TCT\ndate: 1/3/2021\namends: 1/KH-TCT\n"
MOVED = "tasks:\n  - {unit: a, do: số hoá  hồ sơ, due: 1/6/2021}\n"


@pytest.mark.parametrize("unit", ["a", "b"])
def test_a_deadline_that_was_moved_and_a_task_that_went_to_others_count_twice(tmp_path: Path, unit: str) -> None:
    portal = portal_on(
        tmp_path, "1/4/2021", PLAN.replace("OLD", "") + LATER + MOVED.replace("unit: a", f"unit: {unit}")
    )
    (line,) = told(portal, "TT424")
    assert line.startswith("plans/2021/1.md:5: TT424 việc này plans/2021/2.md:6 đã giao lại")


@pytest.mark.parametrize(
    ("old", "later"),
    [
        (", status: huy", LATER + MOVED),
        (", status: xong", LATER + MOVED),
        (", done: 20/2/2021", LATER + MOVED),
        ("", LATER),
        ("", LATER + MOVED.replace("hồ sơ", "học bạ")),
        ("", LATER + MOVED.replace("1/6/2021", "1/6/2021, status: huy")),
        ("", LATER + "draft: true\n" + MOVED),
        ("", LATER + "withdrawn: {date: 2/3/2021, reason: Nhầm}\n" + MOVED),
        ("", LATER.replace("amends", "replaces") + MOVED),
        ("", LATER.replace("amends", "implements") + MOVED),
        ("", LATER + MOVED + "== plans/2021/3.md\ntype: QĐ\nnumber: 3/QĐ-TCT\ndate: 2/3/2021\nrecalls: 2/KH-TCT\n"),
        ("", LATER + MOVED + "== plans/2021/3.md\nnumber: 3/KH-TCT\ndate: 2/3/2021\nreplaces: 1/KH-TCT\n"),
    ],
)
def test_what_counts_once_is_not_asked_about(tmp_path: Path, old: str, later: str) -> None:
    assert told(portal_on(tmp_path, "1/4/2021", PLAN.replace("OLD", old) + later), "TT424") == []


def test_of_two_later_papers_one_is_named(tmp_path: Path) -> None:
    again = LATER.replace("plans/2021/2", "plans/2021/3").replace("2/KH", "3/KH").replace("1/3/2021", "2/3/2021")
    portal = portal_on(tmp_path, "1/4/2021", PLAN.replace("OLD", "") + LATER + MOVED + again + MOVED)
    assert [line.partition(" việc")[0] for line in told(portal, "TT424")] == ["plans/2021/1.md:5: TT424"]
