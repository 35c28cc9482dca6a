"""Which edits a preview can show by reading the content again, and which need MkDocs' own build."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2.bccache import Bucket, BytecodeCache

from trangtin.content.options.configuration import menu_labels
from trangtin.disk.stamp import Stamp, stamp_of, was_settled
from trangtin.host.found_pages import FoundPages
from trangtin.host.menu_pages import MenuPage, MenuPages
from trangtin.host.pages.menu import without
from trangtin.host.press import Press
from trangtin.host.preview.on_demand import OnDemand
from trangtin.host.purpose import Mode
from trangtin.host.site import Site
from trangtin.host.way import Way

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

_SITE_MAPS = ("sitemap.xml", "sitemap.xml.gz")
"""MkDocs writes them from its list of pages, which is empty here; no crawler reads a preview."""


class Edits(Way):
    """A preview after a build by MkDocs: shows later edits without another build, as long as that can be done."""

    def __init__(self, config: MkDocsConfig, nav: Any, content: tuple[Path, ...]) -> None:
        """`nav` is the menu as typed, with pages that are held back; `content` are the folders editors write in."""
        self._config = config
        self._typed = nav
        self._content = content
        self._state = self._frame()
        self._menu: tuple[MenuPage, ...] = ()
        self._compiled = _Compiled()
        self._nav: Navigation | None = None

    def start(self, files: Files, site: Site) -> None:
        """Give MkDocs the pages that its menu names, and those files of `docs_dir` that go out."""
        site.files.found.sift(files)
        menu = MenuPages(self._config.nav, site, FoundPages(site))
        self._menu = menu.listed
        for file in menu.files(self._config):
            files.append(file)

    def finish_menu(self, files: Files, nav: Navigation) -> None:
        """Take from MkDocs' list all that is shown on demand."""
        self._nav = nav
        for file in list(files):
            if file.is_documentation_page() or file.src_dir == self._config.docs_dir:
                files.remove(file)

    def finish(self, press: Press, site: Site) -> tuple[str, ...]:
        """Delete MkDocs' own site maps."""
        for name in _SITE_MAPS:
            Path(self._config.site_dir, name).unlink(missing_ok=True)
        return ()

    def are_of_content(self) -> bool:
        """Whether nothing but content was edited since."""
        return self._state is not None and self._state == self._frame()

    def shown(self, site: Site) -> OnDemand | None:
        """What is to be seen of the portal as it is now; None where the menu became another."""
        assert self._nav is not None
        contents = FoundPages(site)
        if without(self._typed, site.held_back) != self._config.nav:
            return None
        if MenuPages(self._config.nav, site, contents).listed != self._menu:
            return None
        # Jinja keeps what macros saw when they were first used: each state of the portal has templates of its own.
        env = self._config.theme.get_env()
        env.bytecode_cache = self._compiled
        press = Press(env, self._config, site, self._nav, mode=Mode.SERVE)
        return OnDemand(site, press, contents, menu_labels(self._config.nav))

    def _frame(self) -> Mapping[Path, Stamp] | None:
        """Stamps of all watched files that are no content; None where one was written just now."""
        started = time.time_ns()
        watched = {Path(self._config.config_file_path), *map(Path, self._config.watch)} - set(self._content)
        files = [file for place in watched for file in (place.rglob("*") if place.is_dir() else (place,))]
        seen = {file: stamp_of(file.stat()) for file in files if file.is_file()}
        return seen if all(was_settled(stamp, started) for stamp in seen.values()) else None


class _Compiled(BytecodeCache):
    """Keeps compiled templates in memory, for the next time the environment is made."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()
