"""Lists cut into pages and into facets, all usable without script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from trangtin.content.collation import collation_key
from trangtin.views import targets
from trangtin.views.formats import number_text
from trangtin.views.link import Link

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
    everything: Sequence[T]
    """The items of all its pages."""
    facets: tuple[Facet, ...]
    pager: Pager
    is_whole: bool
    """True for the list itself, False for a cut of it."""


MOST_VALUES = 20


def list_pages(items: Sequence[T], base: str, title: str, cuts: Sequence[Cut[T]], size: int) -> Iterator[ListPage[T]]:
    """Every page of a list and of all its cuts.

    Only the first page of the whole list offers every value of every cut, the others the most used ones: a page for
    each of a thousand subjects that all name a thousand subjects would be a million links.
    """
    groups = {cut.name: _groups(items, cut) for cut in cuts}
    everything = tuple(
        Facet(
            cut.label,
            tuple(
                FacetLink(Link(label, targets.filtered(base, cut.name, value)), len(found), value=value)
                for (value, label), found in groups[cut.name].items()
            ),
            targets.WORDS[cut.name],
        )
        for cut in cuts
        if groups[cut.name]
    )
    yield from _pages(items, base, title, everything, size, is_whole=True)
    for cut in cuts:
        for (value, label), found in groups[cut.name].items():
            target = targets.filtered(base, cut.name, value)
            yield from _pages(found, target, cut.title.format(label), everything, size, is_whole=False)


def _groups(items: Sequence[T], cut: Cut[T]) -> dict[tuple[str, str], list[T]]:
    labels: dict[str, set[str]] = defaultdict(set)
    found: dict[str, list[T]] = defaultdict(list)
    for item in items:
        for value, label in dict(cut.answers(item)).items():
            labels[value].add(label)
            found[value].append(item)
    pairs = ((value, min(labels[value], key=collation_key)) for value in found)
    return {pair: found[pair[0]] for pair in sorted(pairs, key=cut.order)}


def _pages(
    items: Sequence[T], target: str, title: str, facets: tuple[Facet, ...], size: int, *, is_whole: bool
) -> Iterator[ListPage[T]]:
    few = tuple(_shortened(facet, target) for facet in facets)
    for part in slices(items, target, size):
        page = part.pager.page
        yield ListPage(
            part.target,
            f"{title} (trang {page})" if page > 1 else title,
            part.items,
            items,
            facets if is_whole and page == 1 else few,
            part.pager,
            is_whole,
        )


def _shortened(facet: Facet, current: str) -> Facet:
    """The most used values in their order, and the current one, marked."""
    used = sorted((value.count for value in facet.values), reverse=True)
    least = used[MOST_VALUES - 1] if len(used) > MOST_VALUES else 0
    kept = [value for value in facet.values if value.count > least][:MOST_VALUES]
    kept += [value for value in facet.values if value.count == least][: MOST_VALUES - len(kept)]
    shown = {value.link.target for value in kept} | {current}
    return replace(
        facet,
        values=tuple(
            replace(value, is_current=value.link.target == current)
            for value in facet.values
            if value.link.target in shown
        ),
    )


def grouped(items: Iterable[T], keys: Callable[[T], Iterable[str]]) -> dict[str, list[T]]:
    """Items by key, each item under each of its keys, in the order they came."""
    groups: dict[str, list[T]] = defaultdict(list)
    for item in items:
        for key in dict.fromkeys(keys(item)):
            groups[key].append(item)
    return groups
