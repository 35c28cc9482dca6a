"""The library of documents: all, newest first, and cut down by type, issuer, year, level, area, campaign, force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trangtin.content.text import slug
from trangtin.content.values.quantity import number_text
from trangtin.content.values.vocabulary import Level
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.machine_readable.feed import CUTS_WITH_FEED
from trangtin.views.page import PageView, feed_link
from trangtin.views.parts.cuts import by_label, campaign_cut, on_day, term_cut, year_cut
from trangtin.views.parts.force import Force, force_counts, force_of
from trangtin.views.parts.link import Link
from trangtin.views.parts.listing import Cut, Facet, Pager, lists
from trangtin.views.parts.rows import DocumentRow, document_row
from trangtin.views.promptness import promptness_link


@dataclass(frozen=True, kw_only=True)
class LibraryView(PageView):
    """One page of a list of documents."""

    rows: tuple[DocumentRow, ...]
    counted: str
    """`125 văn bản`, or `Văn bản 31 - 60 trong 125` on a page of several."""
    forces: tuple[str, ...]
    """How many documents of the whole list are in force, no longer in force and so on."""
    facets: tuple[Facet, ...]
    pager: Pager
    is_whole: bool
    """Whether the list is not cut down."""
    promptness: Link | None
    """Link to how promptly documents of other bodies are published, where that is measured."""
    template: str = "library.html"


def library_views(portal: Portal) -> Iterator[tuple[str, LibraryView]]:
    """Every page of every list of documents, as (target, view)."""
    unit = portal.settings.unit.name
    promptness = promptness_link(portal)
    rows = {document.path: document_row(document) for document in portal.documents}  # each stands in eight lists
    for some in lists(portal.documents, targets.LIBRARY, targets.TITLES[targets.LIBRARY], library_cuts(portal)):
        forces = force_counts(some.items)
        about = f"{number_text(len(some.items))} văn bản, {unit}"
        if some.is_whole:
            about = f"của {unit} và của cấp trên, mới nhất trước"
        feed = feed_link(targets.TITLES[targets.LIBRARY], targets.LIBRARY)
        if some.cut in CUTS_WITH_FEED:
            feed = feed_link(some.title, some.target)
        for page in some.pages(portal.settings.page_size):
            yield (
                page.target,
                LibraryView(
                    title=page.title,
                    description=f"{page.title}: {about}",
                    crumbs=some.crumbs,
                    feed=feed,
                    rows=tuple(rows[document.path] for document in page.items),
                    counted=page.counted("văn bản", "Văn bản"),
                    forces=forces if len(forces) > 1 else (),
                    facets=page.facets,
                    pager=page.pager,
                    is_whole=some.is_whole,
                    promptness=promptness,
                ),
            )


def library_cuts(portal: Portal) -> tuple[Cut[LinkedDocument], ...]:
    """All ways to cut the library down, in the order in which they are offered."""
    return tuple(_cuts(portal))


def _cuts(portal: Portal) -> Iterator[Cut[LinkedDocument]]:
    def force(document: LinkedDocument) -> list[tuple[str, str]]:
        return [(force_of(document).value, force_of(document).label)]

    ranks = {level.value: level.rank for level in Level}
    forces = [force.value for force in Force]
    about = "Văn bản: {}"
    kind, issuer = CUTS_WITH_FEED["type"], CUTS_WITH_FEED["issuer"]
    yield Cut("type", "Loại văn bản", about, lambda d: [kind(d)], by_label)
    yield year_cut("Văn bản năm {}", lambda document: [document.year])
    yield Cut("issuer", "Cơ quan ban hành", about, lambda d: [issuer(d)], by_label)
    yield Cut("level", "Cấp ban hành", about, lambda d: [(d.level.value, d.level.label)], lambda pair: ranks[pair[0]])
    yield Cut("area", "Lĩnh vực", "Văn bản về: {}", areas_of, by_label)
    yield campaign_cut(portal, about, lambda document: document.campaign, by_label)
    yield Cut("validity", "Hiệu lực", about, force, lambda pair: forces.index(pair[0]))
    yield term_cut(portal, about, lambda document: on_day(document.head.date))


def areas_of(document: LinkedDocument) -> list[tuple[str, str]]:
    """Areas of work as (name in addresses, label). Spellings that differ only in accents or case are one area."""
    areas = () if document.head.is_withdrawn else document.head.areas
    return [(slug(area), area) for area in areas if slug(area)]
