"""The MkDocs plugin: short events that hand over to the other modules.

In the order of a build: options and content are read and checked before anything is deleted (`on_config`), pages and
files join MkDocs' own (`on_files`), templates get their filters (`on_env`) and each page its view (`on_page_context`).
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
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
from trangtin.content.options.configuration import CONFIG, linked_files, menu_labels
from trangtin.disk.kept_files import CACHE
from trangtin.host.addresses import Addresses, list_address
from trangtin.host.collector import kept_to_the_end, uncollected
from trangtin.host.conclusion import conclude, conclude_in_place, is_given_up
from trangtin.host.edition import EVENTS, Edition
from trangtin.host.files.site_file import SiteFile
from trangtin.host.folder.output import Output
from trangtin.host.folder.site_place import refuse_place
from trangtin.host.opening import Opening, faults_of, inputs_around, read_options
from trangtin.host.pages.template_faults import blame_template
from trangtin.host.press import Press, is_ours_alone, makes_alone
from trangtin.host.preview.on_edit import Edits
from trangtin.host.preview.running import Preview
from trangtin.host.purpose import Mode, Purpose
from trangtin.host.set_up import set_up
from trangtin.host.site import Site, broken_addresses
from trangtin.host.telling import report
from trangtin.signing.manifest import published_hashes
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
        self._site: Site | None = None
        self._broken: dict[str, str] = {}
        self._published_before: Mapping[str, str] = {}
        self._nav: Navigation | None = None
        self._press: Press | None = None
        self._folder = Path()
        """Where the site is to stand, wherever MkDocs is told to write for now."""
        self._record = Path()
        """The file that tells what the last build left there."""
        self._output: Output | None = None
        self._preview: Preview | None = None
        self._edits: Edits | None = None
        self._edition: Edition | None = None
        self._opening: Opening | None = None

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
        with_drafts = self._purpose.with_drafts
        self._opening = Opening(config, file.parent, layout, settings, problems, linked, with_drafts, around)
        self._record = file.parent / CACHE / f"{self._purpose.mode.value}.json"
        with kept_to_the_end():
            self._site = self._open(self._opening)
        report(self._site.problems, is_serving=self._purpose.is_serving)
        for line in self._site.trust.listing():
            log.info("tin cậy chứng thư gốc: %s", line)
        plans = file.parent / layout.plans
        typed = set_up(config, self._site.held_back, plans, _THEME_FOLDER)
        # Then what nobody looks at need not be made.
        is_on_demand = self._preview is not None and makes_alone(config, self, config.plugins.events)
        self._edits = Edits(config, typed, (plans, Path(config.docs_dir))) if is_on_demand else None
        return config

    def _open(self, opening: Opening) -> Site:
        """Read the portal as its files are now."""
        repository = opening.repository(self._preview.memory if self._preview else None)
        last = self._site.addresses if self._site else Addresses()
        self._broken = broken_addresses(repository.reading, {**last.by_target, **self._broken})
        return Site(repository, opening.config, _THEME_FOLDER, is_preview=not self._purpose.is_public)

    def _refresh(self) -> bool:
        """Show an edit of content, or tell of a `mkdocs.yml` that MkDocs cannot read; False where it has to build."""
        if self._preview is None or self._opening is None:
            return False
        is_content = self._edits is not None and self._edits.are_of_content()
        faults = () if is_content else faults_of(Path(self._opening.config.config_file_path))
        if not (is_content or faults):
            return False
        started, told = time.perf_counter(), frozenset(self._site.problems if self._site else ())
        shown, problems = None, faults
        if self._edits is not None:
            with uncollected():
                self._site = self._open(replace(self._opening, problems=faults or self._opening.problems))
            shown, problems = self._edits.shown(self._site, self._broken), self._site.problems
        if shown is None and not faults:
            return False
        report(tuple(problem for problem in problems if problem not in told), is_serving=True)
        if shown is not None:  # else all stays as it was built
            self._preview.show(shown)
        log.info("Đã đọc lại nội dung trong %.2f giây", time.perf_counter() - started)
        return True

    @event_priority(-100)  # after others that still look at the old site
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Let MkDocs empty and fill a folder beside the site's: the last site stands until the new one is whole."""
        assert self._site is not None
        assert self._opening is not None
        self._output = self._edition = None
        self._folder = Path(config.site_dir)
        if not self._purpose.is_serving:
            refuse_place(self._folder, self._opening.sources, self._record)
        if (
            self._edits is None
            and not self._purpose.is_dirty
            and all(is_ours_alone(config, event) for event in ("post_page", "post_build"))
        ):
            self._output = Output(self._folder, self._record)
            config.site_dir = str(self._output.open())
            if not self._purpose.is_serving and makes_alone(config, self, EVENTS):
                self._edition = Edition(config, self._site, self._output, self._opening.around)
        elif self._edits is None:
            self._published_before = published_hashes(self._folder)  # MkDocs is about to empty it

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the portal's pages and files."""
        assert self._site is not None
        if self._edits is not None:
            self._edits.start(files, self._site, self._broken)
            return files
        if self._edition is not None:
            self._edition.start(files)
            return _told(files, self._output)
        try:
            self._site.add_to(files, menu_labels(config.nav), broken=self._broken if self._purpose.is_serving else None)
        except NoClusterError as error:
            raise PluginError(str(error)) from None
        return _told(files, self._output)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation for pages MkDocs draws without one."""
        self._nav = nav
        if self._edits is not None:
            self._edits.finish_menu(files, nav)
        if self._edition is not None:
            self._edition.finish_menu(files)
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give templates their filter and what all pages share, and make all pages where nobody else has a say."""
        assert self._site is not None
        assert self._nav is not None
        self._press = Press(env, config, self._site, self._nav, mode=self._purpose.mode)
        if self._edition is not None:
            try:
                self._edition.make(self._press, files)
            except NoClusterError as error:
                raise PluginError(str(error)) from None
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give templates that are no page what they need: 404.html the menu, sitemap.xml all pages."""
        if self._press is None:
            return context
        site_map = {"site_map": self._edition.site_map} if self._edition is not None else {}
        return _with(context, self._press.outside(context["base_url"]) | site_map)

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
            plans = self._opening.root / self._opening.layout.plans
            hear_at_once(server, config, (plans, Path(config.docs_dir)))
            self._preview.attach(server, self._refresh)
        return server

    @event_priority(-100)  # after others that still change pages
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Complete the site with the hashes of its files, and move it to where it is to stand."""
        assert self._site is not None
        site = self._site
        if self._preview is not None:
            self._preview.show(self._edits.shown(site, self._broken) if self._edits else None)
        if self._edits is not None:
            self._edits.finish()
            return
        if self._edition is not None:
            self._edition.finish()
        else:
            site.close()
        cast("Press", self._press).close()
        if self._output is None:
            told = conclude_in_place(site, self._purpose, self._folder, self._published_before)
        elif not is_given_up(config):
            told = conclude(site, self._purpose, self._folder, self._output)
        else:
            told = ()
        self._leave(config)
        for sentence in told:
            log.info("lưu ý: %s", sentence)

    def on_build_error(self, *, error: Exception) -> None:
        """Clean up after a failed build: the last site stands as it did."""
        if self._opening is not None:
            self._leave(self._opening.config)
            blame_template(error, self._opening.config)

    def _leave(self, config: MkDocsConfig) -> None:
        """Delete what was not moved in, and give MkDocs back the folder that it was configured with."""
        if self._output is not None:
            self._output.discard()
            config.site_dir = str(self._folder)
            self._output = None


def _told(files: Files, output: Output | None) -> Files:
    """The same files; ours know now where they go."""
    for file in files:
        if isinstance(file, SiteFile):
            file.output = output
    return files


def _with(context: TemplateContext, more: Mapping[str, Any]) -> TemplateContext:
    """The context with `more` in it. MkDocs types it as a closed dictionary, though plugins are meant to add to it."""
    return cast("TemplateContext", {**context, **more})
