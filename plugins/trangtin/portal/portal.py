"""The linked portal: the one place where catalogue, relations, campaigns and checks come together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.problem import Problem, in_order
from trangtin.portal.assignments import Assignment, Assignments
from trangtin.portal.awards import AwardLinker, in_register_order
from trangtin.portal.catalogue import Catalogue, campaign_slug
from trangtin.portal.checks import check_all
from trangtin.portal.detached import signed_files
from trangtin.portal.entry_memory import EntryMemory
from trangtin.portal.lifecycle import lifecycle_of
from trangtin.portal.link_memory import LinkMemory
from trangtin.portal.linked_document import LinkedDocument, OfferedFile
from trangtin.portal.menu import menu_on_site
from trangtin.portal.model import LinkedCampaign, Portal
from trangtin.portal.promptness import deliveries
from trangtin.portal.resolved import Resolved, resolve
from trangtin.portal.timeline import Event, timeline_of
from trangtin.portal.translations import link_translations
from trangtin.portal.units import link_units
from trangtin.portal.work_over import campaign_over_on, work_over_on


def build_portal(catalogue: Catalogue, links: LinkMemory | None = None) -> Portal:
    """Link everything that is public on the catalogue's day, and check everything, public or not.

    `links` is what a preview remembers of the last time.
    """
    links = links or LinkMemory()
    reading, known = catalogue.reading, resolve(catalogue)
    assignments = Assignments(known, links.assignments)
    documents = tuple(sorted(_documents(known, assignments), key=lambda document: document.issued, reverse=True))
    register = in_register_order(granted for document in documents for granted in document.awards)
    news = tuple(
        sorted(
            (known.statements.with_campaign(entry) for entry in reading.news if catalogue.is_public(entry.path)),
            key=lambda entry: (-entry.head.date.toordinal(), entry.path),
        )
    )
    campaigns = _campaigns(known, documents, news, assignments, links.timelines)
    return Portal(
        settings=catalogue.settings,
        layout=reading.layout,
        today=catalogue.today,
        documents=documents,
        campaigns=campaigns,
        news=news,
        units=link_units(catalogue, documents, news, campaigns, register),
        pages=tuple(entry for entry in reading.pages if catalogue.is_public(entry.path)),
        translations=link_translations(catalogue),
        awards=register,
        deliveries=tuple(each for each in deliveries(catalogue) if each.is_public),
        attachments=known.attachments,
        menu=menu_on_site(catalogue, known.attachments),
        problems=_problems(resolve(_with_salvaged(catalogue)) if reading.salvaged else known),
        accessibility=reading.accessibility,
    )


def check_catalogue(catalogue: Catalogue) -> tuple[Problem, ...]:
    """The problems of `build_portal` alone, without the linked portal."""
    return _problems(resolve(_with_salvaged(catalogue)))


def _problems(known: Resolved) -> tuple[Problem, ...]:
    return in_order((*known.catalogue.reading.problems, *check_all(known)))


def _with_salvaged(catalogue: Catalogue) -> Catalogue:
    """All that can be checked: heads with faults too, which the portal does not show."""
    return replace(catalogue, reading=catalogue.reading.with_salvaged()) if catalogue.reading.salvaged else catalogue


def _documents(known: Resolved, assignments: Assignments) -> Iterator[LinkedDocument]:
    catalogue, bearings = known.catalogue, known.bearings
    awards = AwardLinker(catalogue, known.references)
    for entry in catalogue.reading.documents:
        year = catalogue.year_of(entry)
        if year is None or not catalogue.is_public(entry.path):
            continue
        campaign = catalogue.public_campaign(catalogue.campaign_of(entry))
        validity = bearings.validity_of(entry.path)
        tasks = () if entry.head.is_withdrawn else assignments.of_document(entry)
        yield LinkedDocument(
            entry=entry,
            year=year,
            slug=known.slugs[entry.path],
            issuer=(issuer := catalogue.issuing.issuer_of(entry.head)),
            issued_by=catalogue.issuers.of(issuer),
            level=catalogue.issuing.level_of(entry.head),
            is_own=catalogue.issuing.is_own(entry.head),
            unit=catalogue.public_unit(catalogue.issuing.sub_unit_of(entry.head)),
            campaign=campaign,
            validity=validity,
            bearings=bearings.on(entry.path),
            bases=tuple(
                basis if basis.target is None or catalogue.is_public(basis.target) else replace(basis, target=None)
                for basis in known.relations.bases_of(entry.path)
            ),
            cited_by=tuple(path for path in known.relations.citing(entry.path) if catalogue.is_public(path)),
            files=tuple(_files(catalogue, entry)),
            tasks=tasks,
            over_on=work_over_on(tasks, entry.head.date),
            awards=tuple(awards.awards_of(entry, year, campaign, validity)),
        )


def _files(catalogue: Catalogue, entry: Entry[Document]) -> Iterator[OfferedFile]:
    lying = catalogue.reading.attachments
    offered = [(path, declared) for declared, path in catalogue.declared_by(entry) if path and path in lying]
    paths = [path for path, _ in offered]
    signed = dict(signed_files(paths, lying))
    for path, declared in offered:
        reports = (catalogue.facts.get(signature) for signature, of in signed.items() if of == path)
        signs = signed.get(path, "")
        yield OfferedFile(
            path,
            declared,
            catalogue.facts.get(path),
            tuple(report for report in reports if report is not None),
            signs,
            is_alone=bool(signs) and signs not in paths,
        )


def _campaigns(
    known: Resolved,
    documents: Iterable[LinkedDocument],
    news: Iterable[Entry[News]],
    assigned: Assignments,
    timelines: EntryMemory[tuple[Event, ...]],
) -> tuple[LinkedCampaign, ...]:
    documents_of: dict[str, list[LinkedDocument]] = defaultdict(list)
    news_of: dict[str, list[Entry[News]]] = defaultdict(list)
    for document in documents:
        if document.campaign is not None:
            documents_of[document.campaign].append(document)
    for item in news:
        if item.head.campaign is not None:
            news_of[item.head.campaign].append(item)
    found = (
        _campaign(known, entry, tuple(documents_of[slug]), tuple(news_of[slug]), assigned, timelines)
        for slug, entry in known.catalogue.campaigns.items()
        if known.catalogue.is_public(entry.path)
    )
    return tuple(sorted(found, key=lambda campaign: (-campaign.head.start.toordinal(), campaign.slug)))


def _campaign(
    known: Resolved,
    entry: Entry[Campaign],
    documents: tuple[LinkedDocument, ...],
    news: tuple[Entry[News], ...],
    assigned: Assignments,
    timelines: EntryMemory[tuple[Event, ...]],
) -> LinkedCampaign:
    """One public campaign with its documents and news, newest first.

    One that was withdrawn keeps its documents, which stand by themselves, and says nothing of its own any more.
    """
    slug, gone, readers = campaign_slug(entry), entry.head.is_withdrawn, known.for_readers
    in_order = sorted(documents, key=lambda document: document.issued)
    tasks = tuple(task for document in in_order for task in document.tasks)
    assignments = tasks if gone else (*tasks, *assigned.of_campaign(entry, slug))
    shown = [document for document in documents if not document.head.is_withdrawn]
    shown_news = tuple(item for item in news if not item.head.is_withdrawn)
    papers = [document.entry for document in shown]
    life = lifecycle_of(known.catalogue, known.bearings, entry.head, papers)
    return LinkedCampaign(
        entry=entry,
        slug=slug,
        state=life.state,
        documents=documents,
        news=news,
        assignments=assignments,
        over_on=campaign_over_on(entry.head, life.state, assignments),
        awards=in_register_order(granted for document in documents for granted in document.awards),
        timeline=() if gone else _timeline(entry, shown, shown_news, assignments, life.stopped_on, timelines),
        for_readers=life if readers is known else lifecycle_of(readers.catalogue, readers.bearings, entry.head, papers),
        final_report=next((each for each in shown if each.entry is life.report), None),
        stopped_on=life.stopped_on,
    )


def _timeline(
    entry: Entry[Campaign],
    documents: Iterable[LinkedDocument],
    news: tuple[Entry[News], ...],
    assignments: tuple[Assignment, ...],
    stopped_on: date | None,
    timelines: EntryMemory[tuple[Event, ...]],
) -> tuple[Event, ...]:
    """The timeline of a campaign; that of the last edit where nothing it tells of was edited."""
    entries = tuple(document.entry for document in documents)
    superseded = frozenset(document.path for document in documents if document.validity.is_superseded)
    around = entries, news, assignments, superseded, stopped_on
    known = timelines.get(entry, around)
    if known is not None:
        return known
    return timelines.put(entry, around, timeline_of(entry, *around))
