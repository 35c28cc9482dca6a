"""The main menu, from MkDocs' `nav`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from trangtin.content.options.configuration import menu_path
from trangtin.views import targets

_SHORT = {targets.UNITS: "Đơn vị"}
"""Sections that the menu calls by less than their titles."""
_LISTED = (
    targets.HOME,
    targets.CAMPAIGNS,
    targets.AWARDS,
    targets.LIBRARY,
    targets.NEWS,
    targets.UNITS,
    targets.CONTACT,
)
DEFAULT_NAV = [{_SHORT.get(each, targets.TITLES[each]): targets.SECTION_FILES[each]} for each in _LISTED]
"""For a portal whose `mkdocs.yml` has no `nav`: the sections, never every page."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One entry of the menu."""

    text: str
    target: str
    is_current: bool
    """The page shown is this one."""
    is_section: bool
    """The page shown lies below this one."""
    children: tuple[MenuItem, ...] = ()


def without(nav: Any, held_back: frozenset[str]) -> Any:
    """`nav` without the pages that are not published, so that a menu may name a page which is still being written."""
    if isinstance(nav, list):
        kept = (without(item, held_back) for item in nav)
        return [item for item in kept if item]
    if isinstance(nav, dict):
        pairs = ((label, without(item, held_back)) for label, item in nav.items())
        return {label: item for label, item in pairs if item}
    return None if isinstance(nav, str) and menu_path(nav) in held_back else nav


def menu_of(nav: Navigation, page: Page | None) -> tuple[MenuItem, ...]:
    """The menu as seen from one page (None: from the page for missing addresses)."""
    return tuple(_items(nav.items, page))


def _items(items: Iterable[Any], page: Page | None) -> Iterable[MenuItem]:
    here = page.url if page is not None else None
    for item in items:
        if item.is_section:
            children = tuple(_items(item.children, page))
            if children:
                inside = any(child.is_current or child.is_section for child in children)
                yield MenuItem(item.title, children[0].target, False, inside, children)
        elif item.is_page:
            url = item.url.removeprefix("./")
            is_current = here is not None and here == item.url
            is_section = here is not None and not is_current and url != "" and here.startswith(url)
            yield MenuItem(item.title or "", f"url:{url}", is_current, is_section)
        else:
            yield MenuItem(item.title or item.url, f"link:{item.url}", False, False)
