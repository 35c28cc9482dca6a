"""The portal's content, linked: what the views draw from. Only public entries are in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from trangtin.content.accessibility import AccessibilityCheck
from trangtin.content.campaign import Campaign
from trangtin.content.entry import Entry, Layout
from trangtin.content.news import News
from trangtin.content.options.settings import Settings
from trangtin.content.page import Page, PageHead
from trangtin.content.problem import Problem
from trangtin.content.unit import Unit
from trangtin.content.values.vocabulary import Level
from trangtin.portal.assignments import Assignment
from trangtin.portal.attachments import Attachments
from trangtin.portal.awards import GrantedAward
from trangtin.portal.lifecycle import CampaignState, Lifecycle
from trangtin.portal.linked_document import LinkedDocument, document_name
from trangtin.portal.menu import Menu
from trangtin.portal.promptness import Delivery
from trangtin.portal.succession import Turn
from trangtin.portal.timeline import Event, EventKind
from trangtin.portal.translations import LinkedTranslation


@dataclass(frozen=True)
class LinkedCampaign:
    """A public campaign with everything that belongs to it."""

    entry: Entry[Campaign]
    slug: str
    state: CampaignState
    documents: tuple[LinkedDocument, ...]
    """Newest first."""
    news: tuple[Entry[News], ...]
    """Newest first."""
    assignments: tuple[Assignment, ...]
    """Tasks of its documents, then registered works."""
    over_on: date | None
    """The day by whose names its sub-units are called; None: today (`work_over.py`)."""
    awards: tuple[GrantedAward, ...]
    """In the order of the register."""
    timeline: tuple[Event, ...]
    for_readers: Lifecycle
    """Where it stands without the drafts that a preview shows."""
    final_report: LinkedDocument | None
    stopped_on: date | None
    """The day on which it was called off, where it was."""

    @property
    def head(self) -> Campaign:
        """Its front matter."""
        return self.entry.head

    @property
    def path(self) -> str:
        """Its identity."""
        return self.entry.path

    def chain(self) -> tuple[tuple[Level, tuple[LinkedDocument, ...]], ...]:
        """What directs the campaign, by level from the top, oldest first; reports and awards are its outcome.

        So is what amends, corrects or recalls an outcome: it is read beside that, not as an order of its own.
        """
        in_order = sorted(self.documents, key=lambda document: document.issued)
        outcome = {d.path for d in in_order if d.head.is_outcome}
        while more := {d.path for d in in_order if d.path not in outcome and d.is_only_about(outcome)}:
            outcome |= more  # a correction may be corrected in its turn
        directing = [d for d in in_order if d.path not in outcome]
        levels = ((level, tuple(d for d in directing if d.level is level)) for level in Level)
        return tuple((level, documents) for level, documents in levels if documents)

    def next_event(self, today: date) -> Event | None:
        """The nearest event from today on that is not news; None where the campaign was called off."""
        if self.state is CampaignState.CALLED_OFF:
            return None
        coming = (event for event in self.timeline if event.day >= today and event.kind is not EventKind.NEWS)
        return next(coming, None)


@dataclass(frozen=True)
class LinkedUnit:
    """A public sub-unit with what concerns it."""

    entry: Entry[Unit]
    name: str
    """Its full name today; the last one where it is past."""
    present: str
    """Id of the public sub-unit that stands for it today; its own, unless it was merged."""
    is_past: bool
    """True once its last day is over."""
    turns: tuple[Turn, ...]
    """Itself and what took its place up to today, one after the other."""
    assignments: tuple[Assignment, ...]
    """What counts for it, here and on every other page: its own, and what it took over from others."""
    handed_over: tuple[Assignment, ...]
    """What was given to it and counts for whoever took it over."""
    of_merged: tuple[Assignment, ...]
    """What counts for sub-units whose place it takes today: done before they were merged."""
    documents: tuple[LinkedDocument, ...]
    """Issued by it under any of its names, newest first."""
    news: tuple[Entry[News], ...]
    campaigns: tuple[LinkedCampaign, ...]
    """It leads or takes part in."""
    awards: tuple[GrantedAward, ...]
    """Its own and those of its people, in the order of the register."""

    @property
    def id(self) -> str:
        """Name of its file."""
        return self.entry.stem


@dataclass(frozen=True)
class Portal:
    """The whole portal on one day."""

    settings: Settings
    layout: Layout
    today: date
    documents: tuple[LinkedDocument, ...]
    """Newest first."""
    campaigns: tuple[LinkedCampaign, ...]
    """Latest start first."""
    news: tuple[Entry[News], ...]
    """Newest first."""
    units: tuple[LinkedUnit, ...]
    """In the order of the Vietnamese alphabet."""
    pages: tuple[Entry[Page], ...]
    translations: tuple[LinkedTranslation, ...]
    """Pages in other languages, by tag and original."""
    awards: tuple[GrantedAward, ...]
    """Of all public decisions, in the order of the register."""
    deliveries: tuple[Delivery, ...]
    """Documents of other bodies that readers see, so without drafts: how promptly each went out."""
    attachments: Attachments
    problems: tuple[Problem, ...]
    """Of all files and of all of them together, in order."""
    menu: Menu
    """What of it is on the site."""
    accessibility: AccessibilityCheck | None
    """The last run of automatic checks that somebody wrote down; None where nobody did."""

    @cached_property
    def standing_campaigns(self) -> tuple[LinkedCampaign, ...]:
        """Those that were not taken back: what counts campaigns counts these."""
        return tuple(campaign for campaign in self.campaigns if not campaign.head.is_withdrawn)

    @cached_property
    def document_at(self) -> Mapping[str, LinkedDocument]:
        """Documents by path."""
        return {document.path: document for document in self.documents}

    @cached_property
    def textless(self) -> frozenset[str]:
        """Paths of documents whose page shows files alone: nobody typed their text."""
        return frozenset(document.path for document in self.documents if not document.entry.has_text)

    @cached_property
    def campaign_named(self) -> Mapping[str, LinkedCampaign]:
        """Campaigns by slug."""
        return {campaign.slug: campaign for campaign in self.campaigns}

    @cached_property
    def campaign_at(self) -> Mapping[str, LinkedCampaign]:
        """Campaigns by path."""
        return {campaign.path: campaign for campaign in self.campaigns}

    @cached_property
    def news_at(self) -> Mapping[str, Entry[News]]:
        """News by path."""
        return {entry.path: entry for entry in self.news}

    @cached_property
    def unit_at(self) -> Mapping[str, LinkedUnit]:
        """Sub-units by path."""
        return {unit.entry.path: unit for unit in self.units}

    @cached_property
    def unit_named(self) -> Mapping[str, LinkedUnit]:
        """Sub-units by id."""
        return {unit.id: unit for unit in self.units}

    @cached_property
    def assignments(self) -> tuple[Assignment, ...]:
        """Every task and work of what is public, in the order of campaigns, then of documents outside campaigns."""
        return tuple(assignments_of(self.campaigns, self.documents))

    @cached_property
    def shown_by(self) -> Mapping[str, tuple[Assignment, ...]]:
        """What each page is evidence for, by its path."""
        found: dict[str, list[Assignment]] = defaultdict(list)
        for item in self.assignments:
            for target in item.evidence:
                found[target].append(item)
        return {target: tuple(items) for target, items in found.items()}

    @cached_property
    def written(self) -> tuple[Entry[PageHead], ...]:
        """What editors wrote for every public page, translations aside."""
        return (
            *(document.entry for document in self.documents),
            *(campaign.entry for campaign in self.campaigns),
            *self.news,
            *(unit.entry for unit in self.units),
            *self.pages,
        )

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of every public page by path."""
        titles = {d.path: document_name(d.head) for d in self.documents}
        titles |= {c.path: c.head.title for c in self.campaigns}
        titles |= {n.path: n.head.title for n in self.news}
        titles |= {u.entry.path: u.name for u in self.units}
        titles |= {p.path: p.head.title or p.first_heading() or p.stem for p in self.pages}
        for each in self.translations:
            if (entry := each.entry) is not None:
                title = entry.head.title or entry.first_heading() or titles.get(each.original)
                titles[entry.path] = title or self.settings.unit.name
        return titles

    @cached_property
    def translated(self) -> Mapping[str, tuple[LinkedTranslation, ...]]:
        """The translations of each page, by its path."""
        found: dict[str, list[LinkedTranslation]] = defaultdict(list)
        for each in self.translations:
            found[each.original].append(each)
        return {original: tuple(several) for original, several in found.items()}


def assignments_of(campaigns: Iterable[LinkedCampaign], documents: Iterable[LinkedDocument]) -> Iterator[Assignment]:
    """Every task and work, each once: in the order of campaigns, then of documents outside campaigns."""
    for campaign in campaigns:
        yield from campaign.assignments
    for document in documents:
        if document.campaign is None:
            yield from document.tasks
