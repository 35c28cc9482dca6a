"""Code, comments and links are told as Python-Markdown reads them, which makes the pages."""

from __future__ import annotations

import re
import time
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from trangtin.content.html import INLINE
from trangtin.content.links import ELSEWHERE, links_in
from trangtin.content.spans import spans_of, without_code, without_destinations
from trangtin.host.texts.rendering import Profile, Renderer, Text

DESTINATIONS = [
    "![Đường hoa](<IMG 2311.JPG>)",
    "[Dự toán năm](<Dự toán 2026 đã ký.pdf>)",
    "[Dự toán](<Dự toán (1) ký.pdf> 'Bản (ký)') và [x]( <img a.jpg> \"Ảnh\" )",
    "[![Ảnh](<IMG 1.JPG>)](<IMG 2.JPG>)",
    "[Xem: [a](<img 1.jpg>)] và [1] [b](<img 2.jpg>)",
    "[một\nhai](<img 1.jpg>)",
    "- [a](<img 1.jpg>)\n- ![b](<img 2.jpg>)",
    "| A | B |\n|---|---|\n| [a](<img 1.jpg>) | ![b](<img 2.jpg>) |",
    "[a][x]\n\n[x]: <img.jpg>\n[y]: <IMG_2.JPG> 'Ảnh'",
    "<div>\n<p>x</p>\n</div>\n\n[a](<img 1.jpg>)",
    "<b>Kèm:</b> [a](<img 1.jpg>)",
    "\\\\[a](<img 1.jpg>) \\![b](<img 2.jpg>)",
    "[`a`](<img 1.jpg>)",
    "<!-- ] --> [a](<img 1.jpg>)",
]

HTML = [
    "<img src=a>",
    "(<img a.jpg>)",
    "[a] (<img 1.jpg>)",
    "\\[a](<img 1.jpg>)",
    "[a\\](<img 1.jpg>)",
    "[a]\\(<img 1.jpg>)",
    "!\\[a](<img 1.jpg>)",
    "a](<img 1.jpg>)",
    "[<img b>a](<c d.jpg>)",
    "[a [b](<img 1.jpg>) c](d.jpg)",
    "[a](b.jpg](<img 1.jpg>)",
    "[a][b](<img 1.jpg>)\n\n[b]: c.pdf",
    "[a] [b](<img 1.jpg>)\n\n[b]: c.pdf",
    "[^1](<img 1.jpg>)\n\n[^1]: a",
    "[^1]: <img>\n\na[^1]",
    "[x]: <img 1.jpg>",  # no link is defined by this
    "[x]: <img>\n---",
    "A | B\n--|--\na | b\n[x]: <img>",
    "| A | B |\n|---|---|\n| [a | b](<img 1.jpg>) |",
    "- [a\n- b](<img 1.jpg>)",
    "# [a\nb](<img 1.jpg>)",
    "> # [a\nb](<img 1.jpg>)",
    "[q ![a [b](<img 1.jpg>)] z](d)",
    "[a\n(b) [c](<img 1.jpg>)](d)",
    "[a \\[x]: <img>",
    "<!-- a --><div>\n[b](<img 1.jpg>)\n</div>",
    "[a\n\nb](<img 1.jpg>)",
    "`[` a](<img 1.jpg>)",
    "``a ` [`` b](<img 1.jpg>)",
    "<!-- [ --> a](<img 1.jpg>)",
    "<div>\n\n[a](<img 1.jpg>)\n\n</div>",
    "<div><div>b</div>\n[a](<img 1.jpg>)\n</div>",
    "<div title='</div>'>\n[a](<img 1.jpg>)\n</div>",
    "<p>b</p> <div>\n[a](<img 1.jpg>)\n</div>",
    "<section>\n\n[a](<img 1.jpg>)",
    "[x](<a.jpg> 'b') <img src=c>",
]

_RENDERER = Renderer(["toc", "tables", "fenced_code"], {})

# What stands in a row, and what ends one. Each `#` becomes a number, so that every link is told from the others.
WORDS = (
    *("[a](#.md)", "![a](#.jpg)", "[a b](<# b.md>)", '[a](#.md "Tên (t)")', "[![a](#.jpg)](#.md)", "[a\nb](#.md)"),
    *(
        "[a][x]",
        "[x]",
        "![y][]",
        "[^1]",
        "`",
        "``",
        "`a`",
        "\\",
        "<!--",
        "-->",
        "<!-- [a](#.md) -->",
        "[",
        "]",
        "!",
        "|",
    ),
    *("chữ ", "Đoạn. ", " ", "*", "**", "_", "<b>", "</b>", "(1)", "{: .a}"),
)
ENDS = (
    *("\n", "\n\n", "\n- ", "\n\n- ", "\n* ", "\n1. ", "\na) ", "\n> ", "\n    ", "\n\n%% "),
    *("\n```\n", "\n~~~ py\n", "\n``` x y\n", "\n\n<div>\n", "\n</div>\n\n", "\n\n| A | B |\n|---|---|\n| "),
    *("\n\n[x]: #.pdf\n", "\n\n[y]: <#.pdf> 'T'\n\n", "\n\n[^1]: "),
)


def numbered(pieces: list[str]) -> str:
    numbers = count(1)
    once = [piece for at, piece in enumerate(pieces) if piece != "\n\n[^1]: " or piece not in pieces[:at]]
    return re.sub("#", lambda _: str(next(numbers)), "".join(once)).replace("%%", "#")


