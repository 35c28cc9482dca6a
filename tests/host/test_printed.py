"""The numbering that was typed is the numbering that is shown."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.treeprocessors import InlineProcessor

from trangtin.host.texts.printed import PrintedExtension
from trangtin.host.texts.rendering import Profile, Renderer, Text, heading_id

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("printed_cases.yml").read_text(encoding="utf-8"))
MKDOCS_EXTENSIONS = ["toc", "tables", "fenced_code"]


def render(text: str, profile: Profile = Profile.PRINTED, base: int = 2, title: str | None = None) -> str:
    return Renderer(MKDOCS_EXTENSIONS, {}).render(Text(text, profile, base, title, lambda link: link)).html


class Blocks(HTMLParser):
    """Paragraphs and headings as `depth text`."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "p" or re.fullmatch(r"h\d", tag):
            depth = re.search(r"tt-item-(\d)", dict(attrs).get("class") or "")
            self._open = tag if tag != "p" else depth[1] if depth else "0"
            self.found.append(f"{self._open} ")

    def handle_data(self, data: str) -> None:
        if self.found:
            self.found[-1] += data


def shown(html: str) -> list[str]:
    blocks = Blocks()
    blocks.feed(html)
    return [" ".join(block.split()) for block in blocks.found]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_printed(case: dict[str, Any]) -> None:
    html = render(case["text"])
    assert shown(html) == case["shown"]
    assert not re.search(r"<[ou]l|<li|<pre|<code", html)


def test_a_renderer_forgets_the_document_before() -> None:
    renderer = Renderer(MKDOCS_EXTENSIONS, {})
    for _ in range(2):
        html = renderer.render(Text("1. một\n\n- hai", Profile.PRINTED, 2, None, lambda link: link)).html
        assert shown(html) == ["1 1. một", "2 - hai"]


# Signs that Markdown knows, too: on paper they are signs. What pairs up as **bold** is meant, so no "**" here.
WORDS = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ ,;<>#|:/", min_size=1, max_size=12).filter(
    lambda words: re.match(r"\s*[a-zđà-ỹ]", words) is not None and "<!--" not in words
)
MARKERS = st.sampled_from(
    ["I. ", "IV. ", "1. ", "4. ", "12. ", "1.1. ", "2.3.1. ", "a) ", "đ) ", "- ", "+ ", "", "2026. "]
)
LINES = st.lists(st.tuples(st.sampled_from(["", "  ", "   ", "    "]), MARKERS, WORDS), min_size=1, max_size=8)


@given(LINES, st.sampled_from(["\n", "\n\n"]))
def test_no_typed_word_or_number_is_lost_or_moved(lines: list[tuple[str, str, str]], between: str) -> None:
    typed = between.join(f"{indent}{marker}{words}" for indent, marker, words in lines)
    told = " ".join(" ".join(block.split()[1:]) for block in shown(render(typed)))
    assert told.split() == typed.split()


def test_tables_keep_their_alignment_without_style() -> None:
    html = render("| Đơn vị | Số | |\n|---|--:|:-:|\n| Khoa | 12 | x |\n")
    assert "style=" not in html
    assert '<td class="tt-right">12</td>' in html
    assert '<th scope="col">Đơn vị</th>' in html
    assert '<div aria-label="Bảng 1" class="tt-scroll" role="region" tabindex="0">' in html.replace(
        'class="tt-scroll" role="region" tabindex="0" aria-label="Bảng 1"',
        'aria-label="Bảng 1" class="tt-scroll" role="region" tabindex="0"',
    )


@pytest.mark.parametrize(
    ("typed", "levels"),
    [
        ("# Tên trang\n\n## A\n\n#### B\n\n## C", ["h2", "h3", "h2"]),
        ("### A\n\n### B\n\n##### C\n\n#### D", ["h2", "h2", "h3", "h3"]),
        ("#### A\n\n## B\n\n# C", ["h2", "h2", "h2"]),
    ],
)
def test_headings_are_in_order_whatever_was_typed(typed: str, levels: list[str]) -> None:
    assert re.findall(r"<(h\d)", render(typed, Profile.PROSE, title="Tên  TRANG")) == levels


