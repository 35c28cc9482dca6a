"""One build: a portal, its addresses and its MkDocs files. Made anew for every build, never changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from mkdocs.structure.files import File, InclusionLevel

from trangtin.batches import batches
from trangtin.content.configuration import CONFIG
from trangtin.content.problem import in_order
from trangtin.content.reader import Reading
from trangtin.content.sections import SECTION_PAGES
from trangtin.drawing.fonts import find_family
from trangtin.drawing.store import keep_pictures, pictures_of
from trangtin.host.addresses import Addresses, addresses_of, destination, full_addresses, list_address
from trangtin.host.assets import COMPONENT_STYLES, THEME, Assets, style_assets, theme_assets
from trangtin.host.contents import runs_of
from trangtin.host.data import DataFile, data_parts, script_data
from trangtin.host.desk import desk_contents
from trangtin.host.form import form_files, missing_form, published_form
from trangtin.host.found_files import FoundFiles
from trangtin.host.links import link_resolver
from trangtin.host.news_sitemap import NAME as NEWS_SITEMAP
from trangtin.host.pages import Content, PortalPage
from trangtin.host.pictures import Pictures, kept_sizes
from trangtin.host.redirects import number_addresses, old_addresses, redirect_page
from trangtin.host.rendered_texts import RenderedTexts
from trangtin.host.rendering import Renderer
from trangtin.host.server_files import server_files
from trangtin.host.sheet import Head, alternates
from trangtin.host.site_file import SiteFile, copied, data_of, generated
from trangtin.host.site_problems import MADE, claims, clashes, missing_fonts, picture_faults
from trangtin.host.stylesheet import Styles
from trangtin.portal.shown_pictures import shown_pictures
from trangtin.repository import Repository
from trangtin.search.files import search_index
from trangtin.search.index import Index
from trangtin.shelf import Shelved
from trangtin.views import targets
from trangtin.views.look import accent_colours
from trangtin.views.metadata import metadata
from trangtin.views.news_map import news_map
from trangtin.views.problems import problems_view
from trangtin.views.share import ShareCard, share_cards, share_image
from trangtin.views.structured import structured_data
from trangtin.views.translated import target_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

SEARCH = list_address(targets.SEARCH)
T = TypeVar("T")


class Site:
    """What one build publishes."""

    def __init__(self, repository: Repository, config: MkDocsConfig, theme: Path, *, is_preview: bool = False) -> None:
        """Work out every address before any page is drawn."""
        self._repository = repository
        self.portal = portal = repository.portal
        self.trust = repository.trust
        self.addresses: Addresses = addresses_of(portal)
        self._reading_paths = frozenset((*portal.titles, *repository.reading.broken))
        self._files = {target_of(each): each.entry.path for each in portal.translations if each.entry}
        self._files |= {f"list:{name}": f"{portal.layout.docs}/{path}" for path, name in SECTION_PAGES.items()}
        self._full = full_addresses(self.addresses, config.site_url or "")
        self._config = config
        # A unit's `custom_dir` stands before our theme: what lies there takes the place of ours.
        custom = getattr(config.theme, "custom_dir", None)
        themes = (Path(custom), theme) if custom else (theme,)
        self._styles = Styles(themes, accent_colours(portal.settings.look))
        self.page_styles = self._styles.by_page()
        self.found = FoundFiles(repository, config, themes)
        renderer = Renderer(config.markdown_extensions, config.mdx_configs)
        self.texts = RenderedTexts(renderer, repository.cache, portal.settings.executor)
        """The texts of its pages, rendered."""
        self.runs = tuple(runs_of(portal))
        # Other sites want full addresses, and nobody shares a preview.
        wanted = dict(share_cards(portal)) if config.site_url and not is_preview else {}
        self._family = find_family() if wanted else None
        self._cards = wanted if self._family else {}
        old = tuple(old_addresses(portal, self.addresses))
        self._old = (*old, *number_addresses(portal, self.addresses))
        self._form = published_form(portal, is_preview=is_preview)
        shown = tuple(shown_pictures(portal, repository.named_files))
        sizes = kept_sizes(repository, (each.path for each in shown))
        self.pictures = Pictures(sizes, self.addresses)
        self.assets = Assets(self._shared(themes, is_preview=is_preview))
        claimed = claims(self.runs, self.addresses, old)
        more = (
            *clashes(claimed, self.addresses, self._files, portal.attachments.offered, old),
            *((missing_fonts(),) if wanted and not self._family else ()),
            *(missing_form(CONFIG, self.root) if self._form else ()),
            *picture_faults(shown, sizes),
        )
        self.problems = in_order((*portal.problems, *more)) if more else portal.problems
        self.held_back = frozenset(self._held_back())
        """Files of `docs_dir` that are read and not published, as `nav` names them."""

    @property
    def root(self) -> Path:
        """The portal's folder."""
        return self._repository.root

    def _shared(self, themes: Sequence[Path], *, is_preview: bool) -> dict[str, bytes]:
        """Styles, scripts and other parts of the theme, and the emblem: what pages share, and browsers are to keep."""
        shared = theme_assets(themes, accent_colours(self.portal.settings.look))
        own = {address: source for address in shared if (source := self.found.at(address)) is not None}
        emblem = self.portal.settings.look.emblem
        path = self.portal.layout.in_docs(emblem) if emblem else None
        if path is not None and (place := self.addresses.of_path(path)):
            own[place] = self.found.source_of(path)
        shared |= style_assets(self._styles, is_preview=is_preview, is_ours=self._config.theme.name == THEME)
        return shared | {address: data_of(source) for address, source in own.items()}

    def _held_back(self) -> Iterator[str]:
        reading = self._repository.reading
        docs, made = f"{self.portal.layout.docs}/", SECTION_PAGES.keys()
        for entry in (entry for group in reading.groups for entry in group):
            name = entry.path.removeprefix(docs)
            if entry.path not in self._reading_paths and name not in made:
                yield name

    def add_to(self, files: Files, labels: Mapping[str, str], *, broken: Mapping[str, str] | None = None) -> None:
        """Put the portal's pages and files among MkDocs' own.

        Every Markdown file of `docs_dir` is replaced by the portal's page for it, or goes: drafts leave no trace.
        `broken` (only in a preview) maps unreadable files to the addresses where their problems are shown.
        """
        self.found.sift(files)
        pages = [self.page(content, labels) for run in self.runs for content in run.make()]
        texts = [file.page.text for file in pages if isinstance(file.page, PortalPage)]
        self.texts.order(texts)
        self.texts.prepare(texts)
        for file in pages:
            files.append(file)
        if broken is not None:
            for content, address in self.editors_pages(broken):
                files.append(self.page(content, labels, address))
        for made in (self.data(), self.files(), self.index()):
            for file in made:
                files.append(file)
        for file in self.redirects({file.dest_uri for file in files}):
            files.append(file)

    def editors_pages(self, broken: Mapping[str, str]) -> Iterator[tuple[Content, str | None]]:
        """The pages that only a preview has, with the addresses of those that stand for `broken` files."""
        yield Content(targets.PROBLEMS, problems_view(self.problems)), None
        for content in desk_contents(self._repository, self.problems, self._config):
            yield content, None
        for path, address in broken.items():
            yield Content(path, problems_view(self.problems, path)), address

    def data(self) -> Iterator[File]:
        """What programs read of the portal."""
        return chain.from_iterable(part() for part in self.data_parts())

    def data_parts(self) -> Iterator[Callable[[], Iterator[File]]]:
        """The same in parts that can be made beside each other."""
        for make in data_parts(self.portal, self.addresses, self._config.site_url or "", self.cache):
            yield partial(self._data, make)

    def _data(self, make: Callable[[], Iterator[DataFile]]) -> Iterator[File]:
        return (generated(self._config, address, data) for address, data in make())

    def index(self) -> Iterator[File]:
        """What the script of the search page reads."""
        for name, data in self.search_index().files():
            yield generated(self._config, SEARCH + name, data)

    def search_index(self) -> Index:
        """The same in parts."""
        return search_index(self.portal, lambda target: self.addresses.of(target) or "", self.cache)

    def files(self) -> Iterator[File]:
        """Everything else that is no page."""
        return chain.from_iterable(part() for part in self.parts())

    def parts(self, together: int | None = None) -> Iterator[Callable[[], Iterator[File]]]:
        """The same in parts that can be made beside each other: so many files of a kind in each, if it is said."""
        yield self._few
        for some in _cut(tuple(self.portal.attachments.offered), together):
            yield partial(self._attachments, some)
        for named in _cut(tuple(self._repository.pictures().items()), together):
            yield partial(self._first_pages, named)
        for cards in _cut(tuple(self._cards.items()), together):
            yield partial(self._share_pictures, dict(cards))

    def _few(self) -> Iterator[File]:
        """Files that are not one for each document."""
        for address, asset in self.assets.files():
            if not self.found.has(address):
                yield generated(self._config, address, asset)
        for address, source, sha256 in self.pictures.files():
            yield copied(self._config, address, address, source, sha256)
        if self._form is not None:
            for name, form_file in form_files(self._form, self.portal, self.root, self._config.site_url or ""):
                yield copied(self._config, name, name, form_file)
        if self._config.theme.name != THEME:
            yield generated(self._config, COMPONENT_STYLES, self._styles.components())
        has_news = bool(self._config.site_url) and any(True for _ in news_map(self.portal))
        site_maps = ("sitemap.xml", NEWS_SITEMAP) if has_news else ("sitemap.xml",)
        files_of_server = server_files(self.portal.settings, self._config.site_url or "", self._old, site_maps)
        for address, text in files_of_server:
            if not self.found.has(address):
                yield generated(self._config, address, text)
        if self._family is not None:
            keep_pictures(self._cards, self._family, self.cache)  # before or after they are drawn

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
        about = metadata(view, target, date.fromisoformat(page.update_date), self.portal)
        structured = script_data(structured_data(view, target, self.portal, self._full))
        image = share_image(view, target, self._cards) if self._config.site_url else None
        picture = self._full(image.target) if image else None
        return Head(about, structured, image, picture, page.alternates)

    def page(self, content: Content, labels: Mapping[str, str], address: str | None = None) -> File:
        """A page as MkDocs knows it; `labels` are the menu's names of pages by their files."""
        address = address or self._address(content.target)
        source = self._source_of(content.target, address)
        file = SiteFile.generated(self._config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        file.dest_uri = destination(address)
        file.edit_uri = self._repository_path(content.target, source)
        path, layout, today = file.edit_uri or content.target, self.portal.layout, self.portal.today
        resolve = link_resolver(path, file.url, self.addresses, layout, content.view.lang)
        page = PortalPage(labels.get(source), file, self._config, content, self.texts, resolve, self.pictures, today)
        page.alternates = alternates(content.view.versions, self._full) if self._config.site_url else None
        return file

    def _address(self, target: str) -> str:
        address = self.addresses.of(target)
        assert address is not None, target
        return address

    def _source_of(self, target: str, address: str) -> str:
        """The name under which `nav` knows the page: its path in `docs_dir`, or that of the index it stands for."""
        path = self._files.get(target, target)
        return f"{address}index.md" if path.startswith(MADE) else path.removeprefix(f"{self.portal.layout.docs}/")

    def _repository_path(self, target: str, source: str) -> str | None:
        """The file an editor would change; None for pages nobody wrote."""
        path = self._files.get(target, target)
        path = f"{self.portal.layout.docs}/{source}" if path.startswith(MADE) else path
        return path if path in self._reading_paths else None

    def _attachments(self, paths: Iterable[str]) -> Iterator[File]:
        """Files of public documents under their clean names, byte for byte."""
        for path in paths:
            if not self._repository.is_unsafe(path):
                address = self.addresses.by_target[targets.file_target(path)]
                yield copied(self._config, path, address, self.found.source_of(path), self.found.sha256_of(path))

    def _first_pages(self, pictures: Iterable[tuple[str, Shelved]]) -> Iterator[File]:
        for path, picture in pictures:
            address = self.addresses.by_target[targets.picture_target(path)]
            yield copied(self._config, address, address, picture, picture.sha256)

    def _share_pictures(self, cards: Mapping[str, ShareCard]) -> Iterator[File]:
        assert self._family is not None
        for page, picture in pictures_of(cards, self._family, self.cache).items():
            address = self._address(targets.share_picture(page))
            yield copied(self._config, address, address, picture, picture.sha256)

    def redirects(self, taken: Set[str]) -> Iterator[File]:
        """A page at each old address that sends the reader on, unless something stands there now."""
        taken, base = set(taken), (self._config.site_url or "").rstrip("/")
        for old in self._old:
            # A page cannot lie in a folder that has the name of a file.
            if old.destination not in taken and old.destination.removesuffix("/index.html") not in taken:
                taken.add(old.destination)
                yield generated(self._config, old.destination, redirect_page(old, base))


def _cut(things: Sequence[T], together: int | None) -> Iterator[Sequence[T]]:
    return (things[some] for some in batches(len(things), together or max(len(things), 1)))


def broken_addresses(reading: Reading, last: Mapping[str, str]) -> dict[str, str]:
    """Where a preview shows the problems of unreadable files: where they were last, else under their own path."""
    docs = f"{reading.layout.docs}/"
    return {path: last.get(path) or f"{path.removeprefix(docs).rpartition('.')[0]}/" for path in reading.broken}
