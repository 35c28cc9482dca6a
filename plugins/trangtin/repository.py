"""A portal's folder, opened on a day: the one place where files are read and handed to the pure layers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from trangtin.content.entry import Layout
from trangtin.content.options.configuration import CONFIG, PortalConfig
from trangtin.content.options.settings import Settings
from trangtin.content.problem import Problem
from trangtin.content.reading.file_reader import Read
from trangtin.content.reading.head_store import HeadStore
from trangtin.content.reading.reader import Reading, read_repository
from trangtin.disk.file_memory import FileMemory, Forgetful
from trangtin.disk.kept_files import CACHE
from trangtin.disk.shelf import Shelf, Shelved
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.checks.configuration import check_menu, check_unit
from trangtin.portal.checks.trust import check_trust
from trangtin.portal.findings import Findings
from trangtin.portal.link_memory import LinkMemory
from trangtin.portal.model import Portal
from trangtin.portal.named_files import NamedFiles, Place
from trangtin.portal.portal import build_portal, check_catalogue
from trangtin.signing.cache import ReportCache
from trangtin.signing.files import signed_by
from trangtin.signing.kept_readings import report_version
from trangtin.signing.kinds import FileKind, kind_of_name
from trangtin.signing.report import FileReport
from trangtin.signing.validation.trust import TrustStore, read_trust

REPORTS = CACHE / "files"
"""What came of opening attached files: reports, pictures of first pages."""
HEADS = CACHE / "heads.sqlite"
"""Heads once read."""
FINDINGS = CACHE / "findings.sqlite"
"""What checks found in single entries."""
TRUST = "trust"
"""The portal's folder of trusted certificates."""


class Memory:
    """What a program remembers of a folder since it last opened it."""

    def __init__(self, *, opens_once: bool = False) -> None:
        """Nothing is known at first. Only a preview opens a folder again: others keep nothing of its files."""
        self.files: FileMemory[Read] = Forgetful() if opens_once else FileMemory()
        self.reports: FileMemory[FileReport] = Forgetful() if opens_once else FileMemory()
        self.findings = Findings()
        self.named_files = NamedFiles()
        self.links = LinkMemory()

    def turn(self) -> None:
        """Called when the folder was opened: forget what was not asked for."""
        self.files.turn()
        self.reports.turn()
        self.findings.turn()
        self.named_files.turn()
        self.links.turn()


@dataclass(frozen=True)
class Repository:
    """A portal with the files it was read from."""

    root: Path
    portal: Portal
    reading: Reading
    trust: TrustStore
    """The certificates by which its signatures are judged."""
    facts: Mapping[str, FileReport]
    """Reports on attached files, published or not, by repository path."""
    named_files: NamedFiles
    """Finds the files that its entries name."""

    @property
    def cache(self) -> Path:
        """The folder of the cache."""
        return self.root / CACHE

    def pictures(self) -> Mapping[str, Shelved]:
        """The picture of the first page of every PDF on offer, by repository path."""
        shown = (document for document in self.portal.documents if not document.head.is_withdrawn)
        offered = [each for document in shown for each in document.files]
        drawn = {
            self.reading.attachments[each.path]: each.path for each in offered if each.facts and each.facts.picture_size
        }
        with _cache(self.root, self.trust) as reports:
            return {drawn[file]: picture for file, picture in reports.pictures_of(self._hashed(drawn)).items()}

    def cleaned(self) -> Mapping[str, Path | bytes]:
        """By repository path, what is published for pictures that tell where, when or by whom they were taken."""
        attachments = self.portal.attachments
        images = {
            self.reading.attachments[path]: path
            for path in (*attachments.offered, *attachments.published)
            if path in self.facts and self.facts[path].kind is FileKind.IMAGE
        }
        with _cache(self.root, self.trust) as reports:
            return {images[file]: cleaned for file, cleaned in reports.cleaned_of(self._hashed(images))}

    def _hashed(self, files: Mapping[Path, str]) -> Mapping[Path, str]:
        return {file: self.facts[path].sha256 for file, path in files.items()}

    def safe_pictures(self, paths: Iterable[str]) -> Mapping[str, tuple[Path, str]]:
        """File and SHA-256 of the pictures, by repository path, that may go out."""
        known = {path: self.reading.attachments[path] for path in paths if path in self.facts}
        return {path: (file, self.facts[path].sha256) for path, file in known.items() if not self.is_unsafe(path)}

    def is_unsafe(self, path: str) -> bool:
        """Whether a picture must not be published, not even in a preview."""
        report = self.facts.get(path)
        return report is not None and report.cannot_go_out


