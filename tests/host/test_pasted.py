"""News as clerks have them: what comes from Word, or is typed like a letter, is shown as it was meant."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from trangtin.host.texts.rendering import Profile, Renderer, Text

EXTENSIONS = ["toc", "tables", "fenced_code"]
RENDERER = Renderer(EXTENSIONS, {})


def render(typed: str) -> str:
    """The HTML of a news item's text, without the breaks between tags."""
    html = RENDERER.render(Text(typed, Profile.PROSE, 2, None, lambda link: link)).html
    return re.sub(r">\s+|\s+<", lambda edge: edge[0].strip(), html)


def test_a_paragraph_set_in_by_a_tab_is_no_code() -> None:
    typed = "\tSáng nay, đoàn viên đến thăm.\n\n    Tiếp đó là lễ phát động.\n"
    assert render(typed) == "<p>Sáng nay, đoàn viên đến thăm.</p><p>Tiếp đó là lễ phát động.</p>"


def test_code_between_fences_is_code() -> None:
    assert (
        "<pre><code>- a\n    b"
        in RENDERER.render(Text("```\n- a\n    b\n```", Profile.PROSE, 2, None, lambda link: link)).html
    )


@pytest.mark.parametrize("sign", ["- ", "* ", "+ ", "• ", "·\t", "– ", "▪ ", "o\t", "§\u00a0\u00a0 ", "\uf0b7 "])
def test_a_list_starts_behind_its_paragraph_with_any_bullet(sign: str) -> None:
    expected = "<p>Nội dung gồm:</p><ul><li>phát động;</li><li>tổng kết.</li></ul>"
    assert render(f"Nội dung gồm:\n{sign}phát động;\n{sign}tổng kết.") == expected
    assert render(f"Nội dung gồm:\n\n\t{sign}phát động;\n\t{sign}tổng kết.") == expected


def test_paragraphs_around_a_list_whose_items_are_no_sentences() -> None:
    first = "Sáng nay, xã tổ chức hội nghị tổng kết với hơn một trăm đại biểu."
    last = "<p>Buổi lễ có ý nghĩa.</p><p>Kết thúc hội nghị, đại biểu chụp ảnh.</p>"
    typed = (
        f"{first}\nCó hai nơi dự:\n- Khoa A;\n- Phòng B.\nBuổi lễ có ý nghĩa.\n\tKết thúc hội nghị, đại biểu chụp ảnh."
    )
    expected = f"<p>{first}</p><p>Có hai nơi dự:</p><ul><li>Khoa A;</li><li>Phòng B.</li></ul>{last}"
    assert render(typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "- một\n+ con\n+ con nữa\n- hai",
        "- một\n  - con\n  - con nữa\n- hai",
        "* một\n   * con\n   * con nữa\n* hai",
        "·\tmột\no\tcon\no\tcon nữa\n·\thai",
        "- một\n    - con\n    - con nữa\n- hai",
    ],
)
def test_a_level_is_told_by_another_sign_or_by_what_it_is_set_in(typed: str) -> None:
    assert render(typed) == "<ul><li>một<ul><li>con</li><li>con nữa</li></ul></li><li>hai</li></ul>"


def test_dashes_below_a_number_are_of_its_item() -> None:
    assert render("1. Một:\n- con;\n- con.\n2. Hai") == (
        "<ol><li>Một:<ul><li>con;</li><li>con.</li></ul></li><li>Hai</li></ol>"
    )


def test_numbers_behind_dashes_are_a_list_of_their_own() -> None:
    assert render("- a\n- b\n1. một\n2. hai") == "<ul><li>a</li><li>b</li></ul><ol><li>một</li><li>hai</li></ol>"


def test_the_text_goes_on_behind_a_list() -> None:
    assert render("\t- Một;\n\t- Hai.\n\tLễ phát động kết thúc.") == (
        "<ul><li>Một;</li><li>Hai.</li></ul><p>Lễ phát động kết thúc.</p>"
    )
    assert (
        render("- Một câu.\n  Câu hai.\n- Ba;\nvà bốn") == "<ul><li>Một câu.\n  Câu hai.</li><li>Ba;\nvà bốn</li></ul>"
    )


def test_an_item_at_the_margin_is_beside_the_one_above_it() -> None:
    assert render("1. Một\n2. Hai\n\n    Đoạn.\n3. Ba") == (
        "<ol><li>Một</li><li><p>Hai</p><p>Đoạn.</p></li><li><p>Ba</p></li></ol>"
    )


def test_items_that_are_no_list_in_markdown_have_lines_of_their_own() -> None:
    assert render("Gồm:\na) phát động\nb) tổng kết\n1) khen\n2) báo cáo") == (
        "<p>Gồm:<br />a) phát động<br />b) tổng kết<br />1) khen<br />2) báo cáo</p>"
    )
    assert render("1. Một:\na) con\nb) con\n2. Hai") == ("<ol><li>Một:<br />a) con<br />b) con</li><li>Hai</li></ol>")


