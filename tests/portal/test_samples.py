"""The two portals of this repository hold what they teach: no problem stops their build."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.opened import REPOSITORY, opened
from trangtin.content.problem import errors


@pytest.mark.parametrize("root", [REPOSITORY, REPOSITORY / "tests/sites/so-xay-dung"], ids=["sample", "so-xay-dung"])
@pytest.mark.parametrize("today", [date(2021, 5, 1), date(2026, 11, 21), date(2030, 1, 1)])
def test_nothing_stops_a_build(root: Path, today: date) -> None:
    repository = opened(root, today)
    portal, reading = repository.portal, repository.reading

    assert [str(problem) for problem in errors(portal.problems)] == []
    assert reading.broken == ()
