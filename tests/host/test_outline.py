"""Which point of a text stands below which, whatever was typed: its indent, its address, how it is cited."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

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
