"""A portal's folder, opened on a day: the one place where files are read and handed to the pure layers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from trangtin.content.entry import Layout
from trangtin.content.problem import Problem
from trangtin.content.reader import Reading, read_repository
from trangtin.content.settings import Settings
from trangtin.portal.model import Portal
from trangtin.portal.portal import build_portal
from trangtin.search.abbreviations import Abbreviations
from trangtin.search.index import index_files
from trangtin.search.reading import read_pages
from trangtin.search.records import records_of
from trangtin.signing.cache import ReportCache
from trangtin.signing.report import FileReport
from trangtin.signing.trust import read_trust

CACHE = Path(".cache", "trangtin", "files")
"""Where reports on attached files are kept, under the portal's folder."""
TERMS = CACHE.parent
"""Where terms of pages are kept for search."""
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
    """What is known of every file that a document offers."""
    paths = {
        path
        for entry in reading.documents
        for declared in entry.head.files
        if (path := reading.layout.resolve(entry.path, declared.path)) in reading.attachments
    }
    trust = read_trust(root / TRUST, allow_sha1=settings.signatures.allow_sha1)
    with ReportCache(root / CACHE, root, trust) as reports:
        return {path: reports.report_of(reading.attachments[path]) for path in sorted(filter(None, paths))}


def search_files(portal: Portal, root: Path, address: Callable[[str], str]) -> Iterator[tuple[str, bytes]]:
    """The files of the search index as (name relative to the search page, bytes).

    `address` gives the address of a page's path relative to the site's root. Terms are kept under the folder `root`.
    """
    records = records_of(portal)
    own = ((pair.short, pair.full) for pair in portal.settings.search.abbreviations)
    abbreviations = Abbreviations.known_and(own)
    pages = read_pages(records, abbreviations, root / TERMS)
    return index_files(records, pages, abbreviations, address, portal.settings.unit.name)
