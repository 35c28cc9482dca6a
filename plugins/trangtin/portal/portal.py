"""The one place where catalogue, relations, campaigns and checks are put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.options.settings import Settings
from trangtin.content.problem import Problem, in_order
from trangtin.content.reading.reader import Reading
from trangtin.portal.assignments import Assignment, Assignments
from trangtin.portal.attachments import sort_attachments
from trangtin.portal.awards import AwardLinker, in_register_order
from trangtin.portal.bearings import Bearings
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.checks import check_all
from trangtin.portal.detached import signed_files
from trangtin.portal.entry_memory import EntryMemory
from trangtin.portal.findings import Findings
from trangtin.portal.lifecycle import lifecycle_of
from trangtin.portal.link_memory import LinkMemory
from trangtin.portal.linked_document import LinkedDocument, OfferedFile
from trangtin.portal.model import LinkedCampaign, Portal
from trangtin.portal.named_files import NamedFiles
from trangtin.portal.naming import campaign_over_on, work_over_on
from trangtin.portal.open_work import OpenWork
from trangtin.portal.promptness import deliveries
from trangtin.portal.references import References
from trangtin.portal.relations import Relations
from trangtin.portal.slugs import document_slugs
from trangtin.portal.statements import Statements
from trangtin.portal.timeline import Event, timeline_of
from trangtin.portal.translations import link_translations
from trangtin.portal.units import link_units
from trangtin.signing.report import FileReport


def build_portal(
    reading: Reading,
    settings: Settings,
    today: date,
    facts: Mapping[str, FileReport] | None = None,
    *,
    linked: Mapping[str, str] | None = None,
    findings: Findings | None = None,
    named_files: NamedFiles | None = None,
    links: LinkMemory | None = None,
    with_drafts: bool = False,
) -> Portal:
    """Link everything that is public on `today` and check everything, public or not."""
    links = links or LinkMemory()
    catalogue = Catalogue(
        reading,
        settings,
        today,
        facts or {},
        linked or {},
        findings=findings or Findings(),
        named_files=named_files or NamedFiles(),
        with_drafts=with_drafts,
    )
    references = References(catalogue)
    relations = Relations(catalogue, references)
    statements = Statements(catalogue, references)
    slugs = document_slugs(catalogue)
    attachments = sort_attachments(catalogue)
    bearings = Bearings(catalogue, relations)
    open_work = OpenWork(catalogue, attachments, statements, bearings)
    assignments = Assignments(catalogue, open_work, links.assignments)
    awards = AwardLinker(catalogue, references)
    documents = tuple(
        sorted(
            _documents(catalogue, relations, bearings, slugs, assignments, awards),
            key=lambda document: document.issued,
            reverse=True,
        )
    )
    register = in_register_order(granted for document in documents for granted in document.awards)
    news = tuple(
        sorted(
            (statements.with_campaign(entry) for entry in reading.news if catalogue.is_public(entry.path)),
            key=lambda entry: (-entry.head.date.toordinal(), entry.path),
        )
    )
    campaigns = _campaigns(catalogue, bearings, documents, news, assignments, links.timelines)
    return Portal(
        settings=settings,
        layout=reading.layout,
        today=today,
        documents=documents,
        campaigns=campaigns,
        news=news,
        units=link_units(catalogue, documents, news, campaigns, register),
        pages=tuple(entry for entry in reading.pages if catalogue.is_public(entry.path)),
        translations=link_translations(catalogue),
        awards=register,
        deliveries=tuple(each for each in deliveries(catalogue) if each.is_public),
        attachments=attachments,
        problems=in_order(
            (
                *reading.problems,
                *check_all(catalogue, references, relations, bearings, statements, slugs, attachments, open_work),
            )
        ),
    )


def check_reading(
    reading: Reading,
    settings: Settings,
    today: date,
    facts: Mapping[str, FileReport],
    *,
    linked: Mapping[str, str] | None = None,
    findings: Findings | None = None,
    named_files: NamedFiles | None = None,
    looked_at: Callable[[str], bool] = lambda _: True,
) -> tuple[Problem, ...]:
    """The problems alone, without the linked portal; of entries that are not `looked_at` only what concerns others."""
    catalogue = Catalogue(
        reading, settings, today, facts, linked or {}, looked_at, findings or Findings(), named_files or NamedFiles()
    )
    references = References(catalogue)
    relations, statements = Relations(catalogue, references), Statements(catalogue, references)
    slugs, attachments = document_slugs(catalogue), sort_attachments(catalogue)
    bearings = Bearings(catalogue, relations)
    open_work = OpenWork(catalogue, attachments, statements, bearings)
    found = check_all(catalogue, references, relations, bearings, statements, slugs, attachments, open_work)
    return in_order((*reading.problems, *found))


def _documents(
    catalogue: Catalogue,
    relations: Relations,
    bearings: Bearings,
    slugs: Mapping[str, str],
    assignments: Assignments,
    awards: AwardLinker,
) -> Iterator[LinkedDocument]:
    for entry in catalogue.reading.documents:
        year = catalogue.year_of(entry)
        if year is None or not catalogue.is_public(entry.path):
            continue
        slug = catalogue.campaign_of(entry)
        campaign = catalogue.campaigns.get(slug or "")
        public_slug = slug if campaign is not None and catalogue.is_public(campaign.path) else None
        validity = bearings.validity_of(entry.path)
        tasks = () if entry.head.is_withdrawn else assignments.of_document(entry)
        yield LinkedDocument(
            entry=entry,
            year=year,
            slug=slugs[entry.path],
            issuer=(issuer := catalogue.issuer_of(entry.head)),
            issued_by=catalogue.issuers.of(issuer),
            level=catalogue.level_of(entry.head),
            is_own=catalogue.is_own(entry.head),
            unit=catalogue.issuing_unit(entry.head),
            campaign=public_slug,
            validity=validity,
            bearings=bearings.on(entry.path),
            bases=tuple(
                basis if basis.target is None or catalogue.is_public(basis.target) else replace(basis, target=None)
                for basis in relations.bases_of(entry.path)
            ),
            cited_by=tuple(path for path in relations.citing(entry.path) if catalogue.is_public(path)),
            files=tuple(_files(catalogue, entry)),
            tasks=tasks,
            over_on=work_over_on(tasks, entry.head.date),
            awards=tuple(awards.awards_of(entry, year, public_slug, validity)),
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
    catalogue: Catalogue,
    bearings: Bearings,
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
    found: list[LinkedCampaign] = []
    for slug, entry in catalogue.campaigns.items():
        if not catalogue.is_public(entry.path):
            continue
        own = tuple(documents_of[slug])
        # A withdrawn campaign keeps its documents, which stand by themselves, and says nothing of its own any more.
        gone = entry.head.is_withdrawn
        in_order = sorted(own, key=lambda document: document.issued)
        tasks = tuple(task for document in in_order for task in document.tasks)
        assignments = tasks if gone else (*tasks, *assigned.of_campaign(entry, slug))
        shown = [document for document in own if not document.head.is_withdrawn]
        life = lifecycle_of(catalogue, bearings, entry.head, [each.entry for each in shown])
        found.append(
            LinkedCampaign(
                entry=entry,
                slug=slug,
                state=life.state,
                documents=own,
                news=tuple(news_of[slug]),
                assignments=assignments,
                over_on=campaign_over_on(entry.head, life.state, assignments),
                awards=in_register_order(granted for document in own for granted in document.awards),
                timeline=()
                if gone
                else _timeline(
                    entry,
                    shown,
                    tuple(item for item in news_of[slug] if not item.head.is_withdrawn),
                    assignments,
                    timelines,
                ),
                final_report=next((each for each in shown if each.entry is life.report), None),
            )
        )
    return tuple(sorted(found, key=lambda campaign: (-campaign.head.start.toordinal(), campaign.slug)))


def _timeline(
    entry: Entry[Campaign],
    documents: Iterable[LinkedDocument],
    news: tuple[Entry[News], ...],
    assignments: tuple[Assignment, ...],
    timelines: EntryMemory[tuple[Event, ...]],
) -> tuple[Event, ...]:
    """As after the last edit, where nothing that happens in the campaign was edited."""
    entries = tuple(document.entry for document in documents)
    superseded = frozenset(document.path for document in documents if document.validity.is_superseded)
    around = entries, news, assignments, superseded
    known = timelines.get("timeline", entry, around)
    if known is not None:
        return known
    return timelines.put("timeline", entry, around, timeline_of(entry, *around))
