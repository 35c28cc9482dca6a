"""From the folders of a repository to frozen entries and problems; every file is read, whatever the others say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from trangtin.content.accessibility import AccessibilityCheck
from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.entry import Entry, Layout
from trangtin.content.markdown import is_markdown
from trangtin.content.news import News
from trangtin.content.page import Page, PageHead
from trangtin.content.placement import NEWS_FOLDER, UNITS_FOLDER, head_for
from trangtin.content.problem import Code, Problem
from trangtin.content.reading.accessibility_results import read_results
from trangtin.content.reading.file_reader import Read, read_entry
from trangtin.content.reading.files import files_in
from trangtin.content.reading.head_store import HeadStore
from trangtin.content.reading.ids_meant import with_ids_meant
from trangtin.content.reading.strayed import strayed_folders, strayed_head, strayed_news
from trangtin.content.text import slug
from trangtin.content.translation import Translation, with_withdrawals
from trangtin.content.unit import Unit
from trangtin.content.values.field import IDENTIFIER
from trangtin.disk.file_memory import FileMemory, Forgetful

_KINDS: Mapping[type[PageHead], str] = {
    Campaign: "campaigns",
    Document: "documents",
    News: "news",
    Unit: "units",
    Page: "pages",
    Translation: "translations",
}
"""The field of `Reading` that holds the entries of each kind."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a repository says, and all that is wrong in single files."""

    layout: Layout = field(default_factory=Layout)
    campaigns: tuple[Entry[Campaign], ...] = ()
    documents: tuple[Entry[Document], ...] = ()
    news: tuple[Entry[News], ...] = ()
    units: tuple[Entry[Unit], ...] = ()
    pages: tuple[Entry[Page], ...] = ()
    translations: tuple[Entry[Translation], ...] = ()
    """Of any of these, in other languages."""
    attachments: Mapping[str, Path] = field(default_factory=dict)
    """Files that are not Markdown, by repository path (NFC); the value is where they really lie."""
    problems: tuple[Problem, ...] = ()
    broken: tuple[str, ...] = ()
    """Paths of Markdown files that could not be read without fault."""
    salvaged: tuple[Entry[Any], ...] = ()
    """Those of them whose heads can be read in part: checked like the others, never published."""
    accessibility: AccessibilityCheck | None = None
    """The last run of accessibility checks that somebody wrote down; None where nobody did."""

    @property
    def originals(self) -> tuple[tuple[Entry[PageHead], ...], ...]:
        """Every entry that is no translation, by kind."""
        return (self.campaigns, self.documents, self.news, self.units, self.pages)

    @property
    def groups(self) -> tuple[tuple[Entry[PageHead], ...], ...]:
        """Every entry, by kind."""
        return (*self.originals, self.translations)

    def with_salvaged(self) -> Reading:
        """All that can be checked: what is salvaged stands behind its like."""
        more: dict[str, Any] = {}
        for kind, name in _KINDS.items():
            more[name] = (*getattr(self, name), *(each for each in self.salvaged if type(each.head) is kind))
        return replace(self, **more)


