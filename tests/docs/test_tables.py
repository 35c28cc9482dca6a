"""Every table in our documentation has a head and rows of one length: without these a forge shows lines of bars."""

from __future__ import annotations

import re
from itertools import groupby

import pytest

from tests.docs.pages import outside_fences, read
from tests.docs.test_links import PAGES

_BAR = re.compile(r"(?<!\\)\|")


def tables(page: str) -> list[list[str]]:
    lines = outside_fences(read(page)).splitlines()
    return [list(group) for is_row, group in groupby(lines, lambda line: line.startswith("|")) if is_row]


@pytest.mark.parametrize("page", PAGES)
def test_tables(page: str) -> None:
    for head, *rows in tables(page):
        assert rows and re.fullmatch(r"[|: -]+", rows[0]), f"no head: {head}"
        assert {len(_BAR.split(row)) for row in (head, *rows)} == {len(_BAR.split(head))}, head
