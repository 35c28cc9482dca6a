"""Draws the pages of one build: all at once where only we have a say, else one by one as MkDocs asks for them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mkdocs.commands.build import get_context
from mkdocs.structure.files import Files
from mkdocs.utils import get_relative_url

import trangtin_theme
from trangtin.content.languages import VIETNAMESE
from trangtin.content.problem import errors
from trangtin.host.assets import THEME, url_filter
from trangtin.host.drawn_pages import TEMPLATE, DrawnPages
from trangtin.host.frames import Frames
from trangtin.host.links import HrefFilter, jinja_filter
from trangtin.host.menu import menu_of
from trangtin.host.pages import PortalPage
from trangtin.host.purpose import Mode
from trangtin.host.sheet import PageFacts, Sheet
from trangtin.host.site import Site
from trangtin.host.site_file import SiteFile
from trangtin.host.tongue import Tongue
from trangtin.host.typography import kept_together
from trangtin.views.page import site_view

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page


class Press:
    """The templates of one build with all they may see, and the pages that are drawn already."""

    def __init__(
        self,
        env: Environment,
        config: MkDocsConfig,
        site: Site,
        nav: Navigation,
        *,
        mode: Mode,
        on_demand: bool = False,
    ) -> None:
        """Give `env` the filter `href` and what all pages share; it escapes whatever our templates print.

        `on_demand`: pages are drawn one by one, as somebody asks for them.
        """
        self._site = site
        self._nav = nav
        self._href = HrefFilter(site.addresses, site.pictures, site.assets.named)
        env.autoescape = _escapes(config.theme.name == THEME)
        env.filters["href"] = jinja_filter(self._href)
        env.filters["picture"] = self._href.picture
        env.filters["url"] = url_filter(env.filters["url"], site.assets.named)
        env.filters["kept"] = kept_together
        env.globals["assets"] = tuple(site.assets.named.values())
        env.globals["_"] = self._tongue = Tongue()
        env.globals["site"] = shared = site_view(site.portal)
        self._frames = Frames(site.portal, site.addresses, shared)
        env.globals["page_styles"] = tuple(site.page_styles)
        env.globals["is_serving"] = mode is Mode.SERVE
        env.globals["problems"] = errors(site.problems) if mode is Mode.SERVE else ()
        self._env = env
        self._config = config
        keeps = not on_demand and draws_alone(config)
        self._drawn = DrawnPages(env, self._href, self._tongue, site.cache, mode.value) if keeps else None

    def prepare(self, files: Files) -> None:
        """Draw all pages at once, if nobody else has a say in what they look like."""
        if self._drawn is None:
            return
        pages = [file.page for file in files.documentation_pages() if isinstance(file.page, PortalPage)]
        files_at = {page.url: page.file for page in pages}

        def stays(url: str, sha256: str) -> bool:
            file = files_at[url]
            return isinstance(file, SiteFile) and file.stays(sha256)

        self._drawn.prepare((self._sheet(page) for page in pages), stays)
        for page in pages:
            if self._drawn.holds(page.url):
                page.meta = {**page.meta, "template": TEMPLATE}

    def context_of(self, page: Page, base: str) -> dict[str, Any]:
        """What the template of a page is to see: the page as it was drawn, or all to draw it of."""
        if self._drawn is not None and self._drawn.holds(page.url):
            return {"drawn": self._drawn.take(page.url)}
        self._turn_to(page.url, base, page.portal.view.frame if isinstance(page, PortalPage) else VIETNAMESE)
        if not isinstance(page, PortalPage):
            return {"menu": menu_of(self._nav, page)}
        return self._sheet(page).context | {"page": page}

    def outside(self, base: str) -> dict[str, Any]:
        """What templates see that are no page, as the one for missing addresses."""
        self._turn_to(None, base, VIETNAMESE)
        return {"menu": menu_of(self._nav, None)}

    def draw(self, page: PortalPage) -> str:
        """A page, now."""
        page.read_source(self._config)
        page.render(self._config, Files([]))
        sheet, base = self._sheet(page), get_relative_url(".", page.url)
        self._turn_to(page.url, base, sheet.view.frame)
        return self._env.get_template(sheet.template).render(sheet.context, base_url=base)

    def draw_missing(self) -> str:
        """The page for addresses that lead nowhere."""
        base = urlsplit(self._config.site_url or "/").path
        context = get_context(self._nav, Files([]), self._config, base_url=base)
        return self._env.get_template("404.html").render({**context, **self.outside(base)})

    def close(self) -> None:
        """Write down what the next build need not draw again."""
        if self._drawn is not None:
            self._drawn.close()

    def _turn_to(self, url: str | None, base: str, frame: str) -> None:
        """What templates print next is for the page at `url`: its links from there, its words in language `frame`."""
        self._href.draw(url, base)
        self._tongue.speak(frame)

    def _sheet(self, page: PortalPage) -> Sheet:
        facts = PageFacts(page.url, page.canonical_url, page.edit_url, page.content or "")
        view = page.portal.view
        menu = self._frames.menu(view, menu_of(self._nav, page), page.url)
        site = self._frames.site(view)
        return Sheet(page.meta["template"], facts, view, page.outline, menu, self._site.head_of(page), site)


def is_ours_alone(config: MkDocsConfig, event: str) -> bool:
    """Whether no other plugin and no hook listens to an event that we listen to."""
    return len(config.plugins.events[event]) == 1


def draws_alone(config: MkDocsConfig) -> bool:
    """Whether pages are made of our templates only and no other plugin has a say in what these see."""
    theme = config.theme
    return (
        theme.name == THEME
        and theme.custom_dir is None
        and theme.dirs[:1] == [str(Path(trangtin_theme.__file__).parent)]
        and is_ours_alone(config, "page_context")
        and is_ours_alone(config, "env")
    )


def _escapes(is_our_theme: bool) -> Callable[[str | None], bool]:
    """Whether a template's output is escaped, by its name: ours always, those of another theme as they expect."""
    own = ("pages/", "components/", "main.html", "404.html") if is_our_theme else ("pages/", "components/")

    def by_name(name: str | None) -> bool:
        return name is not None and name.startswith(own)

    return by_name