def open_portal(
    root: Path,
    layout: Layout,
    settings: Settings,
    today: date,
    problems: Iterable[Problem] = (),
    *,
    linked: Mapping[str, tuple[str, ...]] | None = None,
    with_drafts: bool = False,
    is_excluded: Callable[[str], bool] = lambda _: False,
    memory: Memory | None = None,
) -> Repository:
    """Read, link and check everything in the folder `root`. Never raises for what files hold.

    `problems` are those already found in the configuration: they join the portal's own. `linked` are files that
    `mkdocs.yml` names; `with_drafts` is for previews only; `is_excluded` tells of a path whether it is to be left out;
    `memory` is what the same program knows from opening the folder before.
    """
    trust = read_trust(root / TRUST, allow_sha1=settings.signatures.allow_sha1)
    memory = memory or Memory(opens_once=True)
    is_first = memory.files.is_empty
    with _cache(root, trust) as reports:
        told = (*problems, *check_trust(trust, TRUST))
        # Other processes look at files while this one reads texts.
        reading = _read(root, layout, is_excluded, told, memory, lambda lying: reports.begin(_readable(lying).values()))
        # A preview may be looked at before the portal has a name.
        reading = _with_configuration(reading, root, None if with_drafts else settings, linked or {})
        facts = _facts_of(reading, trust, reports, memory, today, are_all_read=is_first)
    with _findings(root, memory.findings, are_all_read=True) as findings:
        catalogue = Catalogue(
            reading,
            settings,
            today,
            facts,
            linked or {},
            findings=findings,
            named_files=memory.named_files,
            with_drafts=with_drafts,
        )
        portal = build_portal(catalogue, memory.links)
    memory.turn()
    return Repository(root, portal, reading, trust, facts, memory.named_files)


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
    trust = read_trust(root / TRUST, allow_sha1=settings.signatures.allow_sha1)
    told = (*config.problems, *config.without_docs(root), *check_trust(trust, TRUST))
    memory = Memory(opens_once=True)
    reading = _read(root, config.layout, is_excluded, told, memory)
    reading = _with_configuration(reading, root, config.settings, config.linked)
    with _cache(root, trust) as reports:
        facts = _facts_of(reading, trust, reports, memory, today, looked_at)
    with _findings(root, memory.findings, are_all_read=False) as findings:
        return check_catalogue(
            Catalogue(
                reading=reading,
                settings=settings,
                today=today,
                facts=facts,
                linked=config.linked,
                looked_at=looked_at,
                findings=findings,
                named_files=memory.named_files,
            )
        )


def _read(
    root: Path,
    layout: Layout,
    is_excluded: Callable[[str], bool],
    problems: tuple[Problem, ...],
    memory: Memory,
    listed: Callable[[Mapping[str, Path]], object] = lambda _: None,
) -> Reading:
    if not memory.files.is_empty:  # few files are new: the store would take longer than they
        reading = read_repository(root, layout, is_excluded, memory=memory.files)
    else:
        with HeadStore(root / HEADS) as store:
            reading = read_repository(root, layout, is_excluded, store, memory.files, listed)
    return replace(reading, problems=(*problems, *reading.problems))


@contextmanager
def _findings(root: Path, findings: Findings, *, are_all_read: bool) -> Iterator[Findings]:
    """What is known of entries; what is found now is written down afterwards."""
    if not findings.is_empty:  # few entries are new: reading the shelf would take longer than they
        yield findings
        return
    shelf = Shelf(root / FINDINGS, ("problems",))
    kept = {key: row[0] for key, row in shelf.rows() if isinstance(row[0], bytes)}
    findings.recall(kept, report_version())
    yield findings
    shelf.add({key: (problems,) for key, problems in findings.used.items() if key not in kept})
    if are_all_read:
        shelf.keep(findings.used.keys())


def _with_configuration(
    reading: Reading, root: Path, settings: Settings | None, linked: Mapping[str, tuple[str, ...]]
) -> Reading:
    """The reading, with problems of `mkdocs.yml` that show only beside the content."""
    file = root / CONFIG
    source = file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""
    found = [*check_menu(reading, linked, lambda path: (root / path).is_file(), source, CONFIG)]
    if settings is not None:
        found += check_unit(settings, source, CONFIG)
    return replace(reading, problems=(*reading.problems, *found))


def _facts_of(
    reading: Reading,
    trust: TrustStore,
    reports: ReportCache,
    memory: Memory,
    today: date,
    looked_at: Callable[[str], bool] = lambda _: True,
    *,
    are_all_read: bool = False,
) -> Mapping[str, FileReport]:
    """What is known of every file that a document offers, and of every other of a kind that can be read."""
    named = {
        each.path
        for group in reading.groups
        for entry in group
        if looked_at(entry.path)
        for each in memory.named_files.of(entry, reading.layout)
        if each.place is Place.DECLARED or kind_of_name(each.name) is not None
    }
    lying = {path for path in _readable(reading.attachments) if looked_at(path)}
    asked = {reading.attachments[path]: path for path in sorted(reading.attachments.keys() & (named | lying))}
    found: dict[str, FileReport] = {}
    for file, path in asked.items():
        looked = tuple(each for each in (file, signed_by(file)) if each)
        if (report := memory.reports.get(path, looked, trust.fingerprint)) is not None:
            found[path] = report
    missing = {file: path for file, path in asked.items() if path not in found}
    for file, report in reports.reports_of(missing, are_all=are_all_read) if missing else ():
        found[missing[file]] = report
        memory.reports.put(missing[file], report)
    return {path: found[path].on(today) for path in sorted(found)}


def _readable(attachments: Mapping[str, Path]) -> dict[str, Path]:
    """Those of a kind whose content is looked at."""
    return {path: file for path, file in attachments.items() if kind_of_name(path) is not None}


def _cache(root: Path, trust: TrustStore) -> ReportCache:
    return ReportCache(root / REPORTS, root, trust)
