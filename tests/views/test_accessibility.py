"""The accessibility statement says what was checked, no more: nothing without results, and that old ones are old."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import portal_on, told
from trangtin.views.accessibility import AccessibilityView, accessibility_view

RUN = '"date": "2026-11-21", "tool": "axe-core 4.14.1", "pages": 28'
FAULTS = (
    '"faults": [{"rule": "color-contrast", "pages": 3, "means": "Chữ nhạt so với nền"}, {"rule": "label", "pages": 1}]'
)


def view_on(root: Path, day: str, results: str | None) -> AccessibilityView:
    drawing = "" if results is None else f"== kiem-tra-tro-nang.json\n{{{results}}}\n"
    return accessibility_view(portal_on(root, day, drawing))


def test_without_results_it_says_that_there_are_none(tmp_path: Path) -> None:
    view = view_on(tmp_path, "2026-11-21", None)
    assert (view.checked, view.found) == ("Chưa có kết quả kiểm bằng công cụ nào được ghi lại cho trang này.", "")


def test_it_says_when_with_what_and_how(tmp_path: Path) -> None:
    how = '"browser": "Chromium 156", "ways": ["sáng", "tối"]'
    view = view_on(tmp_path, "2027-11-20", f"{RUN}, {how}")
    assert view.checked == (
        "Ngày 21/11/2026, công cụ axe-core 4.14.1 trên Chromium 156 kiểm 28 trang, mỗi trang 2 cách xem (sáng; tối)."
    )
    assert view.found == "Không tìm thấy lỗi nào."


def test_it_names_every_rule_that_pages_break(tmp_path: Path) -> None:
    view = view_on(tmp_path, "2026-11-21", f"{RUN}, {FAULTS}")
    assert view.found == "Có 2 quy tắc chưa đạt:"
    assert [(fact.label, fact.values[0].text) for fact in view.broken] == [
        ("Chữ nhạt so với nền", "3 trang"),
        ("label", "1 trang"),
    ]


def test_old_results_are_called_old(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "2027-11-23", f"== kiem-tra-tro-nang.json\n{{{RUN}}}\n")
    assert accessibility_view(portal).found.startswith("Lần kiểm này đã quá 12 tháng")
    assert [message.split()[1] for message in told(portal)] == ["TT723"]


@pytest.mark.parametrize(
    ("results", "says"),
    [
        ('"date": "2026-11-21", "tool": "axe"', "kiem-tra-tro-nang.json:1: TT202"),
        (RUN.replace("28", '"hai mươi"'), "kiem-tra-tro-nang.json:1: TT"),
        (RUN.replace("2026-11-21", "2026-13-21"), "kiem-tra-tro-nang.json:1: TT204"),
        (
            RUN.replace("2026-11-21", "2026-11-22"),
            "kiem-tra-tro-nang.json:1: TT214 ngày kiểm trợ năng (22/11/2026) chưa tới",
        ),
        ('"date": ', "kiem-tra-tro-nang.json:1: TT"),
        (RUN.replace("pages", "page"), "kiem-tra-tro-nang.json:1: TT201"),
    ],
)
def test_what_it_cannot_rest_on_is_told(results: str, says: str, tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "2026-11-21", f"== kiem-tra-tro-nang.json\n{{{results}}}\n")
    assert any(message.startswith(says) for message in told(portal)), told(portal)
