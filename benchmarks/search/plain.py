"""The same papers as plain pages, for engines that know nothing of our front matter."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from benchmarks.search.corpus import Paper
from benchmarks.search.words import SHORT_FORMS

STROKE = "\u0335"
"""Combining short stroke: `d` with it folds to `d`, which `đ` does not under NFD."""


def page_of(path: str) -> str:
    """Where the page of a paper stands: `2021/vb-00001/`."""
    return f"{'/'.join(path.split('/')[-2:]).removesuffix('.md')}/"


def markdown(paper: Paper) -> str:
    """Title, facts and text. Everything a reader could look for is in it."""
    return f"# {paper.title}\n\n{paper.facts}\n\n{paper.body}\n"


def write_markdown(folder: Path, papers: list[Paper]) -> None:
    """A `docs` folder as other generators want it."""
    for paper in papers:
        file = folder / f"{page_of(paper.path).rstrip('/')}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(markdown(paper), "utf-8")
    (folder / "index.md").write_text("# Trang chủ\n", "utf-8")


def write_html(folder: Path, papers: list[Paper], *, layered: bool) -> None:
    """Bare pages; `layered` is the copy that Pagefind gets with a Vietnamese layer."""
    for paper in papers:
        file = folder / page_of(paper.path) / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_html(paper, layered=layered), "utf-8")


def _html(paper: Paper, *, layered: bool) -> str:
    def shown(text: str) -> str:
        composed = unicodedata.normalize("NFC", text)
        return html.escape(composed.replace("đ", f"d{STROKE}").replace("Đ", f"D{STROKE}") if layered else composed)

    words = f'<p data-pagefind-meta="tu_khoa" hidden>{shown(" ".join(_keywords(paper)))}</p>' if layered else ""
    lines = "\n".join(f"<p>{shown(line)}</p>" for line in paper.body.split("\n") if line)
    title = shown(paper.title)
    return (
        f'<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body><main data-pagefind-body>\n<h1>{title}</h1>\n<p>{shown(paper.facts)}</p>\n{words}\n{lines}\n"
        "</main></body></html>\n"
    )


def _keywords(paper: Paper) -> Iterator[str]:
    """Meanings of abbreviations and abbreviations of meanings in the title, and the number without signs."""
    said = paper.title.lower()
    for short, meaning in SHORT_FORMS.items():
        if re.search(rf"\b{short.lower()}\b", said):
            yield meaning
        if meaning in said:
            yield short
    if paper.number:
        yield re.sub(r"\W", "", paper.number).lower()
        yield paper.number.partition("/")[0].lstrip("0")
