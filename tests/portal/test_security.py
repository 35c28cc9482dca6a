"""Reminders to look after `security.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import portal_on
from trangtin.content.options.configuration import build_settings
from trangtin.content.problem import Code, Severity


@pytest.mark.parametrize(
    ("expires", "severity", "words"),
    [
        ("20/11/2026", Severity.WARNING, "đã qua"),
        ("21/11/2026", Severity.NOTICE, "sắp đến"),
        ("20/12/2026", Severity.NOTICE, "sắp đến"),
        ("21/12/2026", None, ""),
        ("22/11/2027", None, ""),
        ("23/11/2027", Severity.NOTICE, "hơn một năm"),
    ],
)
def test_the_day_of_expiry(tmp_path: Path, expires: str, severity: Severity | None, words: str) -> None:
    options = {"unit": {"name": "Trường"}, "security": {"contact": "a@mau.example", "expires": expires}}
    settings, _ = build_settings(options, "mkdocs.yml", {})
    assert settings is not None
    told = [
        problem
        for problem in portal_on(tmp_path, "21/11/2026", "", settings).problems
        if problem.code is Code.SECURITY_CONTACT
    ]
    assert [problem.severity for problem in told] == ([severity] if severity else [])
    assert all(words in problem.message for problem in told)
