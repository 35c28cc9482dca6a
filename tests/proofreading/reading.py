"""Texts as the rules see them, for tables of cases."""

from __future__ import annotations

from trangtin.content.problem import Code
from trangtin.proofreading.rules import Proofreader
from trangtin.proofreading.writing import Writing

PLAIN = Proofreader()


def seen(
    text: str, *codes: Code, title: str = "", is_final: bool = False, is_paper: bool = True, by: Proofreader = PLAIN
) -> list[str]:
    """What is odd in a text, in the words that stand there; of some codes, or of all."""
    writing = Writing(text, title, is_paper=is_paper)
    return [each.seen for each in sorted(by.read(writing, is_final=is_final)) if not codes or each.code in codes]


def meant(text: str, *codes: Code) -> list[str]:
    """What the rules would write instead."""
    return [each.instead for each in sorted(PLAIN.read(Writing(text), is_final=False)) if each.code in codes]
