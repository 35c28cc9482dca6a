"""Numbers, dates and "Điều 5" stay on one line, and the text stays what it was."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from trangtin.host.texts.rendering import Profile, Renderer, Text
from trangtin.host.texts.typography import kept_together

RENDERER = Renderer([], {})
_KEPT = re.compile(r'<span class="tt-kept">([^<]*)</span>')
_TAG = re.compile(r"<[^>]+>")


def prose(text: str) -> str:
    return RENDERER.render(Text(text, Profile.PROSE, 2, None, lambda link: link)).html


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Thực hiện Kế hoạch số 95/KH-UBND ngày 14/4/2021", ["số 95/KH-UBND", "ngày 14/4/2021"]),
        ("Nghị định 224/2026/NĐ-CP, Kế hoạch (36-KH/TU).", ["224/2026/NĐ-CP,", "(36-KH/TU)."]),
        ("theo điểm a khoản 2 Điều 16 của Luật", ["điểm a", "khoản 2", "Điều 16"]),
        ("Mục II, chương IV; khóa XV", ["Mục II,", "chương IV;", "khóa XV"]),
        ("ngày 20 tháng 4 năm 2021", ["ngày 20", "tháng 4", "năm 2021"]),
        ("nhiệm kỳ 2021 - 2026", ["kỳ 2021 - 2026"]),
        ("70 năm Ngày thành lập (15/5/1957 - 15/5/2027)", ["70 năm", "(15/5/1957 -"]),
        ("từ ngày 05/5 – 10/5/2021, tháng 5 - 6", ["ngày 05/5 –", "tháng 5 -"]),
        ("từ 5/2021 - 9/2021; 15/5/1957 - nay", ["5/2021 -"]),
        ("trước 10 giờ 00 phút, 6.180 người", ["10 giờ", "00 phút,", "6.180 người"]),
        ("điểm ảnh, số đông, năm nay, mục tiêu", []),
        ("Điều kiện 5K, phần thưởng", []),
        (f"số 12/{'-'.join(['KHAC'] * 9)}", []),
    ],
)
def test_what_belongs_together_is_kept(text: str, kept: list[str]) -> None:
    assert _KEPT.findall(kept_together(text)) == kept
    html = prose(text)
    assert _KEPT.findall(html) == kept


@given(st.text() | st.from_regex(r"(?:Điều \\d|số \\d/KH-X|<b> & ){1,4}", fullmatch=True))
def test_no_letter_is_lost_and_none_becomes_markup(text: str) -> None:
    shown = str(kept_together(text))
    bare = _KEPT.sub(r"\1", shown)
    assert "<" not in bare
    assert unescape(bare).replace("\r", "\n") == unescape(str(escape(text))).replace("\r", "\n")


def test_what_is_safe_is_not_taken_for_the_same_letters_that_are_not() -> None:
    for _ in range(2):
        assert [kept_together("<b>"), kept_together(Markup("<b>"))] == ["&lt;b&gt;", "<b>"]


def test_code_and_links_keep_their_form() -> None:
    html = prose("`Điều 5` và [Điều 6](x.md) và **Điều 7** nữa")
    assert "<code>Điều 5</code>" in html
    assert _KEPT.findall(html) == ["Điều 6", "Điều 7"]
    assert _TAG.sub("", html) == "Điều 5 và Điều 6 và Điều 7 nữa"
