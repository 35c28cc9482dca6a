"""The site map for people: every section and list, documents and news by years."""

from __future__ import annotations

from dataclasses import dataclass

from trangtin.content.sections import SECTION_PAGES
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.document import LinkGroup
from trangtin.views.page import PageView, home_link
from trangtin.views.parts.award_rows import awards_link
from trangtin.views.parts.link import Link, section_link
from trangtin.views.parts.rows import campaign_link
from trangtin.views.translated import target_of, translated_views


@dataclass(frozen=True, kw_only=True)
class SiteMapView(PageView):
    """Links, by section."""

    sections: tuple[LinkGroup, ...]
    template: str = "site-map.html"


def site_map_view(portal: Portal) -> SiteMapView:
    """The view of the site map."""
    years = sorted({document.year for document in portal.documents}, reverse=True)
    news_years = sorted({entry.head.date.year for entry in portal.news}, reverse=True)
    award_years = sorted({granted.year for granted in portal.awards}, reverse=True)
    types = dict.fromkeys((document.head.type.slug, document.head.type.name) for document in portal.documents)
    docs = f"{portal.layout.docs}/"
    plain = (page.path for page in portal.pages if page.path.removeprefix(docs) not in SECTION_PAGES)
    pages = (Link(portal.titles[path], path) for path in plain)
    sections: tuple[LinkGroup, ...] = (
        LinkGroup(
            "Trang chung",
            (
                home_link(),
                section_link(targets.SEARCH),
                *pages,
                section_link(targets.CONTACT),
                section_link(targets.FILE_CHECK),
                section_link(targets.DISCLOSURE),
                section_link(targets.FEEDBACK),
                section_link(targets.ACCESSIBILITY),
            ),
        ),
        LinkGroup(
            targets.TITLES[targets.CAMPAIGNS],
            (
                Link("Tất cả phong trào", targets.CAMPAIGNS),
                Link("So sánh các phong trào", targets.COMPARISON),
                *map(campaign_link, portal.campaigns),
                Link("Lưu trữ theo nhiệm kỳ, năm", targets.ARCHIVE),
                *(Link(t.name, targets.filtered(targets.ARCHIVE, "term", t.slug)) for t in portal.settings.terms),
            ),
        ),
        LinkGroup(
            targets.TITLES[targets.AWARDS],
            (
                Link("Tất cả khen thưởng", targets.AWARDS),
                *(awards_link(f"Khen thưởng năm {y}", "year", str(y)) for y in award_years),
            ),
        ),
        LinkGroup(
            targets.TITLES[targets.LIBRARY],
            (
                Link("Tất cả văn bản", targets.LIBRARY),
                section_link(targets.PROMPTNESS),
                *(Link(f"Văn bản năm {y}", targets.filtered(targets.LIBRARY, "year", str(y))) for y in years),
                *(Link(name, targets.filtered(targets.LIBRARY, "type", value)) for value, name in types),
            ),
        ),
        LinkGroup(
            targets.TITLES[targets.NEWS],
            (
                Link("Tất cả tin", targets.NEWS),
                *(Link(f"Tin năm {y}", targets.filtered(targets.NEWS, "year", str(y))) for y in news_years),
            ),
        ),
        LinkGroup(
            targets.TITLES[targets.UNITS],
            (Link("Tất cả đơn vị", targets.UNITS), *(Link(unit.name, unit.entry.path) for unit in portal.units)),
        ),
    )
    others = tuple(Link(view.title, target_of(each), lang=each.tag) for each, view in translated_views(portal))
    if others:
        sections += (LinkGroup("Ngôn ngữ khác", others),)
    return SiteMapView(
        title=targets.TITLES[targets.SITE_MAP],
        description=f"Sơ đồ Trang thông tin điện tử {portal.settings.unit.name}",
        crumbs=(home_link(),),
        sections=sections,
    )
