"""Every relative link and picture in our documentation leads somewhere, headings included."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.docs.pages import ROOT, anchor, headings, outside_fences, read

PAGES = [
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    *sorted(str(file.relative_to(ROOT)) for file in ROOT.glob("docs/**/*.md")),
]
_LINK = re.compile(r"\]\(([^)\s]+)\)|<img[^>]* src=\"([^\"]+)\"")
_INLINE_CODE = re.compile(r"`[^`\n]*`")


@pytest.mark.parametrize("page", PAGES)
def test_links(page: str) -> None:
    dead = []
    for match in _LINK.finditer(_INLINE_CODE.sub("", outside_fences(read(page)))):
        link = unquote(match[1] or match[2])
        if re.match(r"[a-z]+:", link):
            continue
        place, _, fragment = link.partition("#")
        target = (ROOT / page).parent / place if place else ROOT / page
        if not target.exists() or (fragment and fragment not in map(anchor, headings(target.read_text("utf-8")))):
            dead.append(link)
    assert dead == []


@pytest.mark.parametrize("page", PAGES)
def test_no_place_of_one_machine(page: str) -> None:
    assert not re.search(r"/(?:work|home|root|tmp)/", read(page))


def test_every_page_is_reached_from_the_readme() -> None:
    left, reached = ["README.md"], set[str]()
    while left:
        page = left.pop()
        reached.add(page)
        named = (match[1].partition("#")[0] for match in _LINK.finditer(outside_fences(read(page))) if match[1])
        pages = (os.path.normpath(Path(page).parent / unquote(name)) for name in named if name.endswith(".md"))
        left += [found for found in pages if (ROOT / found).is_file() and found not in reached]
    assert set(PAGES) - reached == set()


def test_every_decision_is_listed() -> None:
    pages = {file.name for file in (ROOT / "docs/decisions").glob("*.md")} - {"README.md"}
    assert set(re.findall(r"\]\(([^)]+)\)", read("docs/decisions/README.md"))) == pages
