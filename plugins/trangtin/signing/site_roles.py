"""Which files of a site may go and which must stay because people cite them, as recorded in `manifest.json`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from trangtin.signing.manifest import read_manifest

ROLES = "roles"
"""Key in `manifest.json` under which the roles stand."""
_PAPER = re.compile(r"(?i).*\.(?:pdf|p7s|p7m|docx?|docm|xlsx?|xlsm|pptx?|pptm|od[tsp]|rtf|zip|7z|rar|csv)")


def is_paper(path: str) -> bool:
    """Whether somebody may have cited a file by itself, by the ending of its name: pictures are parts of pages."""
    return _PAPER.fullmatch(path) is not None


@dataclass(frozen=True, slots=True)
class SiteRoles:
    """Paths of files under the site's root, by role. A file without a role must stay for good."""

    lists: frozenset[str] = frozenset()
    """Pages that come and go with what is in them: cuts of lists, further pages, the tasks of one campaign."""
    withdrawn: frozenset[str] = frozenset()
    """Pages that only say that they were taken back."""
    papers: frozenset[str] = frozenset()
    """Files of documents, which remember those that they replaced."""
    offered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Papers that lie in another folder than the pages that link to them, with these pages."""

    def as_json(self) -> dict[str, Any]:
        """The roles as JSON, for `manifest.json`."""
        offered = {path: list(pages) for path, pages in sorted(self.offered.items())}
        sets = {"lists": self.lists, "withdrawn": self.withdrawn, "papers": self.papers}
        return {ROLES: {**{name: sorted(paths) for name, paths in sets.items()}, "offered": offered}}


def roles_in(folder: Path) -> SiteRoles:
    """The roles recorded in the list in `folder`; empty where it has none, as in older versions."""
    try:
        told = read_manifest(folder)[ROLES]
        lists, withdrawn, papers = (frozenset(map(str, told[name])) for name in ("lists", "withdrawn", "papers"))
        offered = {str(path): tuple(map(str, pages)) for path, pages in told["offered"].items()}
        return SiteRoles(lists, withdrawn, papers, offered)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return SiteRoles()
