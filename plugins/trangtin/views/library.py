"""The library of documents: all, newest first, and cut down by type, issuer, year, level, campaign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trangtin.content.collation import CollationKey, collation_key
from trangtin.content.vocabulary import Level
from trangtin.portal.model import LinkedDocument, Portal
from trangtin.portal.slugs import issuer_slug
from trangtin.views import targets
from trangtin.views.link import Link
from trangtin.views.listing import Cut, Facet, Pager, list_pages
from trangtin.views.page import PageView, home_link
from trangtin.views.rows import DocumentRow, document_row


@dataclass(frozen=True, kw_only=True)
class LibraryView(PageView):
    """One page of a list of documents."""

    rows: tuple[DocumentRow, ...]
    total: int
    facets: tuple[Facet, ...]
    pager: Pager
    template: str = "library.html"


def library_views(portal: Portal) -> Iterator[tuple[str, LibraryView]]:
    """Every page of every list of documents, as (target, view)."""
    unit = portal.settings.unit.name
    for page in list_pages(
        portal.documents, targets.LIBRARY, "Văn bản", tuple(_cuts(portal)), portal.settings.page_size
    ):
        about = f"của {unit} và của cấp trên, mới nhất trước" if page.is_whole else f"{page.total} văn bản, {unit}"
        yield (
            page.target,
            LibraryView(
                title=page.title,
                description=f"{page.title}: {about}",
                crumbs=(home_link(),) if page.is_whole else (home_link(), Link("Văn bản", targets.LIBRARY)),
                rows=tuple(document_row(document) for document in page.items),
                total=page.total,
                facets=page.facets,
                pager=page.pager,
            ),
        )


def _cuts(portal: Portal) -> Iterator[Cut[LinkedDocument]]:
    def by_label(pair: tuple[str, str]) -> CollationKey:
        return collation_key(pair[1])

    def campaign(document: LinkedDocument) -> Iterator[tuple[str, str]]:
        if document.campaign is not None:
            yield document.campaign, portal.campaign_named[document.campaign].head.title

    ranks = {level.value: level.rank for level in Level}
    about = "Văn bản: {}"
    yield Cut("type", "Loại văn bản", about, lambda d: [(d.head.type.slug, d.head.type.name)], by_label)
    yield Cut("year", "Năm", "Văn bản năm {}", lambda d: [(str(d.year), str(d.year))], lambda pair: -int(pair[0]))
    yield Cut("issuer", "Cơ quan ban hành", about, lambda d: [(issuer_slug(d.issuer), d.issuer)], by_label)
    yield Cut("level", "Cấp ban hành", about, lambda d: [(d.level.value, d.level.label)], lambda pair: ranks[pair[0]])
    yield Cut("campaign", "Phong trào", about, campaign, by_label)
