"""Every file that a page of the portal brings along, with the place that names it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.entry import Entry, KeyPath, Layout
from trangtin.content.links import links_in
from trangtin.content.news import News
from trangtin.content.page import PageHead
from trangtin.content.text import normalise
from trangtin.portal.catalogue import Catalogue
from trangtin.signing.report import FileReport


@dataclass(frozen=True, slots=True)
class Carried:
    """One file in one use."""

    entry: Entry[PageHead]
    line: int
    """Where the entry names it."""
    name: str
    """As named there."""
    path: str
    """In the repository."""
    report: FileReport
    is_declared: bool
    """True where a document declares it in `files`, whose other checks then speak of it too."""


def carried_files(catalogue: Catalogue) -> Iterator[Carried]:
    """Declared files, pictures, evidence and whatever texts link to; each file once, at its first use."""
    told: set[str] = set()
    for entry in catalogue.inspected:
        for name, line, is_declared in named_files(entry):
            path = resolved(catalogue.reading.layout, entry, name)
            report = catalogue.facts.get(path) if path else None
            if path is not None and report is not None and path not in told:
                told.add(path)
                yield Carried(entry, line, name, path, report, is_declared)


def resolved(layout: Layout, entry: Entry[PageHead], name: str) -> str | None:
    """The repository path that a name in an entry means."""
    return layout.resolve(entry.path, normalise(unquote(name)))


def named_files(entry: Entry[PageHead]) -> Iterator[tuple[str, int, bool]]:
    """Every file, page or address that an entry names, as (name, line, whether a document declares it)."""
    head = entry.head
    found: list[tuple[str, KeyPath]] = []
    if isinstance(head, Document):
        for index, file in enumerate(head.files):
            yield file.path, entry.line("files", index, "path"), True
        found = [(text, ("tasks", n, "evidence")) for n, task in enumerate(head.tasks) for text in task.evidence]
    elif isinstance(head, Campaign):
        found = [(text, ("works", n, "evidence")) for n, work in enumerate(head.works) for text in work.evidence]
    elif isinstance(head, News) and head.image:
        found = [(head.image.src, ("image", "src"))]
    for name, key in found:
        yield name, entry.line(*key), False
    if "](" in entry.body or "]:" in entry.body:
        for link, row in links_in(entry.body, is_printed=isinstance(head, Document)):
            yield link, entry.body_line + row, False
