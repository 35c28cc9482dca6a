"""Lists cut into pages and into facets, all usable without script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from trangtin.content.collation import collation_key
from trangtin.content.values.quantity import number_text
from trangtin.views import targets
from trangtin.views.page import home_link
from trangtin.views.parts.link import Link

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FacetLink:
    """One value of a facet."""

    link: Link
    count: int
    is_current: bool = False
    value: str = ""
    """Its name in addresses and data."""

    @property
    def counted(self) -> str:
        """The count as readers write it (`1.200`)."""
        return number_text(self.count)


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to cut a list down."""

    label: str
    values: tuple[FacetLink, ...]
    word: str = ""
    """Its name in addresses and data."""
    left_out: int = 0
    """How many more values the whole list's first page has; those here are the most used."""


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
    start: int
    """How many items stand on the pages before."""
    pager: Pager
    target: str

    def titled(self, title: str) -> str:
        """The title of this page of a list: from the second on it tells which."""
        return f"{title} (trang {self.pager.page})" if self.pager.page > 1 else title


def slices(items: Sequence[T], target: str, size: int) -> Iterator[Slice[T]]:
    """Cut a list into pages of at most `size`; an empty list has one empty page."""
    size = max(size, 1)
    pages = max((len(items) + size - 1) // size, 1)
    for page in range(1, pages + 1):
        start = (page - 1) * size
        part = tuple(items[start : start + size])
        yield Slice(part, start, _pager(target, page, pages), targets.numbered(target, page))


def _pager(target: str, page: int, pages: int) -> Pager:
    near = sorted({1, pages, *range(max(1, page - 2), min(pages, page + 2) + 1)})
    return Pager(
        page,
        pages,
        Link("Trang trước", targets.numbered(target, page - 1)) if page > 1 else None,
        Link("Trang sau", targets.numbered(target, page + 1)) if page < pages else None,
        tuple(Link(str(number), targets.numbered(target, number) if number != page else None) for number in near),
    )


@dataclass(frozen=True, slots=True)
class Cut(Generic[T]):
    """One way to cut a list down."""

    name: str
    """Its name in targets."""
    label: str
    title: str
    """Title of a cut-down list, with `{}` for the label of the value."""
    answers: Callable[[T], Iterable[tuple[str, str]]]
    """The values an item has, each with its label. Of two labels for one value the first in order counts."""
    order: Callable[[tuple[str, str]], Any]
    """Sort key of a (value, label)."""


@dataclass(frozen=True, slots=True)
class ListPage(Generic[T]):
    """One page of a list, whole or cut down."""

    target: str
    title: str
    items: tuple[T, ...]
    facets: tuple[Facet, ...]
    pager: Pager
    start: int
    """How many items stand on the pages before."""
    total: int
    """How many there are on all its pages."""

    def counted(self, what: str, each: str) -> str:
        """`125 văn bản` (`what`), or on a page of several `Văn bản 31 - 60 trong 125` (`each`)."""
        total = number_text(self.total)
        if self.pager.pages == 1:
            return f"{total} {what}"
        return f"{each} {number_text(self.start + 1)} - {number_text(self.start + len(self.items))} trong {total}"


@dataclass(frozen=True, slots=True)
class ItemList(Generic[T]):
    """A list, whole or cut down to one value: what its pages have in common."""

    target: str
    title: str
    items: Sequence[T]
    """Of all its pages."""
    whole: Link
    """The list that is not cut down."""
    cut: str | None
    """The name of the cut; None for the whole list."""
    facets: tuple[OfferedFacet, ...]

    @property
    def is_whole(self) -> bool:
        """True for the list itself, False for a cut of it."""
        return self.cut is None

    @property
    def crumbs(self) -> tuple[Link, ...]:
        """The way from the home page to this list."""
        return (home_link(),) if self.is_whole else (home_link(), self.whole)

    def pages(self, size: int) -> Iterator[ListPage[T]]:
        """Its pages of at most `size` items.

        Only the first page of the whole list offers every value of every cut, the others the most used ones: a page for
        each of a thousand subjects that all name a thousand subjects would be a million links.
        """
        few = tuple(facet.beside(self.target) for facet in self.facets)
        for part in slices(self.items, self.target, size):
            facets = tuple(facet.whole for facet in self.facets) if self.is_whole and part.start == 0 else few
            title = part.titled(self.title)
            yield ListPage(part.target, title, part.items, facets, part.pager, part.start, len(self.items))


MOST_VALUES = 20


class OfferedFacet:
    """A facet of a list, and which of its values a page offers."""

    def __init__(self, facet: Facet) -> None:
        """`facet` has all values, in order."""
        self.whole = facet
        most_used = sorted(range(len(facet.values)), key=lambda place: -facet.values[place].count)
        self._kept = frozenset(most_used[:MOST_VALUES])
        self._place = {value.link.target: place for place, value in enumerate(facet.values)}

    def beside(self, current: str) -> Facet:
        """The most used values, and beside them the one whose list is at `current`, marked."""
        here = self._place.get(current)
        shown = sorted(self._kept if here is None else self._kept | {here})
        values = tuple(
            replace(self.whole.values[place], is_current=True) if place == here else self.whole.values[place]
            for place in shown
        )
        return replace(self.whole, values=values, left_out=len(self.whole.values) - len(values))


def lists(items: Sequence[T], base: str, title: str, cuts: Iterable[Cut[T]]) -> Iterator[ItemList[T]]:
    """A list and all its cuts."""
    groups = {cut: found for cut in cuts if (found := _groups(items, cut))}
    facets = tuple(OfferedFacet(_facet(cut, base, found)) for cut, found in groups.items())
    whole = Link(title, base)
    yield ItemList(base, title, items, whole, None, facets)
    for cut, found in groups.items():
        for (value, label), some in found.items():
            target = targets.filtered(base, cut.name, value)
            yield ItemList(target, cut.title.format(label), some, whole, cut.name, facets)


def _facet(cut: Cut[T], base: str, groups: Mapping[tuple[str, str], Sequence[T]]) -> Facet:
    values = (
        FacetLink(Link(label, targets.filtered(base, cut.name, value)), len(found), value=value)
        for (value, label), found in groups.items()
    )
    return Facet(cut.label, tuple(values), targets.WORDS[cut.name])


def _groups(items: Sequence[T], cut: Cut[T]) -> dict[tuple[str, str], list[T]]:
    labels: dict[str, set[str]] = defaultdict(set)
    found: dict[str, list[T]] = defaultdict(list)
    for item in items:
        for value, label in dict(cut.answers(item)).items():
            labels[value].add(label)
            found[value].append(item)
    pairs = ((value, min(labels[value], key=collation_key)) for value in found)
    return {pair: found[pair[0]] for pair in sorted(pairs, key=cut.order)}


def grouped(items: Iterable[T], keys: Callable[[T], Iterable[str]]) -> dict[str, list[T]]:
    """Items by key, each item under each of its keys, in the order they came."""
    groups: dict[str, list[T]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            groups[key].append(item)
    return groups
