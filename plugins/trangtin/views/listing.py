"""Lists cut into pages and into facets, all usable without script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from trangtin.views import targets
from trangtin.views.link import Link

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FacetLink:
    """One value of a facet."""

    link: Link
    count: int
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to cut a list down."""

    label: str
    values: tuple[FacetLink, ...]


@dataclass(frozen=True, slots=True)
class Pager:
    """Where one page of a list stands among the others."""

    page: int
    pages: int
    previous: Link | None
    next: Link | None
    links: tuple[Link, ...]
    """Numbered pages near this one, first and last always; a link without target is this page."""


@dataclass(frozen=True, slots=True)
class Slice(Generic[T]):
    """One page of a list."""

    items: tuple[T, ...]
    total: int
    pager: Pager
    target: str


def slices(items: Sequence[T], target: str, size: int) -> Iterator[Slice[T]]:
    """Cut a list into pages of at most `size`; an empty list has one empty page."""
    size = max(size, 1)
    pages = max((len(items) + size - 1) // size, 1)
    for page in range(1, pages + 1):
        part = tuple(items[(page - 1) * size : page * size])
        yield Slice(part, len(items), _pager(target, page, pages), targets.numbered(target, page))


def _pager(target: str, page: int, pages: int) -> Pager:
    near = sorted({1, pages, *range(max(1, page - 2), min(pages, page + 2) + 1)})
    return Pager(
        page,
        pages,
        Link("Trang trước", targets.numbered(target, page - 1)) if page > 1 else None,
        Link("Trang sau", targets.numbered(target, page + 1)) if page < pages else None,
        tuple(Link(str(number), targets.numbered(target, number) if number != page else None) for number in near),
    )


def grouped(items: Iterable[T], keys: Callable[[T], Iterable[str]]) -> dict[str, list[T]]:
    """Items by key, each item under each of its keys, in the order they came."""
    groups: dict[str, list[T]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            groups[key].append(item)
    return groups
