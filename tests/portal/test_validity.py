"""A document's force on a day, from its dates and from what later documents do to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.portal.drawing import document, portal_on, told
from trangtin.views.document import document_view

OLD = "== plans/2021/08.md\nnumber: 08/QC-TCT\ntype: QC\ndate: 10/3/2021\n"


def label(root: Path, day: str, drawing: str) -> str:
    return document(portal_on(root, day, drawing), "08").validity.value


@pytest.mark.parametrize(
    ("keys", "day", "expected"),
    [
        ("", "10/3/2021", "Còn hiệu lực"),
        ("", "1/1/2030", "Còn hiệu lực"),
        ("effective: 1/5/2021", "30/4/2021", "Chưa có hiệu lực"),
        ("effective: 1/5/2021", "1/5/2021", "Còn hiệu lực"),
        ("expires: 31/12/2021", "31/12/2021", "Còn hiệu lực"),
        ("expires: 31/12/2021", "1/1/2022", "Hết hiệu lực"),
    ],
)
def test_by_its_own_dates(tmp_path: Path, keys: str, day: str, expected: str) -> None:
    assert label(tmp_path, day, OLD + keys) == expected


def test_without_a_date_nobody_can_say(tmp_path: Path) -> None:
    assert label(tmp_path, "1/1/2022", OLD.replace("date: 10/3/2021\n", "")) == "Chưa xác định hiệu lực"


@pytest.mark.parametrize("kind", ["BC", "TTr", "BB", "Công văn", "GM", "KL"])
def test_what_informs_has_no_force_to_lose(tmp_path: Path, kind: str) -> None:
    assert label(tmp_path, "1/1/2022", OLD.replace("type: QC", f"type: {kind}")) == ""


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("expires: 31/12/2021", "Hết hiệu lực"),
        ("expires: 1/1/2022", "Còn hiệu lực"),
        ("effective: 1/1/2022", "Còn hiệu lực"),
        ("effective: 2/1/2022", "Chưa có hiệu lực"),
    ],
)
def test_unless_it_says_itself_how_long_it_holds(tmp_path: Path, keys: str, expected: str) -> None:
    drawing = OLD.replace("type: QC", "type: Công văn") + keys
    assert label(tmp_path, "1/1/2022", drawing) == expected


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("replaces: 08/QC-TCT\ndate: 5/1/2026", "Đã bị thay thế"),
        ("recalls: 08/QC-TCT\ndate: 5/1/2026", "Đã bị thu hồi"),
        ("amends: 08/QC-TCT\ndate: 5/1/2026", "Còn hiệu lực"),
        ("corrects: 08/QC-TCT\ndate: 5/1/2026", "Còn hiệu lực"),
        ("implements: 08/QC-TCT\ndate: 5/1/2026", "Còn hiệu lực"),
        ("replaces: 08/QC-TCT\ndate: 20/1/2026", "Đã bị thay thế"),
        ("replaces: 08/QC-TCT\ndate: 21/1/2026", "Còn hiệu lực"),
        ("replaces: 08/QC-TCT\ndate: 5/1/2026\neffective: 1/2/2026", "Còn hiệu lực"),
        ("replaces: 08/QC-TCT\ndate: 5/1/2026\neffective: 20/1/2026", "Đã bị thay thế"),
        ("replaces: 08/QC-TCT", "Còn hiệu lực"),
        ("replaces: 08/QC-TCT\ndate: 5/1/2026\ndraft: true", "Còn hiệu lực"),
        ("replaces: 08/QC-TCT\ndate: 5/1/2026\nreview: [Xem lại]", "Còn hiệu lực"),
        ("replaces: 08/QC-TCT\ndate: 5/1/2026\npublished: 1/2/2026", "Còn hiệu lực"),
        ("replaces: 08/QC-TCT\ndate: 5/1/2026\nwithdrawn: {date: 6/1/2026, reason: Đăng nhầm}", "Còn hiệu lực"),
    ],
)
def test_by_a_later_document(tmp_path: Path, later: str, expected: str) -> None:
    drawing = f"{OLD}== plans/2026/17.md\nnumber: 17/QC-TCT\ntype: QC\n{later}\n"
    assert label(tmp_path, "20/1/2026", drawing) == expected


def test_a_recall_outweighs_a_replacement_and_a_replacement_an_expiry(tmp_path: Path) -> None:
    drawing = f"{OLD}expires: 31/12/2021\n== plans/2026/17.md\nnumber: 17/QC-TCT\ndate: 5/1/2026\nreplaces: 08/QC-TCT\n"
    assert label(tmp_path, "1/2/2026", drawing) == "Đã bị thay thế"

    drawing = "== plans/2026/18.md\nnumber: 18/QĐ-TCT\ntype: QĐ\ndate: 6/1/2026\nrecalls: 08/QC-TCT\n"
    assert label(tmp_path, "1/2/2026", drawing) == "Đã bị thu hồi"


def test_even_a_letter_can_be_recalled(tmp_path: Path) -> None:
    drawing = OLD.replace("type: QC", "type: Công văn") + (
        "== plans/2026/18.md\nnumber: 18/QĐ-TCT\ntype: QĐ\ndate: 6/1/2026\nrecalls: 08/QC-TCT\n"
    )
    assert label(tmp_path, "1/2/2026", drawing) == "Đã bị thu hồi"


CHAIN = (
    OLD
    + """== plans/2021/11.md
