"""MkDocs pages that draw a view: text from an entry or none, template from the view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from trangtin.host.pages.pictures import Pictures
from trangtin.host.pages.sheet import Alternate
from trangtin.host.pages.text_pictures import with_pictures
from trangtin.host.texts.points import Point
from trangtin.host.texts.rendered_texts import RenderedTexts
from trangtin.host.texts.rendering import Profile, Text
from trangtin.host.texts.tree import LinkResolver
from trangtin.views.news import NewsView
from trangtin.views.page import PageView

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files


@dataclass(frozen=True, slots=True)
class Content:
    """What a page is made of."""

    target: str
    """Its identity: a repository path, or the target of a list."""
    view: PageView
    text: str = ""
    """Markdown of its body."""
    profile: Profile = Profile.PROSE
    base_heading: int = 2
    day: date | None = None
    """Day of its last change, for the site map of machines."""
    meta: Mapping[str, Any] = field(default_factory=dict)
    """Keys for other tools, from the head of a plain page."""


class PortalPage(MkDocsPage):
    """A page whose head was read by `content`; MkDocs reads no front matter and renders no Markdown for it."""

    def __init__(
        self,
        label: str | None,
        file: File,
        config: MkDocsConfig,
        content: Content,
        texts: RenderedTexts,
        resolve: LinkResolver,
        pictures: Pictures,
        today: date,
    ) -> None:
        """`label` is the menu's name for it, where the menu has one; `today` dates pages that change with the day."""
        super().__init__(label, file, config)
        self.portal = content
        self._texts = texts
        self._resolve = resolve
        self._pictures = pictures
        self.outline: tuple[Point, ...] = ()
        self.alternates: tuple[Alternate, ...] | None = None
        self.update_date = (content.day or today).isoformat()

    def read_source(self, config: MkDocsConfig) -> None:
        """Give MkDocs the body and what themes look for in `meta`."""
        view = self.portal.view
        self.markdown = self._typed
        own = {"title": view.title, "description": view.description}
        self.meta = {"template": f"pages/{view.template}", **self.portal.meta, **own}

    @property
    def text(self) -> Text:
        """Its text as it stands in the repository; other plugins may still change it."""
        return self._as_text(self._typed)

    @property
    def _typed(self) -> str:
        return "" if self.portal.view.is_withdrawn else self.portal.text

    def _as_text(self, markdown: str) -> Text:
        content = self.portal
        title = content.view.title if content.profile is Profile.PROSE else None
        return Text(markdown, content.profile, content.base_heading, title, self._resolve)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the body with the portal's own rules."""
        rendered = self._texts.of(self._as_text(self.markdown or ""))
        view = self.portal.view
        is_first_free = not (isinstance(view, NewsView) and view.picture)
        self.content = with_pictures(rendered.html, self.url, self._pictures, is_first_free=is_first_free)
        self.toc = get_toc(rendered.toc)
        self.outline = rendered.outline
        self.present_anchor_ids = None
