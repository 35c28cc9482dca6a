"""The id that was meant where a name was typed in its place: known once all sub-units and campaigns are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from trangtin.content.campaign import Campaign
from trangtin.content.entry import Entry
from trangtin.content.problem import Code, Problem
from trangtin.content.text import slug
from trangtin.content.unit import Unit
from trangtin.content.values.field import IDENTIFIER

_OF_A_UNIT = frozenset({"unit", "lead", "merged_into", "-"})
"""What stands before an id of a sub-unit; items of a list are those of `units`."""


def with_ids_meant(
    problems: Iterable[Problem], units: Iterable[Entry[Unit]], campaigns: Iterable[Entry[Campaign]]
) -> Iterator[Problem]:
    """The problems; one that says how to make an id of a name gives the id of what bears it, if anything does."""
    called = [("đơn vị", name, unit.stem) for unit in units for name in unit.head.unit.all_names]
    called += [("phong trào", each.head.title, each.folder.rpartition("/")[2]) for each in campaigns]
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for what, name, known in called:
        if IDENTIFIER.fullmatch(known):  # an ill-named file or folder is a problem of its own
            names[what, slug(name)].add(known)
    for problem in problems:
        key, _, given = problem.example.partition(" ")
        what = "phong trào" if key == "campaign:" else "đơn vị" if key.rstrip(":") in _OF_A_UNIT else ""
        meant = names.get((what, given), set()) if problem.code is Code.BAD_ID else set()
        if meant and given not in meant:
            first, *others = sorted(meant)
            remedy = f"ghi mã của {what} ấy: {' hoặc '.join(repr(each) for each in (first, *others))}"
            yield replace(problem, remedy=remedy, example="" if others else f"{key} {first}")
        else:
            yield problem
