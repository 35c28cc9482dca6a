"""All entries at once, with the look-ups that everything else needs; nothing is resolved or judged here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath

from trangtin.content.abbreviated import issuer_key
from trangtin.content.campaign import Campaign
from trangtin.content.document import AttachedFile, Document
from trangtin.content.entry import Entry
from trangtin.content.evidence import EvidenceHead
from trangtin.content.news import News
from trangtin.content.options.settings import Settings
from trangtin.content.page import PageHead
from trangtin.content.placement import YEAR, head_for
from trangtin.content.reading.reader import Reading
from trangtin.content.translation import Translation, section_of, translated_file
from trangtin.content.unit import Unit
from trangtin.content.values.number import DocumentNumber
from trangtin.portal.findings import Findings
from trangtin.portal.issuers import Issuers
from trangtin.portal.issuing import Issuing
from trangtin.portal.named_files import Named, NamedFiles, Place
from trangtin.signing.report import FileReport

_WAITING = ("draft", "review", "published", "date")
"""Keys that hold an entry back."""
ON_SITE = (*_WAITING, "withdrawn")
"""Keys that say whether readers see an entry."""


@dataclass(frozen=True)
class Catalogue:
    """The whole repository on one day."""

    reading: Reading
    settings: Settings
    today: date
    facts: Mapping[str, FileReport] = field(default_factory=dict)
    """What is known of attached files, by repository path; a file without facts is offered without them."""
    linked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Files that `mkdocs.yml` names, by repository path, with what its menu says on the way there (`linked_files`)."""
    looked_at: Callable[[str], bool] = lambda _: True
    """Whether the entry at a path is to be looked at by itself, text and files; what entries say of each other is
    always looked at, since any of them may break it."""
    findings: Findings = field(default_factory=Findings)
    """What was found in entries before."""
    named_files: NamedFiles = field(default_factory=NamedFiles)
    """What entries name."""
    with_drafts: bool = False
    """Only in a preview on an editor's own machine: everything is shown, each draft marked as one."""

    @cached_property
    def campaigns(self) -> dict[str, Entry[Campaign]]:
        """Campaigns by slug (the name of their folder); of two with one slug the first counts."""
        found: dict[str, Entry[Campaign]] = {}
        for entry in self.reading.campaigns:
            found.setdefault(campaign_slug(entry), entry)
        return found

    @cached_property
    def units(self) -> dict[str, Entry[Unit]]:
        """Sub-units by id."""
        return {entry.stem: entry for entry in self.reading.units}

    @cached_property
    def public_units(self) -> dict[str, Entry[Unit]]:
        """Those of them that may be shown today."""
        return {unit: entry for unit, entry in self.units.items() if self.is_public(entry.path)}

    @cached_property
    def unit_by_name(self) -> dict[str, str]:
        """Ids of sub-units by every name that they ever bore (`issuer_key`); of two with one name a public one."""
        public_last = sorted(self.units.items(), key=lambda each: each[0] in self.public_units)
        return {issuer_key(name): unit for unit, entry in public_last for name in entry.head.unit.all_names}

    def names_of_unit(self, name: str) -> tuple[str, ...]:
        """Every name that the sub-unit of some name ever bore; none where there is no such sub-unit."""
        unit = self.unit_by_name.get(issuer_key(name))
        return self.units[unit].head.unit.all_names if unit else ()

    @cached_property
    def documents(self) -> dict[str, Entry[Document]]:
        """Documents by path."""
        return {entry.path: entry for entry in self.reading.documents}

    @cached_property
    def news(self) -> dict[str, Entry[News]]:
        """News by path."""
        return {entry.path: entry for entry in self.reading.news}

    @cached_property
    def entries(self) -> dict[str, Entry[PageHead]]:
        """Every entry by path."""
        return {entry.path: entry for group in self.reading.groups for entry in group}

    @cached_property
    def inspected(self) -> tuple[Entry[PageHead], ...]:
        """The entries to be looked at by themselves."""
        return tuple(entry for entry in self.entries.values() if self.looked_at(entry.path))

    def named_by(self, entry: Entry[PageHead]) -> tuple[Named, ...]:
        """Every file, page or address that an entry names."""
        return self.named_files.of(entry, self.reading.layout)

    def declared_by(self, entry: Entry[Document]) -> Iterator[tuple[AttachedFile, str | None]]:
        """The `files` of a document in their order, each with its repository path; None for what leads out of it."""
        named = (each.path for each in self.named_by(entry) if each.place is Place.DECLARED)
        return zip(entry.head.files, named, strict=True)

    @cached_property
    def broken(self) -> frozenset[str]:
        """Paths of files that are there and of whose heads nothing can be read here."""
        return frozenset(self.reading.broken) - self.entries.keys()

    @cached_property
    def broken_campaigns(self) -> frozenset[str]:
        """Slugs of the campaigns among them: nothing can be said of those."""
        layout = self.reading.layout
        found = (path for path in self.broken if head_for(path, layout) is Campaign)
        return frozenset(PurePosixPath(path).parent.name for path in found)

    @cached_property
    def _campaign_by_folder(self) -> dict[str, str]:
        return {entry.folder: campaign_slug(entry) for entry in self.reading.campaigns}

    def campaign_of(self, entry: Entry[Document]) -> str | None:
        """Slug of the campaign a document belongs to: the one it names, else that of the nearest folder above it."""
        return entry.head.campaign or self._campaign_around(entry.path)

    def _campaign_around(self, path: str) -> str | None:
        folder = path.rpartition("/")[0]
        while folder and folder not in self._campaign_by_folder:
            folder = folder.rpartition("/")[0]
        return self._campaign_by_folder.get(folder)

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """The number of every document that has one, for guesses at what was mistyped."""
        return tuple(str(entry.head.number) for entry in self.reading.documents if entry.head.number)

    def with_number(self, number: DocumentNumber, but: str) -> str | None:
        """Path of a document whose number would be printed so, but for one path; None where there is none."""
        return next((path for path in self._by_printed_number.get(number.printed_key, ()) if path != but), None)

    @cached_property
    def _by_printed_number(self) -> dict[tuple[int, str, str], list[str]]:
        found: dict[tuple[int, str, str], list[str]] = {}
        for path, entry in self.documents.items():
            if entry.head.number is not None:
                found.setdefault(entry.head.number.printed_key, []).append(path)
        return found

    def campaign_entry(self, entry: Entry[Document]) -> Entry[Campaign] | None:
        """The campaign it belongs to, public or not; None where it names none or one that is not there."""
        return self.campaigns.get(self.campaign_of(entry) or "")

    def public_campaign(self, slug: str | None) -> str | None:
        """The slug, if it is that of a public campaign."""
        entry = self.campaigns.get(slug or "")
        return slug if entry is not None and self.is_public(entry.path) else None

    def public_unit(self, unit: str | None) -> str | None:
        """The id, if it is that of a public sub-unit."""
        return unit if unit in self.public_units else None

    def given_on(self, entry: Entry[Document] | Entry[Campaign]) -> date | None:
        """The first day on which a task of the document, or a work of the campaign, could be done, where it is known.

        A campaign may start before the paper that announces it (the first that the unit itself issued); what that
        paper gives to do could be done from the campaign's first day on.
        """
        head = entry.head
        if isinstance(head, Campaign):
            return head.start if entry.reads("start") else None
        start = self._announcing.get(entry.path, head.date)
        return min(head.date, start) if head.date and start else None

    @cached_property
    def _announcing(self) -> dict[str, date | None]:
        """The first dated document of the unit in each campaign, by path, with the campaign's first day if known."""
        found: dict[str, tuple[date, str]] = {}
        for entry in self.reading.documents:
            slug, day = self.campaign_of(entry), entry.head.date
            if slug in self.campaigns and slug and day and self.issuing.is_own(entry.head):
                found[slug] = min(found.get(slug, (day, entry.path)), (day, entry.path))
        return {path: self.given_on(self.campaigns[slug]) for slug, (_, path) in found.items()}

    def is_public(self, path: str) -> bool:
        """True if the entry at `path` may be shown today.

        A draft campaign holds back the documents of its folder; a document of no year has no address.
        """
        return path in self._public

    def is_published(self, path: str) -> bool:
        """The same of what readers see, where a preview shows drafts beside it."""
        return self.for_readers.is_public(path)

    def counts(self, path: str) -> bool:
        """True if what the entry at `path` says holds today: one that was withdrawn keeps its page and says nothing."""
        return path in self._public and not self.entries[path].head.is_withdrawn

    @cached_property
    def _public(self) -> frozenset[str]:
        held = {entry.folder for entry in self.reading.campaigns if not self._may_show(entry)}
        second = {entry.path for entry in self.reading.campaigns if self.campaigns[campaign_slug(entry)] is not entry}
        originals = frozenset(
            entry.path
            for group in self.reading.originals
            for entry in group
            if self._may_show(entry)
            and (entry.path not in self.documents or self.year_of(self.documents[entry.path]) is not None)
            and entry.path not in second
            and not (held and any(str(folder) in held for folder in PurePosixPath(entry.path).parents))
        )
        translations = (entry for entry in self.reading.translations if self._may_show(entry))
        return originals | {entry.path for entry in translations if self._has_original(entry, originals)}

    @cached_property
    def for_readers(self) -> Catalogue:
        """The same without the drafts that a preview shows."""
        return replace(self, with_drafts=False) if self.with_drafts else self

    def _has_original(self, entry: Entry[Translation], public: Collection[str]) -> bool:
        """A translation goes out with what it translates, and not before."""
        file = translated_file(entry.path)
        return file is not None and (
            file.original in public or section_of(file.original, self.reading.layout) is not None
        )

    def _may_show(self, entry: Entry[PageHead]) -> bool:
        """Whether it is public, or drafts are shown; true too where its head has faults in what would say so."""
        return self.with_drafts or not entry.reads(*_WAITING) or entry.head.is_public(self.today)

    @cached_property
    def issuing(self) -> Issuing:
        """Who issued each document."""
        return Issuing(self.settings.unit, self.unit_by_name)

    @cached_property
    def issuers(self) -> Issuers:
        """The bodies that issued all documents, drafts too."""
        names: dict[bool, list[str]] = {True: [], False: []}
        for entry in self.reading.documents:
            names[self.is_public(entry.path)].append(self.issuing.issuer_of(entry.head))
        return Issuers(names[True], names[False], self.settings.unit.name)

    def year_of(self, entry: Entry[Document]) -> int | None:
        """The year it counts under: of its date, of its number, or of its folder."""
        if entry.head.date is not None:
            return entry.head.date.year
        if entry.head.number is not None and entry.head.number.year is not None:
            return entry.head.number.year
        return next((int(part) for part in PurePosixPath(entry.path).parts if YEAR.fullmatch(part)), None)


def said_on(entry: Entry[PageHead] | None) -> date | None:
    """The day that stands on a page; None where it has none, or where that cannot be read."""
    head = entry.head if entry is not None and entry.reads("date") else None
    return head.said_on if isinstance(head, EvidenceHead) else None


def campaign_slug(entry: Entry[Campaign]) -> str:
    """The name of the campaign's folder."""
    return PurePosixPath(entry.path).parent.name
