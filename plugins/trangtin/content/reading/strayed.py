"""Content in the wrong place, where it would be read as something else, without any other message."""

from __future__ import annotations

import codecs
import difflib
import os
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.entry import Entry, Layout
from trangtin.content.markdown import is_markdown
from trangtin.content.news import News
from trangtin.content.page import Page, PageHead
from trangtin.content.placement import place_for
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.text import slug
from trangtin.content.translation import Translation
from trangtin.content.unit import Unit

_SIGNS: Mapping[type[PageHead], tuple[frozenset[str], ...]] = {
    Document: (frozenset({"type", "number"}),),
    Campaign: tuple(
        frozenset({"title", "start", "end", key}) for key in ("report_due", "lead", "criteria", "milestones")
    ),
    News: (frozenset({"title", "date", "campaign"}), frozenset({"title", "date", "evidence_for"})),
    Unit: (),
}
"""Keys that only our heads have, if they stand together."""
_CALLED: Mapping[type[PageHead], str] = {
    Document: "văn bản",
    Campaign: "phong trào",
    News: "tin",
    Unit: "đơn vị",
    Page: "trang thường",
}
_ALIKE = 0.88
"""How much a name has to be like the right one (difflib): `plan` for `plans`, but not `plans-old`."""


def strayed_folders(root: Path, layout: Layout, is_excluded: Callable[[str], bool]) -> Iterator[Problem]:
    """Folders beside the two that are read, called nearly as they are, with Markdown that has a head of ours."""
    read = {slug(top): top for top in (layout.plans, layout.docs)}
    try:
        names = sorted(each.name for each in os.scandir(root) if each.is_dir() and not each.name.startswith("."))
    except OSError:  # told where the two are read
        return
    for name in names:
        near = difflib.get_close_matches(slug(name), read, n=1, cutoff=_ALIKE)
        if not near or name in read.values() or is_excluded(name) or re.search(r"\d", name):  # `plans2` is a copy
            continue
        if not _is_same(root / name, root / read[near[0]]) and _has_content(root / name):
            yield _unread_folder(name, read[near[0]])


def strayed_news(paths: Iterable[str], folder: str) -> Iterator[Problem]:
    """Folders beside that of news whose name is written otherwise (`tin_tuc`): each item would become a plain page."""
    docs, name = posixpath.split(folder)
    in_year = re.compile(rf"({re.escape(docs)}/([^/]+))/\d{{4}}/[^/]+")
    found = {match[1] for path in paths if (match := in_year.fullmatch(path)) and slug(match[2]) == name}
    yield from (_unread_folder(each, folder) for each in sorted(found - {folder}))


def strayed_head(entry: Entry[Any] | None, kind: type[PageHead], layout: Layout) -> Problem | None:
    """The problem of a head of another kind than its place: else its keys alone would be refused, and the rest go out.

    A plain page may have keys of other tools; there only keys count that no other tool's page has together.
    """
    if entry is None or kind is Translation:  # a translation lies beside what it translates, whatever that is
        return None
    keys = {str(key[0]) for key in entry.lines if len(key) == 1}
    nested = {(str(key[0]), str(key[1])) for key in entry.lines if len(key) == 2}
    if keys <= kind.model_fields.keys() and kind is not Page:
        return None
    meant = next((each for each in _SIGNS if each is not kind and _is_of(each, keys, nested, kind)), None)
    if meant is None:
        return None
    said = {**dict(entry.head), **(entry.head.model_extra or {})}
    year = re.search(r"\d{4}", f"{said.get('date') or said.get('start')} {entry.folder}")
    return Problem(
        entry.path,
        min((entry.line(key) for key in keys - kind.model_fields.keys()), default=1),
        Code.MISPLACED_FILE,
        f"phần đầu là của một {_CALLED[meant]}, mà tệp nằm ở chỗ của {_CALLED[kind]}",
        "chuyển tệp sang đúng chỗ, các khóa để nguyên",
        _home(meant, entry, layout, year[0] if year else "<năm>"),
    )


def _home(meant: type[PageHead], entry: Entry[Any], layout: Layout, year: str) -> str:
    """Where it goes; a campaign is called as its folder, and no other file may be called `index`."""
    in_folder = re.fullmatch(rf"{re.escape(layout.plans)}/\d{{4}}/([^/]+)", entry.folder)
    if meant is Campaign and in_folder:
        return f"{entry.folder}/index.md"
    if entry.stem != "index":
        return place_for(meant, layout, year, entry.stem)
    return f"{entry.folder}/<tên>.md" if meant is Document and in_folder else place_for(meant, layout, year, "<tên>")


def _is_of(kind: type[PageHead], keys: set[str], nested: set[tuple[str, str]], read_as: type[PageHead]) -> bool:
    if kind is Unit:
        return ("unit", "name") in nested
    if read_as is Page:
        return any(keys >= signs for signs in _SIGNS[kind])
    needed = {key for key, field in kind.model_fields.items() if field.is_required()}
    return needed <= keys <= kind.model_fields.keys()


def _unread_folder(folder: str, meant: str) -> Problem:
    message = f"thư mục '{folder}' không được đọc như '{meant}'"
    remedy = f"đổi tên thư mục thành '{meant}', hoặc chuyển các bài sang đó"
    return Problem(folder, 1, Code.MISPLACED_FILE, message, remedy, severity=Severity.WARNING)


def _is_same(folder: Path, other: Path) -> bool:
    """Whether two names are one folder, on a disk that ignores case: then it is read already."""
    return other.exists() and folder.samefile(other)


def _has_content(folder: Path) -> bool:
    return any(is_markdown(file.name) and _has_head(file) for file in folder.rglob("*"))


def _has_head(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(6).removeprefix(codecs.BOM_UTF8).startswith(b"---")
    except OSError:  # a folder of that name, or a file that nobody may read: nothing is known of it
        return False
