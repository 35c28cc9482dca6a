"""Words that look like Markdown are shown as words."""

from __future__ import annotations

import pytest

from trangtin.content.writing.escaping import escape_start


@pytest.mark.parametrize(
    ("line", "escaped"),
    [
        ("", ""),
        ("Điều 1", "Điều 1"),
        ("# Điều 1", "\\# Điều 1"),
        ("> hơn", "\\> hơn"),
        ("| cột", "\\| cột"),
        ("[TOC]", "\\[TOC]"),
        ("~~~", "&#126;~~"),
        ("=== 3", "&#61;== 3"),
    ],
)
def test_the_start_of_a_line(line: str, escaped: str) -> None:
    assert escape_start(line) == escaped
