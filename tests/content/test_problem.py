"""What a build tells of what does not stop it."""

from __future__ import annotations

from trangtin.content.problem import Code, Problem, Severity, told_in_passing


def problem(line: int, code: Code, severity: Severity) -> Problem:
    return Problem("plans/a.md", line, code, "sai", "sửa", severity=severity)


def test_many_of_a_kind_are_counted_and_few_told() -> None:
    scans = [problem(line, Code.NO_TEXT_LAYER, Severity.NOTICE) for line in range(1, 1001)]
    doubled = [problem(line, Code.DOUBLED_WORD, Severity.WARNING) for line in (3, 4)]
    stopping = [problem(9, Code.TAB, Severity.ERROR)]
    assert list(told_in_passing([*scans, *doubled, *stopping], 2)) == [
        "lưu ý: plans/a.md:1: TT511 sai → sửa",
        "lưu ý: plans/a.md:2: TT511 sai → sửa",
        "cảnh báo: plans/a.md:3: TT601 sai → sửa",
        "cảnh báo: plans/a.md:4: TT601 sai → sửa",
        "lưu ý: TT511 còn ở 998 chỗ nữa → xem hết: trangtin check",
    ]
