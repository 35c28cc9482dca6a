"""The menu as a tree, and the way through it to a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from trangtin.content.translation import section_of
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.parts.link import Link


@dataclass(frozen=True, slots=True)
class Branch:
    """A page, or the name of a group, with what stands below it."""

    link: Link
    below: tuple[Branch, ...] = ()


def menu_branches(portal: Portal) -> tuple[Branch, ...]:
    """The whole menu."""
    return tuple(_branches(0, portal.menu.names.items(), portal))


def _branches(depth: int, items: Iterable[tuple[str, tuple[str, ...]]], portal: Portal) -> Iterator[Branch]:
    """Those of pages that share their first `depth` groups."""
    for group, some in groupby(items, key=lambda item: item[1][depth] if len(item[1]) > depth + 1 else None):
        if group is not None:
            yield Branch(Link(group), tuple(_branches(depth + 1, some, portal)))
            continue
        for path, names in some:
            target = menu_target(path, portal)
            name = names[-1] or portal.titles.get(path) or targets.TITLES.get(target) or path.rpartition("/")[2]
            yield Branch(Link(name, target))


def menu_target(path: str, portal: Portal) -> str:
    """Where an entry of the menu leads."""
    section = section_of(path, portal.layout)
    return targets.section(section) if section else portal.attachments.target(path) or path


def way_in_menu(path: str, portal: Portal) -> tuple[Link, ...]:
    """The groups of the menu around a page, as the menu leads to them: to the first page of each."""
    first = portal.menu.first_of
    return tuple(
        Link(groups[-1], menu_target(first[groups], portal) if first[groups] != path else None)
        for groups in portal.menu.groups_of(path)
    )
