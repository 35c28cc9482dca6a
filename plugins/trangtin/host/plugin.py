"""The MkDocs plugin: short events that hand over to the other modules.

In the order of a build: options and content are read and checked before anything is deleted (`on_config`), pages and
files join MkDocs' own (`on_files`), templates get their filters (`on_env`) and each page its view (`on_page_context`).
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger

import trangtin_theme
from trangtin.cluster import NoClusterError
from trangtin.content.entry import Layout
from trangtin.content.options.build_variables import PREVIEW
from trangtin.content.options.configuration import CONFIG, linked_files
from trangtin.host.addresses import list_address
from trangtin.host.by_mkdocs import ByMkDocs
from trangtin.host.collector import kept_to_the_end, uncollected
from trangtin.host.conclusion import Beside, InPlace
from trangtin.host.edition import EVENTS, Edition
from trangtin.host.files.site_file import SiteFile
from trangtin.host.folder.first_look import FirstLook
from trangtin.host.folder.site_place import refuse_place
from trangtin.host.opening import Opening, faults_of, inputs_around, read_options
from trangtin.host.pages.menu import without
from trangtin.host.pages.template_faults import blame_template
from trangtin.host.press import Press, is_ours_alone, makes_alone
from trangtin.host.preview.on_edit import Edits
from trangtin.host.preview.running import Preview
from trangtin.host.purpose import Mode, Purpose
from trangtin.host.set_up import set_up, typed_menu
from trangtin.host.site import Site
from trangtin.host.telling import report
from trangtin.host.way import Way
from trangtin.views import targets

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext


log = get_plugin_logger("trangtin")

_THEME_FOLDER = Path(trangtin_theme.__file__).parent


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """Empty on purpose: `content.options.settings` declares and explains the options, not MkDocs' own mechanism."""


class TrangtinPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Builds the portal's pages out of `plans/` and `site_src/`."""

    def __init__(self) -> None:
        """Nothing is known before the first build."""
        self._options: dict[str, Any] = {}
        self._purpose = Purpose()
        self._opening: Opening | None = None
        self._site: Site | None = None
        self._way = Way()
        self._nav: Navigation | None = None
        self._press: Press | None = None
        self._preview: Preview | None = None

    def load_config(
        self,
        options: dict[str, Any],
        config_file_path: str | None = None,
    ) -> tuple[list[Any], list[Any]]:
        """Keep the options as they are: `content.options.configuration` reads them, with messages in Vietnamese."""
        self._options = dict(options or {})
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what MkDocs was started for. Defining this event makes MkDocs keep the plugin over rebuilds."""
        self._purpose = Purpose(is_serving=command == "serve", is_dirty=dirty)
        self._preview = Preview() if self._purpose.is_serving and not dirty else None

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read everything; in a build, stop here with all problems while the last site still stands."""
        file = Path(config.config_file_path or CONFIG).resolve()
        layout = Layout(docs=Path(os.path.relpath(config.docs_dir, file.parent)).as_posix())
        last = self._site.portal.settings if self._site and self._purpose.is_serving else None
        settings, problems = read_options(self._options, file, last)
        if self._purpose.mode is Mode.PREVIEW:
            settings = settings.as_preview()
            config.site_url = os.environ[PREVIEW]
        if not config.use_directory_urls:
            raise PluginError("trangtin cần địa chỉ dạng thư mục → bỏ 'use_directory_urls: false' khỏi mkdocs.yml")
        linked = linked_files(config, layout)
        around = inputs_around(config, file) if self._purpose.is_public else None
        opening = Opening(
            config, file.parent, layout, settings, problems, linked, self._purpose, typed_menu(config), around
        )
        if self._purpose.is_public:
            opening = replace(opening, look=FirstLook(Path(config.site_dir), opening.record).at)
        self._opening = opening
        with kept_to_the_end():
            self._site = self._open(opening)
        report(self._site.problems, is_serving=self._purpose.is_serving)
        for line in self._site.trust.listing():
            log.info("tin cậy chứng thư gốc: %s", line)
        set_up(config, without(opening.nav, self._site.held_back), opening.plans, _THEME_FOLDER)
        return config

    def _open(self, opening: Opening) -> Site:
        """Read the portal as its files are now."""
        repository = opening.repository(self._preview.memory if self._preview else None)
        last = self._site.seen_at if self._site else {}
        return Site(repository, opening.config, _THEME_FOLDER, last=last, is_preview=not self._purpose.is_public)

    def _refresh(self) -> bool:
        """Show an edit of content, or tell of a `mkdocs.yml` that MkDocs cannot read; False where it has to build."""
        assert self._opening is not None
        edits = self._way if isinstance(self._way, Edits) else None
        if edits is not None and edits.are_of_content():
            return self._show(edits, self._opening)
        faults = faults_of(Path(self._opening.config.config_file_path))
        if not faults:
            return False
        if edits is None or not self._show(edits, replace(self._opening, problems=faults)):
            report(faults, is_serving=True)  # and all stays as it was built
        return True

    def _show(self, edits: Edits, opening: Opening) -> bool:
        """Read the portal again and show it; False where its menu became another one, which only MkDocs can make."""
        assert self._preview is not None
        assert self._site is not None
        started, told = time.perf_counter(), frozenset(self._site.problems)
        with uncollected():
            self._site = self._open(opening)
        shown = edits.shown(self._site)
        if shown is None:
            return False
        report(tuple(problem for problem in self._site.problems if problem not in told), is_serving=True)
        self._preview.show(shown)
        log.info("Đã đọc lại nội dung trong %.2f giây", time.perf_counter() - started)
        return True

    @event_priority(-100)  # after others that still look at the old site
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Choose the way to build; what MkDocs is about to empty is looked at before."""
        assert self._opening is not None
        if not self._purpose.is_serving:
            refuse_place(Path(config.site_dir), self._opening.sources, self._opening.record)
        self._way = self._chosen(config, self._opening)
        self._way.open()

    def _chosen(self, config: MkDocsConfig, opening: Opening) -> Way:
        assert self._site is not None
        if self._preview is not None and makes_alone(config, self, config.plugins.events):
            return Edits(config, opening.nav, opening.content)
        is_serving = self._purpose.is_serving
        if self._purpose.is_dirty or not all(is_ours_alone(config, event) for event in ("post_page", "post_build")):
            return ByMkDocs(config, InPlace(config, self._purpose), for_editors=is_serving)
        place = Beside(config, opening)
        if not is_serving and makes_alone(config, self, EVENTS):
            return Edition(config, self._site, place, opening.around)
        return ByMkDocs(config, place, for_editors=is_serving)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the portal's pages and files."""
        assert self._site is not None
        with _clusters_named():
            self._way.start(files, self._site)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation for pages MkDocs draws without one."""
        self._nav = nav
        self._way.finish_menu(files, nav)
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give templates their filter and what all pages share, and make all pages where nobody else has a say."""
        assert self._site is not None
        assert self._nav is not None
        self._press = Press(env, config, self._site, self._nav, mode=self._purpose.mode)
        with _clusters_named():
            self._way.make(self._press, files)
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give templates that are no page what they need: 404.html the menu, sitemap.xml all pages."""
        if self._press is None:
            return context
        return _with(context, {**self._press.outside(context["base_url"]), **self._way.shared()})

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the template the view of its page, or the finished page where it was drawn before."""
        assert self._press is not None
        return _with(context, self._press.context_of(page, context["base_url"]))

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Tell our file what MkDocs is about to write: it leaves out the writing of what lies there already."""
        if isinstance(page.file, SiteFile):
            page.file.drawn(output)
        return output

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Tell where the editors' desk is, and let the preview hear of edits."""
        log.info("Bảng biên tập: %s%s", server.url, list_address(targets.DESK))
        if self._preview is not None:
            from trangtin.host.preview.hearing import hear_at_once  # no build needs it

            assert self._opening is not None
            hear_at_once(server, config, self._opening.content)
            self._preview.attach(server, self._refresh)
        return server

    @event_priority(-100)  # after others that still change pages
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Complete the site with the hashes of its files, and move it to where it is to stand."""
        assert self._site is not None
        assert self._press is not None
        if self._preview is not None:
            self._preview.show(self._way.shown(self._site) if isinstance(self._way, Edits) else None)
        told = self._way.finish(self._press, self._site)
        self._way.leave()
        for sentence in told:
            log.info("lưu ý: %s", sentence)

    def on_build_error(self, *, error: Exception) -> None:
        """Clean up after a failed build: the last site stands as it did."""
        self._way.leave()
        if self._opening is not None:
            blame_template(error, self._opening.config)


@contextmanager
def _clusters_named() -> Iterator[None]:
    """A cluster that does not answer ends the build in one sentence."""
    try:
        yield
    except NoClusterError as error:
        raise PluginError(str(error)) from None


def _with(context: TemplateContext, more: Mapping[str, Any]) -> TemplateContext:
    """The context with `more` in it. MkDocs types it as a closed dictionary, though plugins are meant to add to it."""
    return cast("TemplateContext", {**context, **more})