def test_a_short_heading_that_ends_in_a_word_of_citations_is_a_whole_line() -> None:
    assert render("III. QUAN ĐIỂM\n1. Phát huy sức dân.\n2. Thành phần\na) chủ trì\n3. Danh mục\n4. Địa điểm") == (
        "<p>III. QUAN ĐIỂM</p><ol><li>Phát huy sức dân.</li><li>Thành phần<br />a) chủ trì</li>"
        "<li>Danh mục</li><li>Địa điểm</li></ol>"
    )


def test_the_text_below_a_short_item_has_a_line_of_its_own() -> None:
    assert render("1. Ưu điểm\nCông tác chỉ đạo kịp thời.\n2. Khuyết điểm\nMột số đơn vị\ncòn chậm.") == (
        "<ol><li>Ưu điểm<br />Công tác chỉ đạo kịp thời.</li><li>Khuyết điểm<br />Một số đơn vị\ncòn chậm.</li></ol>"
    )


def test_each_line_of_word_is_a_paragraph() -> None:
    long = (
        "Sáng nay đoàn trường đã phát động phong trào thi đua "
        + "tới từng chi đoàn " * 6
        + "trong toàn trường. Đồng chí Bí thư dự."
    )
    assert (
        render(f"{long}\nTiếp đó là phần ký kết.\n{long}")
        == f"<p>{long}</p><p>Tiếp đó là phần ký kết.</p><p>{long}</p>"
    )


def test_sentences_on_lines_of_their_own_are_paragraphs() -> None:
    one = "Sáng nay xã tổ chức lễ ra quân trồng cây ở tuyến đường liên thôn mới mở."
    two = "Hơn hai trăm đoàn viên, hội viên và người dân ba thôn tham gia từ sáng sớm."
    assert render(f"{one}\n{two}\n“Cây xanh.”") == f"<p>{one}</p><p>{two}</p><p>“Cây xanh.”</p>"
    assert render(f"{one[:-1]},\n{two}").count("<p>") == 1
    assert render(f"{one}\nhơn hai trăm người dự.").count("<p>") == 1
    assert render(f"{one}\n{{: .anh }}").count("<p") == 1


@pytest.mark.parametrize(
    "typed",
    [
        # a program has wrapped these
        "Sáng nay đoàn trường đã phát động phong trào thi đua tới từng chi đoàn,\n"
        "Bí thư Đoàn trường dự. Tiếp đó là phần ký kết của các chi đoàn với nhau\nvà lời chúc.",
        "Trong nhiệm kỳ 2021\n- 2026, theo khoản\n2. Điều 16",
        "Dòng ngắn.\nDòng sau.",
    ],
)
def test_a_wrapped_sentence_stays_one(typed: str) -> None:
    html = render(typed)
    assert html.count("<p>") == 1
    assert "<br" not in html
    assert "<li>" not in html


def test_within_a_note_and_a_quote_it_is_the_same() -> None:
    assert "<p>Gồm:</p><ul><li>a</li><li>b</li></ul></div>" in render("!!! note\n    Gồm:\n    - a\n    - b")
    assert "<p>Gồm:</p><ul><li>a</li><li>b</li></ul></blockquote>" in render("> Gồm:\n> - a\n> - b")


WORDS = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxy ,;|", min_size=2, max_size=14).filter(
    lambda words: re.match(r"\s*[b-y]{2}", words) is not None
)
MARKERS = st.sampled_from(["1. ", "4. ", "1.1. ", "a) ", "2) ", "- ", "+ ", "• ", "·\t", "o\t", "– ", "", ""])
LINES = st.lists(st.tuples(st.sampled_from(["", "", "  ", "\t", "\t\t"]), MARKERS, WORDS), min_size=1, max_size=9)


@given(LINES, st.sampled_from(["\n", "\n\n"]))
def test_no_word_is_lost_or_moved(lines: list[tuple[str, str, str]], between: str) -> None:
    html = render(between.join(f"{indent}{marker}{words}" for indent, marker, words in lines))
    told = re.sub(r"<[^>]+>", " ", html)
    assert re.findall(r"[^\W\d]{2,}", told) == re.findall(r"[^\W\d]{2,}", "\n".join(words for *_, words in lines))
    assert "<pre>" not in html


PLAIN = st.lists(
    st.one_of(
        st.lists(WORDS.map(lambda words: f"- {words}"), min_size=1, max_size=3).map("\n".join),
        st.lists(WORDS.map(lambda words: f"1. {words}"), min_size=1, max_size=3).map("\n".join),
        WORDS.map(lambda words: f"- {words}\n    - {words}\n    - {words}\n- {words}"),
        st.lists(WORDS, min_size=1, max_size=3).map("\n".join),
        WORDS.map(lambda words: f"> {words}\n> {words}"),
    ),
    max_size=5,
).map("\n\n".join)


@given(PLAIN)
def test_what_is_written_as_markdown_wants_it_is_read_as_ever(typed: str) -> None:
    plain = Markdown(extensions=["sane_lists"]).convert(typed)
    assert render(typed) == re.sub(r">\s+|\s+<", lambda edge: edge[0].strip(), plain)
