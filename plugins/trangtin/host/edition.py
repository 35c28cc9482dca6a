"""A build in which no other plugin or hook sees pages or files: each page is made, written and let go of.

MkDocs would hold every page in memory from its text to its HTML, all of them at once; here each process holds a few.
MkDocs is told only of the pages that its menu names, as in a preview.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from operator import call
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import Files, set_exclusions

from trangtin.copies import can_copy, shared_out
from trangtin.host.files.site_file import SiteFile
from trangtin.host.files.site_files import SEARCH
from trangtin.host.found_pages import FoundPages
from trangtin.host.last_pages import NOTHING, Found, LastPages, MadePage, read_last_pages, write_last_pages
from trangtin.host.menu_pages import MenuPages
from trangtin.host.press import tell_dead
from trangtin.host.printing import Printed, Printing
from trangtin.host.way import ToPlace
from trangtin.processors import processes_for

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File
    from mkdocs.structure.nav import Navigation

    from trangtin.host.conclusion import Beside
    from trangtin.host.press import Press
    from trangtin.host.site import Site
    from trangtin.search.index_file import File as IndexFile
    from trangtin.standing.inputs import Inputs

EVENTS = (
    *("files", "nav", "env", "pre_page", "page_read_source", "page_markdown", "page_content", "page_context"),
    *("post_page", "post_build"),
)
"""The events of MkDocs through which a plugin or hook sees pages or files, or what became of them."""
ENOUGH = 60
"""Pages for which one more process is worth its start."""
_RENEWED, _STARTS = 12, 30
"""After so many tasks a process is replaced by a new one, because it has come to hold copies of what it looked at. But
no more than so many starts: each costs the sharing of all memory anew."""
_FILES = 500
"""How many files of one kind a task writes."""


@dataclass(frozen=True, slots=True)
class _Written:
    """What one task gives back: files that are no pages."""

    hashes: Mapping[str, str]
    """SHA-256 by address; this process does not see what another wrote."""
    found: Found | None = None
    """What it read for the search index, where that was the task."""


_FileTask = Callable[[], _Written]


class Edition(ToPlace):
    """All pages and files of one site."""

    def __init__(self, config: MkDocsConfig, site: Site, place: Beside, around: Inputs | None) -> None:
        """`place` is how they come to where they are to stand, `around` what they depend on beside Markdown files."""
        super().__init__(place)
        self._config = config
        self._site = site
        self._output = place.output
        self._key = site.key_beside_texts(around) if around is not None and around.is_settled else None
        self._index = site.files.search_index()
        self._texts = {run.target: run.written.hex() for run in site.runs}
        self._runs: Sequence[slice] = ()
        """Of the index."""
        self._last = NOTHING
        self._site_map: Sequence[MadePage] = ()
        """The pages, once they are made, in their order."""

    def start(self, files: Files, site: Site) -> None:
        """Give MkDocs the pages that its menu names, and those files of `docs_dir` that go out."""
        site.files.found.sift(files)
        self._runs = self._index.runs()
        if self._key is not None:
            searched = {run.start: self._index.texts(run) for run in self._runs}
            self._last = read_last_pages(self._site.cache, self._key).still(self._texts, searched, self._output)
        standing = {page.destination for pages in self._last.pages.values() for page in pages}
        menu = MenuPages(self._config.nav, site, FoundPages(site))
        for each in menu.files(self._config, standing):
            files.append(each)
        self._place.receive(files)

    def finish_menu(self, files: Files, nav: Navigation) -> None:
        """Take our pages from MkDocs' list again, so that it draws none."""
        for file in files.documentation_pages():
            files.remove(file)

    def make(self, press: Press, files: Files) -> None:
        """Write all pages and files, and take out of `files` whatever MkDocs would write over them."""
        last = self._last
        first = list[_FileTask]()
        beside = [partial(self._read, run) for run in self._runs if run.start not in last.found]
        if not last.files:
            parts = self._site.files.parts(_FILES if can_copy() else None)
            first = [partial(self._write, part) for part in self._site.files.data_parts()]
            beside = [*(partial(self._write, part) for part in parts), *beside]
        pages, written = self._make_pages(press, first, beside)
        found, others = dict(last.found), dict(last.files)
        for each in written:
            if each.found is None:
                others |= each.hashes
            else:
                found[each.found.first] = each.found
        for hashes in (others, *(each.files for each in found.values())):
            self._output.hashes.update(hashes)
        self._put(self._index.rest([found[run.start].read for run in self._runs]))
        for file in list(files):
            if file.dest_uri in self._output.hashes:
                files.remove(file)
        if not last.files:
            others |= self._write(self._site.files.redirects).hashes
        if self._key is not None and not any(page.dead for page in self._site_map):
            write_last_pages(self._site.cache, self._key, LastPages(self._texts, pages, found, others))

    def shared(self) -> Mapping[str, Any]:
        """MkDocs knows of no page that it could put into its site map."""
        return {"site_map": self._site_map}

    def finish(self, press: Press, site: Site) -> tuple[str, ...]:
        """Complete the site."""
        self._compress_site_map()
        return super().finish(press, site)

    def _compress_site_map(self) -> None:
        """Compress it again: MkDocs has put the newest day in it that it knows of, and it knew no page."""
        site_map = Path(self._config.site_dir, "sitemap.xml")
        day = max(page.update_date for page in self._site_map)
        moment = datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()
        with gzip.GzipFile(f"{site_map}.gz", "wb", mtime=moment) as packed:
            packed.write(site_map.read_bytes())

    def _write(self, make: Callable[[], Iterable[File]]) -> _Written:
        written = list[str]()
        for file in make():
            if isinstance(file, SiteFile):
                file.output = self._output
            set_exclusions([file], self._config)
            Files([file]).copy_static_files()
            written.append(file.dest_uri)
        return self._written(written)

    def _read(self, run: slice) -> _Written:
        """Read some pages for the search index."""
        read = self._index.read(run)
        hashes = self._put(read.files).hashes
        return _Written(hashes, Found(run.start, self._index.texts(run), replace(read, files=()), hashes))

    def _put(self, files: Iterable[IndexFile]) -> _Written:
        """Write files of the search index."""
        written = list[str]()
        for name, data in files:
            self._output.put(SEARCH + name, data)
            written.append(SEARCH + name)
        return self._written(written)

    def _written(self, addresses: Iterable[str]) -> _Written:
        hashes = self._output.hashes
        return _Written({address: hashes[address] for address in addresses if address in hashes})

    def _make_pages(
        self, press: Press, first: Sequence[_FileTask], beside: Sequence[_FileTask]
    ) -> tuple[Mapping[str, Sequence[MadePage]], list[_Written]]:
        """Make the pages that the last build did not make, and beside them do other tasks, the `first` ones before all.

        Returns the pages by run, and what the other tasks wrote.
        """
        last, printing = self._last, Printing(self._config, self._site, press, self._output)
        # Lists first, for this process: they look at all documents, others at those they make the pages of.
        lists, others = printing.tasks([run for run in self._site.runs if run.target not in last.pages])
        tasks = [*first, *lists, *beside, *others]
        renewed = max(_RENEWED, len(tasks) // _STARTS)
        processes = processes_for(len(self._site.runs), ENOUGH)
        done = list(shared_out(call, tasks, processes=processes, renewed=renewed))
        made = [each for each in done if isinstance(each, Printed)]
        pages = {**last.pages, **{run: of_run for each in made for run, of_run in each.pages.items()}}
        self._site_map = [page for run in self._site.runs for page in pages[run.target]]
        for page in self._site_map:
            self._output.hashes[page.destination] = page.sha256
            tell_dead(page.dead)
        if not last.pages:  # else nobody knows the keys of the others
            printing.keep(made)
        return pages, [each for each in done if isinstance(each, _Written)]
