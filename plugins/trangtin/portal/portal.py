"""The one place where catalogue, relations, campaigns and checks are put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from trangtin.content.collation import collation_key
from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.problem import Problem, in_order
from trangtin.content.reader import Reading
from trangtin.content.settings import Settings
from trangtin.content.vocabulary import Level
from trangtin.portal.assignments import Assignment, tasks_of, works_of
from trangtin.portal.attachments import Attachments, sort_attachments
from trangtin.portal.catalogue import Catalogue, issuer_key
from trangtin.portal.checks import check_all
from trangtin.portal.lifecycle import is_final_report, state_on
from trangtin.portal.model import (
    Bearing,
    GrantedAward,
    LinkedCampaign,
    LinkedDocument,
    LinkedUnit,
    OfferedFile,
    Portal,
)
from trangtin.portal.references import References
from trangtin.portal.relations import RelationKind, Relations
from trangtin.portal.slugs import document_slugs
from trangtin.portal.timeline import timeline_of
from trangtin.portal.validity import Ending, validity_on
from trangtin.proofreading.clean_texts import CleanTexts
from trangtin.signing.report import FileReport


def build_portal(
    reading: Reading,
    settings: Settings,
    today: date,
    facts: Mapping[str, FileReport] | None = None,
    *,
    linked: frozenset[str] = frozenset(),
    clean: CleanTexts | None = None,
    with_drafts: bool = False,
) -> Portal:
    """Link everything that is public on `today` and check everything, public or not."""
    catalogue = Catalogue(
        reading, settings, today, facts or {}, linked, clean=clean or CleanTexts(), with_drafts=with_drafts
    )
    relations = Relations(catalogue, References(catalogue))
    slugs = document_slugs(catalogue)
    attachments = sort_attachments(catalogue)
    documents = tuple(
        sorted(_documents(catalogue, relations, slugs, attachments), key=lambda document: document.newest_first)
    )
    news = tuple(
        sorted(
            (entry for entry in reading.news if catalogue.is_public(entry.path)),
            key=lambda entry: (-entry.head.date.toordinal(), entry.path),
        )
    )
    campaigns = _campaigns(catalogue, documents, news, attachments)
    return Portal(
        settings=settings,
        layout=reading.layout,
        today=today,
        documents=documents,
        campaigns=campaigns,
        news=news,
        units=_units(catalogue, documents, news, campaigns),
        pages=tuple(entry for entry in reading.pages if catalogue.is_public(entry.path)),
        attachments=attachments,
        problems=in_order((*reading.problems, *check_all(catalogue, relations, slugs, attachments))),
    )


def check_reading(
    reading: Reading,
    settings: Settings,
    today: date,
    facts: Mapping[str, FileReport],
    *,
    linked: frozenset[str] = frozenset(),
    clean: CleanTexts | None = None,
    looked_at: Callable[[str], bool] = lambda _: True,
) -> tuple[Problem, ...]:
    """The problems alone, without the linked portal; of entries that are not `looked_at` only what concerns others."""
    catalogue = Catalogue(reading, settings, today, facts, linked, looked_at, clean or CleanTexts())
    relations = Relations(catalogue, References(catalogue))
    found = check_all(catalogue, relations, document_slugs(catalogue), sort_attachments(catalogue))
    return in_order((*reading.problems, *found))


def _documents(
    catalogue: Catalogue, relations: Relations, slugs: Mapping[str, str], attachments: Attachments
) -> Iterator[LinkedDocument]:
    for entry in catalogue.reading.documents:
        year = catalogue.year_of(entry)
        if year is None or not catalogue.is_public(entry.path):
            continue
        slug = catalogue.campaign_of(entry)
        campaign = catalogue.campaigns.get(slug or "")
        bearings = tuple(_bearings(catalogue, relations, entry.path))
        validity = validity_on(catalogue.today, entry.head, _endings(bearings))
        yield LinkedDocument(
            entry=entry,
            year=year,
            slug=slugs[entry.path],
            issuer=catalogue.issuer_of(entry.head),
            level=catalogue.level_of(entry.head),
            campaign=slug if campaign is not None and catalogue.is_public(campaign.path) else None,
            validity=validity,
            bearings=bearings,
            bases=tuple(
                basis if basis.target is None or catalogue.is_public(basis.target) else replace(basis, target=None)
                for basis in relations.bases_of(entry.path)
            ),
            cited_by=tuple(path for path in relations.citing(entry.path) if catalogue.is_public(path)),
            files=tuple(_files(catalogue, entry)),
            tasks=() if entry.head.is_withdrawn else tasks_of(catalogue, entry, attachments, validity),
        )


def _bearings(catalogue: Catalogue, relations: Relations, path: str) -> Iterator[Bearing]:
    """A withdrawn document bears on nothing, seen from either end."""
    if not catalogue.documents[path].head.is_withdrawn:
        for relation in relations.declared_by(path):
            if relation.target is None or catalogue.is_public(relation.target):
                yield Bearing(relation.kind, True, relation.target, relation.text)
    for relation in relations.pointing_at(path):
        later = catalogue.documents[relation.source].head
        if catalogue.is_public(relation.source) and not later.is_withdrawn:
            yield Bearing(relation.kind, False, relation.source, relation.text, later.effective or later.date)


def _endings(bearings: Iterable[Bearing]) -> Iterator[Ending]:
    for bearing in bearings:
        if bearing.kind in {RelationKind.REPLACES, RelationKind.RECALLS} and not bearing.is_forward:
            yield Ending(bearing.since, bearing.kind is RelationKind.RECALLS)


def _files(catalogue: Catalogue, entry: Entry[Document]) -> Iterator[OfferedFile]:
    for declared in entry.head.files:
        path = catalogue.reading.layout.resolve(entry.path, declared.path)
        if path is not None and path in catalogue.reading.attachments:
            yield OfferedFile(path, declared, catalogue.facts.get(path))


def _campaigns(
    catalogue: Catalogue,
    documents: Iterable[LinkedDocument],
    news: Iterable[Entry[News]],
    attachments: Attachments,
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
        in_order = sorted(own, key=lambda document: document.oldest_first)
        tasks = tuple(task for document in in_order for task in document.tasks)
        assignments = tasks if gone else (*tasks, *works_of(catalogue, entry, slug, attachments))
        shown = [document for document in own if not document.head.is_withdrawn]
        issued = [document for document in shown if document.level is Level.UNIT]
        reports = [document for document in issued if is_final_report(document.head, entry.head)]
        found.append(
            LinkedCampaign(
                entry=entry,
                slug=slug,
                state=state_on(catalogue.today, entry.head, (document.head for document in issued)),
                documents=own,
                news=tuple(news_of[slug]),
                assignments=assignments,
                awards=tuple(
                    GrantedAward(award, document.path, document.head.date)
                    for document in shown
                    for award in document.head.awards
                ),
                timeline=()
                if gone
                else timeline_of(
                    entry,
                    (document.entry for document in shown),
                    (item for item in news_of[slug] if not item.head.is_withdrawn),
                    assignments,
                ),
                final_report=reports[0] if reports else None,
            )
        )
    return tuple(sorted(found, key=lambda campaign: (-campaign.head.start.toordinal(), campaign.slug)))


def _units(
    catalogue: Catalogue,
    documents: Iterable[LinkedDocument],
    news: Iterable[Entry[News]],
    campaigns: Iterable[LinkedCampaign],
) -> tuple[LinkedUnit, ...]:
    assignments: dict[str, list[Assignment]] = defaultdict(list)
    for campaign in campaigns:
        for item in campaign.assignments:
            assignments[item.unit].append(item)
    by_issuer: dict[str, list[LinkedDocument]] = defaultdict(list)
    for document in documents:
        by_issuer[issuer_key(document.issuer)].append(document)
        if document.campaign is None:
            for item in document.tasks:
                assignments[item.unit].append(item)
    units = (
        LinkedUnit(
            entry=entry,
            assignments=tuple(assignments[unit]),
            documents=tuple(by_issuer[issuer_key(entry.head.unit.name)]),
            news=tuple(item for item in news if item.head.unit == unit),
            campaigns=tuple(c for c in campaigns if unit == c.head.lead or unit in c.head.units),
        )
        for unit, entry in catalogue.units.items()
        if catalogue.is_public(entry.path)
    )
    return tuple(sorted(units, key=lambda unit: collation_key(unit.name)))
