"""Which point of a text stands below which, whatever was typed: its indent, its address, how it is cited."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from trangtin.host.texts.rendering import Profile, Renderer, Text

CASES: list[dict[str, str]] = yaml.safe_load(Path(__file__).with_name("outline_cases.yml").read_text(encoding="utf-8"))
RENDERER = Renderer(["toc", "tables"], {})


class Lines(HTMLParser):
    """Paragraphs and headings as `depth | id | citation | text`."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        classes = (about.get("class") or "").split()
        if tag == "p":
            depth = next((name.removeprefix("tt-item-") for name in classes if name.startswith("tt-item-")), "0")
            self.found.append(["center" if "tt-center" in classes else depth, about.get("id") or "-", "-", ""])
        elif tag in {"h2", "h3", "h4"}:
            self.found.append([tag, "-", "-", ""])
        elif tag == "a":
            self.found[-1][1] = about.get("id") or self.found[-1][1]
            self.found[-1][2] = about.get("data-cite") or "-"
            assert about.get("href") == f"#{self.found[-1][1]}"

    def handle_data(self, data: str) -> None:
        if self.found:
            self.found[-1][3] += data

    def shown(self) -> list[str]:
        return [" | ".join([*told, " ".join(text.split())]) for *told, text in self.found]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_outline(case: dict[str, str]) -> None:
    rendered = RENDERER.render(Text(case["text"], Profile.PRINTED, 2, None, lambda link: link))
    lines = Lines()
    lines.feed(rendered.html)
    assert lines.shown() == case["shown"].splitlines()
    assert "data-mark" not in rendered.html
    if "outline" in case:
        assert [f"{point.depth} {point.text}" for point in rendered.outline] == case["outline"].splitlines()


NUMBERS = ["1.", "2.", "3)", "1)", "1.1.", "2.1", "1.1.1", "a)", "b.", "i)", "ii)", "v)", "-", "+", "•"]
SECTIONS = ["I.", "II.", "V.", "A.", "C.", "H."]
INDENTS = st.sampled_from(["", "", "  ", "    "])
ITEMS = st.tuples(INDENTS, st.sampled_from(NUMBERS)).map(lambda item: f"{item[0]}{item[1]} Việc")
ARTICLES = st.integers(1, 9).map(lambda number: f"Điều {number}. Tên")
HEADINGS = st.tuples(
    st.sampled_from(["## {}", "### {}", "**{}**", "{}"]), st.sampled_from([*NUMBERS[:8], *SECTIONS])
).map(lambda heading: heading[0].format(f"{heading[1]} TÊN"))


def lines_of(typed: list[str]) -> list[list[str]]:
    lines = Lines()
    lines.feed(RENDERER.render(Text("\n\n".join(typed), Profile.PRINTED, 2, None, lambda link: link)).html)
    return lines.found


@given(st.lists(st.one_of(ITEMS, ARTICLES), max_size=15))
def test_no_point_is_cited_as_one_of_another_article(typed: list[str]) -> None:
    article = ""
    for _, name, cited, text in lines_of(typed):
        article = text.split(".")[0] if text.startswith("Điều") else article
        if article and name != "-":
            assert cited.endswith(article)
            assert name.startswith(article.replace("Điều ", "dieu-"))


@given(st.lists(st.one_of(ITEMS, ARTICLES, HEADINGS), max_size=15))
def test_each_number_has_an_address_of_its_own_that_ends_with_it(typed: list[str]) -> None:
    found = lines_of(typed)
    names = [name for _, name, *_ in found if name != "-"]
    assert len(names) == len(set(names))
    for depth, name, cited, text in found:
        number = text.split()[1].rstrip(".") if text.startswith("Điều") else text.split()[0].rstrip(".)")
        if number in {"-", "+", "•"}:
            assert name == "-"
        else:
            assert re.fullmatch(rf"(.*[.-])?{re.escape(number)}(-\d+)?", name)
            assert number in cited
        assert depth in {"0", "1", "2", "3", "4", "5", "6", "h2", "h3", "h4", "center"}
