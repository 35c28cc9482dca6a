"""Every file of one build that is no page: where it goes and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from trangtin.batches import batches
from trangtin.disk.shelf import Shelved
from trangtin.drawing.fonts import find_family
from trangtin.drawing.store import keep_pictures, pictures_of
from trangtin.host.addresses import Addresses, folders_of, list_address
from trangtin.host.files.form import form_addresses, form_files, published_form
from trangtin.host.files.found_files import FoundFiles
from trangtin.host.files.redirects import OldAddress, asked_addresses, redirect_page
from trangtin.host.files.server_files import NAMES as SERVER_FILES
from trangtin.host.files.server_files import server_files
from trangtin.host.files.site_file import copied, data_of, generated
from trangtin.host.files.taken import Places, Taken
from trangtin.host.machine_readable.data import DataFile, data_addresses, data_parts
from trangtin.host.machine_readable.news_sitemap import NAME as NEWS_SITEMAP
from trangtin.host.pages.assets import COMPONENT_STYLES, THEME, Assets, style_assets, theme_assets
from trangtin.host.pages.pictures import Pictures, kept_sizes
from trangtin.host.pages.stylesheet import Styles
from trangtin.portal.shown_pictures import shown_pictures
from trangtin.repository import Repository
from trangtin.search.index import FOLDER as INDEX
from trangtin.search.index import START, Index, search_index
from trangtin.signing.manifest import NAME as MANIFEST
from trangtin.views import targets
from trangtin.views.machine_readable.news_map import news_map
from trangtin.views.machine_readable.share import ShareCard, share_cards
from trangtin.views.parts.look import accent_colours

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File

SEARCH = list_address(targets.SEARCH)
_DATA_ENDINGS = (".xml", ".ics", ".schema.json")
"""Endings of the names of feeds, calendars and schemas."""
T = TypeVar("T")


class SiteFiles:
    """The files of a portal, none of them made before it is asked for."""

    def __init__(
        self,
        repository: Repository,
        config: MkDocsConfig,
        addresses: Addresses,
        theme: Path,
        pages: Set[str],
        old: Sequence[OldAddress],
        *,
        is_preview: bool = False,
    ) -> None:
        """Look at what lies in `docs_dir`, in the `theme` and in the portal.

        `pages` are the files of its pages, `old` are addresses that are to lead on.
        """
        self._repository = repository
        self._portal = portal = repository.portal
        self._config = config
        self._addresses = addresses
        # A unit's `custom_dir` stands before our theme: what lies there takes the place of ours.
        custom = getattr(config.theme, "custom_dir", None)
        themes = (Path(custom), theme) if custom else (theme,)
        self._styles = Styles(themes, accent_colours(portal.settings.look))
        self.page_styles = self._styles.by_page()
        self.found = FoundFiles(repository, config, themes)
        # Other sites want full addresses, and nobody shares a preview.
        wanted = dict(share_cards(portal)) if config.site_url and not is_preview else {}
        self._family = find_family() if wanted else None
        self.cards: Mapping[str, ShareCard] = wanted if self._family else {}
        """What pictures for shared links show, by their pages."""
        self.lacks_fonts = bool(wanted) and self._family is None
        """Whether pictures for shared links are wanted, and the machine has no fonts to draw them with."""
        self.form = published_form(portal, is_preview=is_preview)
        self.shown = tuple(shown_pictures(portal, repository.named_files))
        self.sizes = kept_sizes(repository, (each.path for each in self.shown))
        self.pictures = Pictures(self.sizes, addresses)
        self.assets = Assets(self._shared(themes, is_preview=is_preview))
        self.places = self._places(pages, old)

    def _places(self, pages: Set[str], old: Sequence[OldAddress]) -> Places:
        """Give out addresses: first to the site's own files, then to `docs_dir`, at last to old addresses."""
        lying = {self._addresses.by_target[path]: path for path in self._portal.attachments.published}
        named = (*lying, *(each.destination for each in old))
        folders = folders_of(pages)
        made = frozenset(self._made({*named, *folders, *folders_of(named)}))
        giving_way = frozenset((*SERVER_FILES, COMPONENT_STYLES, *(address for address, _ in self.assets.files())))
        taken = Taken({*pages, *made})
        in_the_way = {address: path for address, path in lying.items() if not taken.take(address)}
        for address in giving_way:
            taken.take(address)
        standing = frozenset(taken.files)
        crossed = (made | giving_way) & (pages | folders)
        return Places(crossed, in_the_way, standing, tuple(each for each in old if taken.take(each.destination)))

    def _made(self, asked: Set[str]) -> Iterator[str]:
        """The addresses of all files save those that lie in `docs_dir`, or give way to one that does.

        What stands for a folder of which nobody can say what will lie in it is the folder's name.
        Feeds and the like are only looked for if an address that is `asked` for could be one of them.
        """
        portal, published = self._portal, self._portal.attachments.published
        # Data, files of documents, pictures of their first pages.
        known = (address for target, address in self._addresses.by_target.items() if target not in published)
        yield from (address for address in known if address and not address.endswith("/"))
        if any(address.endswith(_DATA_ENDINGS) for address in asked):
            yield from data_addresses(portal, self._addresses)
        yield from (self._addresses.sure(targets.qr_code(campaign.path)) for campaign in portal.campaigns)
        yield from (self._addresses.sure(targets.share_picture(page)) for page in self.cards)
        yield from (address for address, _, _ in self.pictures.files())
        yield from form_addresses(self._repository.root) if self.form is not None else ()
        yield from (SEARCH + START, SEARCH + INDEX.rstrip("/"), MANIFEST)
        by_mkdocs = {*self._config.theme.static_templates, "sitemap.xml", "sitemap.xml.gz"}
        yield from by_mkdocs - {*self._config.extra_templates}

    def _shared(self, themes: Sequence[Path], *, is_preview: bool) -> dict[str, bytes]:
        """Styles, scripts and other parts of the theme, and the emblem: what pages share, and browsers are to keep."""
        shared = theme_assets(themes, accent_colours(self._portal.settings.look))
        own = {address: source for address in shared if (source := self.found.at(address)) is not None}
        emblem = self._portal.settings.look.emblem
        path = self._portal.layout.in_docs(emblem) if emblem else None
        if path is not None and (place := self._addresses.of_path(path)):
            own[place] = self.found.source_of(path)
        shared |= style_assets(self._styles, is_preview=is_preview, is_ours=self._config.theme.name == THEME)
        return shared | {address: data_of(source) for address, source in own.items()}

    def data(self) -> Iterator[File]:
        """Feeds, calendars, open data, QR codes."""
        return chain.from_iterable(part() for part in self.data_parts())

    def data_parts(self) -> Iterator[Callable[[], Iterator[File]]]:
        """The same, cut into parts that can be made in different processes."""
        for make in data_parts(self._portal, self._addresses, self._config.site_url or "", self._repository.cache):
            yield partial(self._data, make)

    def _data(self, make: Callable[[], Iterator[DataFile]]) -> Iterator[File]:
        return (generated(self._config, address, data) for address, data in make())

    def index(self) -> Iterator[File]:
        """The search index."""
        for name, data in self.search_index().files():
            yield generated(self._config, SEARCH + name, data)

    def search_index(self) -> Index:
        """The same, to be made in parts."""
        return search_index(self._portal, lambda target: self._addresses.of(target) or "", self._repository.cache)

    def others(self) -> Iterator[File]:
        """Everything else save redirects."""
        return chain.from_iterable(part() for part in self.parts())

    def parts(self, together: int | None = None) -> Iterator[Callable[[], Iterator[File]]]:
        """The same, cut into parts that can be made in different processes, of at most `together` files each."""
        yield self._few
        for some in _cut(tuple(self._portal.attachments.offered), together):
            yield partial(self._attachments, some)
        for named in _cut(tuple(self._repository.pictures().items()), together):
            yield partial(self._first_pages, named)
        for cards in _cut(tuple(self.cards.items()), together):
            yield partial(self._share_pictures, dict(cards))

    def _few(self) -> Iterator[File]:
        """Files that are not one for each document."""
        for address, asset in self.assets.files():
            if not self.found.has(address):
                yield generated(self._config, address, asset)
        for address, source, sha256 in self.pictures.files():
            yield copied(self._config, address, address, source, sha256)
        if self.form is not None:
            for name, file in form_files(self.form, self._portal, self._repository.root, self._config.site_url or ""):
                yield copied(self._config, name, name, file)
        if self._config.theme.name != THEME:
            yield generated(self._config, COMPONENT_STYLES, self._styles.components())
        for address, text in self._server_files():
            if not self.found.has(address):
                yield generated(self._config, address, text)
        if self._family is not None:
            keep_pictures(self.cards, self._family, self._repository.cache)  # before or after they are drawn

    def _server_files(self) -> Iterator[tuple[str, str]]:
        has_news = bool(self._config.site_url) and any(True for _ in news_map(self._portal))
        site_maps = ("sitemap.xml", NEWS_SITEMAP) if has_news else ("sitemap.xml",)
        settings, site_url = self._portal.settings, self._config.site_url or ""
        asked = asked_addresses(self._portal, self._addresses)
        return server_files(settings, site_url, self.places.old, asked, self.places.standing, site_maps)

    def _attachments(self, paths: Iterable[str]) -> Iterator[File]:
        """Files of public documents under their clean names, byte for byte."""
        for path in paths:
            if not self._repository.is_unsafe(path):
                address = self._addresses.by_target[targets.file_target(path)]
                yield copied(self._config, path, address, self.found.source_of(path), self.found.sha256_of(path))

    def _first_pages(self, pictures: Iterable[tuple[str, Shelved]]) -> Iterator[File]:
        for path, picture in pictures:
            address = self._addresses.by_target[targets.picture_target(path)]
            yield copied(self._config, address, address, picture, picture.sha256)

    def _share_pictures(self, cards: Mapping[str, ShareCard]) -> Iterator[File]:
        assert self._family is not None
        for page, picture in pictures_of(cards, self._family, self._repository.cache).items():
            address = self._addresses.sure(targets.share_picture(page))
            yield copied(self._config, address, address, picture, picture.sha256)

    def redirects(self, taken: Set[str] = frozenset()) -> Iterator[File]:
        """The page at each old address that sends readers on, except where another plugin has `taken` the place."""
        base = (self._config.site_url or "").rstrip("/")
        for old in self.places.old:
            if old.destination not in taken:
                yield generated(self._config, old.destination, redirect_page(old, base))


def _cut(things: Sequence[T], together: int | None) -> Iterator[Sequence[T]]:
    return (things[some] for some in batches(len(things), together or max(len(things), 1)))
