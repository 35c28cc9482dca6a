"""`check --fix`: files put in order where nothing is said differently, written whole or not at all."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from trangtin.content.document import Document
from trangtin.content.entry import Layout
from trangtin.content.page import Page, PageHead
from trangtin.content.placement import head_for
from trangtin.content.problem import Problem
from trangtin.content.reading.file_reader import read_file
from trangtin.content.reading.files import content_files
from trangtin.content.reading.front_matter import split
from trangtin.content.text import normalise
from trangtin.content.translation import Translation
from trangtin.content.values.languages import is_vietnamese
from trangtin.content.writing.tidy import tidy_head
from trangtin.disk.whole_file import write_whole
from trangtin.portal.checks.texts import is_issued
from trangtin.proofreading.tidy import tidy_body

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Mended:
    """One file that was changed."""

    path: str
    """From the root of the repository."""
    done: tuple[str, ...]
    """What was done, in Vietnamese."""
    diff: str
    """The changed lines, `-` before and `+` after."""


def mend_files(root: Path, layout: Layout, is_wanted: Callable[[str], bool]) -> Iterator[Mended]:
    """Mend every wanted Markdown file of the two folders.

    Bodies of issued documents, and those in other languages, are never touched.
    """
    for path, file in content_files(root, layout):
        kind = head_for(path, layout)
        if is_wanted(path) and kind is not None and not file.is_symlink():
            mended = mend_file(file, path, kind)
            if mended is not None:
                yield mended


def mend_file(file: Path, path: str, kind: type[PageHead]) -> Mended | None:
    """Mend one file; None where there was nothing to do, or where it is no text that can be mended safely."""
    data = file.read_bytes()
    try:
        whole = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    ending = "\r\n" if "\r\n" in whole else "\n"
    text = whole.removeprefix(_BOM).replace("\r\n", "\n")
    if "\r" in text or (ending == "\r\n" and whole.count("\n") != whole.count("\r\n")):
        return None  # line ends of several kinds: any change would be shown as a change of all
    new, done = _mended(file, path, kind, text)
    if new == text:
        return None
    diff = "\n".join(_visible_changes(text, new))
    write_whole(file, ((_BOM if whole.startswith(_BOM) else "") + new.replace("\n", ending)).encode())
    return Mended(path, tuple(dict.fromkeys(done)), diff)


def _visible_changes(text: str, new: str) -> Iterator[str]:
    """The lines that differ, old and new; without those that look alike, letters being put together in them."""
    rows = difflib.unified_diff(text.split("\n"), new.split("\n"), lineterm="", n=0)
    changed = [row for row in rows if not row.startswith(("---", "+++", "@@"))]
    now = {row[1:] for row in changed if row.startswith("+")}
    alike = {row: normalise(row[1:]) for row in changed if row.startswith("-") and normalise(row) != row}
    put_together = now.intersection(alike.values())
    yield from (row for row in changed if (alike.get(row) if row.startswith("-") else row[1:]) not in put_together)


def _mended(file: Path, path: str, kind: type[PageHead], text: str) -> tuple[str, list[str]]:
    parts = split(text, path)
    if isinstance(parts, Problem):
        if kind is Page and not text.lstrip().startswith("---"):
            body, done = tidy_body(text)
            return body, list(done)
        return text, []
    head, head_line, body, body_line = parts
    new_head, done = tidy_head(head, kind)
    lines = text.split("\n")
    fences = lines[: head_line - 1], lines[body_line - 2]
    entry, _ = read_file(file, path, kind)
    # A document that cannot be read is taken to be issued, a translation to be foreign: nobody can tell.
    is_known = kind not in {Document, Translation}
    may_change = not is_issued(entry) and is_vietnamese(entry.head.lang) if entry is not None else is_known
    new_body, more = tidy_body(body) if may_change else (body, ())
    middle = [new_head] if body_line - head_line > 1 else []
    rest = [new_body] if body_line <= len(lines) else []
    return "\n".join([*fences[0], *middle, fences[1], *rest]), [*done, *more]
