"""Draws the pages of one build with Jinja."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from mkdocs.commands.build import get_context
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url

import trangtin_theme
from trangtin.content.problem import errors
from trangtin.content.values.languages import VIETNAMESE
from trangtin.content.values.quantity import number_text
from trangtin.host.pages.assets import THEME, url_filter
from trangtin.host.pages.drawn_pages import DrawnPages
from trangtin.host.pages.frames import Frames
from trangtin.host.pages.links import HrefFilter, jinja_filter
from trangtin.host.pages.menu import menu_of
from trangtin.host.pages.page import PortalPage
from trangtin.host.pages.sheet import PageFacts, Sheet
from trangtin.host.pages.template_words import TemplateWords
from trangtin.host.pages.templates import PlainContext, PlainTemplate
from trangtin.host.purpose import Mode
from trangtin.host.site import Site
from trangtin.host.texts.annexes import parted
from trangtin.host.texts.typography import kept_together
from trangtin.views.page import site_view

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.plugins import BasePlugin
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page


log = get_plugin_logger("trangtin")


class Press:
    """The templates of one build, and what they may see."""

    def __init__(
        self,
        env: Environment,
        config: MkDocsConfig,
        site: Site,
        nav: Navigation,
        *,
        mode: Mode,
    ) -> None:
        """Add to `env` our filters and what all pages share; what our own templates print is escaped."""
        self._site = site
        self._nav = nav
        self._href = HrefFilter(site.addresses, site.files.pictures, site.files.assets.named)
        env.template_class = PlainTemplate
        env.context_class = PlainContext
        env.autoescape = _escapes(config.theme.name == THEME)
        env.filters["number"] = number_text
        env.filters["href"] = jinja_filter(self._href)
        env.filters["joined"] = urljoin
        env.filters["picture"] = self._href.picture
        env.filters["url"] = url_filter(env.filters["url"], site.files.assets.named)
        env.filters["kept"] = kept_together
        env.filters["parted"] = parted
        env.globals["assets"] = tuple(site.files.assets.named.values())
        env.globals["_"] = self._words = TemplateWords()
        env.globals["site"] = shared = site_view(site.portal)
        self._frames = Frames(site.portal, site.addresses, shared)
        env.globals["page_styles"] = tuple(site.files.page_styles)
        env.globals["is_serving"] = mode is Mode.SERVE
        env.globals["problems"] = errors(site.problems) if mode is Mode.SERVE else ()
        self._env = env
        self._config = config
        self._mode = mode
        self._asked: Mapping[str, str | None] = {}

    def pages(self) -> DrawnPages:
        """Draws pages with these templates, or takes them from the last build where nothing they show has changed."""
        return DrawnPages(self._printed, self._href.address, self._env.globals, self._site.cache, self._mode.value)

    def context_of(self, page: Page, base: str) -> dict[str, Any]:
        """What the template of a page sees."""
        self._turn_to(page.url, base, page.portal.view.frame if isinstance(page, PortalPage) else VIETNAMESE)
        if not isinstance(page, PortalPage):
            return {"menu": menu_of(self._nav, page)}
        return self.sheet(page).context | {"page": page}

    def outside(self, base: str) -> dict[str, Any]:
        """What templates see that are no page, such as 404.html."""
        self._turn_to(None, base, VIETNAMESE)
        return {"menu": menu_of(self._nav, None)}

    def draw(self, page: PortalPage) -> str:
        """The HTML of one page."""
        page.read_source(self._config)
        page.render(self._config, Files([]))
        html, asked = self._printed(self.sheet(page))
        _tell_dead_of(asked)
        return html

    def draw_missing(self) -> str:
        """The HTML of the page for addresses that lead nowhere."""
        base = urlsplit(self._config.site_url or "/").path
        context = get_context(self._nav, Files([]), self._config, base_url=base)
        return self._env.get_template("404.html").render({**context, **self.outside(base)})

    def close(self) -> None:
        """Tell of targets without an address on the page that was drawn last; of the others that was told before."""
        _tell_dead_of(self._asked)
        self._asked = {}

    def _printed(self, sheet: Sheet) -> tuple[str, Mapping[str, str | None]]:
        """The HTML of a page, and the address of each target it leads to: of those without one its caller tells."""
        base = get_relative_url(".", sheet.page.url)
        self._turn_to(sheet.page.url, base, sheet.view.frame)
        html = self._env.get_template(sheet.template).render(sheet.context, base_url=base)
        asked, self._asked = self._asked, {}
        return html, asked

    def _turn_to(self, url: str | None, base: str, frame: str) -> None:
        """What is drawn next is the page at `url`: links are relative to it, words are in the language `frame`."""
        self.close()
        self._asked = self._href.draw(url, base)
        self._words.speak(frame)

    def sheet(self, page: PortalPage) -> Sheet:
        """All that a page is drawn of; its text must have been rendered."""
        facts = PageFacts(page.url, page.canonical_url, page.edit_url, page.content or "")
        view = page.portal.view
        menu = self._frames.menu(view, menu_of(self._nav, page), page.url)
        site = self._frames.site(view)
        return Sheet(page.meta["template"], facts, view, page.outline, menu, self._site.head_of(page), site)


def tell_dead(targets: Iterable[str]) -> None:
    """Tell of links that lead nowhere. Only a bug of ours can make one: a build fails, a preview goes on."""
    for target in targets:
        log.error("không có địa chỉ cho '%s'", target)


def _tell_dead_of(asked: Mapping[str, str | None]) -> None:
    tell_dead(target for target, address in asked.items() if address is None)


def is_ours_alone(config: MkDocsConfig, event: str) -> bool:
    """Whether no other plugin and no hook listens to this event."""
    return len(config.plugins.events[event]) == 1


def makes_alone(config: MkDocsConfig, plugin: BasePlugin[Any], events: Iterable[str]) -> bool:
    """Whether nobody but our `plugin` draws pages or listens to these `events`: then we may make all ourselves."""
    listeners = (listener for event in events for listener in config.plugins.events[event])
    return _draws_alone(config) and all(getattr(each, "__self__", None) is plugin for each in listeners)


def _draws_alone(config: MkDocsConfig) -> bool:
    """Whether pages are drawn by our own templates alone, and no other plugin adds to what these see."""
    theme = config.theme
    return (
        theme.name == THEME
        and theme.custom_dir is None
        and theme.dirs[:1] == [str(Path(trangtin_theme.__file__).parent)]
        and is_ours_alone(config, "page_context")
        and is_ours_alone(config, "env")
    )


def _escapes(is_our_theme: bool) -> Callable[[str | None], bool]:
    """Tells by a template's name whether what it prints is escaped: ours always, another theme's as it expects."""
    own = ("pages/", "components/", "main.html", "404.html") if is_our_theme else ("pages/", "components/")

    def by_name(name: str | None) -> bool:
        return name is not None and name.startswith(own)

    return by_name
