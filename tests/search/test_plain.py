"""What a reader sees of a Markdown text, and nothing else, is searched."""

from __future__ import annotations

import pytest

from trangtin.search.plain import plain_text

CASES = {
    "emphasis": ("Một **hai** _ba_ `bốn` ~~năm~~", "Một hai ba bốn năm"),
    "underscore inside a word": ("tep_mau", "tep_mau"),
    "heading": ("## Mục đích ##\n\nChữ", "Mục đích\nChữ"),
    "heading with an id": ("## Mục {: #a .b }", "Mục"),
    "paragraph over lines": ("một\nhai", "một hai"),
    "list": ("- một\n- hai\n  tiếp", "một\nhai tiếp"),
    "typed numbering": ("1. một\n2. hai\na) ba", "1. một\n2. hai\na) ba"),
    "link": ("[Kế hoạch](../12.md 'x') [b][1]\n\n[1]: http://a.b", "Kế hoạch b"),
    "link with brackets in its place": ("[a](b_(c).md)", "a"),
    "picture": ("![Lễ phát động](a.jpg)", "Lễ phát động"),
    "picture in a link": ("[![Ảnh](a.jpg)](b.md)", "Ảnh"),
    "address": ("xem https://a.vn/b?c=d nhé", "xem nhé"),
    "mail": ("thư <vp@a.vn>", "thư vp@a.vn"),
    "html": ("<b>đậm</b><br>xuống", "đậm xuống"),
    "comment": ("a <!-- ghi chú\n của ban --> b", "a b"),
    "open comment": ("a <!-- ghi chú", "a"),
    "entity": ("A &amp; B &lt;", "A & B <"),
    "escape": (r"1\. \*không\*", "1. *không*"),
    "table": ("| TT | Việc |\n|----|:---:|\n| 1 | dạy |", "TT Việc\n1 dạy"),
    "rule": ("a\n\n---\n\nb", "a\nb"),
    "quotation": ("> lời\n> dẫn", "lời dẫn"),
    "footnote": ("a[^1]\n\n[^1]: ghi", "a\nghi"),
    "abbreviation": ("a\n\n*[HTML]: Ngôn ngữ", "a\nNgôn ngữ"),
    "code block": ("```py\nx = 1\n```", "x = 1"),
    "admonition": ('!!! note "Lưu ý"\n    chữ', '"Lưu ý" chữ'),
}


@pytest.mark.parametrize(("markdown", "text"), CASES.values(), ids=CASES)
def test_prose(markdown: str, text: str) -> None:
    assert plain_text(markdown, is_printed=False) == text


@pytest.mark.parametrize("text", ["tuổi < 30 và > 18", "<Tên cơ quan>", "[1]: ghi chú"])
def test_in_print_tags_and_definitions_are_text(text: str) -> None:
    assert plain_text(text, is_printed=True) == text
