"""The map of the site moves when a page does, also on days that nobody wrote into its file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.portal.drawing import document, portal_on
from trangtin.views.machine_readable.last_change import document_changed, news_changed, translation_changed

DRAWING = """
== plans/2021/12.md
number: 12/QC-TCT
type: QC
date: 20/4/2021
OWN
== plans/2021/12.en.md
title: Rules
updated: 21/4/2021
== plans/2021/13.md
number: 13/QD-TCT
type: QĐ
date: 1/5/2021
LATER
"""


@pytest.mark.parametrize(
    ("own", "later", "day", "changed"),
    [
        ("", "", "1/9/2021", "20/4/2021"),
        ("updated: 3/5/2021", "", "1/9/2021", "3/5/2021"),
        ("published: 25/4/2021", "", "1/9/2021", "25/4/2021"),
        ("", "replaces: 12/QC-TCT", "1/9/2021", "1/5/2021"),
        ("", "recalls: 12/QC-TCT", "1/9/2021", "1/5/2021"),
        ("", "amends: 12/QC-TCT", "1/9/2021", "1/5/2021"),
        ("", "corrects: 12/QC-TCT", "1/9/2021", "1/5/2021"),
        ("", "implements: 12/QC-TCT", "1/9/2021", "20/4/2021"),  # changes nothing of its state
        # The other one was published after it took effect: only then could anybody see it.
        ("", "published: 7/5/2021\nreplaces: 12/QC-TCT", "1/9/2021", "7/5/2021"),
        # It was announced, then it took effect.
        ("", "effective: 1/6/2021\nreplaces: 12/QC-TCT", "31/5/2021", "1/5/2021"),
        ("", "effective: 1/6/2021\nreplaces: 12/QC-TCT", "1/6/2021", "1/6/2021"),
        ("updated: 2/7/2021", "replaces: 12/QC-TCT", "1/9/2021", "2/7/2021"),
        ("expires: 30/6/2021", "", "30/6/2021", "20/4/2021"),
        ("expires: 30/6/2021", "", "1/7/2021", "1/7/2021"),
        ("effective: 1/6/2021", "", "31/5/2021", "20/4/2021"),
        ("effective: 1/6/2021", "", "1/6/2021", "1/6/2021"),
        ("withdrawn: {date: 2/6/2021, reason: Nhầm}", "", "1/9/2021", "2/6/2021"),
        (f"files: [{{path: 12.pdf, former: [{{sha256: {'a' * 64}, until: 9/6/2021}}]}}]", "", "1/9/2021", "9/6/2021"),
    ],
)
def test_a_document_changes_with_its_state(tmp_path: Path, own: str, later: str, day: str, changed: str) -> None:
    portal = portal_on(tmp_path, day, DRAWING.replace("OWN", own).replace("LATER", later))
    found = document_changed(document(portal, "12"), portal)
    assert found is not None and f"{found.day}/{found.month}/{found.year}" == changed


def test_a_translation_changes_with_the_state_of_its_document(tmp_path: Path) -> None:
    drawing = DRAWING.replace("OWN", "").replace("LATER", "recalls: 12/QC-TCT")
    portal = portal_on(tmp_path, "1/9/2021", drawing)
    (translation,) = (each for each in portal.translations if each.entry)
    assert translation_changed(translation, portal) == date(2021, 5, 1)


def test_a_translation_that_nobody_dated_has_no_day(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/9/2021", DRAWING.replace("OWN", "").replace("LATER", "").replace("updated", "#"))
    assert {translation_changed(each, portal) for each in portal.translations} == {None}


@pytest.mark.parametrize(
    ("own", "changed"),
    [
        ("", date(2021, 5, 3)),
        ("updated: 4/5/2021", date(2021, 5, 4)),
        ("withdrawn: {date: 6/5/2021, reason: Nhầm}", date(2021, 5, 6)),
    ],
)
def test_news(tmp_path: Path, own: str, changed: date) -> None:
    portal = portal_on(tmp_path, "1/9/2021", f"== site_src/tin-tuc/2021/a.md\ndate: 3/5/2021\n{own}\n")
    assert news_changed(portal.news[0], portal) == changed


UNDONE = """
== plans/2021/1.md
number: 1/QC-TCT
type: QC
date: 1/3/2021
== plans/2021/2.md
number: 2/QC-TCT
type: QC
date: 20/3/2021
{kind}: 1/QC-TCT
{later}
== plans/2021/3.md
number: 3/QĐ-TCT
type: QĐ
date: 25/3/2021
recalls: 2/QC-TCT
{recall}
== plans/2021/4.md
number: 4/QĐ-TCT
type: QĐ
date: 30/3/2021
recalls: {again}
"""


@pytest.mark.parametrize(
    ("later", "recall", "again", "days"),
    [
        # Announced and begun; recalled; the recall recalled. What was of a day before stays what it was.
        ("", "", "3/QĐ-TCT", {"19/3": "1/3", "24/3": "20/3", "25/3": "25/3", "29/3": "25/3", "30/3": "30/3"}),
        ("", "", "9/QĐ-TCT", {"30/3": "25/3", "30/6": "25/3"}),
        # It was only announced: of the day on which it would have begun nobody is told anything.
        ("effective: 1/6/2021", "", "9/QĐ-TCT", {"24/3": "20/3", "25/3": "25/3", "1/6": "25/3"}),
        ("effective: 1/6/2021", "", "3/QĐ-TCT", {"31/5": "30/3", "1/6": "1/6"}),
        # A recall that waits, or that readers see later than its day.
        ("", "effective: 28/3/2021", "9/QĐ-TCT", {"27/3": "20/3", "28/3": "28/3"}),
        ("", "published: 27/3/2021", "9/QĐ-TCT", {"26/3": "20/3", "27/3": "27/3"}),
        ("", "effective: 1/6/2021", "3/QĐ-TCT", {"30/3": "20/3", "1/6": "20/3"}),  # recalled before it began
        # Nobody ever saw it do anything.
        ("published: 26/3/2021", "", "9/QĐ-TCT", {"26/3": "1/3"}),
    ],
)
@pytest.mark.parametrize("kind", ["replaces", "recalls", "amends", "corrects"])
def test_what_is_undone_moves_the_day_on(
    tmp_path: Path, kind: str, later: str, recall: str, again: str, days: dict[str, str]
) -> None:
    drawing = UNDONE.format(kind=kind, later=later, recall=recall, again=again)
    found = {}
    for day in days:
        portal = portal_on(tmp_path, f"{day}/2021", drawing)
        changed = document_changed(document(portal, "1"), portal)
        found[day] = changed and f"{changed.day}/{changed.month}"
    assert found == days
