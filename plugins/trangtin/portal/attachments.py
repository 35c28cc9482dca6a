"""Which files of the repository go on the site: those that something public offers or shows, and no others."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from trangtin.content.entry import Layout
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.named_files import Place, runs_in_browser
from trangtin.signing.kinds import is_picture

FILE = "file:"
"""Stands before a path that means the published file, not a page."""


@dataclass(frozen=True)
class Attachments:
    """Files that are not Markdown, sorted by whether they may be published."""

    offered: Mapping[str, str]
    """Files under `plans/` to publish, each with the path of the entry in whose folder on the site it goes."""
    held_back: frozenset[str]
    """Files that nothing public uses: not published."""
    unused: frozenset[str]
    """Those of them that nothing at all uses."""
    published: Mapping[str, tuple[str, ...]]
    """Files of `docs_dir` that go out where they lie, each with the entries that use it; none for what serves the site
    itself (icons, what `mkdocs.yml` names)."""

    @cached_property
    def linked_by(self) -> Mapping[str, tuple[str, ...]]:
        """Of each page the files of `docs_dir` that it gives readers to take along: all but pictures."""
        found: dict[str, list[str]] = defaultdict(list)
        for path, users in self.published.items():
            if not is_picture(path):
                for user in users:
                    found[user].append(path)
        return {user: tuple(paths) for user, paths in found.items()}

    def target(self, path: str | None) -> str | None:
        """What a link to the published file at `path` is to name; None for a file that is not published."""
        if path in self.offered:
            return f"{FILE}{path}"
        return path if path in self.published else None


def sort_attachments(catalogue: Catalogue) -> Attachments:
    """Look at every use of every file.

    A file that a document declares goes out with that document alone, whoever else links to it: a news item must not
    publish the file of a draft. A picture in the text goes out with the text. What several use goes where the nearest
    of them stands, and stays there should that one be withdrawn.
    """
    declared: dict[str, list[str]] = defaultdict(list)
    used: dict[str, list[str]] = defaultdict(list)
    for entry in catalogue.entries.values():
        for named in catalogue.named_by(entry):
            if named.path is not None and named.path in catalogue.reading.attachments:
                (declared if named.place is Place.DECLARED else used)[named.path].append(entry.path)
    offered: dict[str, str] = {}
    published: dict[str, tuple[str, ...]] = {}
    held_back: set[str] = set()
    unused: set[str] = set()
    plans = f"{catalogue.reading.layout.plans}/"
    around = catalogue.linked.keys() | _look_files(catalogue)
    for path in catalogue.reading.attachments:
        users = declared.get(path) or used.get(path, [])
        showing = [user for user in users if catalogue.counts(user)]
        if showing and path.startswith(plans):
            owners = [user for user in users if catalogue.is_public(user)]
            offered[path] = owners[0] if len(owners) == 1 else min(owners, key=partial(_claim, catalogue, path))
        elif users and not showing:
            held_back.add(path)
        elif not users and not (path in around or _serves_the_site(path, catalogue.reading.layout)):
            unused.add(path)
        elif not path.startswith(plans):
            published[path] = tuple(dict.fromkeys(showing))
    return Attachments(offered, frozenset(held_back | unused), frozenset(unused), published)


def _claim(catalogue: Catalogue, path: str, user: str) -> tuple[int, date, str]:
    """How near a user lies to a file, then how old it is: what joins later must not move a file that is out already."""
    away = posixpath.relpath(posixpath.dirname(user), posixpath.dirname(path))
    document = catalogue.documents.get(user)
    day = (document.head.published or document.head.date) if document else None
    return 0 if away == "." else away.count("/") + 1, day or date.max, user


_SITE_FILES = re.compile(
    # Search engines and Zalo ask for files of these names as a proof of who the site belongs to.
    r"assets/.*|CNAME|robots\.txt|humans\.txt|favicon\.[a-z]+|[^/]+\.(?:ico|webmanifest)"
    r"|google[0-9a-f]+\.html|yandex_[0-9a-f]+\.html|zalo_verifier\w+\.html|BingSiteAuth\.xml"
)


def _serves_the_site(path: str, layout: Layout) -> bool:
    """Files of `docs_dir` that are needed without being named: icons, proofs of ownership, `assets/`.

    No pages and scripts even in `assets/`: those go out only if `mkdocs.yml` names them (`extra_javascript`).
    """
    docs = f"{layout.docs}/"
    name = path.removeprefix(docs)
    is_needed = path.startswith(docs) and _SITE_FILES.fullmatch(name) is not None
    return is_needed and not (name.startswith("assets/") and runs_in_browser(name))


def _look_files(catalogue: Catalogue) -> frozenset[str]:
    """Pictures that stand on pages because `mkdocs.yml` says so."""
    look, layout = catalogue.settings.look, catalogue.reading.layout
    named = (look.emblem, look.banner.src if look.banner else None)
    return frozenset(layout.in_docs(name) or "" for name in named if name)
