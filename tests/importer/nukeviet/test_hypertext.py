"""HTML of old pages as Markdown; read back by the converter of the portal's own pages it shows the same words."""

from __future__ import annotations

import markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from trangtin.importer.nukeviet.hypertext import as_markdown, as_text


def nowhere(address: str) -> str | None:
    return None


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ("<p>Một<br />hai</p>", "Một  \nhai"),
        ("<h1>Đề mục</h1><p>chữ</p>", "## Đề mục\n\nchữ"),
        ("<p>1. Mục đích</p><p>- ý</p><p># thẻ</p>", "1\\. Mục đích\n\n\\- ý\n\n\\# thẻ"),
        ("<p>a*b* &lt;b&gt; [x](y)</p>", "a\\*b\\* &lt;b> [x\\](y)"),
        ("<ul><li>Một<ul><li>Hai</li></ul></li></ul>", "-   Một\n    -   Hai"),
        ('<ol start="3"><li>Ba</li><li>Bốn</li></ol>', "3.  Ba\n4.  Bốn"),
        ("<p> # thẻ</p><p><b>chữ</b> # thẻ</p>", "\\# thẻ\n\n**chữ** \\# thẻ"),
        ("<p>Một<br>---</p><p>=</p>", "Một  \n&#45;--\n\n&#61;"),
        ("<p>100 m<sup>2</sup>, CO<sub>2</sub></p>", "100 m², CO₂"),
        ("<script>alert(1)</script><style>p{}</style><p>chữ</p>", "chữ"),
        (
            "<table><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr></table>",
            "| A | B |\n| --- | --- |\n| 1 | 2 |",
        ),
        ('<p><a href="#muc">lên</a> <a href="mailto:a@b.example">thư</a></p>', "[lên](#muc) [thư](mailto:a@b.example)"),
    ],
)
def test_what_is_written(html: str, written: str) -> None:
    found = as_markdown(html, nowhere)
    assert found.markdown == written
    assert found.doubts == []


@pytest.mark.parametrize(
    ("html", "written", "doubt"),
    [
        ('<p><a href="/mat.html">đây</a></p>', "đây", "đường dẫn /mat.html không còn nơi đến"),
        ('<p>chữ<img src="/uploads/a.jpg"></p>', "chữ", "ảnh /uploads/a.jpg không lấy được"),
        ('<p>chữ<img src="data:image/png;base64,AA=="></p>', "chữ", "ảnh chép thẳng trong bài không lấy được"),
        (
            '<iframe src="//video.example/1"></iframe>',
            "[Xem nội dung nhúng](https://video.example/1)",
            "nội dung nhúng",
        ),
        ("<form><input name=a>chữ</form>", "", "biểu mẫu trong bài không chuyển được"),
        ("<table><tr><td colspan=2>A</td></tr></table>", None, "bảng có ô gộp"),
    ],
)
def test_what_does_not_come_along_is_told(html: str, written: str | None, doubt: str) -> None:
    place = (lambda address: address) if "iframe" in html else nowhere
    found = as_markdown(html, place)
    assert written is None or found.markdown == written
    assert any(told.startswith(doubt) for told in found.doubts)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.text("aăâ đ1.)-+*_#>|`[]()~=:!\\&<", min_size=1, max_size=20), min_size=1, max_size=4))
def test_no_sign_of_a_text_becomes_markdown(texts: list[str]) -> None:
    soup = BeautifulSoup("", "lxml")
    paragraphs = []
    for text in texts:
        paragraph = soup.new_tag("p")
        paragraph.string = text
        paragraphs.append(str(paragraph))
    html = markdown.markdown(as_markdown("".join(paragraphs), nowhere).markdown, extensions=["tables"])
    shown = BeautifulSoup(html, "lxml")
    assert shown.find(["ul", "ol", "em", "strong", "h1", "h2", "h3", "code", "pre", "table", "hr", "a"]) is None
    assert shown.get_text(" ").split() == " ".join(texts).split()


def test_entities_and_tags_of_a_title_are_read() -> None:
    assert as_text("Lễ <b>phát động</b> &amp;\n trao thưởng") == "Lễ phát động & trao thưởng"
