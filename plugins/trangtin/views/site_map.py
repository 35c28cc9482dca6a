"""The site map for people: the menu's tree, every section and list; documents and news through their years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trangtin.content.translation import section_of
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.page import PageView, home_link
from trangtin.views.parts.award_rows import awards_link
from trangtin.views.parts.branches import Branch, menu_branches, menu_target
from trangtin.views.parts.link import Link, section_link
from trangtin.views.parts.rows import campaign_link
from trangtin.views.translated import target_of, translated_views


@dataclass(frozen=True, kw_only=True)
class SiteMapView(PageView):
    """The tree of the menu, then what stands outside it."""

    sections: tuple[Branch, ...]
    template: str = "site-map.html"


def site_map_view(portal: Portal) -> SiteMapView:
    """The view of the site map."""
    lists = _lists(portal)
    menu = tuple(_with_lists(branch, lists) for branch in menu_branches(portal))
    named = {menu_target(path, portal) for path in portal.menu.names}
    plain = (page.path for page in portal.pages if section_of(page.path, portal.layout) is None)
    alone = tuple(branch for branch in menu if not branch.below and branch.link.target not in lists)
    services = tuple(Branch(section_link(target)) for target in _SERVICES if target not in named)
    sections = (
        Branch(Link("Trang chung"), (*alone, *services)),
        *(branch for branch in menu if branch not in alone),
        *(section for target, section in lists.items() if target not in named),
        Branch(
            Link("Trang khác"), tuple(Branch(Link(portal.titles[path], path)) for path in plain if path not in named)
        ),
        Branch(Link("Ngôn ngữ khác"), tuple(_other_languages(portal))),
    )
    return SiteMapView(
        title=targets.TITLES[targets.SITE_MAP],
        description=f"Sơ đồ Trang thông tin điện tử {portal.settings.unit.name}",
        crumbs=(home_link(),),
        sections=tuple(branch for branch in sections if branch.below or branch.link.target),
    )


_SERVICES = (
    targets.HOME,
    targets.SEARCH,
    targets.CONTACT,
    targets.FILE_CHECK,
    targets.DISCLOSURE,
    targets.FEEDBACK,
    targets.ACCESSIBILITY,
)
"""Pages that every portal has, in the menu or not."""


def _lists(portal: Portal) -> dict[str, Branch]:
    """The sections that have lists, each with the pages below it."""
    years = sorted({document.year for document in portal.documents}, reverse=True)
    news_years = sorted({entry.head.date.year for entry in portal.news}, reverse=True)
    award_years = sorted({granted.year for granted in portal.awards}, reverse=True)
    types = dict.fromkeys((document.head.type.slug, document.head.type.name) for document in portal.documents)
    return dict(
        (
            _section(
                targets.CAMPAIGNS,
                Link("So sánh các phong trào", targets.COMPARISON),
                *map(campaign_link, portal.campaigns),
                Link("Lưu trữ theo nhiệm kỳ, năm", targets.ARCHIVE),
                *(Link(t.name, targets.filtered(targets.ARCHIVE, "term", t.slug)) for t in portal.settings.terms),
            ),
            _section(
                targets.AWARDS,
                *(awards_link(f"Khen thưởng năm {y}", "year", str(y)) for y in award_years),
            ),
            _section(
                targets.LIBRARY,
                section_link(targets.PROMPTNESS),
                *(Link(f"Văn bản năm {y}", targets.filtered(targets.LIBRARY, "year", str(y))) for y in years),
                *(Link(name, targets.filtered(targets.LIBRARY, "type", value)) for value, name in types),
            ),
            _section(
                targets.NEWS,
                *(Link(f"Tin năm {y}", targets.filtered(targets.NEWS, "year", str(y))) for y in news_years),
            ),
            _section(targets.UNITS, *(Link(unit.name, unit.entry.path) for unit in portal.units)),
        )
    )


def _section(target: str, *below: Link) -> tuple[str, Branch]:
    return target, Branch(section_link(target), tuple(map(Branch, below)))


def _with_lists(branch: Branch, lists: Mapping[str, Branch]) -> Branch:
    """A branch of the menu, and below its sections what the portal lists there."""
    listed = lists.get(branch.link.target or "")
    below = listed.below if listed else tuple(_with_lists(each, lists) for each in branch.below)
    return Branch(branch.link, below)


def _other_languages(portal: Portal) -> Iterator[Branch]:
    for each, view in translated_views(portal):
        yield Branch(Link(view.title, target_of(each), lang=each.tag))
