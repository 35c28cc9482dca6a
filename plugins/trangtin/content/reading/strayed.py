"""Content that lies where it is not read as what it is: nothing else would ever say so."""

from __future__ import annotations

import codecs
import difflib
import os
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from trangtin.content.entry import Entry, Layout
from trangtin.content.markdown import is_markdown
from trangtin.content.page import Page
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.text import slug

_OF_A_PAPER = frozenset({"type", "number"})
"""Keys that together no other tool's page has."""
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
            yield _told(name, read[near[0]])


def strayed_news(paths: Iterable[str], folder: str) -> Iterator[Problem]:
    """Folders beside that of news whose name is written otherwise (`tin_tuc`): each item would become a plain page."""
    docs, name = posixpath.split(folder)
    in_year = re.compile(rf"({re.escape(docs)}/([^/]+))/\d{{4}}/[^/]+")
    found = {match[1] for path in paths if (match := in_year.fullmatch(path)) and slug(match[2]) == name}
    yield from (_told(each, folder) for each in sorted(found - {folder}))


def strayed_document(entry: Entry[Any] | None, plans: str) -> Iterator[Problem]:
    """A plain page with the head of an issued paper: it would stand in no list, without number or files."""
    others = entry.head.model_extra if entry is not None and isinstance(entry.head, Page) else None
    if entry is None or others is None or not others.keys() >= _OF_A_PAPER:
        return
    year = re.search(r"\d{4}", str(others.get("date")))
    yield Problem(
        entry.path,
        entry.line("number"),
        Code.MISPLACED_FILE,
        f"phần đầu là của một văn bản, mà tệp nằm ngoài {plans}/ nên chỉ thành một trang thường",
        f"chuyển tệp vào {plans}/<năm>/",
        f"{plans}/{year[0] if year else '2026'}/{posixpath.basename(entry.path)}",
    )


def _told(folder: str, meant: str) -> Problem:
    told = f"thư mục '{folder}' không được đọc như '{meant}'"
    remedy = f"đổi tên thư mục thành '{meant}', hoặc chuyển các bài sang đó"
    return Problem(folder, 1, Code.MISPLACED_FILE, told, remedy, severity=Severity.WARNING)


def _is_same(folder: Path, other: Path) -> bool:
    """Whether the disk takes no notice of capitals: then the folder is read."""
    return other.exists() and folder.samefile(other)


def _has_content(folder: Path) -> bool:
    return any(is_markdown(file.name) and _has_head(file) for file in folder.rglob("*"))


def _has_head(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(6).removeprefix(codecs.BOM_UTF8).startswith(b"---")
    except OSError:  # a folder of that name, or a file that nobody may read: nothing is known of it
        return False
