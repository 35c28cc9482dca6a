"""One build: a portal, its addresses and its MkDocs files. Made anew for every build, never changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

from trangtin.content.options.configuration import CONFIG
from trangtin.content.problem import Problem, in_order
from trangtin.content.reading.reader import Reading
from trangtin.content.sections import SECTION_PAGES
from trangtin.host.addresses import Addresses, addresses_of, destination, full_addresses
from trangtin.host.files.form import missing_form
from trangtin.host.files.redirects import kept_addresses, old_addresses
from trangtin.host.files.roles import roles_of
from trangtin.host.files.site_file import SiteFile
from trangtin.host.files.site_files import SiteFiles
from trangtin.host.last_pages import key_beside_texts
from trangtin.host.machine_readable.data import script_data
from trangtin.host.pages.contents import runs_of
from trangtin.host.pages.desk import desk_contents
from trangtin.host.pages.links import link_resolver
from trangtin.host.pages.page import Content, PortalPage
from trangtin.host.pages.sheet import Head, alternates
from trangtin.host.point_links import PointLinks, points_in_page
from trangtin.host.site_problems import (
    MADE,
    claims,
    clash_of_file,
    clashes,
    lost_addresses,
    missing_fonts,
    picture_faults,
)
from trangtin.host.texts.rendered_texts import RenderedTexts
from trangtin.host.texts.rendering import Renderer, Text
from trangtin.repository import Repository
from trangtin.signing.site_roles import SiteRoles
from trangtin.views import targets
from trangtin.views.for_editors.problems import problems_view
from trangtin.views.machine_readable.metadata import metadata
from trangtin.views.machine_readable.share import share_image
from trangtin.views.machine_readable.structured import structured_data
from trangtin.views.translated import target_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from trangtin.standing.inputs import Inputs


class Site:
    """What one build publishes."""

    def __init__(
        self,
        repository: Repository,
        config: MkDocsConfig,
        theme: Path,
        *,
        last: Mapping[str, str] | None = None,
        is_preview: bool = False,
    ) -> None:
        """Work out every address before any page is drawn; `last` tells where all was `seen_at` before an edit."""
        self._repository = repository
        self.portal = portal = repository.portal
        self.trust = repository.trust
        self.addresses: Addresses = addresses_of(portal)
        self._reading_paths = frozenset((*portal.titles, *repository.reading.broken))
        self.broken = _broken_addresses(repository.reading, last or {})
        """Where a preview shows the problems of each unreadable file. A site that is published has none."""
        self._files = {target_of(each): each.entry.path for each in portal.translations if each.entry}
        self._files |= targets.section_files(portal.layout.docs)
        self._full = full_addresses(self.addresses, config.site_url or "")
        self._config = config
        renderer = Renderer(config.markdown_extensions, config.mdx_configs)
        self.texts = RenderedTexts(renderer, repository.cache, portal.settings.executor)
        """The texts of its pages, rendered."""
        self.runs = tuple(runs_of(portal))
        old = tuple(old_addresses(portal, self.addresses))
        claimed = tuple(claims(self.runs, self.addresses, old))
        pages = {destination(self.addresses.of(each.target) or "") for each in claimed}
        every = (*old, *kept_addresses(portal, self.addresses))
        self.files = files = SiteFiles(repository, config, self.addresses, theme, pages, every, is_preview=is_preview)
        more = (
            *clashes(claimed, self.addresses, self._files, files.places.crossed),
            *(clash_of_file(path, address) for address, path in files.places.in_the_way.items()),
            *lost_addresses(old, files.places.old),
            *((missing_fonts(),) if files.lacks_fonts else ()),
            *(missing_form(CONFIG, self.root) if files.form else ()),
            *picture_faults(files.shown, files.sizes),
            *self._dead_points(theme),
        )
        self.problems = in_order((*portal.problems, *more)) if more else portal.problems
        self.held_back = frozenset(self._held_back())
        """Files of `docs_dir` that are read and not published, as `nav` names them."""

    @property
    def root(self) -> Path:
        """The portal's folder."""
        return self._repository.root

    @property
    def seen_at(self) -> Mapping[str, str]:
        """The address of each target, and of what is wrong with each unreadable file."""
        return {**self.addresses.by_target, **self.broken}

    def key_beside_texts(self, inputs: Inputs) -> str:
        """A hash of all that pages and files are made of, save the texts that they show."""
        return key_beside_texts(inputs, self._repository.reading, self.portal, self.files.shown)

    def roles(self, papers: Iterable[str], files: Iterable[str]) -> SiteRoles:
        """What each published file is to somebody who has cited it (`publishing` warns before such a file is lost)."""
        return roles_of(self.portal, self.addresses, self.runs, papers, files)

    def _dead_points(self, theme: Path) -> Iterator[Problem]:
        runs = {run.target: run for run in self.runs}

        def points_of(pages: Sequence[str]) -> Iterator[Sequence[str] | None]:
            made = [next(iter(runs[page].make()), None) for page in pages]
            shown = [None if each is None or each.view.is_withdrawn else self._text_of(each) for each in made]
            self.texts.prepare(text for text in shown if text is not None)
            yield from (None if text is None else points_in_page(self.texts.of(text).html) for text in shown)
            self.texts.settle()

        templates = (theme, *map(Path, self._config.theme.dirs))
        named = self._repository.named_files
        return PointLinks(self.portal, named, runs.keys(), self._files).dead(points_of, templates)

    def _text_of(self, content: Content) -> Text:
        page = self.page(content, {}).page
        assert isinstance(page, PortalPage)
        return page.text

    def _held_back(self) -> Iterator[str]:
        reading = self._repository.reading
        docs, made = f"{self.portal.layout.docs}/", SECTION_PAGES.keys()
        for entry in (entry for group in reading.groups for entry in group):
            name = entry.path.removeprefix(docs)
            if entry.path not in self._reading_paths and name not in made:
                yield name

    def add_to(self, files: Files, labels: Mapping[str, str], *, for_editors: bool) -> None:
        """Put the portal's pages and files among MkDocs' own, with those `for_editors` where it is a preview.

        Every Markdown file of `docs_dir` is replaced by the portal's page for it, or goes: drafts leave no trace.
        """
        self.files.found.sift(files)
        pages = [self.page(content, labels) for run in self.runs for content in run.make()]
        texts = [file.page.text for file in pages if isinstance(file.page, PortalPage)]
        self.texts.order(texts)
        self.texts.prepare(texts)
        for file in pages:
            files.append(file)
        if for_editors:
            for content, address in self.editors_pages():
                files.append(self.page(content, labels, address))
        for made in (self.files.data(), self.files.others(), self.files.index()):
            for file in made:
                files.append(file)
        for file in self.files.redirects({file.dest_uri for file in files}):
            files.append(file)

    def editors_pages(self) -> Iterator[tuple[Content, str | None]]:
        """The pages that only a preview has, with the addresses of those that stand for unreadable files."""
        yield Content(targets.PROBLEMS, problems_view(self.problems)), None
        for content in desk_contents(self._repository, self.problems, self._config):
            yield content, None
        for path, address in self.broken.items():
            yield Content(path, problems_view(self.problems, path)), address

    @property
    def cache(self) -> Path:
        """The folder of what was worked out once."""
        return self._repository.cache

    def close(self) -> None:
        """Write down what the next build need not work out again."""
        self.texts.keep(self.texts.settle())

    def head_of(self, page: PortalPage) -> Head:
        """What the head of a page tells machines."""
        target, view = page.portal.target, page.portal.view
        if targets.is_preview_only(target) or self.addresses.of(target) is None:
            return Head()
        about = metadata(view, target, page.portal.day, self.portal)
        structured = script_data(structured_data(view, target, self.portal, self._full))
        image = share_image(view, target, self.files.cards) if self._config.site_url else None
        picture = self._full(image.target) if image else None
        return Head(about, structured, image, picture, page.alternates)

    def page(self, content: Content, labels: Mapping[str, str], address: str | None = None) -> File:
        """A page as MkDocs knows it; `labels` are the menu's names of pages by their files."""
        address = address or self.addresses.sure(content.target)
        source = self.source_of(content.target, address)
        file = SiteFile.generated(self._config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        file.dest_uri = destination(address)
        file.edit_uri = self._repository_path(content.target, source)
        path, layout, today = file.edit_uri or content.target, self.portal.layout, self.portal.today
        resolve = link_resolver(path, file.url, self.addresses, layout, content.view.lang)
        pictures = self.files.pictures
        page = PortalPage(labels.get(source), file, self._config, content, self.texts, resolve, pictures, today)
        page.alternates = alternates(content.view.versions, self._full) if self._config.site_url else None
        return file

    def source_of(self, target: str, address: str) -> str:
        """What `nav` calls the page: its path in `docs_dir`, or that of the index file which could stand behind it."""
        path = self._files.get(target, target)
        return f"{address}index.md" if path.startswith(MADE) else path.removeprefix(f"{self.portal.layout.docs}/")

    def _repository_path(self, target: str, source: str) -> str | None:
        """The file an editor would change to change this page; None where nobody wrote one."""
        path = self._files.get(target, target)
        path = f"{self.portal.layout.docs}/{source}" if path.startswith(MADE) else path
        return path if path in self._reading_paths else None


def _broken_addresses(reading: Reading, last: Mapping[str, str]) -> dict[str, str]:
    """Where a preview shows the problems of unreadable files: at their last address, else at their own path."""
    docs = f"{reading.layout.docs}/"
    return {path: last.get(path) or f"{path.removeprefix(docs).rpartition('.')[0]}/" for path in reading.broken}
