"""Where each kind of content lies: a file is a campaign, a document, news, a sub-unit or a page by its path alone."""

from __future__ import annotations

import re

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.entry import Layout
from trangtin.content.news import News
from trangtin.content.page import Page, PageHead
from trangtin.content.translation import Translation, translated_file
from trangtin.content.unit import Unit

NEWS_FOLDER = "tin-tuc"
UNITS_FOLDER = "don-vi"
YEAR = re.compile(r"(?:19|20|21)\d\d")
"""Name of a folder that holds the content of one year."""


def head_for(path: str, layout: Layout) -> type[PageHead] | None:
    """What kind of content a Markdown file is, by its place alone; None where no content may lie."""
    if translated_file(path) is not None:
        return Translation
    parts = path.split("/")
    if parts[0] == layout.plans:
        if parts[-1] == "index.md":
            return Campaign if len(parts) == 4 and YEAR.fullmatch(parts[1]) else None
        return Document
    inner = path.removeprefix(f"{layout.docs}/").split("/")
    if inner[0] == NEWS_FOLDER and len(inner) > 1 and inner[-1] != "index.md":
        return News if len(inner) == 3 and YEAR.fullmatch(inner[1]) else None
    if inner[0] == UNITS_FOLDER and len(inner) > 1 and inner[-1] != "index.md":
        return Unit if len(inner) == 2 else None
    return Page


def place_for(kind: type[PageHead], layout: Layout, year: int | str, name: str) -> str:
    """Where a file of a kind goes, by its name without ending; a plain page lies anywhere among pages."""
    return {
        Campaign: f"{layout.plans}/{year}/{name}/index.md",
        Document: f"{layout.plans}/{year}/{name}.md",
        News: f"{layout.docs}/{NEWS_FOLDER}/{year}/{name}.md",
        Unit: f"{layout.docs}/{UNITS_FOLDER}/{name}.md",
    }.get(kind, f"{layout.docs}/{name}.md")
