"""Small portals drawn as text.

    == plans/2021/bau-cu/12.md
    number: 12/KH-TCT
    ---
    Body.

Keys that every file of its kind must have and that a test does not care about are filled in after those written, so
the first line of a head stands on line 2 of its file. Files that are not Markdown hold the text that is written;
a PDF of nothing but `%PDF-1.7` is a whole one, if an empty one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from textwrap import dedent

from tests.blank import BLANK_PDF
from tests.docs.pages import severities
from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.entry import Layout
from trangtin.content.news import News
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.options.settings import Settings
from trangtin.content.page import PageHead
from trangtin.content.placement import head_for
from trangtin.content.unit import Unit
from trangtin.content.values.dates import parse_date
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.model import LinkedCampaign, Portal
from trangtin.repository import open_portal

SETTINGS = Settings(unit=PortalUnit(name="Trường Chính trị tỉnh Mẫu", symbol="TCT"))
_NEEDED: Mapping[type[PageHead], Mapping[str, str]] = {
    Campaign: {"title": "Thi đua", "start": "1/1/2021", "end": "31/12/2021"},
    Document: {"type": "KH", "title": "Việc chung"},
    News: {"title": "Tin", "date": "2/1/2021"},
    Unit: {"unit": "{name: Khoa}"},
}


def draw(root: Path, drawing: str) -> None:
    """Write the files of a drawing."""
    for block in re.split(r"(?m)^== ", dedent(drawing).lstrip("\n"))[1:]:
        path, _, text = block.partition("\n")
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if path.endswith(".pdf") and text.strip() == "%PDF-1.7":
            file.write_bytes(BLANK_PDF)
            continue
        file.write_text(_markdown(path, text) if path.endswith(".md") else text.strip(), encoding="utf-8")


def _markdown(path: str, text: str) -> str:
    kind = head_for(path, Layout())
    head, _, body = f"\n{text}".partition("\n---\n")
    rows = head.strip("\n").split("\n") if head.strip() else []
    written = {row.partition(":")[0] for row in rows}
    needed = _NEEDED.get(kind, {}) if kind else {}
    rows += [f"{key}: {value}" for key, value in needed.items() if key not in written]
    return "\n".join(["---", *rows, "---", body])


def portal_on(root: Path, day: str, drawing: str = "", settings: Settings = SETTINGS) -> Portal:
    """The drawn portal as it stands on a day; each of its problems is as bad as docs/problems.md says."""
    draw(root, drawing)
    portal = open_portal(root, Layout(), settings, parse_date(day)).portal
    # Messages do not say it, and a notice that became an error would stop the build of a portal that is all right.
    for problem in portal.problems:
        assert problem.severity.label in severities()[str(problem.code)], f"{problem} [{problem.severity.label}]"
    return portal


def told(portal: Portal, *codes: str) -> list[str]:
    """The messages of some codes, or of all."""
    return [str(problem) for problem in portal.problems if not codes or str(problem.code) in codes]


def document(portal: Portal, name: str) -> LinkedDocument:
    """The public document of a file name without its ending."""
    return next(item for item in portal.documents if PurePosixPath(item.path).stem == name)


def campaign(portal: Portal) -> LinkedCampaign:
    """The only public campaign."""
    (only,) = portal.campaigns
    return only
