"""What `mkdocs.yml` says against what is there: pages of the menu, the name of the unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from trangtin.content.nearest import nearest_path
from trangtin.content.open_points import UNNAMED
from trangtin.content.options.settings import Settings
from trangtin.content.problem import Code, Problem
from trangtin.content.reading.reader import Reading
from trangtin.content.sections import SECTION_PAGES
from trangtin.content.text import normalise
from trangtin.content.values.place import is_web

_PARTS = (".css", ".js", ".mjs")
_MADE_IN = tuple({path.partition("/")[0] + "/" for path in SECTION_PAGES if "/" in path})
"""Folders in which the portal makes pages of its own (years, further pages of lists)."""


def check_menu(
    reading: Reading, linked: Iterable[str], exists: Callable[[str], bool], source: str, path: str
) -> Iterator[Problem]:
    """Pages that the menu names and nobody wrote; MkDocs would only tell of them in a build, and in English.

    `linked` are the files it names, by repository path; `exists` tells whether a file lies there, read or left out;
    `source` is the text of the file `path`, for the lines.
    """
    docs = f"{reading.layout.docs}/"
    pages = {entry.path for group in reading.groups for entry in group}
    for each in sorted(linked):
        name = normalise(each.removeprefix(docs))
        target = reading.layout.in_docs(name)
        made = name in SECTION_PAGES or (name.startswith(_MADE_IN) and name.endswith("/index.md"))
        # An address from the host's root may be another site's; styles and scripts may come from a theme or a plugin.
        elsewhere = is_web(name) or name.startswith("/") or name.partition("?")[0].endswith(_PARTS)
        if made or elsewhere or target in pages or (target is not None and exists(target)):
            continue
        near = nearest_path(target or name, pages)
        near = near.removeprefix(docs) if near else None
        yield Problem(
            path,
            _line(source, name),
            Code.MENU_TO_NOTHING,
            f"thực đơn (nav) có '{name}' nhưng không có trang nào như vậy",
            f"có phải ý bạn là '{near}'?" if near else f"tạo tệp {docs}{name}, hoặc bỏ dòng này khỏi 'nav'",
            near or "",
        )


def check_unit(settings: Settings, source: str, path: str) -> Iterator[Problem]:
    """A portal that still bears the name of a blank."""
    if settings.unit.name == UNNAMED:
        yield Problem(
            path,
            _line(source, UNNAMED),
            Code.UNIT_UNNAMED,
            f"tên đơn vị còn là '{UNNAMED}', chưa đăng được",
            "ghi tên thật vào 'site_name' và vào 'name' của 'unit'",
            "name: Trường Chính trị tỉnh Mẫu",
        )


def _line(source: str, text: str) -> int:
    return next((number for number, row in enumerate(source.split("\n"), 1) if text in normalise(row)), 1)
