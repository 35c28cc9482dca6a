"""What `mkdocs.yml` says against what is there: pages of the menu, the name of the unit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from posixpath import basename, normpath, splitext

from trangtin.content.nearest import did_you_mean, nearest, nearest_path
from trangtin.content.open_points import UNNAMED
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.options.settings import Settings
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.reading.reader import Reading
from trangtin.content.record import example_of
from trangtin.content.sections import SECTION_PAGES
from trangtin.content.text import normalise
from trangtin.content.values.place import is_web

_PARTS = (".css", ".js", ".mjs")
_MADE_IN = "|".join(sorted({path.partition("/")[0] for path in SECTION_PAGES if "/" in path}))
_LIST = re.compile(
    rf"(?:{_MADE_IN})(?:/(?:\d+|so-sanh|[a-z-]+/[^/]+))?(?:/trang/\d+)?/index\.md|luu-tru/[^/]+/index\.md", re.ASCII
)
"""Matches what may be a list that the portal makes: a year, a value of a cut, a further page. Which of them there are
on a day only a build knows."""

_AT_THE_FOOT = ("address", "phone", "email", "responsible")
_BETWEEN = re.compile(r" - |\s*:\s*|\s+")


def check_menu(
    reading: Reading, linked: Iterable[str], exists: Callable[[str], bool], source: str, path: str
) -> Iterator[Problem]:
    """Pages that the menu names and nobody wrote; MkDocs would only tell of them in a build, and in English.

    `linked` are the files it names, by repository path; `exists` tells whether a file lies there, read or left out;
    `source` is the text of the file `path`, for the lines. Campaigns and documents stand in a menu by their own paths,
    all other pages by those in the folder of pages.
    """
    layout, docs = reading.layout, f"{reading.layout.docs}/"
    pages = {entry.path for group in reading.groups for entry in group}

    def leads_somewhere(name: str) -> bool:
        # An address from the host's root may be another site's; styles and scripts may come from a theme or a plugin.
        if is_web(name) or name.startswith("/") or name.partition("?")[0].endswith(_PARTS):
            return True
        if name in SECTION_PAGES or (_LIST.fullmatch(name) and not _section_meant(name)):
            return True
        target = layout.in_menu(name)
        is_file = normpath(f"/{name}") == f"/{name}" and exists(target)
        # A file beside a document goes out at the document's address, which no menu can name.
        return target in pages or (is_file and (target.startswith(docs) or name.endswith(".md")))

    for each in sorted(linked):
        name = normalise(each.removeprefix(docs))
        if leads_somewhere(name):
            continue
        if (joined := _joined(name, leads_somewhere)) is not None:
            yield _without_colon(*joined, source, path)
            continue
        campaigns = {entry.folder.rpartition("/")[2]: entry.path for entry in reading.campaigns}
        near = _meant(name, pages, campaigns, docs)
        yield Problem(
            path,
            _line(source, name),
            Code.MENU_TO_NOTHING,
            f"thực đơn (nav) có '{name}' nhưng không có trang nào như vậy",
            did_you_mean(near, f"tạo tệp {docs}{name}, hoặc bỏ dòng này khỏi 'nav'"),
            near or "",
        )


def _meant(name: str, pages: Set[str], campaigns: Mapping[str, str], docs: str) -> str | None:
    """The page that was probably meant, as the menu has to name it; `campaigns` are the paths of campaigns by slug."""
    place = _address(name).rstrip("/")
    page = campaigns.get(basename(place)) or nearest_path(f"{docs}{splitext(place)[0]}.md", pages)
    near = _section_meant(name) or page or nearest(name, (*SECTION_PAGES, *campaigns.values()))
    if near is None and (section := f"{name.partition('/')[0]}/index.md") in SECTION_PAGES:
        return section
    return near.removeprefix(docs) if near else None


def _section_meant(name: str) -> str | None:
    """The page of the portal's own that has the address of a file: `tim-kiem/index.md` for `tim-kiem.md`."""
    return next((page for page in SECTION_PAGES if _address(page) == _address(name)), None)


def _address(name: str) -> str:
    return name.removesuffix("/index.md").removesuffix(".md")


def _joined(name: str, leads_somewhere: Callable[[str], bool]) -> tuple[str, str, str] | None:
    """Label, what stands between, and page of an item that is one text to YAML, for want of a colon and a space."""
    for sign in _BETWEEN.finditer(name):
        label, page = name[: sign.start()], name[sign.end() :]
        first = page.split(" - ")[0] if sign[0] == " - " else page  # of a group, all pages are joined to its name
        if label and leads_somewhere(first) and not leads_somewhere(label):
            return label, sign[0], page
    return None


def _without_colon(label: str, between: str, page: str, source: str, path: str) -> Problem:
    typed = f"{label}{between}{page}"
    is_group = between == " - " and typed not in normalise(source)
    missing = f"dấu cách sau '{label}:'" if ":" in between else f"dấu hai chấm sau '{label}'"
    where = "các trang của nhóm ở những dòng dưới" if is_group else "dấu cách, rồi đến trang"
    return Problem(
        path,
        _line(source, label if is_group else typed),
        Code.MENU_TO_NOTHING,
        f"thực đơn (nav) thiếu {missing}",
        f"viết tên mục, dấu hai chấm, {where}",
        f"- {label}:" if is_group else f"- {label}: {page}",
    )


def check_unit(settings: Settings, source: str, path: str) -> Iterator[Problem]:
    """A portal that still bears the name of a blank, or whose foot lacks what a public site has to give."""
    missing = [key for key in _AT_THE_FOOT if getattr(settings.unit, key) is None]
    if missing and source:
        yield Problem(
            path,
            _line(source, "unit:"),
            Code.MISSING_KEY,
            f"'unit' chưa có {', '.join(missing)}: chân mọi trang và trang 'Tiếp cận thông tin' phải ghi",
            "thêm vào dưới 'unit'",
            f"{missing[0]}: {example_of(PortalUnit, missing[0])}",
            Severity.NOTICE,
        )
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
    """The line of a text, if possible one where it is no part of a longer word or path."""
    whole = re.compile(rf"(?<![\w./-]){re.escape(text)}(?![\w./-])")
    rows = [(number, row) for number, row in enumerate(map(normalise, source.split("\n")), 1) if text in row]
    return next((number for number, row in rows if whole.search(row)), rows[0][0] if rows else 1)
