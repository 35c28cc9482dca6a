"""All that one of our pages is drawn of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trangtin.host.pages.menu import MenuItem
    from trangtin.host.texts.points import Point
    from trangtin.views.machine_readable.metadata import Metadata
    from trangtin.views.machine_readable.share import ShareImage
    from trangtin.views.page import PageView, SiteView
    from trangtin.views.parts.link import Version


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What templates may ask of MkDocs' page."""

    url: str
    canonical_url: str | None
    edit_url: str | None
    content: str


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in one of its languages."""

    lang: str
    """BCP 47 tag, or `x-default` for readers of none of them."""
    address: str
    """Full address."""


def alternates(versions: Sequence[Version], full: Callable[[str], str]) -> tuple[Alternate, ...] | None:
    """A page in all its languages, as search engines want them, the original for all others; None where it has one."""
    if not versions:
        return None
    return (
        *(Alternate(each.lang, full(each.target)) for each in versions),
        Alternate("x-default", full(versions[0].target)),
    )


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page tells machines; nothing where the page is for editors only."""

    about: Metadata | None = None
    """Dublin Core."""
    structured: str | None = None
    """JSON-LD, ready for a script element."""
    share: ShareImage | None = None
    """The picture that stands for the page elsewhere."""
    share_address: str | None = None
    """Full address of that picture."""
    alternates: tuple[Alternate, ...] | None = None
    """The page in all its languages, where it has several."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, ready to be drawn: its template sees this and what all pages share, nothing else."""

    template: str
    page: PageFacts
    view: PageView
    outline: tuple[Point, ...]
    menu: tuple[MenuItem, ...]
    head: Head
    site: SiteView | None = None
    """The frame of a page in another language; None: the one that all pages share."""

    @property
    def context(self) -> dict[str, Any]:
        """The variables of the template; what the head does not have is undefined there."""
        head = {field.name: getattr(self.head, field.name) for field in fields(self.head)}
        told = {name: value for name, value in head.items() if value is not None}
        frame = {} if self.site is None else {"site": self.site}
        return {"page": self.page, "view": self.view, "outline": self.outline, "menu": self.menu, **frame, **told}
