"""Which page stands at an address: none is worked out before somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from trangtin.host.addresses import list_address, list_folders
from trangtin.host.pages.contents import Run
from trangtin.host.pages.page import Content
from trangtin.host.site import Site
from trangtin.host.unrolled import Unrolled


class FoundPages:
    """The pages of a portal by address, none of them worked out before it is asked for."""

    def __init__(self, site: Site) -> None:
        """No page is worked out yet."""
        self._single: dict[str, Run] = {}
        self._lists: dict[str, Unrolled[Content]] = {}
        self._targets: dict[str, str] = {}
        for run in site.runs:
            if run.is_list:
                address = list_address(run.target)
                self._lists[address] = Unrolled(_supply(site, run.make))
            else:
                # Of two at one address MkDocs writes the later one last.
                address = site.addresses.of(run.target) or ""
                self._single[address] = run
            self._targets[address] = run.target
        self._editors = Unrolled(lambda: _addressed(site, site.editors_pages()))
        self._own = frozenset(site.broken.values())

    def has(self, address: str) -> bool:
        """Whether a single page or the first page of a list stands there; of cuts and further pages it says nothing."""
        return address in self._own or address in self._targets

    def target(self, address: str) -> str | None:
        """The target of the page at the address of a file or of a whole list; None where there is none."""
        return self._targets.get(address)

    def at(self, address: str) -> Content | None:
        """What the page at an address is made of; None where there is no page."""
        if address in self._own:
            return self._editors.get(address)
        if address in self._single:
            return next(iter(self._single[address].make()), None)
        likely = [self._lists[folder] for folder in list_folders(address) if folder in self._lists]
        found = (supply.get(address) for supply in (*likely, self._editors))
        return next((content for content in found if content is not None), None)


def _supply(site: Site, make: Callable[[], Iterable[Content]]) -> Callable[[], Iterator[tuple[str, Content]]]:
    return lambda: _addressed(site, ((content, None) for content in make()))


def _addressed(site: Site, made: Iterable[tuple[Content, str | None]]) -> Iterator[tuple[str, Content]]:
    for content, address in made:
        yield address or site.addresses.of(content.target) or "", content