number: 11/QC-TCT
type: QC
date: 1/10/2021
effective: 1/12/2021
{kind}: 08/QC-TCT
== plans/2021/12.md
number: 12/QĐ-TCT
type: QĐ
date: 1/11/2021
recalls: 11/QC-TCT
"""
)


@pytest.mark.parametrize("day", ["15/10/2021", "21/11/2021", "5/12/2021"])
def test_what_was_recalled_replaces_nothing_any_more(tmp_path: Path, day: str) -> None:
    assert label(tmp_path, day, CHAIN.format(kind="replaces")) == "Còn hiệu lực"


@pytest.mark.parametrize("kind", ["replaces", "amends", "corrects", "recalls"])
def test_the_banner_of_what_was_recalled_is_gone_and_its_link_says_why(tmp_path: Path, kind: str) -> None:
    portal = portal_on(tmp_path, "5/12/2021", CHAIN.format(kind=kind))
    view = document_view(document(portal, "08"), portal)
    assert view.notices == ()
    (group,) = view.relations
    assert [link.text for link in group.links] == ["Quy chế số 11/QC-TCT ngày 01/10/2021 (Việc chung) (đã bị thu hồi)"]


def test_a_recall_that_was_recalled_takes_nothing_back(tmp_path: Path) -> None:
    again = "== plans/2021/13.md\nnumber: 13/QĐ-TCT\ntype: QĐ\ndate: 10/12/2021\nrecalls: 12/QĐ-TCT\n"
    drawing = CHAIN.format(kind="replaces") + again
    assert label(tmp_path / "before", "9/12/2021", drawing) == "Còn hiệu lực"
    assert label(tmp_path / "after", "10/12/2021", drawing) == "Đã bị thay thế"


def test_papers_that_recall_each_other_end_nothing_for_ever(tmp_path: Path) -> None:
    drawing = OLD + "recalls: 11/QC-TCT\n" + CHAIN.removeprefix(OLD).format(kind="recalls")
    assert label(tmp_path, "5/12/2021", drawing) in {"Còn hiệu lực", "Đã bị thu hồi"}


def many(count: int, recalls: Callable[[int], Iterable[int]]) -> str:
    def paper(at: int) -> str:
        said = ", ".join(f"{other}/QĐ-TCT" for other in recalls(at))
        head = f"== plans/2021/q{at}.md\nnumber: {at}/QĐ-TCT\ntype: QĐ\ndate: {1 + at % 28}/{1 + at // 28 % 12}/2021\n"
        return f"{head}recalls: [{said}]\n" if said else head

    return "".join(map(paper, range(1, count + 1)))


def test_long_chains_and_thick_nets_of_recalls_are_worked_out(tmp_path: Path) -> None:
    chain = portal_on(tmp_path / "chain", "1/1/2022", many(300, lambda at: [at - 1] if at > 1 else []))
    assert [document(chain, f"q{at}").validity.value for at in (300, 299, 298)] == [
        "Còn hiệu lực",
        "Đã bị thu hồi",
        "Còn hiệu lực",
    ]
    net = portal_on(tmp_path / "net", "1/1/2022", many(25, lambda at: range(1, at)))
    states = [document(net, f"q{at}").validity.value for at in range(1, 26)]
    assert states == ["Đã bị thu hồi"] * 24 + ["Còn hiệu lực"]
    portal_on(tmp_path / "circle", "1/1/2022", many(12, lambda at: [other for other in range(1, 13) if other != at]))


def test_a_paper_that_gives_its_own_number_is_told_so(tmp_path: Path) -> None:
    (told_of,) = told(portal_on(tmp_path, "1/1/2022", OLD + "replaces: 08/QC-TCT\n"), "TT302")
    assert "'replaces' ghi '08/QC-TCT', là số của chính văn bản này → ghi số của văn bản kia" in told_of


@pytest.mark.parametrize(("day", "state"), [("10/3/2021", "Còn hiệu lực"), ("11/3/2021", "Hết hiệu lực")])
def test_a_paper_may_hold_for_one_day(tmp_path: Path, day: str, state: str) -> None:
    drawing = f"{OLD}expires: 10/3/2021\n"
    assert told(portal_on(tmp_path, day, drawing)) == []
    assert label(tmp_path, day, drawing) == state