TEXTS = st.lists(st.one_of(*map(st.sampled_from, (WORDS, ENDS))), min_size=1, max_size=9).map(numbered)


def html_of(typed: str) -> str:
    return _RENDERER.render(Text(typed, Profile.PROSE, 2, None, lambda link: link)).html


def shown_in(typed: str, profile: Profile) -> set[str]:
    """What the renderer wants to know the addresses of, as far as it may be in the repository."""
    asked: dict[str, str] = {}
    _RENDERER.render(Text(typed, profile, 2, None, lambda link: asked.setdefault(link, link)))
    return {link for link in asked if link and not ELSEWHERE.match(link)}


@given(TEXTS)
def test_links_are_those_of_the_page(typed: str) -> None:
    for profile in Profile:
        found = {link for link, _ in links_in(typed, is_printed=profile is Profile.PRINTED)}
        assert found == shown_in(typed, profile), profile


CASES = [
    # (typed in a news item, the links that are on its page)
    ("<!-- [a](b.md) --> [c](d.md)", {"d.md"}),
    ("[a](b<!-- x -->.md)", {"b.md"}),
    ("[a](b.md <!-- [c](d.md)", set()),
    ("``[a](b.md) ` [c](d.md)`` [e](f.md)", {"f.md"}),
    ("`` `a` [b](c.md)", {"c.md"}),
    ("\\[a](b.md) \\\\[c](d.md) [e\\](f.md)", {"d.md"}),
    ("[a]: b.md\n\n[c]: d.md\n\n[A] [x][c]", {"b.md", "d.md"}),
    ("[a]: b.md\n[a]: c.md\n\n[a]", {"c.md"}),
    ("*[TĐ]: thi đua [a](b.md)\n\nTĐ", set()),
    ("``` a b\n\n[a](b.md)\n\n```", {"b.md"}),
    ("```` md\n```\n[a](b.md)\n````\n[c](d.md)", {"d.md"}),
    ('``` yaml hl_lines="1"\n[a](b.md)\n```', set()),
    ("[a](b(1).md) [c](d.md 'Tên) (x') [e](f\"g.md)", {"b(1).md", "d.md", 'f"g.md'}),
    ("[a [b][c]](d.md)\n\n[c]: e.md", {"d.md", "e.md"}),
    ("[a]\n[b](c.md)", {"c.md"}),
    ("| A | B |\n|---|---|\n| [a | b](c.md) | `[d` | e](f.md) |", set()),
    ("| A | B |\n|---|---|\n| a | [b](c.md) | [d](e.md) |\nf | [g](h.md) | [i](j.md)", {"c.md", "h.md"}),
    ("[a](b.md){: .c}[d](e.md#f?g)", {"b.md", "e.md"}),
]


@pytest.mark.parametrize(("typed", "shown"), CASES)
def test_links_of_a_text(typed: str, shown: set[str]) -> None:
    assert {link for link, _ in links_in(typed, is_printed=False)} == shown
    assert {re.split("[#?]", link)[0] for link in shown_in(typed, Profile.PROSE)} == shown


def test_rows_of_links_are_those_of_the_file() -> None:
    typed = "<!-- một\nhai --> chữ\n\n[a\nb](c.md) và [x]\n\n```\n<!--\n-->\n```\n[d](e.md)\n\n[x]: f.md"
    assert list(links_in(typed, is_printed=False)) == [("c.md", 4), ("e.md", 10), ("f.md", 12)]


@given(TEXTS)
def test_what_is_blanked_out_leaves_rows_and_columns(typed: str) -> None:
    for text in (
        without_code(typed),
        without_code(typed, is_printed=True),
        without_destinations(typed, is_printed=False),
    ):
        assert list(map(len, text.split("\n"))) == list(map(len, typed.split("\n")))


@pytest.mark.parametrize(
    "sign",
    [
        "[",
        "![a](",
        '[a](x "',
        "[a][",
        "\n[x]: ",
        "` ``",
        "\n```py\n",
        "\n```a b\n~~~",
        "<!--",
        "\n<div>\n",
        "[a](b(",
        "[^a]",
    ],
)
@pytest.mark.parametrize("before", ["", "[x]: y\n\n", "`"])
def test_no_text_takes_long(before: str, sign: str) -> None:
    begun = time.process_time()
    spans_of(before + sign * (100_000 // len(sign)), is_printed=False)
    assert time.process_time() - begun < 10  # some tenths; a minute if each sign were looked for from every other


@pytest.mark.parametrize("typed", DESTINATIONS)
def test_no_destination_is_left(typed: str) -> None:
    assert not re.search(r"(?i)<img|<dự", without_destinations(typed, is_printed=False))
    assert not re.search(r"<img (?!alt)", html_of(typed))


@pytest.mark.parametrize("typed", HTML)
def test_no_html_is_hidden(typed: str) -> None:
    assert "<img" in without_destinations(typed, is_printed=False)
    assert "<img" in html_of(typed)


@pytest.mark.parametrize("typed", [*DESTINATIONS, *HTML])
def test_rows_and_columns_stay(typed: str) -> None:
    assert [len(row) for row in without_destinations(typed, is_printed=False).split("\n")] == [
        len(row) for row in typed.split("\n")
    ]


def test_what_stands_in_lines_begins_no_block() -> None:
    assert not [name for name in INLINE if Markdown().is_block_level(name)]
