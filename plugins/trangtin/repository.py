"""A portal's folder, opened on a day: the one place where files are read and handed to the pure layers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from trangtin.content.entry import Layout
from trangtin.content.head_store import HeadStore
from trangtin.content.problem import Problem
from trangtin.content.reader import Reading, read_repository
from trangtin.content.settings import PortalConfig, Settings
from trangtin.portal.checks.carried import named_files, resolved
from trangtin.portal.model import Portal
from trangtin.portal.portal import build_portal, check_reading
from trangtin.signing.cache import ReportCache
from trangtin.signing.kinds import kind_of_name
from trangtin.signing.report import FileReport
from trangtin.signing.trust import read_trust

CACHE = Path(".cache", "trangtin", "files")
"""Where reports on attached files are kept, under the portal's folder."""
HEADS = Path(".cache", "trangtin", "heads.json")
"""Where heads once read are kept."""
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
    reading = _read(root, layout, is_excluded)
    reading = replace(reading, problems=(*problems, *reading.problems))
    facts = facts_of(reading, root, settings)
    return build_portal(reading, settings, today, facts, linked=linked, with_drafts=with_drafts), reading


def check_portal(
    root: Path,
    config: PortalConfig,
    settings: Settings,
    today: date,
    *,
    is_excluded: Callable[[str], bool] = lambda _: False,
    looked_at: Callable[[str], bool] = lambda _: True,
) -> tuple[Problem, ...]:
    """Everything wrong in the folder `root`; texts and files only of what is `looked_at`, heads of all.

    For one changed file among a thousand this takes a fraction of the time, and says the same of that file.
    """
    reading = _read(root, config.layout, is_excluded)
    reading = replace(reading, problems=(*config.problems, *reading.problems))
    facts = facts_of(reading, root, settings, looked_at)
    return check_reading(reading, settings, today, facts, linked=config.linked, looked_at=looked_at)


def _read(root: Path, layout: Layout, is_excluded: Callable[[str], bool]) -> Reading:
    with HeadStore(root / HEADS) as store:
        return read_repository(root, layout, is_excluded, store)


def facts_of(
    reading: Reading, root: Path, settings: Settings, looked_at: Callable[[str], bool] = lambda _: True
) -> Mapping[str, FileReport]:
    """What is known of every file that a document offers, and every picture, PDF or office file that a page names."""
    groups = (reading.documents, reading.campaigns, reading.news, reading.units, reading.pages)
    named = {
        resolved(reading.layout, entry, name)
        for group in groups
        for entry in group
        if looked_at(entry.path)
        for name, _, is_declared in named_files(entry)
        if is_declared or kind_of_name(name) is not None
    }
    paths = named & reading.attachments.keys()
    trust = read_trust(root / TRUST, allow_sha1=settings.signatures.allow_sha1)
    with ReportCache(root / CACHE, root, trust) as reports:
        return {path: reports.report_of(reading.attachments[path]) for path in sorted(filter(None, paths))}
