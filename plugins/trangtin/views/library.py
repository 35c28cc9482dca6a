"""The library of documents: all, newest first, and cut down by type, issuer, year, level, campaign."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from trangtin.content.collation import collation_key
from trangtin.portal.model import LinkedDocument, Portal
from trangtin.portal.slugs import issuer_slug
from trangtin.views import targets
from trangtin.views.link import Link
from trangtin.views.listing import Facet, FacetLink, Pager, grouped, slices
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


@dataclass(frozen=True, slots=True)
class _Cut:
    """One facet: its name in targets, its label, and how a document answers it as (value, label)."""

    name: str
    label: str
    answer: Callable[[LinkedDocument, Portal], tuple[str, str] | None]
    newest_first: bool = False


_CUTS = (
    _Cut("type", "Loại văn bản", lambda d, _: (d.head.type.slug, d.head.type.name)),
    _Cut("year", "Năm", lambda d, _: (str(d.year), str(d.year)), newest_first=True),
    _Cut("issuer", "Cơ quan ban hành", lambda d, _: (issuer_slug(d.issuer), d.issuer)),
    _Cut("level", "Cấp ban hành", lambda d, _: (d.level.value, d.level.label)),
    _Cut(
        "campaign",
        "Phong trào",
        lambda d, p: (d.campaign, p.campaign_named[d.campaign].head.title) if d.campaign else None,
    ),
)


def library_views(portal: Portal) -> Iterator[tuple[str, LibraryView]]:
    """Every page of every list of documents, as (target, view)."""
    facets, groups = _facets(portal)
    yield from _pages(
        portal,
        portal.documents,
        targets.LIBRARY,
        "Văn bản",
        f"Văn bản của {portal.settings.unit.name} và của cấp trên, mới nhất trước",
        facets,
        (home_link(),),
    )
    crumbs = (home_link(), Link("Văn bản", targets.LIBRARY))
    for cut in _CUTS:
        for value, (label, documents) in groups[cut.name].items():
            target = targets.filtered(targets.LIBRARY, cut.name, value)
            title = f"Văn bản năm {label}" if cut.name == "year" else f"Văn bản: {label}"
            yield from _pages(
                portal,
                documents,
                target,
                title,
                f"{title}, {len(documents)} văn bản, {portal.settings.unit.name}",
                facets,
                crumbs,
            )


def _facets(portal: Portal) -> tuple[tuple[Facet, ...], dict[str, dict[str, tuple[str, list[LinkedDocument]]]]]:
    facets: list[Facet] = []
    groups: dict[str, dict[str, tuple[str, list[LinkedDocument]]]] = {}
    for cut in _CUTS:
        labels: dict[str, str] = {}
        for document in portal.documents:
            if (answer := cut.answer(document, portal)) is not None:
                labels.setdefault(*answer)
        found = grouped(portal.documents, _values(cut, portal))
        order = (
            sorted(found, reverse=True) if cut.newest_first else sorted(found, key=lambda v: collation_key(labels[v]))
        )
        if cut.name == "level":
            order = list(dict.fromkeys(d.level.value for d in sorted(portal.documents, key=lambda d: d.level.rank)))
        groups[cut.name] = {value: (labels[value], found[value]) for value in order}
        facets.append(
            Facet(
                cut.label,
                tuple(
                    FacetLink(
                        Link(labels[value], targets.filtered(targets.LIBRARY, cut.name, value)), len(found[value])
                    )
                    for value in order
                ),
            )
        )
    return tuple(facet for facet in facets if facet.values), groups


def _values(cut: _Cut, portal: Portal) -> Callable[[LinkedDocument], Iterable[str]]:
    def values(document: LinkedDocument) -> Iterable[str]:
        answer = cut.answer(document, portal)
        return () if answer is None else (answer[0],)

    return values


def _pages(
    portal: Portal,
    documents: Iterable[LinkedDocument],
    target: str,
    title: str,
    description: str,
    facets: tuple[Facet, ...],
    crumbs: tuple[Link, ...],
) -> Iterator[tuple[str, LibraryView]]:
    marked = tuple(
        Facet(facet.label, tuple(replace(value, is_current=value.link.target == target) for value in facet.values))
        for facet in facets
    )
    for part in slices(tuple(documents), target, portal.settings.page_size):
        numbered = f" (trang {part.pager.page})" if part.pager.page > 1 else ""
        yield (
            part.target,
            LibraryView(
                title=title + numbered,
                description=description + numbered,
                crumbs=crumbs,
                rows=tuple(document_row(document) for document in part.items),
                total=part.total,
                facets=marked,
                pager=part.pager,
            ),
        )
