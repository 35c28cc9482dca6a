"""Links to a point of a text (`12-kh-tct.md#II.9`): those that lead to none are told, with the points there are.

Which points a text has is known once it is rendered. Few texts are linked into; only those are rendered, or taken from
the last build. A check without a build sees none of this.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from trangtin.batches import batches
from trangtin.content.links import as_destination
from trangtin.content.nearest import nearest, unless_meant
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.text import normalise
from trangtin.content.values.languages import VIETNAMESE
from trangtin.views import targets

if TYPE_CHECKING:
    from trangtin.content.entry import Entry
    from trangtin.content.page import PageHead
    from trangtin.portal.model import Portal
    from trangtin.portal.named_files import NamedFiles, NamedPoint

PointsOf = Callable[[Sequence[str]], Iterable[Sequence[str] | None]]
"""Gives the points in the text of the page at a target, in their order; None for a page without a text of its own."""

_POINT = re.compile(r'<[^>]*?\s(?:id|name)="([^"]+)"')
_NOTE = re.compile(r"fn(?:ref\d*)?:")
"""Ids of footnotes: points, but none to be proposed for a link."""
_DRAWN = re.compile(r"""\bid="([^"{][^"]*)"|\bheading\(\w+, '([^']+)'\)""")
"""An id in a template: typed, or given to the macro `heading` (components/page-head)."""
_FILLED_IN = re.compile(r"\\{\\{.*?\\}\\}")
_TOGETHER = 200
"""Texts that are held in memory at once."""
_MOST_TOLD = 6


@dataclass(frozen=True, slots=True)
class _PointLink:
    path: str
    """The file it stands in."""
    named: NamedPoint
    target: str
    """The page it leads to."""

    @property
    def point(self) -> str:
        return normalise(unquote(self.named.point))


class PointLinks:
    """All links of one portal that lead to points of its texts."""

    def __init__(self, portal: Portal, named: NamedFiles, pages: Set[str], files: Mapping[str, str]) -> None:
        """`pages` are the targets of all pages; `files` maps targets that are no paths to their files."""
        self._portal = portal
        self._named = named
        self._pages = pages
        self._files = files

    def dead(self, points_of: PointsOf, templates: Iterable[Path]) -> Iterator[Problem]:
        """Problems for links that lead to no point. `templates` are the folders of templates, which have points too."""
        links: dict[str, list[_PointLink]] = defaultdict(list)
        for link in self._all():
            links[link.target].append(link)
        drawn = _Drawn(templates)
        linked = sorted(links)
        for some in batches(len(linked), _TOGETHER):
            for target, points in zip(linked[some], points_of(linked[some]), strict=True):
                for link in links[target]:
                    if points is not None and link.point not in points and not drawn.has(link.point):
                        yield _problem(link, points)

    def _all(self) -> Iterator[_PointLink]:
        targets_of = {path: target for target, path in self._files.items()}
        for entry, tag in self._entries():
            if entry.head.is_withdrawn:
                continue
            for named in self._named.points_of(entry, self._portal.layout):
                path = named.path or ""
                there = targets.in_language(tag, path)
                target = there if there in self._pages else targets_of.get(path, path)
                if target in self._pages:
                    yield _PointLink(entry.path, named, target)

    def _entries(self) -> Iterator[tuple[Entry[PageHead], str]]:
        for entry in self._portal.written:
            yield entry, VIETNAMESE
        for translation in self._portal.translations:
            if translation.entry is not None:
                yield translation.entry, translation.tag


class _Drawn:
    """The points that templates draw around a text: `muc-tep`, `muc-anh-3`."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = folders

    def has(self, point: str) -> bool:
        return self._names.fullmatch(point) is not None

    @cached_property
    def _names(self) -> re.Pattern[str]:
        sources = (file.read_text("utf-8") for folder in self._folders for file in folder.rglob("*.html"))
        named = {typed or given for source in sources for typed, given in _DRAWN.findall(source)}
        return re.compile("|".join(_FILLED_IN.sub(".+", re.escape(name)) for name in sorted(named)))


def points_in_page(html: str) -> tuple[str, ...]:
    """The points of a rendered text."""
    return tuple(dict.fromkeys(map(unescape, _POINT.findall(html))))


def _problem(link: _PointLink, points: Sequence[str]) -> Problem:
    named = link.named
    offered = [point for point in points if not _NOTE.match(point)]
    near = nearest(link.point, offered)
    typed = f"{named.name}#{named.point}"
    where = "trang ấy" if named.name else "bài này"
    if near:
        remedy = unless_meant(as_destination(f"{named.name}#{near}"), f"bỏ '#{named.point}'")
    elif offered:
        some = ", ".join(f"#{point}" for point in offered[:_MOST_TOLD])
        more = ", …" if len(offered) > _MOST_TOLD else ""
        remedy = f"chọn một điểm mà {where} có ({some}{more}), hoặc bỏ '#{named.point}'"
    else:
        remedy = f"bỏ '#{named.point}': {where} không có đề mục hay số thứ tự nào để dẫn tới"
    return Problem(
        link.path,
        named.line,
        Code.DEAD_LINK,
        f"liên kết '{typed}' dẫn tới điểm không có trong {where}, người đọc rơi vào đầu trang",
        remedy,
        severity=Severity.WARNING,
    )
