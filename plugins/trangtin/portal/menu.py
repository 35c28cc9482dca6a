"""The menu as `nav` of `mkdocs.yml` has it: what of it is there today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from trangtin.content.sections import SECTION_PAGES
from trangtin.content.values.place import is_web
from trangtin.portal.attachments import Attachments
from trangtin.portal.catalogue import Catalogue


@dataclass(frozen=True)
class Menu:
    """What the menu names."""

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By repository path, web addresses as they are, in the order of the menu: the groups that each stands in, the
    outermost first, and its own name, empty where it has none."""

    @cached_property
    def first_of(self) -> Mapping[tuple[str, ...], str]:
        """The first that stands in each group: where the group's own entry leads."""
        found: dict[tuple[str, ...], str] = {}
        for path, names in self.names.items():
            for depth in range(1, len(names)):
                found.setdefault(names[:depth], path)
        return found

    def groups_of(self, path: str) -> tuple[tuple[str, ...], ...]:
        """The groups around a page, the outermost first, each with those around it."""
        names = self.names.get(path, ())
        return tuple(names[:depth] for depth in range(1, len(names)))


def menu_on_site(catalogue: Catalogue, attachments: Attachments) -> Menu:
    """The menu without what is not published."""
    return Menu(dict(_standing(catalogue, attachments)))


def _standing(catalogue: Catalogue, attachments: Attachments) -> Iterator[tuple[str, tuple[str, ...]]]:
    docs = f"{catalogue.reading.layout.docs}/"
    for path, names in catalogue.linked.items():
        inner = path.removeprefix(docs)
        if not names:
            continue
        if is_web(inner):
            yield inner, names
        elif inner in SECTION_PAGES or catalogue.is_public(path) or attachments.target(path) is not None:
            yield path, names
