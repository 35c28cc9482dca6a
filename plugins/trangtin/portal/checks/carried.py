"""Every file that a page of the portal brings along, with the place that names it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from trangtin.content.entry import Entry
from trangtin.content.page import PageHead
from trangtin.disk.shelf import key_of
from trangtin.portal.catalogue import Catalogue
from trangtin.signing.report import FileReport


@dataclass(frozen=True)
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

    @cached_property
    def fingerprint(self) -> bytes:
        """A hash of the entry, of the place and of what is known of the file's bytes."""
        return key_of(self.entry.fingerprint, self.name, self.report.sha256)


def carried_files(catalogue: Catalogue) -> tuple[Carried, ...]:
    """Declared files, pictures, evidence and whatever texts link to; each file once, at its first use."""
    found: dict[str, Carried] = {}
    for entry in catalogue.inspected:
        for named in catalogue.named_by(entry):
            path = named.path
            report = catalogue.facts.get(path) if path else None
            if path is not None and report is not None and path not in found:
                found[path] = Carried(entry, named.line, named.name, path, report)
    return tuple(found.values())
