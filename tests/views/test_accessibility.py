"""The accessibility statement says what was checked, no more: nothing without results, and that old ones are old."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.portal.drawing import portal_on, told
from trangtin.portal.model import Portal
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


SCANS = """
== plans/2021/12.md
number: 12/KH-TCT
date: 20/4/2021
files: [{path: 12.pdf}]
---
Nội dung.
== plans/2021/13.md
number: 13/KH-TCT
date: 21/4/2021
files: [{path: 13.pdf}]
---

== plans/2021/14.md
number: 14/KH-TCT
date: 22/4/2021
files: [{path: 14.pdf}]
withdrawn: {date: 23/4/2021, reason: Nhầm}
"""


def scanned(root: Path, *names: str) -> Portal:
    """Their files are one picture each."""
    for name in names:
        file = root / "plans/2021" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.new("L", (600, 850), 200).save(file, "PDF")
    return portal_on(root, "1/6/2021", SCANS)


def test_a_scan_without_a_text_on_its_page_is_not_said_to_have_one(tmp_path: Path) -> None:
    view = accessibility_view(scanned(tmp_path, "12.pdf", "13.pdf", "14.pdf"))
    with_text, without = view.scans
    assert [link.target for link in with_text.links] == ["plans/2021/12.md"]
    assert with_text.sentence == "1 văn bản có nội dung bằng chữ ở trang của văn bản ấy:"
    assert [link.target for link in without.links] == ["plans/2021/13.md"]
    assert without.sentence.startswith(
        "1 văn bản chỉ có tệp quét, trang chưa có nội dung bằng chữ. Cần đọc thì yêu cầu"
    )
    assert view.files.startswith("2 trong 2 tệp PDF") and "Toàn văn" not in view.files


def test_of_scans_that_all_have_a_text_nothing_is_missing(tmp_path: Path) -> None:
    (only,) = accessibility_view(scanned(tmp_path, "12.pdf")).scans
    assert [link.target for link in only.links] == ["plans/2021/12.md"]
