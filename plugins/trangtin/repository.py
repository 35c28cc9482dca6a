"""A portal's folder, opened on a day: the one place where files are read and handed to the pure layers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from trangtin.content.entry import Layout
from trangtin.content.problem import Problem
from trangtin.content.reader import Reading, read_repository
from trangtin.content.settings import Settings
from trangtin.portal.model import Portal
from trangtin.portal.portal import build_portal
from trangtin.signing.cache import ReportCache
from trangtin.signing.kinds import kind_of_name
from trangtin.signing.report import FileReport
from trangtin.signing.trust import read_trust

CACHE = Path(".cache", "trangtin", "files")
"""Where reports on attached files are kept, under the portal's folder."""
TRUST = "trust"
"""The portal's folder of trusted certificates."""


def open_portal(
    root: Path,
    layout: Layout,
    settings: Settings,
    today: date,
    problems: Iterable[Problem] = (),
    *,
    linked: frozenset[str] = frozenset(),
    with_drafts: bool = False,
    is_excluded: Callable[[str], bool] = lambda _: False,
) -> tuple[Portal, Reading]:
    """Read, link and check everything in the folder `root`. Never raises for what files hold.

    `problems` are those already found in the configuration: they join the portal's own.
    `linked` are files that the menu names; `with_drafts` is for previews only; `is_excluded` tells of a path whether it
    is to be left out.
    """
    reading = read_repository(root, layout, is_excluded)
    reading = replace(reading, problems=(*problems, *reading.problems))
    facts = facts_of(reading, root, settings)
    return build_portal(reading, settings, today, facts, linked=linked, with_drafts=with_drafts), reading


def facts_of(reading: Reading, root: Path, settings: Settings) -> Mapping[str, FileReport]:
    """What is known of every file that somebody may open, print or look at, and of every file a document offers."""
    declared = {
        reading.layout.resolve(entry.path, file.path) for entry in reading.documents for file in entry.head.files
    }
    paths = [path for path in reading.attachments if path in declared or kind_of_name(path) is not None]
    trust = read_trust(root / TRUST, allow_sha1=settings.signatures.allow_sha1)
    with ReportCache(root / CACHE, root, trust) as reports:
        return {path: reports.report_of(reading.attachments[path]) for path in sorted(paths)}
