"""Pages of one site, made from their contents to their files: some in each process, and few of them held at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from mkdocs.structure.files import Files

from trangtin.content.options.configuration import menu_labels
from trangtin.host.last_pages import MadePage
from trangtin.host.pages.page import PortalPage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from trangtin.host.folder.output import Output
    from trangtin.host.pages.contents import Run
    from trangtin.host.pages.page import Content
    from trangtin.host.press import Press
    from trangtin.host.site import Site

_NONE = Files([])
_TOGETHER = 100
"""How many pages one process holds at once."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What one task gives back: pages that it wrote."""

    pages: Mapping[str, Sequence[MadePage]]
    """By the run that they belong to."""
    texts: Set[bytes]
    """Keys under which their rendered texts are kept."""
    drawings: Set[bytes]
    """Keys under which the finished pages are kept."""


Task = Callable[[], Printed]


class Printing:
    """Makes pages with one press, and writes them."""

    def __init__(self, config: MkDocsConfig, site: Site, press: Press, output: Output) -> None:
        """`output` is where the pages go."""
        self._config = config
        self._site = site
        self._press = press
        self._output = output
        self._labels = menu_labels(config.nav)
        self._drawn = press.pages()

    def tasks(self, runs: Sequence[Run]) -> tuple[Sequence[Task], Sequence[Task]]:
        """What has to be done for all pages of some runs, in any process: tasks that make lists, and the others."""
        self._site.texts.order(page.text for page in self._pages(chain.from_iterable(run.make() for run in runs)))
        lists, others = list[Task](), list[Task]()
        for some in _cut(runs):
            (lists if runs[some.start].is_list else others).append(partial(self._make, runs[some]))
        return lists, others

    def keep(self, printed: Iterable[Printed]) -> None:
        """Keep the texts and pages of these tasks for the next build, and no other."""
        texts, drawings = set[bytes](), set[bytes]()
        for each in printed:
            texts |= each.texts
            drawings |= each.drawings
        self._site.texts.keep(texts)
        self._drawn.keep(drawings)

    def _pages(self, contents: Iterable[Content]) -> Iterator[PortalPage]:
        for content in contents:
            page = self._site.page(content, self._labels).page
            assert isinstance(page, PortalPage)
            yield page

    def _make(self, runs: Sequence[Run]) -> Printed:
        """Write the pages of some runs, of which there may be thousands, a few at a time."""
        pages: dict[str, list[MadePage]] = {run.target: [] for run in runs}
        texts, drawings = set[bytes](), set[bytes]()
        contents = ((run.target, content) for run in runs for content in run.make())
        while few := list(islice(contents, _TOGETHER)):
            written, drawn_now = self.write([content for _, content in few])
            for (run, _), page in zip(few, written, strict=True):
                pages[run].append(page)
            texts |= self._site.texts.settle()
            drawings |= drawn_now
        return Printed(pages, texts, drawings)

    def write(self, contents: Sequence[Content]) -> tuple[list[MadePage], Set[bytes]]:
        """Write these pages, from their views to their files; gives their keys too."""
        pages = {page.file.dest_uri: page for page in self._pages(contents)}
        self._site.texts.prepare(page.text for page in pages.values())
        sheets = {}
        for destination, page in pages.items():
            page.read_source(self._config)
            page.render(self._config, _NONE)
            sheets[destination] = self._press.sheet(page)
        written, drawings = self._drawn.write(sheets, self._output)
        made = [
            MadePage(
                destination,
                written[destination].sha256,
                page.canonical_url,
                page.update_date,
                page.alternates,
                written[destination].dead,
            )
            for destination, page in pages.items()
        ]
        return made, drawings


def _cut(runs: Sequence[Run]) -> Iterator[slice]:
    """The runs, cut into tasks for one process each: a whole list, or some single pages."""
    start = 0
    for place, run in enumerate(runs):
        if place > start and (run.is_list or runs[start].is_list or place - start == _TOGETHER):
            yield slice(start, place)
            start = place
    if runs:
        yield slice(start, len(runs))
