"""All that a page of ours is drawn of, and a hash of it."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trangtin.host.menu import MenuItem
    from trangtin.host.points import Point
    from trangtin.views.link import Version
    from trangtin.views.metadata import Metadata
    from trangtin.views.page import PageView, SiteView
    from trangtin.views.share import ShareImage

_PLAIN = frozenset({str, int, float, bool, type(None)})


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
        """As templates name it; what a head has not is undefined there."""
        head = {field.name: getattr(self.head, field.name) for field in fields(self.head)}
        told = {name: value for name, value in head.items() if value is not None}
        frame = {} if self.site is None else {"site": self.site}
        return {"page": self.page, "view": self.view, "outline": self.outline, "menu": self.menu, **frame, **told}


def spelt_out(value: object) -> bytes:
    """The value as bytes that no other value has. Raises TypeError for what is more than values in values.

    Only ever compared, never read: `marshal` writes long texts five times as quickly as `repr`. In its first version,
    because the later ones write equal values in several ways.
    """
    return marshal.dumps(_plain(value), 0)


def _plain(value: Any) -> Any:
    kind: type = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple or kind is list:
        return _all_plain(value)
    if isinstance(value, date):
        return kind.__qualname__, value.isoformat()
    taken = _parts(kind)
    if taken is not None:
        return kind.__qualname__, _all_plain(taken(value))
    if isinstance(value, Enum):
        return kind.__qualname__, value.name
    if isinstance(value, Mapping):
        return [(_plain(key), _plain(each)) for key, each in value.items()]
    if isinstance(value, str):
        return str(value)
    raise TypeError(kind)


def _all_plain(values: Iterable[Any]) -> list[Any]:
    """Most values are texts, and a call for each takes longer than all the rest."""
    return [each if type(each) in _PLAIN else _plain(each) for each in values]


@cache
def _parts(kind: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """What gives the fields of a dataclass at once; None for other types."""
    if not is_dataclass(kind):
        return None
    names = [field.name for field in fields(kind)]
    if not names:
        return lambda _: ()
    taken = attrgetter(*names)
    return taken if len(names) > 1 else lambda value: (taken(value),)
