"""What is wrong with an entry whatever stands in others: found once for each text, and remembered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from trangtin.content.entry import Entry
from trangtin.content.page import PageHead
from trangtin.content.problem import Problem
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.checks.markup import unsafe_markup
from trangtin.portal.checks.nesting import brackets_too_deep, lists_too_deep
from trangtin.portal.checks.one_line_lists import lists_on_one_line
from trangtin.portal.checks.secrecy import marks_in_text
from trangtin.portal.checks.signers import unnamed_bodies
from trangtin.portal.checks.tables import torn_tables
from trangtin.portal.checks.texts import odd_words, proofreader
from trangtin.portal.checks.titles import repeated_type
from trangtin.portal.checks.translations import wrong_marks
from trangtin.proofreading.rules import Proofreader


def check_alone(catalogue: Catalogue) -> Iterator[Problem]:
    """Every check that needs nothing but the entry and the portal's own rules on words."""
    rules = catalogue.settings.proofreading
    reader, around = proofreader(rules), rules.model_dump_json()
    check = partial(_found, reader=reader, skipped=frozenset(rules.skip))
    return catalogue.findings.of("alone", check, catalogue.inspected, around)


def _found(entry: Entry[PageHead], reader: Proofreader, skipped: frozenset[str]) -> Iterator[Problem]:
    yield from marks_in_text(entry)
    yield from unsafe_markup(entry)
    yield from lists_too_deep(entry)
    brackets = tuple(brackets_too_deep(entry))
    yield from brackets
    yield from torn_tables(entry)
    yield from wrong_marks(entry)
    yield from unnamed_bodies(entry)
    yield from lists_on_one_line(entry)
    words = (*odd_words(entry, reader, are_brackets_told=bool(brackets)), *repeated_type(entry))
    yield from (problem for problem in words if str(problem.code) not in skipped)
