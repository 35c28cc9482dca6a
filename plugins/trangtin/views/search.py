"""The search page: a form for the script; for readers without script, the lists that lead to everything."""

from __future__ import annotations

from dataclasses import dataclass

from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.page import PageView, home_link
from trangtin.views.parts.link import Link, section_link


@dataclass(frozen=True, slots=True)
class SearchedPortal:
    """A portal that is searched."""

    name: str
    target: str
    """Its search page."""
    is_own: bool


@dataclass(frozen=True, kw_only=True)
class SearchView(PageView):
    """The search page before anything is typed."""

    portals: tuple[SearchedPortal, ...]
    """This portal first."""
    lists: tuple[Link, ...]
    """Where to look without searching."""
    numbers: tuple[str, ...]
    """Ways to type the newest document's number: `12/KH-TCT`, `12 kh tct`, `12`; empty where none has a number."""
    template: str = "search.html"


def search_view(portal: Portal) -> SearchView:
    """The view of the search page."""
    settings = portal.settings
    found = (each.head.number for each in portal.documents if each.head.number and not each.head.is_withdrawn)
    newest = next(found, None)
    others = (
        SearchedPortal(other.name, f"{other.address.rstrip('/')}/tim-kiem/", False) for other in settings.search.portals
    )
    return SearchView(
        title=targets.TITLES[targets.SEARCH],
        description=f"Tìm văn bản, tin tức, phong trào thi đua trên Trang thông tin điện tử {settings.unit.name}",
        crumbs=(home_link(),),
        portals=(SearchedPortal(settings.unit.name, targets.SEARCH, True), *others),
        lists=(
            Link("Văn bản theo loại, năm, cơ quan ban hành", targets.LIBRARY),
            section_link(targets.NEWS),
            section_link(targets.CAMPAIGNS),
            section_link(targets.UNITS),
            section_link(targets.SITE_MAP),
        ),
        numbers=(newest.text, newest.slug.replace("-", " "), str(newest.ordinal)) if newest else (),
    )
