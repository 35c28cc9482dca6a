"""One build: a portal, its addresses and its MkDocs files. Made anew for every build, never changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import material
from mkdocs.structure.files import File, InclusionLevel

from trangtin.content.problem import in_order
from trangtin.content.reader import Reading
from trangtin.content.sections import SECTION_PAGES
from trangtin.content.text import normalise
from trangtin.host.addresses import Addresses, addresses_of, destination, full_addresses, list_address
from trangtin.host.contents import runs_of
from trangtin.host.data import data_files, script_data
from trangtin.host.desk import desk_contents
from trangtin.host.form import form_files, missing_form, published_form
from trangtin.host.links import link_resolver
from trangtin.host.news_sitemap import NAME as NEWS_SITEMAP
from trangtin.host.pages import Content, PortalPage
from trangtin.host.redirects import number_addresses, old_addresses, redirect_page
from trangtin.host.rendered_texts import RenderedTexts
from trangtin.host.rendering import Renderer
from trangtin.host.server_files import server_files
from trangtin.host.sheet import Head
from trangtin.host.site_file import SiteFile
from trangtin.host.site_problems import CONFIG, claims, clashes, missing_fonts
from trangtin.host.stylesheet import Styles
from trangtin.repository import Repository, can_draw, search_files, share_pictures
from trangtin.views import targets
from trangtin.views.look import accent_colours
from trangtin.views.metadata import metadata
from trangtin.views.news_map import news_map
from trangtin.views.problems import problems_view
from trangtin.views.share import share_cards, share_image
from trangtin.views.structured import structured_data

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

THEME = "trangtin"
STYLES = "assets/trangtin.css"
SEARCH = list_address(targets.SEARCH)
PAGE_STYLES = "assets/pages/"
CONTRAST_STYLES = "assets/contrast.css"
PREVIEW_TEMPLATES = frozenset({"desk.html", "problems.html"})
"""Templates of pages that no published site has."""
COMPONENT_STYLES = "assets/trangtin-components.css"
_MATERIAL = Path(material.__file__).parent / "templates"


class Site:
    """What one build publishes."""

    def __init__(self, repository: Repository, config: MkDocsConfig, theme: Path, *, is_preview: bool = False) -> None:
        """Work out every address before any page is drawn."""
        self._repository = repository
        self.portal = portal = repository.portal
        self.trust = repository.trust
        self.addresses: Addresses = addresses_of(portal)
        self._reading_paths = frozenset((*portal.titles, *repository.reading.broken))
        self._full = full_addresses(self.addresses, config.site_url or "")
        self._config = config
        # A unit's `custom_dir` stands before our theme: what lies there takes the place of ours.
        custom = getattr(config.theme, "custom_dir", None)
        self._themes = (Path(custom), theme) if custom else (theme,)
        self._styles = Styles(self._themes, accent_colours(portal.settings.look))
        self.page_styles = self._styles.by_page()
        self._cleaned = repository.cleaned()
        renderer = Renderer(config.markdown_extensions, config.mdx_configs)
        self._texts = RenderedTexts(renderer, repository.cache, portal.settings.executor)
        self.runs = tuple(runs_of(portal))
        # Other sites want full addresses, and nobody shares a preview.
        wanted = dict(share_cards(portal)) if config.site_url and not is_preview else {}
        self._has_fonts = not wanted or can_draw()
        self._cards = wanted if self._has_fonts else {}
        old = tuple(old_addresses(portal, self.addresses))
        self._old = (*old, *number_addresses(portal, self.addresses))
        self._form = published_form(portal, is_preview=is_preview)
        missing = missing_form(CONFIG, self.root) if self._form else ()
        self.problems = in_order(
            (
                *portal.problems,
                *clashes(claims(self.runs, self.addresses, old), self.addresses, portal.attachments.offered, old),
                *(() if self._has_fonts else (missing_fonts(),)),
                *missing,
            )
        )
        self.held_back = frozenset(self._held_back())
        """Files of `docs_dir` that are read and not published, as `nav` names them."""

    @property
    def root(self) -> Path:
        """The portal's folder."""
        return self._repository.root

    def _held_back(self) -> Iterator[str]:
        reading = self._repository.reading
        docs, made = f"{self.portal.layout.docs}/", SECTION_PAGES.keys()
        for entry in (*reading.pages, *reading.units, *reading.news, *reading.campaigns, *reading.documents):
            name = entry.path.removeprefix(docs)
            if entry.path not in self._reading_paths and name not in made:
                yield name

    def add_to(self, files: Files, labels: Mapping[str, str], *, broken: Mapping[str, str] | None = None) -> None:
        """Put the portal's pages and files among MkDocs' own.

        Every Markdown file of `docs_dir` is replaced by the portal's page for it, or goes: drafts leave no trace.
        `broken` (only in a preview) maps unreadable files to the addresses where their problems are shown.
        """
        self.sift(files)
        pages = [self.page(content, labels) for run in self.runs for content in run.make()]
        self._texts.prepare(file.page.text for file in pages if isinstance(file.page, PortalPage))
        for file in pages:
            files.append(file)
        if broken is not None:
            for content, address in self.editors_pages(broken):
                files.append(self.page(content, labels, address))
        for made in (self.data(), self.files(is_preview=broken is not None), self.index()):
            for file in made:
                files.append(file)
        for file in self.redirects({file.dest_uri for file in files}):
            files.append(file)

    def sift(self, files: Files) -> None:
        """Take out what MkDocs found and must not publish, or what is published in another way."""
        for file in list(files):
            if file.is_documentation_page() or self._is_ours_to_bundle(file) or self._is_held_back(file):
                files.remove(file)
            elif self._is_in_docs(file):
                self._publish(files, file)

    def editors_pages(self, broken: Mapping[str, str]) -> Iterator[tuple[Content, str | None]]:
        """The pages that only a preview has, with the addresses of those that stand for `broken` files."""
        yield Content(targets.PROBLEMS, problems_view(self.problems)), None
        for content in desk_contents(self._repository, self.problems, self._config):
            yield content, None
        for path, address in broken.items():
            yield Content(path, problems_view(self.problems, path)), address

    def data(self) -> Iterator[File]:
        """What programs read of the portal."""
        for address, data in data_files(self.portal, self.addresses, self._config.site_url or "", self.cache):
            yield self._generated(address, data)

    def index(self) -> Iterator[File]:
        """What the script of the search page reads."""
        for name, index in search_files(self.portal, self.root, lambda target: self.addresses.of(target) or ""):
            yield self._generated(SEARCH + name, index)

    def files(self, *, is_preview: bool) -> Iterator[File]:
        """Everything else that is no page."""
        yield from self._attachments()
        yield self._generated(STYLES, self._styles.shared())
        yield self._generated(CONTRAST_STYLES, self._styles.contrast())
        for template, css in self.page_styles.items():
            if is_preview or template not in PREVIEW_TEMPLATES:
                yield self._generated(f"{PAGE_STYLES}{template.removesuffix('.html')}.css", css)
        if self._form is not None:
            for name, form_file in form_files(self._form, self.portal, self.root, self._config.site_url or ""):
                yield self._copied(name, name, form_file)
        for page, picture in share_pictures(self._cards, self.root).items():
            address = self._address(targets.share_picture(page))
            yield self._copied(address, address, picture)
        if self._config.theme.name != THEME:
            yield self._generated(COMPONENT_STYLES, self._styles.components())
        has_news = bool(self._config.site_url) and any(True for _ in news_map(self.portal))
        site_maps = ("sitemap.xml", NEWS_SITEMAP) if has_news else ("sitemap.xml",)
        files_of_server = server_files(self.portal.settings, self._config.site_url or "", self._old, site_maps)
        for address, text in files_of_server:
            if f"{self.portal.layout.docs}/{address}" not in self.portal.attachments.published:
                yield self._generated(address, text)

    @property
    def cache(self) -> Path:
        """The folder of what was worked out once."""
        return self._repository.cache

    def close(self) -> None:
        """Write down what the next build need not work out again."""
        self._texts.close()

    def head_of(self, page: PortalPage) -> Head:
        """What the head of a page tells machines."""
        target, view = page.portal.target, page.portal.view
        if targets.is_preview_only(target) or self.addresses.of(target) is None:
            return Head()
        about = metadata(view, target, date.fromisoformat(page.update_date), self.portal)
        structured = script_data(structured_data(view, target, self.portal, self._full))
        image = share_image(view, target, self._cards) if self._config.site_url else None
        return Head(about, structured, image, self._full(image.target) if image else None)

    def _publish(self, files: Files, file: File) -> None:
        """A file that goes out where it lies, pictures without the notes of their cameras."""
        path = self._path_of(file)
        if path in self._cleaned or self._repository.is_unsafe(path):
            files.remove(file)
        if path in self._cleaned:
            files.append(self._copied(file.src_uri, normalise(file.dest_uri), self._cleaned[path]))
        file.dest_uri = normalise(file.dest_uri)  # macOS hands over names that no link spells that way

    def _path_of(self, file: File) -> str:
        return f"{self.portal.layout.docs}/{normalise(file.src_uri)}"

    def _is_in_docs(self, file: File) -> bool:
        return file.src_dir is not None and Path(file.src_dir) == Path(self._config.docs_dir)

    def _is_held_back(self, file: File) -> bool:
        """A file of `docs_dir` that our reader passed over (backups, links) or that only drafts use."""
        return self._is_in_docs(file) and self._path_of(file) not in self.portal.attachments.published

    def _is_ours_to_bundle(self, file: File) -> bool:
        """The sources of our stylesheet, and under our theme whatever Material brings: no template of ours loads it."""
        source = Path(file.src_dir) if file.src_dir else None
        if source in self._themes:
            return file.src_uri.startswith(("components/", "styles/", "pages/"))
        return self._config.theme.name == THEME and source is not None and source == _MATERIAL

    def published(self, address: str) -> Path | bytes | None:
        """A file of `docs_dir` that goes out where it lies."""
        path = f"{self.portal.layout.docs}/{address}"
        if path not in self.portal.attachments.published or self._repository.is_unsafe(path):
            return None
        return self._cleaned.get(path, self._repository.reading.attachments[path])

    def page(self, content: Content, labels: Mapping[str, str], address: str | None = None) -> File:
        """A page as MkDocs knows it; `labels` are the menu's names of pages by their files."""
        address = address or self._address(content.target)
        source = self._source_of(content.target, address)
        file = SiteFile.generated(self._config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        file.dest_uri = destination(address)
        file.edit_uri = self._repository_path(content.target, source)
        resolve = link_resolver(file.edit_uri or content.target, file.url, self.addresses, self.portal.layout)
        PortalPage(labels.get(source), file, self._config, content, self._texts, resolve, self.portal.today)
        return file

    def _address(self, target: str) -> str:
        address = self.addresses.of(target)
        assert address is not None, target
        return address

    def _source_of(self, target: str, address: str) -> str:
        """The name under which `nav` knows the page: its path in `docs_dir`, or that of the index it stands for."""
        if not target.startswith("list:"):
            return target.removeprefix(f"{self.portal.layout.docs}/")
        for path, section in SECTION_PAGES.items():
            if f"list:{section}" == target:
                return path
        return f"{address}index.md"

    def _repository_path(self, target: str, source: str) -> str | None:
        """The file an editor would change; None for pages nobody wrote."""
        path = f"{self.portal.layout.docs}/{source}" if target.startswith("list:") else target
        return path if path in self._reading_paths else None

    def _attachments(self) -> Iterator[File]:
        """Files of public documents under their clean names, byte for byte, and pictures of their first pages."""
        for path in self.portal.attachments.offered:
            if not self._repository.is_unsafe(path):
                source = self._cleaned.get(path, self._repository.reading.attachments[path])
                file = self._copied(path, self.addresses.by_target[targets.file_target(path)], source)
                if isinstance(file, SiteFile) and path not in self._cleaned and path in self._repository.facts:
                    file.sha256 = self._repository.facts[path].sha256
                yield file
        for path, picture in self._repository.pictures().items():
            address = self.addresses.by_target[targets.picture_target(path)]
            yield self._copied(address, address, picture)

    def _copied(self, name: str, address: str, source: Path | bytes) -> File:
        if isinstance(source, bytes):
            file = SiteFile.generated(self._config, name, content=source)
        else:
            file = SiteFile.generated(self._config, name, abs_src_path=str(source))
        file.dest_uri = address
        return file

    def _generated(self, address: str, content: str | bytes) -> File:
        # INCLUDED: MkDocs would leave out what begins with a dot, as `.well-known/` does.
        return SiteFile.generated(self._config, address, content=content, inclusion=InclusionLevel.INCLUDED)

    def redirects(self, taken: Set[str]) -> Iterator[File]:
        """A page at each old address that sends the reader on, unless something stands there now."""
        taken, base = set(taken), (self._config.site_url or "").rstrip("/")
        for old in self._old:
            # A page cannot lie in a folder that has the name of a file.
            if old.destination not in taken and old.destination.removesuffix("/index.html") not in taken:
                taken.add(old.destination)
                yield self._generated(old.destination, redirect_page(old, base))


def broken_addresses(reading: Reading, last: Mapping[str, str]) -> dict[str, str]:
    """Where a preview shows the problems of unreadable files: where they were last, else under their own path."""
    docs = f"{reading.layout.docs}/"
    return {path: last.get(path) or f"{path.removeprefix(docs).rpartition('.')[0]}/" for path in reading.broken}