def read_repository(
    root: Path,
    layout: Layout,
    is_excluded: Callable[[str], bool] = lambda _: False,
    store: HeadStore | None = None,
    memory: FileMemory[Read] | None = None,
    listed: Callable[[Mapping[str, Path]], object] = lambda _: None,
) -> Reading:
    """Read every Markdown file under the two folders of `layout`. Never raises for what a file holds.

    `is_excluded` says whether the file at a path is to be treated as missing; `store` keeps heads between runs,
    `memory` whole files while one program runs; `listed` is called with all attachments before the first file is read.
    """
    memory = memory or Forgetful()
    found: dict[type[PageHead], list[Entry[Any]]] = {kind: [] for kind in _KINDS}
    broken: list[str] = []
    salvaged: list[Entry[Any]] = []
    problems: list[Problem] = []
    files = _files(root, layout, is_excluded, problems)
    texts = {path: file for path, file in files.items() if is_markdown(path)}
    attachments = {path: file for path, file in files.items() if path not in texts}
    accessibility, untold = read_results(root)
    problems += untold
    problems += strayed_folders(root, layout, is_excluded)
    problems += strayed_news(texts, f"{layout.docs}/{NEWS_FOLDER}")
    listed(attachments)
    for path, file in texts.items():
        kind = head_for(path, layout)
        if kind is None:
            problems.append(_misplaced(path, layout))
            broken.append(path)
            continue
        try:
            known = memory.get(path, (file,), kind)
            entry, faults = known or read_entry(file, path, kind, store)
        except FileNotFoundError:  # an editor's program puts another in its place just now: a preview looks again
            continue
        if known is None:
            memory.put(path, (entry, faults))
        strayed = strayed_head(entry, kind, layout)
        problems += (*_ill_named(path, kind), *(faults if strayed is None else (strayed,)))
        if faults or strayed or entry is None:
            broken.append(path)
            if entry is not None:  # of a kind that it is not nothing in its head says anything
                salvaged.append(entry if strayed is None else replace(entry, unread=frozenset({()})))
        else:
            found[kind].append(entry)
    return Reading(
        layout,
        campaigns=tuple(found[Campaign]),
        documents=tuple(found[Document]),
        news=tuple(found[News]),
        units=tuple(found[Unit]),
        pages=tuple(found[Page]),
        translations=tuple(
            with_withdrawals(found[Translation], (each for entries in found.values() for each in entries))
        ),
        attachments=attachments,
        problems=tuple(with_ids_meant(problems, found[Unit], found[Campaign])),
        broken=tuple(broken),
        salvaged=tuple(salvaged),
        accessibility=accessibility,
    )


def _files(root: Path, layout: Layout, is_excluded: Callable[[str], bool], problems: list[Problem]) -> dict[str, Path]:
    """Where each file lies, by its path; what is wrong with names joins `problems`."""
    found: dict[str, Path] = {}
    for path, file in files_in(root, layout, problems):
        if path in found:
            problems.append(_met_twice(path))
        elif not is_excluded(path):
            found[path] = file
    return found


def _ill_named(path: str, kind: type[PageHead]) -> Iterator[Problem]:
    """Other files name a campaign by its folder and a sub-unit by its file, and so do their addresses."""
    if kind is not Campaign and kind is not Unit:
        return
    place = PurePosixPath(path)
    what, name = ("thư mục", place.parent.name) if kind is Campaign else ("tệp", place.stem)
    if not IDENTIFIER.fullmatch(name):
        message = f"tên {what} '{name}' không dùng được làm mã"
        remedy = f"đổi tên {what}, chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối"
        yield Problem(path, 1, Code.BAD_ID, message, remedy, slug(name))


def _met_twice(path: str) -> Problem:
    """Two names that look alike, one with its accents apart (NFD): copied from a Mac beside what was there."""
    message = "trong thư mục có hai tệp mang tên này, chỉ khác cách lưu dấu, nên chỉ một tệp được đọc"
    return Problem(path, 1, Code.NAME_TWICE, message, "xóa bớt một tệp, hoặc đổi tên nó")


def _misplaced(path: str, layout: Layout) -> Problem:
    name = PurePosixPath(path).name
    if path.startswith(f"{layout.plans}/"):
        remedy, example = (
            "đặt tệp index.md của phong trào trong plans/<năm>/<tên>/",
            f"{layout.plans}/2021/bau-cu/index.md",
        )
    elif f"/{UNITS_FOLDER}/" in path:
        remedy, example = "đặt tệp ngay trong thư mục don-vi/", f"{layout.docs}/{UNITS_FOLDER}/{name}"
    else:
        remedy, example = "đặt tin trong thư mục năm", f"{layout.docs}/{NEWS_FOLDER}/2021/{name}"
    return Problem(path, 1, Code.MISPLACED_FILE, "tệp nằm sai chỗ nên không biết là loại nội dung gì", remedy, example)
