"""Destinations in < >: what is taken for one is a link or picture on the page, and no HTML is hidden."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown

from trangtin.content.destinations import without_destinations
from trangtin.content.html import INLINE
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

_RENDERER = Renderer(["tables", "fenced_code"], {})


def html_of(typed: str) -> str:
    return _RENDERER.render(Text(typed, Profile.PROSE, 2, None, lambda link: link)).html


@pytest.mark.parametrize("typed", DESTINATIONS)
def test_no_destination_is_left(typed: str) -> None:
    assert not re.search(r"(?i)<img|<dự", without_destinations(typed))
    assert not re.search(r"<img (?!alt)", html_of(typed))


@pytest.mark.parametrize("typed", HTML)
def test_no_html_is_hidden(typed: str) -> None:
    assert "<img" in without_destinations(typed)
    assert "<img" in html_of(typed)


@pytest.mark.parametrize("typed", [*DESTINATIONS, *HTML])
def test_rows_and_columns_stay(typed: str) -> None:
    assert [len(row) for row in without_destinations(typed).split("\n")] == [len(row) for row in typed.split("\n")]


def test_what_stands_in_lines_begins_no_block() -> None:
    assert not [name for name in INLINE if Markdown().is_block_level(name)]