def test_heading_ids_keep_d_and_leave_ours_alone() -> None:
    assert heading_id("Điều 1. Đối tượng", "-") == "dieu-1-doi-tuong"
    assert heading_id("Nội dung", "-") == "m-noi-dung"
    html = render("## Đề án\n\n## Đề án", Profile.PROSE)
    assert re.findall(r'id="([^"]+)"', html) == ["de-an", "de-an_1"]


@pytest.mark.parametrize("typed", ["# I. MỤC ĐÍCH\n\nMột", "*[HTML]: abc", "5*3*2", "[^1]: chú thích", "[1]: /a/b"])
def test_print_loses_nothing_that_markdown_would_take(typed: str) -> None:
    assert " ".join(shown(render(typed))[0].split()[1:]) == typed.split("\n")[0].removeprefix("# ")


SIGNS = st.sampled_from(
    [
        "từ",
        "đậm",
        "**",
        "*",
        "_",
        "`",
        "[a](b)",
        "<br>",
        "<",
        "&",
        "\\",
        "  \n",
        "\n",
        "\n\n",
        "| a | b |\n|---|---|\n",
        "- ",
        "1. ",
        "> ",
    ]
)


@given(st.lists(SIGNS, max_size=25))
def test_what_is_looked_at_for_signs_only_is_what_the_library_makes(parts: list[str]) -> None:
    made = []
    for is_ours in (True, False):
        md = Markdown(extensions=["tables", PrintedExtension()])
        if not is_ours:
            md.treeprocessors.register(InlineProcessor(md), "inline", 20)
        made.append(md.convert(" ".join(parts)))
    assert made[0] == made[1]


def test_comments_are_for_editors_only() -> None:
    for profile in Profile:
        html = render("Một\n\n<!-- nội bộ: chưa đăng -->\n\nHai <!-- hỏi lại\nanh A --> ba <!-- bỏ lửng", profile)
        assert "nội bộ" not in html
        assert "anh A" not in html
        assert "bỏ lửng" not in html
        assert "Hai  ba" in html or "Hai ba" in html


def test_attributes_typed_in_prose_cannot_harm() -> None:
    html = render('Đoạn.\n{: onclick="x()" style="color:red" id="noi-dung" .to }', Profile.PROSE)
    assert html == '<p class="to" id="m-noi-dung">Đoạn.</p>'


def test_an_opening_heading_goes_only_if_it_repeats_the_title() -> None:
    assert "<h2" not in render("# Tên trang\n\nMột", Profile.PROSE, title="Tên trang")
    assert "<h2" in render("# Khác\n\nMột", Profile.PROSE, title="Tên trang")


def test_news_have_real_lists() -> None:
    html = render("3. ba\n4. bốn\n\n- một\n- hai", Profile.PROSE)
    assert '<ol start="3">' in html
    assert html.count("<li>") == 4


@pytest.mark.parametrize(
    ("columns", "wide"),
    [(["TT", "Việc", "Hạn"], []), (["TT", "Việc", "Bắt đầu", "Hạn", "Kinh phí", "Nguồn"], ["Việc"])],
)
def test_columns_of_sentences_have_room_where_a_table_scrolls_anyway(columns: list[str], wide: list[str]) -> None:
    work = "Rà soát, lập danh sách hộ tham gia"
    rows = [["I", "CÔNG TÁC TUYÊN TRUYỀN, VẬN ĐỘNG", *[""] * (len(columns) - 2)], ["1", work, "1/3/2026"]]
    table = "\n".join(f"| {' | '.join(row)} |" for row in (columns, ["---:"] + ["---"] * (len(columns) - 1), *rows))
    html = render(f"{table}\n")
    assert re.findall(r"<th [^>]*class=\"tt-long\"[^>]*>([^<]*)</th>", html) == wide
    assert html.count("tt-long") == len(wide)
