"""The MkDocs plugin: events of a few lines that hand over to the other modules, nothing more.

In the order of a build: options and content are read and checked before anything is deleted (`on_config`), pages and
files join MkDocs' own (`on_files`), templates get their filters (`on_env`) and each page its view (`on_page_context`).
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger

import trangtin_theme
from trangtin.content.dates import today_in_vietnam
from trangtin.content.entry import Layout
from trangtin.content.problem import Problem, Severity, errors
from trangtin.content.settings import Settings, build_settings, menu_labels, read_config
from trangtin.host.addresses import Addresses
from trangtin.host.drawn_pages import TEMPLATE, DrawnPages
from trangtin.host.links import HrefFilter, jinja_filter
from trangtin.host.menu import DEFAULT_NAV, menu_of
from trangtin.host.output import Output
from trangtin.host.pages import PortalPage
from trangtin.host.proofs import write_proofs
from trangtin.host.sheet import PageFacts, Sheet
from trangtin.host.site import COMPONENT_STYLES, THEME, Site, broken_addresses
from trangtin.host.site_file import SiteFile
from trangtin.repository import open_portal
from trangtin.signing.manifest import published_hashes
from trangtin.views.page import site_view

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("trangtin")

DRAFTS = "TRANGTIN_DRAFTS"
"""Set by `trangtin serve --drafts`; without effect in a build."""

_THEME_FOLDER = Path(trangtin_theme.__file__).parent


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """MkDocs' own way to declare options stays unused: `content.settings` declares and explains them."""


class TrangtinPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Builds the portal's pages out of `plans/` and `site_src/`."""

    def __init__(self) -> None:
        """Nothing is known before the first build."""
        self._options: dict[str, Any] = {}
        self._is_serving = False
        self._site: Site | None = None
        self._broken: dict[str, str] = {}
        self._published_before: Mapping[str, str] = {}
        self._nav: Navigation | None = None
        self._href = HrefFilter(Addresses())
        self._drawn: DrawnPages | None = None
        self._output: Output | None = None
        self._is_dirty = False

    def load_config(
        self,
        options: dict[str, Any],
        config_file_path: str | None = None,
    ) -> tuple[list[Any], list[Any]]:
        """Keep the options as they are: `content.settings` reads them, with messages in Vietnamese."""
        self._options = dict(options or {})
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether an editor is looking on; defining this event also keeps the plugin over rebuilds."""
        self._is_serving = command == "serve"
        self._is_dirty = dirty

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read everything; in a build, stop here with all problems while the last site still stands."""
        gc.unfreeze()
        self._published_before = published_hashes(Path(config.site_dir))  # before MkDocs empties the folder
        file = Path(config.config_file_path or "mkdocs.yml").resolve()
        layout = Layout(docs=Path(os.path.relpath(config.docs_dir, file.parent)).as_posix())
        settings, problems = self._read_settings(file)
        try:
            today = today_in_vietnam(os.environ)
        except ValueError as error:
            raise PluginError(str(error)) from None
        if not config.use_directory_urls:
            raise PluginError("trangtin cần địa chỉ dạng thư mục → bỏ 'use_directory_urls: false' khỏi mkdocs.yml")
        repository = open_portal(
            file.parent,
            layout,
            settings,
            today,
            problems,
            linked=frozenset(f"{layout.docs}/{path}" for path in menu_labels(config.nav)),
            with_drafts=self._with_drafts,
            is_excluded=self._exclusion(config, layout),
        )
        last = self._site.addresses if self._site else Addresses()
        self._broken = broken_addresses(repository.reading, {**last.by_target, **self._broken})
        self._site = Site(repository, config, _THEME_FOLDER)
        self._report(self._site.problems)
        for line in repository.trust.listing():
            log.info("tin cậy chứng thư gốc: %s", line)
        self._set_up(config, file.parent / layout.plans)
        # What is linked lives until the build ends: the collector need not walk it again and again (8 % of a build).
        gc.collect()
        gc.freeze()
        return config

    @property
    def _with_drafts(self) -> bool:
        return self._is_serving and DRAFTS in os.environ

    def _exclusion(self, config: MkDocsConfig, layout: Layout) -> Callable[[str], bool]:
        """MkDocs' own `exclude_docs` and `draft_docs`; the latter show in a preview with drafts."""
        specs = [config.exclude_docs, None if self._with_drafts else config.draft_docs]
        docs = f"{layout.docs}/"
        return lambda path: (
            path.startswith(docs)
            and any(spec.match_file(path.removeprefix(docs)) for spec in specs if spec is not None)
        )

    def _read_settings(self, file: Path) -> tuple[Settings, tuple[Problem, ...]]:
        """The options, or in a preview those of the last build together with what is wrong now."""
        settings, problems = build_settings(self._options, file.name, {})
        if settings is None and file.is_file():  # once more from the text, for the line of each problem
            problems = read_config(file.read_text(encoding="utf-8-sig"), file.name).problems or problems
        if settings is None and not (self._is_serving and self._site):
            raise PluginError("\n".join(["Cấu hình có lỗi:", *map(str, problems)]))
        return settings or cast("Site", self._site).portal.settings, problems

    def _report(self, problems: tuple[Problem, ...]) -> None:
        stopping = errors(problems)
        for problem in problems:
            if not problem.stops_build:
                log.info("%s: %s", "cảnh báo" if problem.severity is Severity.WARNING else "lưu ý", problem)
        if stopping and not self._is_serving:
            raise PluginError("\n".join([f"Nội dung có {len(stopping)} lỗi:", *map(str, stopping)]))
        # Raising while serving would leave every request hanging: say it, show it on the pages, and heal later.
        for problem in stopping:
            log.error("%s", problem)

    def _set_up(self, config: MkDocsConfig, plans: Path) -> None:
        if config.nav is None:
            config.nav = [dict(item) for item in DEFAULT_NAV]
        if str(_THEME_FOLDER) not in config.theme.dirs:
            config.theme.dirs.append(str(_THEME_FOLDER))
        if config.theme.name != THEME and COMPONENT_STYLES not in config.extra_css:
            config.extra_css.append(COMPONENT_STYLES)
        for folder in (plans, _THEME_FOLDER):
            if folder.is_dir() and str(folder) not in config.watch:
                config.watch.append(str(folder))

    @event_priority(-100)  # after others that still look at the old site
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Keep the old site from being deleted: most of it comes out the same."""
        assert self._site is not None
        self._output = None
        if not self._is_dirty and all(_is_ours_alone(config, event) for event in ("post_page", "post_build")):
            record = "preview.json" if self._is_serving else "site.json"
            self._output = Output(Path(config.site_dir), self._site.cache / record)
            self._output.set_aside()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the portal's pages and files."""
        assert self._site is not None
        self._site.add_to(files, menu_labels(config.nav), broken=self._broken if self._is_serving else None)
        for file in files:
            if isinstance(file, SiteFile):
                file.output = self._output
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation for pages MkDocs draws without one."""
        self._nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give templates the `href` filter and what all pages share; escape whatever our templates print."""
        assert self._site is not None
        env.autoescape = escapes(config.theme.name == THEME)
        self._href = HrefFilter(self._site.addresses)
        env.filters["href"] = jinja_filter(self._href)
        env.globals["site"] = site_view(self._site.portal.settings)
        env.globals["problems"] = errors(self._site.problems) if self._is_serving else ()
        self._drawn = None
        if _draws_alone(config):
            self._drawn = DrawnPages(env, self._href, self._site.cache)
            self._draw_pages(self._drawn, files)
        return env

    def _draw_pages(self, drawn: DrawnPages, files: Files) -> None:
        """Draw all pages at once; MkDocs draws one after the other."""
        pages = [file.page for file in files.documentation_pages() if isinstance(file.page, PortalPage)]
        drawn.prepare(self._sheet(page) for page in pages)
        for page in pages:
            if drawn.holds(page.url):
                page.meta = {**page.meta, "template": TEMPLATE}

    def _sheet(self, page: PortalPage) -> Sheet:
        assert self._site is not None
        assert self._nav is not None
        about, structured = self._site.head_of(page) or (None, None)
        facts = PageFacts(page.url, page.canonical_url, page.edit_url, page.content or "")
        return Sheet(page.meta["template"], facts, page.portal.view, menu_of(self._nav, page), about, structured)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """The page for missing addresses has the menu too."""
        assert self._nav is not None
        self._href.draw(None, context["base_url"])
        return _with(context, menu=menu_of(self._nav, None))

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Hand the view to the template, or the page as it was drawn."""
        if self._drawn is not None and (html := self._drawn.take(page.url)) is not None:
            return _with(context, drawn=html)
        self._href.draw(page.url, context["base_url"])
        if not isinstance(page, PortalPage):
            return _with(context, menu=menu_of(nav, page))
        return _with(context, **self._sheet(page).context | {"page": page})

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Leave a page as it is where it comes out the same."""
        if isinstance(page.file, SiteFile):
            page.file.drawn(output)
        return output

    @event_priority(-100)  # after others that still change pages
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write down the hash of every file that went out."""
        assert self._site is not None
        site = self._site
        site.close()
        if self._drawn is not None:
            self._drawn.close()
        known = self._output.hashes if self._output is not None else {}
        hashes, sentences = write_proofs(
            Path(config.site_dir), site.portal, site.addresses, self._published_before, known
        )
        for sentence in sentences:
            log.info("lưu ý: %s", sentence)
        if self._output is not None:
            self._output.close(hashes)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing lying beside the site."""
        if self._output is not None:
            self._output.discard()


def escapes(is_our_theme: bool) -> Callable[[str | None], bool]:
    """Whether a template's output is escaped, by its name: ours always, those of another theme as they expect."""
    own = ("pages/", "components/", "main.html", "404.html") if is_our_theme else ("pages/", "components/")

    def by_name(name: str | None) -> bool:
        return name is not None and name.startswith(own)

    return by_name


def _draws_alone(config: MkDocsConfig) -> bool:
    """Whether pages are made of our templates only and no other plugin has a say in what these see."""
    theme = config.theme
    return (
        theme.name == THEME
        and theme.custom_dir is None
        and theme.dirs[:1] == [str(_THEME_FOLDER)]
        and _is_ours_alone(config, "page_context")
        and _is_ours_alone(config, "env")
    )


def _is_ours_alone(config: MkDocsConfig, event: str) -> bool:
    """Whether no other plugin and no hook listens to an event that we listen to."""
    return len(config.plugins.events[event]) == 1


def _with(context: TemplateContext, **more: Any) -> TemplateContext:
    """MkDocs types its context as a closed dictionary, though plugins are meant to add to it."""
    return cast("TemplateContext", {**context, **more})
