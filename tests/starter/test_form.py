"""Blanks: what is filled in is valid, and so is every line that waits behind a `#`."""

from __future__ import annotations

import re

import pytest

from trangtin.content.problem import Code
from trangtin.content.reading.front_matter import parse
from trangtin.content.reading.messages import build
from trangtin.starter.form import BLANKS, blank


@pytest.mark.parametrize("name", BLANKS)
def test_a_blank_is_valid_as_it_is(name: str) -> None:
    kind, where = BLANKS[name]
    front, problems = parse(blank(kind, where), "")
    assert front is not None
    assert problems == []
    assert not isinstance(build(kind, front.data, "", front.lines), list)


@pytest.mark.parametrize("name", BLANKS)
def test_every_key_is_there_with_a_value_that_fits(name: str) -> None:
    kind, where = BLANKS[name]
    lines = blank(kind, where).split("\n")
    whole = [
        re.sub(r"^# (?=\s*(?:- )?[a-z_0-9]+:|  )", "", line)
        for line in lines
        if not line.startswith(("# Mẫu", "# Sửa"))
    ]
    front, problems = parse("\n".join(whole).replace("…", "a" * 64), "")
    assert front is not None
    assert problems == []
    assert set(front.data) == set(kind.model_fields)
    found = build(kind, front.data, "", front.lines)
    # All keys at once contradict each other, as an `offset` beside a `date` does.
    assert {each.code for each in found} <= {Code.CONTRADICTION} if isinstance(found, list) else True


@pytest.mark.parametrize("name", BLANKS)
def test_only_what_must_be_there_is_filled_in(name: str) -> None:
    """A sub-unit once came merged into another, and closed, out of its blank."""
    kind, where = BLANKS[name]
    front, _ = parse(blank(kind, where), "")
    assert front is not None
    assert set(front.data) == {key for key, field in kind.model_fields.items() if field.is_required()}
    if name == "don-vi":
        assert set(front.data["unit"]) == {"name"}
