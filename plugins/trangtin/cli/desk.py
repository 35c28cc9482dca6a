"""The editors' desk for `trangtin desk --format`."""

from __future__ import annotations

import json
from pathlib import Path

from trangtin.cli.project import find_project
from trangtin.portal.desk import desk_of
from trangtin.views.desk_listing import desk_record, desk_text

FORMS = ("text", "json")


def desk_listing(config_file: Path | None, form: str) -> str:
    """The desk as text, or as JSON for another program."""
    repository = find_project(config_file).repository()
    items = desk_of(repository.reading, repository.portal, repository.portal.problems)
    if form == "text":
        return desk_text(items, repository.portal)
    return json.dumps(desk_record(items, repository.portal), ensure_ascii=False, indent=2, default=str) + "\n"
