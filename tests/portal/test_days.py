"""Days on which something was done to a page: told where they cannot be, and silent on the day itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import portal_on, told

NEWS = "site_src/tin-tuc/2021/a.md"
PAPER = "plans/2021/a.md"
OLD = "a" * 64


@pytest.mark.parametrize(
    ("path", "head", "messages"),
    [
        (
            NEWS,
            "date: 10/4/2021\nwithdrawn: {date: 1/4/2021, reason: Nhầm}",
            [f"{NEWS}:3: TT214 ngày gỡ (01/04/2021) trước ngày đăng (10/04/2021) → sửa một trong hai ngày"],
        ),
        (NEWS, "date: 10/4/2021\nwithdrawn: {date: 10/4/2021, reason: Nhầm}", []),
        (
            NEWS,
            "date: 10/4/2021\nupdated: 1/5/2021",
            [
                f"{NEWS}:3: TT214 'updated' (01/05/2021) chưa đến, mà trang ghi là đã cập nhật → ghi ngày thật sự sửa "
                "(ví dụ: updated: 30/04/2021)"
            ],
        ),
        (NEWS, "date: 10/4/2021\nupdated: 30/4/2021", []),
        (NEWS, "date: 10/4/2021\ndraft: true\nupdated: 1/5/2021", []),
        (
            NEWS,
            "date: 10/4/2021\nupdated: 9/4/2021",
            [
                f"{NEWS}:3: TT214 'updated' (09/04/2021) trước ngày đăng (10/04/2021) → "
                "sửa một trong hai ngày; chưa cập nhật gì thì bỏ 'updated'"
            ],
        ),
        (NEWS, "date: 10/4/2021\nupdated: 10/4/2021", []),
        (
            PAPER,
            "date: 10/4/2021\nnumber: 1/KH-TCT\nupdated: 9/4/2021",
            [
                f"{PAPER}:4: TT214 'updated' (09/04/2021) trước ngày ban hành (10/04/2021) → "
                "sửa một trong hai ngày; chưa cập nhật gì thì bỏ 'updated'"
            ],
        ),
        (
            "site_src/gioi-thieu.md",
            "updated: 1/5/2021",
            [
                "site_src/gioi-thieu.md:2: TT214 'updated' (01/05/2021) chưa đến, mà trang ghi là đã cập nhật → "
                "ghi ngày thật sự sửa (ví dụ: updated: 30/04/2021)"
            ],
        ),
        # A document may have gone out before its day, which is why it was withdrawn.
        (
            PAPER,
            "date: 10/4/2021\nnumber: 1/KH-TCT\nwithdrawn: {date: 9/4/2021, reason: Chưa ký}",
            [
                f"{PAPER}:4: TT214 ngày gỡ (09/04/2021) trước ngày ban hành (10/04/2021) → "
                "sửa một trong hai ngày; đúng là đã đăng nhầm trước ngày ấy thì để nguyên"
            ],
        ),
        (
            PAPER,
            "date: 1/4/2021\nnumber: 1/KH-TCT\npublished: 12/4/2021\nwithdrawn: {date: 11/4/2021, reason: Chưa ký}",
            [
                f"{PAPER}:5: TT214 ngày gỡ (11/04/2021) trước ngày đăng (12/04/2021) → "
                "sửa một trong hai ngày; đúng là đã đăng nhầm trước ngày ấy thì để nguyên"
            ],
        ),
    ],
)
def test_days_of_pages(tmp_path: Path, path: str, head: str, messages: list[str]) -> None:
    assert told(portal_on(tmp_path, "30/4/2021", f"== {path}\n{head}\n"), "TT214") == messages


@pytest.mark.parametrize(
    ("until", "message"),
    [
        ("1/5/2021", "ngày thay tệp 01/05/2021 chưa đến, mà tệp đã được thay → ghi ngày thật sự thay"),
        ("30/4/2021", ""),
        ("12/4/2021", ""),
        ("11/4/2021", "ngày thay tệp (11/04/2021) trước ngày đăng (12/04/2021) → sửa một trong hai ngày"),
        ("9/4/2021", "ngày thay tệp (09/04/2021) trước ngày ban hành (10/04/2021) → sửa một trong hai ngày"),
    ],
)
def test_the_day_on_which_a_file_was_replaced(tmp_path: Path, until: str, message: str) -> None:
    head = (
        "date: 10/4/2021\npublished: 12/4/2021\nnumber: 1/KH-TCT\n"
        f"files:\n  - path: a.pdf\n    former:\n      - sha256: {OLD}\n        until: {until}\n"
    )
    found = told(portal_on(tmp_path, "30/4/2021", f"== plans/2021/a.pdf\n%PDF-1.7\n== {PAPER}\n{head}"), "TT214")
    assert len(found) == bool(message)
    assert all(each.startswith(f"{PAPER}:9: TT214 {message}") for each in found)


def test_only_what_is_certain_stops_a_build(tmp_path: Path) -> None:
    drawing = f"""
        == {NEWS}
        date: 10/4/2021
        updated: 9/4/2021
        withdrawn: {{date: 1/4/2021, reason: Nhầm}}
        == {PAPER}
        number: 1/KH-TCT
        date: 10/4/2021
        withdrawn: {{date: 9/4/2021, reason: Chưa ký}}
        """
    problems = portal_on(tmp_path, "30/4/2021", drawing).problems
    assert [(each.path, each.line) for each in problems if each.stops_build] == [(NEWS, 4)]
    assert [(each.path, each.line) for each in problems if each.severity.value == "warning"] == [(PAPER, 4), (NEWS, 3)]
