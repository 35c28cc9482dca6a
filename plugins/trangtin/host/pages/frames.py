"""What stands around pages in another language: the unit's name and facts, and the menu of what there is in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from trangtin.content.values.languages import VIETNAMESE
from trangtin.host.addresses import Addresses
from trangtin.host.pages.menu import MenuItem
from trangtin.portal.model import Portal
from trangtin.portal.translations import ENGLISH, LinkedTranslation
from trangtin.views.english import english_site
from trangtin.views.page import PageView, SiteView
from trangtin.views.translated import target_of, title_of
from trangtin.views.words import words


class Frames:
    """The frames of one build."""

    def __init__(self, portal: Portal, addresses: Addresses, site: SiteView) -> None:
        """Look once at what is translated; `site` is the frame of all other pages."""
        english = [each for each in portal.translations if each.tag == ENGLISH]
        self._sites = {VIETNAMESE: site, **({ENGLISH: english_site(portal)} if english else {})}
        self._entries: Mapping[str, MenuItem] = {
            _url(addresses, each.original): MenuItem(
                _label(each, portal), _url(addresses, target_of(each)), is_current=False, is_section=False
            )
            for each in english
        }

    def site(self, view: PageView) -> SiteView | None:
        """The frame of a page; None for the one that all pages share."""
        if view.frame == VIETNAMESE and not view.versions:
            return None
        return replace(self._sites[view.frame], versions=view.versions)

    def menu(self, view: PageView, menu: Iterable[MenuItem], url: str) -> tuple[MenuItem, ...]:
        """The entries of the Vietnamese menu that the language of the frame has too, as seen from the page at `url`."""
        if view.frame == VIETNAMESE:
            return tuple(menu)
        return tuple(replace(item, is_current=item.target == f"url:{url}") for item in self._known(menu))

    def _known(self, menu: Iterable[MenuItem]) -> Iterator[MenuItem]:
        for item in menu:
            if item.children:
                yield from self._known(item.children)
            elif item.target in self._entries:
                yield self._entries[item.target]


def _label(translation: LinkedTranslation, portal: Portal) -> str:
    word = words(ENGLISH)
    return word("Trang chủ") if translation.section == "home" else title_of(translation, portal)


def _url(addresses: Addresses, target: str) -> str:
    return f"url:{addresses.of(target)}"
