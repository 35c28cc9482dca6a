"""What a build tells of what does not stop it."""

from __future__ import annotations

from trangtin.content.problem import Code, Problem, Severity, passing_lines


def problem(line: int, code: Code, severity: Severity) -> Problem:
    return Problem("plans/a.md", line, code, "sai", "sửa", severity=severity)


def test_what_is_told_steers_no_terminal_and_stays_on_its_line() -> None:
    told = Problem("plans/\udcff.md", 3, Code.TAB, "'\x1b[2J\x07\n::error::x'", "bỏ \u202e", "a\u2028b")
    assert str(told) == (
        "plans/<U+DCFF>.md:3: TT105 '<U+001B>[2J<U+0007><U+000A>::error::x' → bỏ <U+202E> (ví dụ: a<U+2028>b)"
    )


def test_many_of_a_kind_are_counted_and_few_told() -> None:
    scans = [problem(line, Code.NO_TEXT_LAYER, Severity.NOTICE) for line in range(1, 1503)]
    doubled = [problem(line, Code.DOUBLED_WORD, Severity.WARNING) for line in (3, 4)]
    stopping = [problem(9, Code.TAB, Severity.ERROR)]
    assert list(passing_lines([*scans, *doubled, *stopping], 2)) == [
        "cảnh báo: plans/a.md:3: TT601 sai → sửa",
        "cảnh báo: plans/a.md:4: TT601 sai → sửa",
        "lưu ý: plans/a.md:1: TT511 sai → sửa",
        "lưu ý: plans/a.md:2: TT511 sai → sửa",
        "lưu ý: TT511 còn ở 1.500 chỗ nữa → xem hết: trangtin check",
    ]


def test_of_what_no_check_sees_the_rest_is_told_where_it_stands() -> None:
    points = [problem(line, Code.DEAD_LINK, Severity.WARNING) for line in (1, 2, 3)]
    assert list(passing_lines(points, 1))[1:] == [
        "cảnh báo: TT310 còn ở 2 chỗ nữa → xem hết: trangtin serve, trang /loi-noi-dung/"
    ]


def test_what_a_new_portal_has_yet_to_write_is_one_line() -> None:
    missing = [problem(1, Code.SECTION_MISSING, Severity.NOTICE)] * 9
    assert list(passing_lines(missing, 10)) == [
        "lưu ý: TT651 trang chưa có 9 mục bắt buộc → xem từng mục: trangtin check"
    ]
    assert list(passing_lines(missing[:1], 10)) == ["lưu ý: plans/a.md:1: TT651 sai → sửa"]
